package dev.tiller.teams;

import static dev.tiller.teams.Activities.ANN;
import static dev.tiller.teams.Activities.BOT;
import static dev.tiller.teams.Activities.CHANNEL;
import static dev.tiller.teams.Activities.GROUP;
import static dev.tiller.teams.Activities.PERSONAL;
import static dev.tiller.teams.Activities.TENANT;
import static dev.tiller.teams.Activities.inChannel;
import static dev.tiller.teams.Activities.inGroup;
import static dev.tiller.teams.Activities.inPersonal;
import static dev.tiller.teams.Activities.invoke;
import static dev.tiller.teams.Activities.json;
import static dev.tiller.teams.Activities.mentioningBot;
import static dev.tiller.teams.Activities.with;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tiller.core.chat.Action;
import dev.tiller.core.chat.ActionKey;
import dev.tiller.core.chat.Address;
import dev.tiller.core.chat.Addressing;
import dev.tiller.core.chat.ChatThread;
import dev.tiller.core.chat.InboundMessage;
import dev.tiller.core.chat.MessageRef;
import dev.tiller.core.chat.Person;
import dev.tiller.core.chat.Place;
import dev.tiller.core.chat.Platform;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class TeamsEventsTest {

  private static final String SERVICE = "https://smba.trafficmanager.net/teams/";
  private static final Addressing TO_TILLER = Addressing.TO_BOT.calling(Optional.of("Tiller"));
  private static final Person PERSON = new Person(ANN, "29:ann", "Ann Lee");

  @Test
  void aMentionInAThreadOfAChannel() {
    assertThat(message(mentioningBot(inChannel("17", "18", "<at>Tiller</at> go"))))
        .isEqualTo(
            new InboundMessage(
                    address(CHANNEL, "17"), "18", PERSON, Place.CHANNEL, " go", false, false)
                .to(TO_TILLER));
  }

  @Test
  void aMentionInTheMainLineBeginsAThread() {
    var withThread = mentioningBot(inChannel("17", "17", "<at>Tiller</at> go"));
    var without =
        with(withThread.deepCopy(), it -> it.withObject("/conversation").put("id", CHANNEL));

    assertThat(message(withThread).address()).isEqualTo(address(CHANNEL, "17"));
    assertThat(message(without)).isEqualTo(message(withThread));
  }

  @Test
  void aMentionInAGroupChat() {
    assertThat(message(mentioningBot(inGroup("18", "<at>Tiller</at> go"))))
        .isEqualTo(
            new InboundMessage(
                    address(GROUP, GROUP), "18", PERSON, Place.GROUP_CHAT, " go", false, false)
                .to(TO_TILLER));
  }

  @Test
  void inAPersonalChatNoMentionIsNeeded() {
    assertThat(message(inPersonal("18", "go")))
        .isEqualTo(
            new InboundMessage(
                    address(PERSONAL, PERSONAL), "18", PERSON, Place.DIRECT, "go", false, false)
                .to(TO_TILLER));
  }

  @Test
  void whatIsSaidInAThreadIsHandedInThoughItIsNotForTheBot() {
    for (var activity : List.of(inChannel("17", "18", "also add tests"), inGroup("18", "hm"))) {
      var message = message(activity);

      assertThat(message.addressing())
          .isEqualTo(new Addressing(false, List.of(), Optional.empty(), Optional.of("Tiller")));
      assertThat(message.text()).isEqualTo(activity.path("text").asText());
    }
  }

  @Test
  void whatBeginsAThreadInAChannelWithoutTheBotIsIgnored() {
    var without = inChannel("18", "18", "Tiller");
    without.withObject("/conversation").put("id", CHANNEL);

    for (var activity : List.of(inChannel("18", "18", "Tiller"), without)) {
      assertThat(event(activity)).isInstanceOf(TeamsEvent.Ignored.class);
    }
  }

  @Test
  void aMentionEntityWithoutItsPartsIsHarmless() {
    var broken = inGroup("18", "go");
    broken.withArray("entities").addObject().put("type", "mention");
    broken.withArray("entities").addObject().put("type", "mention").put("mentioned", "x");

    assertThat(message(broken).addressing().others()).isEmpty();
    assertThat(message(mentioningBot(broken)).text()).isEqualTo("go");
  }

  @Test
  void anEditIsReportedAsOne() {
    var edit =
        with(
            mentioningBot(inChannel("17", "18", "<at>Tiller</at> go")),
            it -> it.put("type", "messageUpdate"));

    assertThat(message(edit).edited()).isTrue();
    assertThat(message(edit).message()).isEqualTo("18");
  }

  @Test
  void anEditThatDoesNotMentionTheBotIsIgnored() {
    var edit = with(inGroup("18", "go"), it -> it.put("type", "messageUpdate"));

    assertThat(event(edit)).isInstanceOf(TeamsEvent.Ignored.class);
  }

  @Test
  void messagesOfBotsAreIgnored() {
    var own = with(inPersonal("18", "go"), it -> it.withObject("/from").put("id", BOT));
    var byId = with(inPersonal("18", "go"), it -> it.withObject("/from").put("id", "28:other"));
    var byRole = with(inPersonal("18", "go"), it -> it.withObject("/from").put("role", "bot"));

    for (var activity : List.of(own, byId, byRole)) {
      assertThat(event(activity)).isInstanceOf(TeamsEvent.Ignored.class);
    }
  }

  @Test
  void unknownFieldsAndValuesAreNoObstacle() {
    var novel =
        with(
            inPersonal("18", "go"),
            it -> {
              it.put("textFormat", "hologram").put("timestamp", "yesterday").put("novelty", 1);
              it.withObject("/from").put("role", "oracle").put("novelty", 1);
              it.withObject("/conversation").put("novelty", 1);
              it.withObject("/channelData").put("novelty", 1);
              it.putArray("attachments").add(7);
            });

    assertThat(message(novel)).isEqualTo(message(inPersonal("18", "go")));
  }

  @Test
  void aPersonWithoutAnAccountOfTheOrganizationIsAnOutsider() {
    var stranger =
        message(with(inPersonal("18", "go"), it -> it.withObject("/from").remove("aadObjectId")));

    assertThat(stranger.outsider()).isTrue();
    assertThat(stranger.author().id()).isEqualTo("29:ann");
  }

  @Test
  void guestsAndMembersOfOtherTenantsAreOutsiders() {
    List<Consumer<ObjectNode>> signs =
        List.of(
            it -> it.withObject("/from").put("userRole", "guest"),
            it -> it.withObject("/from").put("userPrincipalName", "bo_x.example#EXT#@y.example"),
            it -> it.withObject("/from").put("tenantId", "foreign"),
            it -> it.withObject("/channelData/channel").put("tenantId", "foreign"));

    for (var sign : signs) {
      assertThat(message(with(inPersonal("18", "go"), sign)).outsider()).isTrue();
    }
    var member = with(inPersonal("18", "go"), it -> it.withObject("/from").put("tenantId", TENANT));
    assertThat(message(member).outsider()).isFalse();
  }

  @Test
  void aPersonWithoutANameIsCalledByTheId() {
    var nameless = with(inPersonal("18", "go"), it -> it.withObject("/from").remove("name"));

    assertThat(message(nameless).author()).isEqualTo(new Person(ANN, "29:ann", ANN));
  }

  @Test
  void aClickCarriesItsKeyAndItsCard() {
    var click =
        event(
            invoke(
                "adaptiveCard/action",
                "{\"action\":{\"verb\":\"stop\",\"data\":{\"key\":\"stop:run:1\"}}}"));

    assertThat(click).isEqualTo(new TeamsEvent.Click(stop()));
  }

  @Test
  void aSubmitThatCameAsAMessageIsAClickToo() {
    var submit =
        with(
            inChannel("1700000000001", "18", ""),
            it -> {
              it.remove("text");
              it.put("replyToId", "1700000000009");
              it.set("value", json("{\"key\":\"stop:run:1\"}"));
            });

    assertThat(event(submit)).isEqualTo(new TeamsEvent.SilentClick(stop()));
  }

  @Test
  void anAutomaticRefreshIsNoClick() {
    var refresh =
        invoke(
            "adaptiveCard/action",
            "{\"trigger\":\"automatic\",\"action\":{\"data\":{\"key\":\"stop:run:1\"}}}");

    assertThat(event(refresh)).isInstanceOf(TeamsEvent.Unsupported.class);
  }

  @Test
  void aClickOrFormWithoutItsKeyIsMalformed() {
    for (var value : List.of("{}", "{\"data\":{}}", "{\"data\":{\"key\":\"stop\"}}")) {
      for (var name : List.of("adaptiveCard/action", "task/fetch", "task/submit")) {
        assertThat(event(invoke(name, value))).isInstanceOf(TeamsEvent.Malformed.class);
      }
    }
    assertThat(event(invoke("task/submit", "{\"data\":{\"key\":\"stop:run:1\"}}")))
        .isInstanceOf(TeamsEvent.Malformed.class);
  }

  @Test
  void clicksAndFormsOfOutsidersAreToldApart() {
    Consumer<ObjectNode> guest = it -> it.withObject("/from").put("userRole", "guest");
    var form = "{\"data\":{\"key\":\"follow-up:1\",\"nonce\":\"n\"}}";

    assertThat(event(with(invoke("task/fetch", form), guest)))
        .isEqualTo(new TeamsEvent.Outsider(TeamsEvent.Kind.DIALOG));
    assertThat(event(with(invoke("task/submit", form), guest)))
        .isEqualTo(new TeamsEvent.Outsider(TeamsEvent.Kind.DIALOG));
  }

  private static Action stop() {
    return new Action(
        address(CHANNEL, "1700000000001"),
        PERSON,
        new ActionKey("stop", "run:1"),
        Optional.of(new MessageRef("1700000000009")));
  }

  private static Address address(String channel, String root) {
    var route =
        channel.equals(Activities.CHANNEL) ? SERVICE + " team=19:team@thread.tacv2" : SERVICE;
    return new Address(new ChatThread(Platform.TEAMS, TENANT, channel, root), route);
  }

  private static InboundMessage message(ObjectNode activity) {
    return ((TeamsEvent.Message) event(activity)).message();
  }

  private static TeamsEvent event(ObjectNode activity) {
    return TeamsEvents.of(Activities.parsed(activity), TENANT);
  }
}
