package dev.tiller.slack;

import com.google.gson.JsonObject;
import dev.tiller.core.chat.Address;
import dev.tiller.core.chat.Attachment;
import dev.tiller.core.chat.Card;
import dev.tiller.core.chat.ChatFailure;
import dev.tiller.core.chat.ChatPlatform;
import dev.tiller.core.chat.ChatThread;
import dev.tiller.core.chat.History;
import dev.tiller.core.chat.MessageRef;
import dev.tiller.core.chat.Notice;
import dev.tiller.core.chat.Person;
import dev.tiller.core.chat.Platform;
import dev.tiller.core.chat.Post;
import dev.tiller.core.chat.Reaction;
import dev.tiller.core.chat.RichText;
import dev.tiller.core.chat.ThreadStatus;
import dev.tiller.core.chat.Upload;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Slack, as the bot speaks there: messages in threads through the Web API.
final class SlackPlatform implements ChatPlatform {

  private static final String EVENT_TYPE = "tiller_post";
  private static final int PAGE = 200;
  private static final int MOST_PAGES = 10;

  private final SlackApi api;
  private final SlackApi quickApi;
  private final SlackFiles files;
  private final SlackThreads threads;
  private final SlackDownloads downloads;

  /// @param quickApi for what a person is waiting for
  SlackPlatform(SlackApi api, SlackApi quickApi, SlackFiles files, SlackDownloads downloads) {
    this.api = api;
    this.quickApi = quickApi;
    this.files = files;
    this.threads = new SlackThreads(api);
    this.downloads = downloads;
  }

  @Override
  public Platform platform() {
    return Platform.SLACK;
  }

  @Override
  public Abilities abilities() {
    return new Abilities(true, SlackFiles.TAKEN, false);
  }

  @Override
  public Address direct(Address near, Person person) {
    throw new UnsupportedOperationException("not yet");
  }

  @Override
  public void status(Address thread, ThreadStatus status) {
    throw new UnsupportedOperationException("not yet");
  }

  @Override
  public Hearing hearing(Address thread) {
    throw new UnsupportedOperationException("not yet");
  }

  /// By the documented redirect to a channel (Slack, "Deep linking", 2026); `message_ts` is not
  /// documented there and leads to the channel at least.
  @Override
  public Optional<URI> linkTo(ChatThread thread) {
    return Optional.of(
        URI.create(
            "https://slack.com/app_redirect?team=%s&channel=%s&message_ts=%s"
                .formatted(
                    encoded(thread.workspace()),
                    encoded(thread.channel()),
                    encoded(thread.root()))));
  }

  private static String encoded(String part) {
    return URLEncoder.encode(part, StandardCharsets.UTF_8);
  }

  @Override
  public MessageRef post(Address to, String key, Post post) {
    var arguments = message(to, post);
    arguments.put("thread_ts", to.thread().root());
    arguments.put("metadata", metadata(key));
    arguments.put("unfurl_links", "false");
    arguments.put("unfurl_media", "false");
    return api.callOnce("chat.postMessage", arguments)
        .ts()
        .map(MessageRef::new)
        .orElseThrow(() -> new ChatFailure.OutcomeUnknown("no_ts_in_answer", null));
  }

  /// The message keeps its metadata, since Slack changes only what it is given.
  @Override
  public void update(Address to, MessageRef message, Post post) {
    var arguments = message(to, post);
    arguments.put("ts", message.id());
    api.call("chat.update", arguments);
  }

  @Override
  public Found find(Address to, String key) {
    var arguments = new LinkedHashMap<String, String>();
    arguments.put("channel", to.thread().channel());
    arguments.put("ts", to.thread().root());
    arguments.put("include_all_metadata", "true");
    arguments.put("limit", String.valueOf(PAGE));
    for (int page = 0; page < MOST_PAGES; page++) {
      var reply = api.call("conversations.replies", arguments);
      var found = reply.messages().stream().filter(one -> isNamed(one, key)).findFirst();
      if (found.isPresent()) {
        return Json.text(found.get(), "ts")
            .<Found>map(ts -> new Found.Here(new MessageRef(ts)))
            .orElseGet(Found.CannotTell::new);
      }
      var cursor = reply.nextCursor();
      if (cursor.isEmpty()) {
        return new Found.Absent();
      }
      arguments.put("cursor", cursor.get());
    }
    return new Found.CannotTell();
  }

