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
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Slack, as the bot speaks there: messages in threads through the Web API.
final class SlackPlatform implements ChatPlatform {

  private static final int ANSWER_LIMIT = 3_000;

  /// Leaves two of Slack's three seconds for the form itself.
  private static final Duration GLANCE = Duration.ofSeconds(1);

  private final SlackApi api;
  private final SlackApi quickApi;
  private final SlackFiles files;
  private final SlackThreads threads;
  private final SlackDownloads downloads;
  private final SlackMembers members;
  private final SlackStatus status;
  private final SlackPlaces places;
  private final SlackLost lost;
  private final SlackMarks marks;

  /// @param quickApi for what a person is waiting for
  SlackPlatform(
      SlackApi api,
      SlackApi quickApi,
      SlackFiles files,
      SlackDownloads downloads,
      SlackMembers members,
      SlackStatus status) {
    this.api = api;
    this.quickApi = quickApi;
    this.files = files;
    this.threads = new SlackThreads(api);
    this.downloads = downloads;
    this.members = members;
    this.status = status;
    this.places = new SlackPlaces(api, quickApi.within(GLANCE));
    this.lost = new SlackLost(api);
    this.marks = new SlackMarks(api);
  }

  @Override
  public Platform platform() {
    return Platform.SLACK;
  }

  @Override
  public Abilities abilities() {
    return new Abilities(true, SlackFiles.TAKEN, status.isShown());
  }

  @Override
  public Address direct(Address near, Person person) {
    return places.direct(near, person);
  }

  @Override
  public void status(Address thread, ThreadStatus wanted) {
    status.show(thread, wanted);
  }

  @Override
  public Hearing hearing(Address thread) {
    return places.hearing(thread);
  }

  /// By the documented redirect to a channel (Slack, "Deep linking", 2026); `message_ts` is not
  /// documented there and leads to the channel at least.
  @Override
  public Optional<URI> linkTo(ChatThread thread) {
    var channel =
        "https://slack.com/app_redirect?team=%s&channel=%s"
            .formatted(encoded(thread.workspace()), encoded(thread.channel()));
    return Optional.of(
        URI.create(
            thread.root().equals(thread.channel())
                ? channel
                : channel + "&message_ts=" + encoded(thread.root())));
  }

  private static String encoded(String part) {
    return URLEncoder.encode(part, StandardCharsets.UTF_8);
  }

  @Override
  public MessageRef post(Address to, String key, Post post) {
    var arguments = message(to, post);
    SlackPlaces.addThread(arguments, to);
    arguments.put("metadata", SlackLost.metadata(key));
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
    return lost.find(to, key);
  }

  @Override
  public void react(Address to, String message, Reaction reaction) {
    marks.put(to, message, reaction);
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
    return members.nameOf(person);
  }

  /// Shows a text to one person alone, in the thread.
  void whisper(Address to, Person person, String text) {
    var arguments = message(to, new Notice(Optional.empty(), RichText.plain(text), List.of()));
    SlackPlaces.addThread(arguments, to);
    arguments.put("user", person.handle());
    quickApi.callOnce("chat.postEphemeral", arguments);
  }

  /// Answers a person by an address that Slack gave for that, which works in channels without the
  /// bot as well.
  void answer(URI reply, String text) {
    var message = new JsonObject();
    message.addProperty("response_type", "ephemeral");
    message.addProperty("text", SlackText.escape(text, ANSWER_LIMIT));
    quickApi.answer(reply, message.toString());
  }

  /// The bot's user id, if it has been asked for already.
  Optional<String> knownBot() {
    return threads.knownBot();
  }

  /// The bot's user id. Asks Slack the first time.
  ///
  /// @throws ChatFailure when Slack does not answer
  String bot() {
    return threads.bot();
  }

  /// Notes that Slack delivers messages from a channel.
  void heard(String channel) {
    places.heard(channel);
  }

  /// Notes whether a channel is shared with other organisations.
  void seen(SlackEvents.Seen channel) {
    places.seen(channel);
  }

  /// Whether a channel is known to be shared with other organisations.
  boolean isShared(String channel) {
    return places.isShared(channel);
  }

  /// Whether Slack says that the bot is not in the channel. Takes a second at most.
  boolean isAbsent(Address thread) {
    return places.isAbsent(thread);
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
}
