package dev.tiller.app.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tiller.app.standin.Traffic;
import dev.tiller.app.standin.chat.SharedFile;
import dev.tiller.app.standin.teams.TeamsStandIn;
import dev.tiller.core.chat.Address;
import dev.tiller.core.chat.Attachment;
import dev.tiller.core.chat.ChatFailure;
import dev.tiller.core.chat.ChatPlatform;
import dev.tiller.core.chat.ChatPlatform.Hearing;
import dev.tiller.core.chat.ChatPlatformContract;
import dev.tiller.core.chat.ChatThread;
import dev.tiller.core.chat.History;
import dev.tiller.core.chat.Person;
import dev.tiller.core.chat.Platform;
import dev.tiller.core.chat.ThreadLifeContract;
import dev.tiller.core.chat.ThreadMessage;
import dev.tiller.core.chat.ThreadReadingContract;
import dev.tiller.teams.TeamsAdapter;
import dev.tiller.teams.TeamsSettings;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class TeamsContractTest implements ChatPlatformContract, ThreadReadingContract, ThreadLifeContract {

  private static final Pattern DATE = Pattern.compile("\\{\\{DATE\\(([^,()]+), SHORT\\)}}");
  private static final String CHANNEL = "19:acme-web@thread.tacv2";
  private static final String CHAT = "19:acme-launch@thread.v2";
  private static final String ANN = "29:1ann-lee";

  private static final String TEAM = "19:acme-general@thread.tacv2";

  /// A refusal is remembered for minutes.
  private static final AtomicReference<Instant> NOW = new AtomicReference<>(Instant.EPOCH);

  private static final InstantSource CLOCK = NOW::get;

  private static TeamsStandIn teams;
  private static TeamsAdapter adapter;

  @BeforeAll
  static void start() throws IOException {
    NOW.set(Instant.now());
    var settings = dev.tiller.app.standin.teams.TeamsSettings.playground();
    teams = TeamsStandIn.start(settings, new Traffic(InstantSource.system()));
    adapter =
        new TeamsAdapter(
            new TeamsSettings(
                settings.appId(),
                settings.appPassword(),
                TeamsStandIn.TENANT,
                teams.openIdMetadataUrl(),
                teams.loginUrl(),
                teams.graphUrl(),
                List.of(teams.serviceUrl().getAuthority())),
            CLOCK);
  }

  @AfterAll
  static void stop() {
    adapter.close();
    teams.close();
  }

  @Override
  public ChatPlatform platform() {
    return adapter.platform();
  }

  @Override
  public Address startThread() {
    return address(CHANNEL, teams.say(ANN, CHANNEL, Optional.empty(), "hello"));
  }

  private static Address address(String channel, String root) {
    return new Address(
        new ChatThread(Platform.TEAMS, TeamsStandIn.TENANT, channel, root),
        teams.serviceUrl() + " team=" + TEAM);
  }

  @Override
  public String requestIn(Address thread) {
    return thread.thread().root();
  }

  @Override
  public Person requester() {
    return new Person("a0000000-0000-4000-8000-00000000000a", ANN, "Ann Lee");
  }

  @Override
  public Person unreachable() {
    return new Person("nobody", "29:1nobody", "Nobody");
  }

  @Override
  public List<String> moreIn(Address thread) {
    return posts(thread).flatMap(activity -> card(activity).more().stream()).toList();
  }

  @Override
  public List<String> readOutIn(Address thread) {
    return posts(thread).map(activity -> activity.path("summary").asText()).toList();
  }

  @Override
  public List<Instant> momentsIn(Address thread) {
    return posts(thread)
        .flatMap(activity -> DATE.matcher(activity.toString()).results())
        .map(date -> Instant.parse(date.group(1)))
        .toList();
  }

  private static Stream<ObjectNode> posts(Address thread) {
    return teams.thread(thread.thread().channel(), thread.thread().root()).stream()
        .filter(activity -> activity.path("from").path("id").asText().startsWith("28:"));
  }

  private static Wire card(JsonNode activity) {
    return Wire.read(activity.path("attachments"));
  }

  @Override
  public List<Shown> shownIn(Address thread) {
    return posts(thread).map(TeamsContractTest::shown).toList();
  }

  private static Shown shown(JsonNode activity) {
    var card = card(activity);
    var mentioned =
        activity.findValues("mentioned").stream()
            .map(person -> person.path("id").asText())
            .findFirst();
    return new Shown(plain(activity) + card.text(), card.buttons(), mentioned);
  }

  /// The message's own text as Teams shows it: its xml undone.
  private static String plain(JsonNode activity) {
    return activity
        .path("text")
        .asText("")
        .replaceAll("<br ?/?>", "\n")
        .replaceAll("</?at>", "")
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&#39;", "'")
        .replace("&apos;", "'")
        .replace("&nbsp;", " ")
        .replace("&#160;", " ")
        .replace("&amp;", "&");
  }

  @Override
  public List<ShownFile> filesIn(Address thread) {
    return teams.thread(thread.thread().channel(), thread.thread().root()).stream()
        .flatMap(activity -> activity.path("attachments").valueStream())
        .filter(attachment -> attachment.path("contentType").asText().startsWith("image/"))
        .map(TeamsContractTest::file)
        .toList();
  }

  private static ShownFile file(JsonNode attachment) {
    var id = attachment.path("contentUrl").asText().replaceFirst(".*/attachments/([^/]+)/.*", "$1");
    return new ShownFile(attachment.path("name").asText(), teams.file(id).orElseThrow().content());
  }

  @Override
  public String write(Address thread, String text) {
    return say(thread, text, List.of());
  }

  @Override
  public String writeWithPicture(Address thread, byte[] picture) {
    return say(thread, "look", List.of(new SharedFile("shot.png", "image/png", picture)));
  }

  private static String say(Address thread, String text, List<SharedFile> files) {
    var root = Optional.of(thread.thread().root());
    return teams.say(ANN, thread.thread().channel(), root, text, files);
  }

  @Override
  public List<Attachment> toldOf(Address thread, String message) {
    return teams.thread(thread.thread().channel(), thread.thread().root()).stream()
        .filter(activity -> activity.path("id").asText().equals(message))
        .map(activity -> activity.path("attachments").path(0).path("contentUrl").asText())
        .map(url -> new Attachment("", "image/*", OptionalLong.empty(), "bot " + url))
        .toList();
  }

  @Override
  public void permitReading(boolean permitted) {
    teams.grantReading(permitted);
    NOW.updateAndGet(now -> now.plus(Duration.ofMinutes(6)));
  }

  @Test
  void whetherItHearsAllFollowsFromThePermission() {
    var thread = startThread();
    var chat = address(CHAT, CHAT);

    permitReading(false);
    assertThat(List.of(platform().hearing(thread), platform().hearing(chat)))
        .containsOnly(Hearing.MENTIONS_ONLY);
    permitReading(true);
    assertThat(List.of(platform().hearing(thread), platform().hearing(chat)))
        .containsOnly(Hearing.ALL);
    assertThat(platform().hearing(address("a:1ann-lee", "a:1ann-lee"))).isEqualTo(Hearing.ALL);
  }

  @Test
  void theNewestAreToldOfAChatWhoseOldMessagesWereEdited() {
    permitReading(true);
    var thread = address(CHAT, CHAT);
    var ids = IntStream.range(0, 60).mapToObj(number -> write(thread, "say " + number)).toList();
    ids.subList(0, 10).forEach(id -> teams.edit(ANN, CHAT, id, "edited"));
    var asks = write(thread, "fix it");

    var told = (History.Told) platform().history(thread, Optional.empty(), asks, 45);

    assertThat(told.messages())
        .extracting(ThreadMessage::id)
        .containsExactlyElementsOf(ids.subList(15, 60));
    assertThat(told.complete()).isFalse();
  }

  @Test
  void aFailureThatIsNoLackOfPermissionIsNotRemembered() {
    permitReading(true);
    var thread = startThread();
    var asks = write(thread, "fix it");
    var gone = address(CHANNEL, "1700000000000");

    assertThatThrownBy(() -> platform().history(gone, Optional.empty(), asks, 5))
        .isInstanceOf(ChatFailure.Refused.class)
        .hasMessage("http_404");
    assertThat(platform().history(thread, Optional.empty(), asks, 5))
        .isInstanceOf(History.Told.class);
  }

  @Override
  public List<String> hostileSources() {
    var evil = URI.create("http://127.0.0.1:1/teams/v3/attachments/1/views/original");
    return List.of(
        "bot https://evil.example/v3/attachments/1/views/original",
        "bot https://smba.trafficmanager.net.evil.example/x",
        "bot https://smba.trafficmanager.net@evil.example/x",
        "bot " + evil,
        "open " + evil,
        "open https://evil.example/download",
        "open http://acme.sharepoint.com/download",
        "open file:///etc/passwd",
        "none",
        "https://acme.sharepoint.com/x");
  }

  @Override
  public Address goneThread() {
    return address("19:gone@thread.tacv2", "1700000000000");
  }
}
