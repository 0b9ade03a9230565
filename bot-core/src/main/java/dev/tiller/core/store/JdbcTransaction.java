package dev.tiller.core.store;

import dev.tiller.core.chat.Address;
import dev.tiller.core.chat.ChatThread;
import dev.tiller.core.chat.InboundMessage;
import dev.tiller.core.chat.Person;
import dev.tiller.core.chat.Post;
import dev.tiller.core.chat.ThreadMessage;
import dev.tiller.core.command.Topic;
import dev.tiller.core.conversation.AgentLine;
import dev.tiller.core.conversation.Conversation;
import dev.tiller.core.conversation.Draft;
import dev.tiller.core.conversation.Enclosed;
import dev.tiller.core.conversation.NewWork;
import dev.tiller.core.conversation.OutgoingMessage;
import dev.tiller.core.conversation.Question;
import dev.tiller.core.conversation.Transaction;
import dev.tiller.core.conversation.WorkItem;
import dev.tiller.core.conversation.WorkKind;
import dev.tiller.core.routing.Recent;
import dev.tiller.core.settings.Defaults;
import dev.tiller.core.settings.KeywordRule;
import dev.tiller.core.settings.Preferences;
import dev.tiller.core.settings.Reviewed;
import dev.tiller.core.settings.Scope;
import dev.tiller.core.settings.ScopeKey;
import dev.tiller.core.settings.SettingChange;
import dev.tiller.core.settings.WordsEdit;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;

/// One open transaction.
final class JdbcTransaction implements Transaction {

  private final Handle handle;
  private final InstantSource clock;
  private final AgentTable agents;
  private final MessageTable messages;
  private final QuestionTable questions;
  private final DraftTable drafts;
  private final EnclosureTable enclosures;
  private final SettingTable settings;
  private final KeywordTable keywords;
  private final Supplier<Reviewed> reviewed;

  JdbcTransaction(Handle handle, InstantSource clock, Supplier<Reviewed> reviewed) {
    this.handle = handle;
    this.clock = clock;
    this.agents = new AgentTable(handle);
    this.messages = new MessageTable(handle);
    this.questions = new QuestionTable(handle);
    this.drafts = new DraftTable(handle);
    this.enclosures = new EnclosureTable(handle);
    this.settings = new SettingTable(handle);
    this.keywords = new KeywordTable(handle);
    this.reviewed = reviewed;
  }

  @Override
  public boolean claim(String key) {
    return handle
            .createUpdate(
                "insert into claim (claim_key, claimed_at) values (:key, :now)"
                    + " on conflict do nothing")
            .bind("key", key)
            .bind("now", clock.instant())
            .execute()
        == 1;
  }

  @Override
  public Conversation lock(Address address) {
    begin(address);
    var known = known(address);
    var complete = address.knowing(known.route());
    handle
        .createUpdate("update conversation set route = :route where id = :id")
        .bind("route", complete.route())
        .bind("id", known.id())
        .execute();
    return new Conversation(known.id(), complete, agents.of(known.id()));
  }

  private void begin(Address address) {
    try (var statement =
        handle.createUpdate(
            """
            insert into conversation (id, platform, workspace, channel, root, route, begun_at)
            values (:id, :platform, :workspace, :channel, :root, :route, :now)
            on conflict do nothing
            """)) {
      Threads.bind(statement, address.thread());
      statement
          .bind("id", UUID.randomUUID())
          .bind("route", address.route())
          .bind("now", clock.instant())
          .execute();
    }
  }

  private record Known(UUID id, String route) {}

  private Known known(Address address) {
    try (var query =
        handle.createQuery(
            """
            select id, route from conversation
            where platform = :platform and workspace = :workspace and channel = :channel
              and root = :root
            for update
            """)) {
      Threads.bind(query, address.thread());
      return query
          .map((row, context) -> new Known(row.getObject("id", UUID.class), row.getString("route")))
          .one();
    }
  }

  @Override
  public Optional<Conversation> lock(UUID conversation) {
    return handle
        .createQuery("select * from conversation where id = :id for update")
        .bind("id", conversation)
        .map((row, context) -> Threads.read(row))
        .findOne()
        .map(address -> new Conversation(conversation, address, agents.of(conversation)));
  }

  @Override
  public Optional<UUID> conversationOfAgent(UUID agent) {
    return handle
        .createQuery("select conversation from agent where id = :id")
        .bind("id", agent)
        .mapTo(UUID.class)
        .findOne();
  }

  @Override
  public Optional<UUID> conversationOfRun(UUID run) {
    return handle
        .createQuery(
            "select a.conversation from run r join agent a on a.id = r.agent where r.id = :id")
        .bind("id", run)
        .mapTo(UUID.class)
        .findOne();
  }

  @Override
  public void save(Conversation before, Conversation after) {
    for (var agent : after.agents()) {
      before
          .agent(agent.id())
          .ifPresentOrElse(
              known -> agents.update(known, agent), () -> agents.insert(after.id(), agent));
    }
  }

  @Override
  public List<AgentLine> agentsOf(String workspace, Person owner, int offset, int limit) {
    return agents.linesOf(workspace, owner, offset, limit);
  }

