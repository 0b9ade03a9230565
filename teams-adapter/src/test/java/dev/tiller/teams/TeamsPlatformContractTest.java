package dev.tiller.teams;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tiller.core.chat.Address;
import dev.tiller.core.chat.ChatPlatform;
import dev.tiller.core.chat.ChatPlatformContract;
import dev.tiller.core.chat.ChatThread;
import dev.tiller.core.chat.Person;
import dev.tiller.core.chat.Platform;
import dev.tiller.core.chat.ThreadLifeContract;
import dev.tiller.teams.LoopbackServer.Answer;
import dev.tiller.teams.LoopbackServer.Request;
import java.io.StringReader;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.AfterEach;
import org.xml.sax.InputSource;

/// Against a connector in memory that keeps what it is sent.
class TeamsPlatformContractTest implements ChatPlatformContract, ThreadLifeContract {

  private static final Pattern DATE =
      Pattern.compile("\\{\\{DATE\\(([^,()]+), SHORT\\)}} \\{\\{TIME\\(\\1\\)}}");
  private static final String CHANNEL = "19:general@thread.tacv2";

  private final List<ObjectNode> messages = new ArrayList<>();
  private final LoopbackServer service = new LoopbackServer(this::answer);
  private final TeamsAdapter adapter =
      new TeamsAdapter(
          new TeamsSettings(
              "app",
              "secret",
              "tenant",
              TeamsSettings.OPENID_METADATA,
              service.at(""),
              List.of(service.host())),
          new MovableClock());
  private int threads;

  @AfterEach
  void stop() {
    adapter.close();
    service.close();
  }

  @Override
  public ChatPlatform platform() {
    return adapter.platform();
  }

  @Override
  public Address startThread() {
    threads++;
    return address(CHANNEL, "170000000000" + threads);
  }

  @Override
  public String requestIn(Address thread) {
    return thread.thread().root();
  }

  @Override
  public Person requester() {
    return new Person("ann", "29:ann", "Ann <Lee>");
  }

  @Override
  public Address goneThread() {
    return address("19:gone@thread.tacv2", "1");
  }

  @Override
  public Person unreachable() {
    return new Person("zoe", "29:zoe", "Zoe");
  }

  @Override
  public List<Shown> shownIn(Address thread) {
    return messagesIn(thread).map(TeamsPlatformContractTest::shown).toList();
  }

  @Override
  public List<String> moreIn(Address thread) {
    return messagesIn(thread).flatMap(message -> actions(message, "secondary")).toList();
  }

  @Override
  public List<String> readOutIn(Address thread) {
    return messagesIn(thread).map(message -> message.path("summary").asText()).toList();
  }

  @Override
  public List<Instant> momentsIn(Address thread) {
    return messagesIn(thread)
        .flatMap(message -> DATE.matcher(message.toString()).results())
        .map(date -> Instant.parse(date.group(1)))
        .toList();
  }

  private synchronized Stream<ObjectNode> messagesIn(Address to) {
    var thread = to.thread();
    var conversation =
        thread.root().equals(thread.channel())
            ? thread.channel()
            : thread.channel() + ";messageid=" + thread.root();
    return List.copyOf(messages).stream()
        .filter(message -> message.path("conversation").asText().equals(conversation));
  }

  @Override
  public List<ShownFile> filesIn(Address thread) {
    return messagesIn(thread)
        .flatMap(message -> stream(message.path("attachments")))
        .filter(attachment -> attachment.path("contentType").asText().startsWith("image/"))
        .map(TeamsPlatformContractTest::file)
        .toList();
  }

  private static ShownFile file(JsonNode attachment) {
    var start = "data:" + attachment.path("contentType").asText() + ";base64,";
    var address = attachment.path("contentUrl").asText();
    assertThat(address).startsWith(start);
    return new ShownFile(
        attachment.path("name").asText(),
        Base64.getDecoder().decode(address.substring(start.length())));
  }

  private Address address(String channel, String root) {
    return new Address(
        new ChatThread(Platform.TEAMS, "tenant", channel, root), service.at("/teams/").toString());
  }

  private synchronized Answer answer(Request request) {
    if (request.path().endsWith("/token")) {
      return Answer.json(200, "{\"access_token\":\"t\",\"expires_in\":3600}");
    }
    if (request.path().contains("19:gone")) {
      return Answer.json(404, "{\"error\":{\"code\":\"ConversationNotFound\"}}");
    }
    if (request.path().endsWith("/v3/conversations")) {
      return personalChat(Activities.json(request.body()));
    }
    var path = List.of(request.path().split("/", -1));
    var message = Activities.json(request.body()).put("conversation", path.get(4));
    return request.method().equals("PUT") ? replaced(path.get(6), message) : added(message);
  }

  private static Answer personalChat(ObjectNode wanted) {
    assertThat(wanted.at("/bot/id").asText()).isEqualTo("28:app");
    assertThat(wanted.at("/tenantId").asText()).isEqualTo("tenant");
    assertThat(wanted.at("/channelData/tenant/id").asText()).isEqualTo("tenant");
    assertThat(wanted.path("isGroup").asBoolean()).isFalse();
    var member = wanted.at("/members/0/id").asText();
    return member.equals("29:zoe")
        ? Answer.json(403, "{\"error\":{\"code\":\"BotNotInConversationRoster\"}}")
        : Answer.json(201, "{\"id\":\"a:" + member + "\"}");
  }

  private Answer added(ObjectNode message) {
    var id = String.valueOf(messages.size() + 100);
    messages.add(message.put("id", id));
    return Answer.json(201, "{\"id\":\"" + id + "\"}");
  }

  private Answer replaced(String id, ObjectNode message) {
    messages.replaceAll(old -> old.path("id").asText().equals(id) ? message.put("id", id) : old);
    return Answer.json(200, "{\"id\":\"" + id + "\"}");
  }

  private static Shown shown(ObjectNode message) {
    var card = message.path("attachments").path(0).path("content");
    var text =
        Optional.of(message.path("text").asText())
                .map(TeamsPlatformContractTest::readXml)
                .orElseThrow()
            + "\n"
            + card.path("body").findParents("inlines").stream()
                .map(TeamsPlatformContractTest::line)
                .collect(Collectors.joining("\n"))
            + "\n"
            + String.join("\n", card.path("body").findValuesAsText("label"));
    return new Shown(
        text,
        actions(message, "").toList(),
        stream(message.path("entities"))
            .map(entity -> entity.path("mentioned").path("id").asText())
            .findFirst());
  }

  /// The titles of a card's buttons, or of those behind its menu.
  private static Stream<String> actions(JsonNode message, String mode) {
    return stream(message.at("/attachments/0/content/actions"))
        .filter(action -> action.path("mode").asText().equals(mode))
        .map(action -> action.path("title").asText());
  }

  private static String line(JsonNode block) {
    return stream(block.path("inlines"))
        .map(run -> run.path("text").asText())
        .collect(Collectors.joining());
  }

  private static String readXml(String text) {
    var xml = "<m>" + text.replace("&nbsp;", "&#160;").replace("<br/>", "\n") + "</m>";
    try {
      return DocumentBuilderFactory.newInstance()
          .newDocumentBuilder()
          .parse(new InputSource(new StringReader(xml)))
          .getDocumentElement()
          .getTextContent();
    } catch (Exception malformed) {
      throw new AssertionError("no XML: " + text, malformed);
    }
  }

  private static Stream<JsonNode> stream(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false);
  }
}