  @Override
  public void react(Address to, String message, Reaction reaction) {
    mark(to, message, "reactions.add", reaction, "already_reacted");
    for (var other : Reaction.values()) {
      if (other != reaction) {
        mark(to, message, "reactions.remove", other, "no_reaction");
      }
    }
  }

  @Override
  public void upload(Address to, Upload file) {
    files.upload(to, file);
  }

  @Override
  public History history(Address thread, Optional<String> after, String before, int most) {
    return threads.history(thread, after, before, most);
  }

  @Override
  public List<Attachment> attachments(Address thread, String message, List<Attachment> told) {
    return threads.attachments(thread, message, told);
  }

  @Override
  public byte[] download(Attachment file, long most) {
    return downloads.fetch(file, most);
  }

  @Override
  public Optional<String> nameOf(Person person) {
    var user = api.call("users.info", Map.of("user", person.id())).user();
    var profile = Json.object(user, "profile");
    return Stream.of(
            Json.text(profile, "display_name"),
            Json.text(profile, "real_name"),
            Json.text(user, "real_name"),
            Json.text(user, "name"))
        .flatMap(Optional::stream)
        .filter(name -> !name.isBlank())
        .findFirst();
  }

  /// Shows a text to one person alone, in the thread.
  void whisper(Address to, Person person, String text) {
    var arguments = message(to, new Notice(Optional.empty(), RichText.plain(text), List.of()));
    arguments.put("thread_ts", to.thread().root());
    arguments.put("user", person.handle());
    quickApi.callOnce("chat.postEphemeral", arguments);
  }

  /// Opens a view for the person who has just clicked.
  ///
  /// @param trigger Slack's id of the click, good for three seconds
  void open(String trigger, String view) {
    quickApi.callOnce("views.open", Map.of("trigger_id", trigger, "view", view));
  }

  @Override
  public void home(Address page, Person visitor, Card card) {
    publish(visitor, SlackHome.view(card, Optional.empty()));
  }

  /// Shows a person their page in the bot's Home. Harmless to repeat.
  void publish(Person visitor, String view) {
    api.call("views.publish", Map.of("user_id", visitor.id(), "view", view));
  }

  private static Map<String, String> message(Address to, Post post) {
    var arguments = new LinkedHashMap<String, String>();
    arguments.put("channel", to.thread().channel());
    arguments.put("text", SlackCards.fallback(post));
    arguments.put("blocks", SlackCards.blocks(post));
    return arguments;
  }

  private static String metadata(String key) {
    var payload = new JsonObject();
    payload.addProperty("key", key);
    var metadata = new JsonObject();
    metadata.addProperty("event_type", EVENT_TYPE);
    metadata.add("event_payload", payload);
    return metadata.toString();
  }

  private static boolean isNamed(JsonObject message, String key) {
    var metadata = Json.object(message, "metadata");
    return Json.text(metadata, "event_type").equals(Optional.of(EVENT_TYPE))
        && Json.text(Json.object(metadata, "event_payload"), "key").equals(Optional.of(key));
  }

  private void mark(
      Address to, String message, String method, Reaction reaction, String alreadySo) {
    var arguments =
        Map.of("channel", to.thread().channel(), "timestamp", message, "name", nameOf(reaction));
    try {
      api.call(method, arguments);
    } catch (ChatFailure.Refused e) {
      if (!alreadySo.equals(e.getMessage())) {
        throw e;
      }
    }
  }

  private static String nameOf(Reaction reaction) {
    return switch (reaction) {
      case WORKING -> "hourglass_flowing_sand";
      case DONE -> "white_check_mark";
      case FAILED -> "x";
    };
  }
}
