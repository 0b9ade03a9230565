package dev.tiller.core.store;

import dev.tiller.core.chat.ChatThread;
import dev.tiller.core.chat.MessageRef;
import dev.tiller.core.chat.Person;
import dev.tiller.core.chat.Post;
import dev.tiller.core.conversation.OutgoingMessage;
import dev.tiller.core.text.Language;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/// The bot's own messages: what each should show, and what it shows.
final class MessageTable {

  private static final String INSERT =
      """
      insert into outgoing_message (id, conversation, reader_id, reader_handle, reader_name,
        post_key, content, revision, delivered)
      values (:id, :conversation, :reader_id, :reader_handle, :reader_name, :key, :content, 1, 0)
      """;

  private final Handle handle;

  MessageTable(Handle handle) {
    this.handle = handle;
  }

  /// Records what a message should show.
  ///
  /// @param reader the only one who gets it; absent for what the thread reads
  /// @return the message, when it has become work: nothing of it was on its way before
  Optional<UUID> want(UUID conversation, Optional<Person> reader, String key, Post post) {
    var content = PostJson.write(post);
    var known =
        handle
            .createQuery("select * from outgoing_message where post_key = :key for update")
            .bind("key", key)
            .map((row, context) -> Row.read(row))
            .findOne();
    return known.isPresent()
        ? edit(known.get(), content)
        : insert(conversation, reader, key, content);
  }

  private Optional<UUID> insert(
      UUID conversation, Optional<Person> reader, String key, String content) {
    var id = UUID.randomUUID();
    try (var statement = handle.createUpdate(INSERT)) {
      People.bind(statement, "reader", reader.orElse(null));
      statement
          .bind("id", id)
          .bind("conversation", conversation)
          .bind("key", key)
          .bind("content", content)
          .execute();
    }
    return Optional.of(id);
  }

  private Optional<UUID> edit(Row known, String content) {
    if (known.content.equals(content) || known.abandoned) {
      return Optional.empty();
    }
    handle
        .createUpdate(
            "update outgoing_message set content = :content, revision = revision + 1 where id = :id")
        .bind("content", content)
        .bind("id", known.id)
        .execute();
    return known.delivered == known.revision ? Optional.of(known.id) : Optional.empty();
  }

  Optional<OutgoingMessage> find(UUID id) {
    return handle
        .createQuery(
            """
            select m.*, c.platform, c.workspace, c.channel, c.root, c.route, c.language
            from outgoing_message m join conversation c on c.id = m.conversation
            where m.id = :id
            """)
        .bind("id", id)
        .map((row, context) -> read(row))
        .findOne();
  }

  /// The run whose card a message of the thread's channel is.
  Optional<UUID> run(ChatThread anyThread, String ref) {
    return handle
        .createQuery(
            """
            select m.post_key from outgoing_message m join conversation c on c.id = m.conversation
            where m.ref = :ref and m.post_key like 'run/%' and c.platform = :platform
              and c.workspace = :workspace and c.channel = :channel
            """)
        .bind("ref", ref)
        .bind("platform", anyThread.platform().name())
        .bind("workspace", anyThread.workspace())
        .bind("channel", anyThread.channel())
        .map((row, context) -> UUID.fromString(row.getString("post_key").substring(4)))
        .findFirst();
  }

  private static OutgoingMessage read(ResultSet row) throws SQLException {
    var its = Row.read(row);
    return new OutgoingMessage(
        its.id,
        Threads.read(row),
        People.optional(row, "reader"),
        row.getString("post_key"),
        PostJson.read(its.content),
        its.revision,
        its.delivered,
        Columns.text(row, "ref").map(MessageRef::new),
        its.abandoned,
        Language.parse(row.getString("language")).orElse(Language.ENGLISH));
  }

  void delivered(UUID id, String ref, int revision) {
    handle
        .createUpdate(
            "update outgoing_message set ref = :ref, delivered = :revision"
                + " where id = :id and delivered < :revision")
        .bind("ref", ref)
        .bind("revision", revision)
        .bind("id", id)
        .execute();
  }

  void abandoned(UUID id, String why) {
    handle
        .createUpdate("update outgoing_message set abandoned = :why where id = :id")
        .bind("why", why.length() <= 255 ? why : why.substring(0, 255))
        .bind("id", id)
        .execute();
  }

  private record Row(UUID id, String content, int revision, int delivered, boolean abandoned) {
    static Row read(ResultSet row) throws SQLException {
      return new Row(
          Columns.id(row, "id"),
          row.getString("content"),
          row.getInt("revision"),
          row.getInt("delivered"),
          row.getString("abandoned") != null);
    }
  }
}
