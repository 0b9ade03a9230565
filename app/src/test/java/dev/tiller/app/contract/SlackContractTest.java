package dev.tiller.app.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tiller.app.standin.Traffic;
import dev.tiller.app.standin.chat.Faults.Fault;
import dev.tiller.app.standin.chat.SharedFile;
import dev.tiller.app.standin.slack.SlackStandIn;
import dev.tiller.core.chat.Address;
import dev.tiller.core.chat.Attachment;
import dev.tiller.core.chat.ChatFailure;
import dev.tiller.core.chat.ChatPlatform;
import dev.tiller.core.chat.ChatPlatformContract;
import dev.tiller.core.chat.ChatThread;
import dev.tiller.core.chat.Person;
import dev.tiller.core.chat.Platform;
import dev.tiller.core.chat.ThreadLifeContract;
import dev.tiller.core.chat.ThreadReadingContract;
import dev.tiller.slack.SlackAdapter;
import dev.tiller.slack.SlackSettings;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SlackContractTest implements ChatPlatformContract, ThreadLifeContract, ThreadReadingContract {

  private SlackStandIn slack;
  private SlackAdapter adapter;

  @BeforeAll
  void start() throws IOException {
    var settings = dev.tiller.app.standin.slack.SlackSettings.playground();
    slack = SlackStandIn.start(settings, new Traffic(InstantSource.system()));
    adapter = new SlackAdapter(settings(settings, slack.apiUrl()), InstantSource.system());
    connect(adapter, slack);
  }

  /// How the adapter is set up.
  SlackSettings settings(dev.tiller.app.standin.slack.SlackSettings theirs, URI apiUrl) {
    return new SlackSettings(theirs.botToken(), theirs.signingSecret(), apiUrl);
  }

  /// Lets Slack deliver.
  void connect(SlackAdapter to, SlackStandIn from) {}

  @AfterAll
  void stop() {
    adapter.close();
    slack.close();
  }

  @Override
  public ChatPlatform platform() {
    return adapter.platform();
  }

  @Override
  public Address startThread() {
    return address("C0WEB", slack.say("U0ANN", "C0WEB", Optional.empty(), "hello"));
  }

  private static Address address(String channel, String root) {
    return new Address(new ChatThread(Platform.SLACK, "T0ACME", channel, root), "");
  }

  @Override
  public String requestIn(Address thread) {
    return thread.thread().root();
  }

  @Override
  public Person requester() {
    return new Person("U0ANN", "U0ANN", "Ann Lee");
  }

  @Override
  public List<Shown> shownIn(Address thread) {
    return messagesIn(thread).map(SlackContractTest::shown).toList();
  }

  @Override
  public List<String> moreIn(Address thread) {
    return messagesIn(thread)
        .flatMap(message -> message.findParents("options").stream())
        .flatMap(menu -> menu.path("options").valueStream())
        .map(option -> option.at("/text/text").asText())
        .toList();
  }

  @Override
  public List<String> readOutIn(Address thread) {
    return messagesIn(thread).map(message -> message.path("text").asText()).toList();
  }

  @Override
  public List<Instant> momentsIn(Address thread) {
    return messagesIn(thread)
        .flatMap(message -> message.findValues("timestamp").stream())
        .map(timestamp -> Instant.ofEpochSecond(timestamp.asLong()))
        .toList();
  }

  private Stream<ObjectNode> messagesIn(Address thread) {
    var its = thread.thread();
    var messages =
        its.root().equals(its.channel())
            ? slack.line(its.channel())
            : slack.thread(its.channel(), its.root());
    return messages.stream().filter(message -> message.has("bot_id"));
  }

  /// A bot.
  @Override
  public Person unreachable() {
    return new Person("U0DEPLOY", "U0DEPLOY", "deploybot");
  }

  private static Shown shown(JsonNode message) {
    var seen = Wire.read(message.path("blocks"));
    var mentions =
        message.findParents("user_id").stream()
            .filter(element -> element.path("type").asText().equals("user"))
            .map(element -> element.path("user_id").asText())
            .findFirst();
    return new Shown(seen.text(), seen.buttons(), mentions);
  }

  @Override
  public List<ShownFile> filesIn(Address thread) {
    return slack.thread(thread.thread().channel(), thread.thread().root()).stream()
        .flatMap(message -> message.path("files").valueStream())
        .map(this::file)
        .toList();
  }

  private ShownFile file(JsonNode file) {
    return new ShownFile(
        file.path("title").asText() + " " + file.path("alt_txt").asText(),
        slack.file(file.path("id").asText()).orElseThrow().content());
  }

  @Override
  public String write(Address thread, String text) {
    return say(thread, text, List.of());
  }

  @Override
  public String writeWithPicture(Address thread, byte[] picture) {
    return say(thread, "look", List.of(new SharedFile("shot.png", "image/png", picture)));
  }

  private String say(Address thread, String text, List<SharedFile> files) {
    var root = Optional.of(thread.thread().root());
    return slack.say("U0ANN", thread.thread().channel(), root, text, files);
  }

  /// A mention tells of no files.
  @Override
  public List<Attachment> toldOf(Address thread, String message) {
    return List.of();
  }

  @Override
  public void permitReading(boolean permitted) {
    if (!permitted) {
      var no = Fault.Answer.json(200, "{\"ok\":false,\"error\":\"missing_scope\"}");
      slack.faults().next("conversations.replies", 1, no);
    }
  }

  @Override
  public List<String> hostileSources() {
    return List.of(
        "https://slack.com.evil.example/f",
        "https://evil.example/slack.com",
        "https://files.slack.com@evil.example/f",
        "http://files.slack.com/f",
        "file:///etc/passwd",
        "none:F1",
        "no address");
  }

  @Test
  void aRedirectIsNotFollowed() {
    var elsewhere = Map.of("Location", slack.apiUrl().toString());
    slack.faults().next("file", 1, new Fault.Answer(302, "text/plain", "", elsewhere));

    assertThat(failureOfADownload()).isEqualTo("redirected");
  }

  @Test
  void theLoginPageIsNoFile() {
    var page = "<!doctype html><title>Log in</title>";
    slack.faults().next("file", 1, new Fault.Answer(200, "text/html", page, Map.of()));

    assertThat(failureOfADownload()).isEqualTo("not_granted");
  }

  private String failureOfADownload() {
    var thread = startThread();
    var message = writeWithPicture(thread, new byte[] {1});
    var file = platform().attachments(thread, message, List.of()).getFirst();
    try {
      return "fetched " + platform().download(file, 100).length;
    } catch (ChatFailure failure) {
      return String.valueOf(failure.getMessage());
    }
  }

  @Override
  public Address goneThread() {
    return address("C0GONE", "1700000000.000100");
  }
}