  @Override
  public List<AgentLine> agentsIn(ChatThread anyThread, int offset, int limit) {
    return agents.linesIn(anyThread, offset, limit);
  }

  @Override
  public Optional<Question> question(UUID question) {
    return questions.find(question);
  }

  @Override
  public Optional<UUID> conversationOfQuestion(UUID question) {
    return questions.conversationOf(question);
  }

  @Override
  public boolean pending(UUID agent, Topic topic) {
    return questions.pending(agent, topic);
  }

  @Override
  public void keep(UUID conversation, Question question) {
    questions.keep(conversation, question);
  }

  @Override
  public Optional<Draft> draft(UUID draft) {
    return drafts.find(draft);
  }

  @Override
  public Optional<UUID> conversationOfDraft(UUID draft) {
    return drafts.conversationOf(draft);
  }

  @Override
  public void keep(UUID conversation, Draft draft) {
    drafts.keep(conversation, draft);
  }

  @Override
  public Optional<Recent> recent(ChatThread anyThread, Person person, Instant since) {
    return agents.recent(anyThread, person, since);
  }

  @Override
  public Optional<String> nameOf(ChatThread thread, String person) {
    return handle
        .createQuery(
            "select name from person"
                + " where platform = :platform and workspace = :workspace and id = :id")
        .bind("platform", thread.platform().name())
        .bind("workspace", thread.workspace())
        .bind("id", person)
        .mapTo(String.class)
        .findOne();
  }

  @Override
  public void named(ChatThread thread, String person, String name) {
    handle
        .createUpdate(
            "insert into person (platform, workspace, id, name)"
                + " values (:platform, :workspace, :id, :name) on conflict do nothing")
        .bind("platform", thread.platform().name())
        .bind("workspace", thread.workspace())
        .bind("id", person)
        .bind("name", name)
        .execute();
  }

  @Override
  public void want(Conversation conversation, String key, Post post) {
    messages
        .want(conversation.id(), key, post)
        .ifPresent(message ->
            add(
                new NewWork(
                    "deliver:" + conversation.id(),
                    WorkKind.DELIVER,
                    conversation.id(),
                    message.toString(),
                    clock.instant())));
  }

  @Override
  public Optional<OutgoingMessage> message(UUID message) {
    return messages.find(message);
  }

  @Override
  public void delivered(UUID message, String ref, int revision) {
    messages.delivered(message, ref, revision);
  }

  @Override
  public void abandoned(UUID message, String why) {
    messages.abandoned(message, why);
  }

  @Override
  public Preferences preferences(ChatThread thread, Person person) {
    return reviewed.get().over(chosen(thread, person), thread, person);
  }

  @Override
  public Preferences chosen(ChatThread thread, Person person) {
    var defaults = settings.of(thread, person);
    var words = keywords.of(thread);
    return new Preferences(
        defaults.getOrDefault(Scope.CHANNEL, Defaults.NONE),
        defaults.getOrDefault(Scope.PERSON, Defaults.NONE),
        defaults.getOrDefault(Scope.WORKSPACE, Defaults.NONE),
        words.rules().entrySet().stream()
            .map(rule -> new KeywordRule(rule.getKey(), rule.getValue(), false))
            .toList(),
        words.aliases());
  }

  @Override
  public void change(ScopeKey key, SettingChange change, Person by) {
    settings.change(key, change, by, clock.instant());
  }

  @Override
  public void change(ChatThread any, WordsEdit edit, Person by) {
    keywords.change(any, edit, by, clock.instant());
  }

  @Override
  public void saw(InboundMessage message) {
    new SeenTable(handle).add(message, clock.instant());
  }

  @Override
  public List<ThreadMessage> seen(
      ChatThread thread, Optional<String> after, String before, int most) {
    return new SeenTable(handle).of(thread, after, before, most);
  }

  @Override
  public void seenOutsider(ChatThread thread) {
    settings.seenOutsider(thread, clock.instant());
  }

  @Override
  public boolean outsidersRead(ChatThread thread) {
    return settings.outsidersRead(thread);
  }

  @Override
  public void enclose(UUID run, Enclosed enclosed) {
    enclosures.keep(run, enclosed);
  }

  @Override
  public Enclosed enclosed(UUID run) {
    return enclosures.of(run);
  }

  @Override
  public void forget(UUID run) {
    enclosures.forget(run);
  }

  @Override
  public void add(NewWork work) {
    WorkTable.insert(handle, work);
  }

  @Override
  public void done(WorkItem item) {
    WorkTable.delete(handle, item);
  }

  @Override
  public void audit(
      Optional<UUID> conversation,
      Person actor,
      String act,
      String subject,
      String rule,
      Instant at) {
    handle
        .createUpdate(
            """
            insert into audit (conversation, actor_id, act, subject, rule, at_time)
            values (:conversation, :actor, :act, :subject, :rule, :at)
            """)
        .bind("conversation", conversation.orElse(null))
        .bind("actor", actor.id())
        .bind("act", act)
        .bind("subject", subject)
        .bind("rule", rule)
        .bind("at", at)
        .execute();
  }
}
