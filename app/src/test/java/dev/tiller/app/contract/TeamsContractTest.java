package dev.tiller.app.contract;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tiller.app.standin.Traffic;
import dev.tiller.app.standin.teams.TeamsStandIn;
import dev.tiller.core.chat.Address;
import dev.tiller.core.chat.ChatPlatform;
import dev.tiller.core.chat.ChatPlatformContract;
import dev.tiller.core.chat.ChatThread;
import dev.tiller.core.chat.Person;
import dev.tiller.core.chat.Platform;
import dev.tiller.teams.TeamsAdapter;
import dev.tiller.teams.TeamsSettings;
import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

class TeamsContractTest implements ChatPlatformContract {

  private static final String CHANNEL = "19:acme-web@thread.tacv2";
  private static final String ANN = "29:1ann-lee";

  private static TeamsStandIn teams;
  private static TeamsAdapter adapter;

  @BeforeAll
  static void start() throws IOException {
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
                List.of(teams.serviceUrl().getAuthority())),
            InstantSource.system());
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
        teams.serviceUrl().toString());
  }

  @Override
  public String requestIn(Address thread) {
    return thread.thread().root();
  }

  @Override
  public Person requester() {
    return new Person("ann", ANN, "Ann Lee");
  }

  @Override
  public List<Shown> shownIn(Address thread) {
    return teams.thread(thread.thread().channel(), thread.thread().root()).stream()
        .filter(activity -> activity.path("from").path("id").asText().startsWith("28:"))
        .map(TeamsContractTest::shown)
        .toList();
  }

  private static Shown shown(JsonNode activity) {
    var card = Wire.read(activity.path("attachments"));
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
  public Address goneThread() {
    return address("19:gone@thread.tacv2", "1700000000000");
  }
}
