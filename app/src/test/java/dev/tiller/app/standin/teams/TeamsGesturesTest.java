package dev.tiller.app.standin.teams;

import static dev.tiller.app.standin.chat.Json.object;
import static dev.tiller.app.standin.teams.TeamsKit.ANN;
import static dev.tiller.app.standin.teams.TeamsKit.BEN;
import static dev.tiller.app.standin.teams.TeamsKit.GROUP;
import static dev.tiller.app.standin.teams.TeamsKit.WEB;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tiller.app.standin.chat.MessageMenu;
import dev.tiller.app.standin.chat.PlatformView;
import dev.tiller.app.standin.chat.Refusal;
import dev.tiller.app.standin.chat.Reply;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What the bot is told of reactions, quotes, mentions of people and the menus of messages.
class TeamsGesturesTest {

  private static final String CROSS = "274c_crossmark";

  private TeamsKit kit;

  @BeforeEach
  void start() throws IOException {
    kit = new TeamsKit();
  }

  @AfterEach
  void stop() {
    kit.close();
  }

  @Test
  void aReactionToTheBotsMessageIsToldAndTakenBackTheSecondTime() throws IOException {
    var card = kit.send(GROUP, TeamsKit.text("Agent at work"));

    kit.teams.gestures().react(BEN, GROUP, card, CROSS);

    var added = told("messageReaction");
    assertThat(added.path("replyToId").asText()).isEqualTo(card);
    assertThat(added.at("/reactionsAdded/0/type").asText()).isEqualTo(CROSS);
    assertThat(added.at("/from/id").asText()).isEqualTo(BEN);
    assertThat(added.at("/conversation/id").asText()).isEqualTo(GROUP);
    assertThat(shown(card).reactions())
        .containsExactly(new PlatformView.Reaction(CROSS, List.of(BEN)));

    kit.teams.gestures().react(BEN, GROUP, card, CROSS);

    await().until(() -> kit.bot.bodies().size() == 2);
    assertThat(kit.bot.bodies().getLast().at("/reactionsRemoved/0/type").asText()).isEqualTo(CROSS);
    assertThat(shown(card).reactions()).isEmpty();
  }

  @Test
  void anInstallationIsToldTwiceAndARemovalToo() {
    var gestures = kit.teams.gestures();

    gestures.add(BEN, GROUP);
    var installed = told("installationUpdate");
    assertThat(installed.path("action").asText()).isEqualTo("add");
    assertThat(installed.at("/conversation/id").asText()).isEqualTo(GROUP);
    assertThat(installed.at("/from/id").asText()).isEqualTo(BEN);
    await().until(() -> kit.bot.bodies().size() == 2);
    assertThat(told("conversationUpdate").at("/membersAdded/0/id"))
        .isEqualTo(installed.at("/recipient/id"));

    gestures.remove(BEN, GROUP);
    await().until(() -> kit.bot.bodies().size() == 4);
    assertThat(kit.bot.bodies()).anyMatch(it -> it.path("action").asText().equals("remove"));
  }

  @Test
  void inATeamItsGeneralChannelIsTold() {
    kit.teams.gestures().add(BEN, "19:acme-web@thread.tacv2");

    var installed = told("installationUpdate");
    assertThat(installed.at("/conversation/id").asText()).isEqualTo("19:acme-general@thread.tacv2");
    assertThat(installed.at("/conversation/conversationType").asText()).isEqualTo("channel");
  }

  @Test
  void theBotIsNotToldOfReactionsToOthers() {
    kit.teams.grantReading(true);
    var message = kit.say(GROUP, "good morning");
    told("message");

    kit.teams.gestures().react(BEN, GROUP, message, "like");
    kit.say(GROUP, "the next");

    await().until(() -> kit.bot.bodies().size() == 2);
    assertThat(shown(message).reactions()).hasSize(1);
    assertThat(kit.bot.bodies())
        .noneMatch(it -> it.path("type").asText().equals("messageReaction"));
  }

  @Test
  void peopleAreMentionedByFirstOrWholeNameEachWithAnEntityOfTheirOwn() {
    kit.say(WEB, "@tiller give @ben what @Cara Singh has");

    var message = told("message");
    assertThat(message.path("text").asText())
        .isEqualTo("<at>Tiller</at> give <at>Ben Ortiz</at> what <at>Cara Singh</at> has");
    assertThat(message.path("entities"))
        .filteredOn(it -> it.path("type").asText().equals("mention"))
        .extracting(it -> it.at("/mentioned/id").asText(), it -> it.path("text").asText())
        .contains(tuple(BEN, "<at>Ben Ortiz</at>"), tuple("29:1cara-singh", "<at>Cara Singh</at>"))
        .hasSize(3);
    assertThat(message.at("/attachments/0/content").asText())
        .contains(
            "itemid=\"0\">Tiller</span>&nbsp;give ", "itemid=\"2\">Cara Singh</span>&nbsp;has");
  }

  @Test
  void aMessageWithoutAMentionIsToldOnlyWithThePermission() {
    kit.teams.gestures().letRead(false);
    kit.say(WEB, "nobody hears this");
    kit.teams.gestures().letRead(true);

    kit.say(WEB, "also add tests");

    assertThat(told("message").path("text").asText()).isEqualTo("also add tests");
    assertThat(kit.bot.bodies()).hasSize(1);
    assertThat(kit.teams.view().habits().reading()).contains(true);
  }

  @Test
  void aQuoteNamesItsMessageByAnEntityAMarkAndABlock() throws IOException {
    var card = kit.send(GROUP, TeamsKit.text("Agent 1 <at work>"));
    kit.teams.gestures().letRead(true);

    var id = kit.teams.gestures().quote(ANN, GROUP, card, "also add tests", List.of());

    var message = told("message");
    assertThat(message.path("id").asText()).isEqualTo(id);
    assertThat(message.path("text").asText())
        .isEqualTo("<quoted messageId=\"" + card + "\"/>also add tests");
    assertThat(message.path("entities"))
        .filteredOn(it -> it.path("type").asText().equals("quotedReply"))
        .extracting(it -> it.at("/quotedReply/messageId").asText())
        .containsExactly(card);
    assertThat(message.at("/attachments/0/content").asText())
        .contains("schema.skype.com/Reply\" itemid=\"" + card, "Agent 1 &lt;at work&gt;")
        .endsWith("<p>also add tests</p>");
    assertThat(shown(id).quoted()).contains(card);
    assertThat(shown(id).text()).isEqualTo("also add tests");
  }

  @Test
  void messagesOfChannelsAreNotQuoted() {
    var message = kit.say(WEB, "hello");

    assertThatThrownBy(() -> kit.teams.gestures().quote(ANN, WEB, message, "hi", List.of()))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("thread");
  }

  @Test
  void anEntryOfAMessagesMenuOpensADialogThatComesBackWithTheMessage() {
    var root = kit.say(WEB, "@tiller hello");
    var reply = kit.teams.say(ANN, WEB, Optional.of(root), "the login test is flaky");
    await().until(kit.teams::idle);
    var entry = MessageMenu.ofTeams().getFirst();
    kit.bot.answer(Reply.json(200, object("task", object("type", "continue", "value", dialog()))));

    var note = kit.teams.gestures().choose(BEN, WEB, reply, entry.id());

    assertThat(note).isEmpty();
    var asked = kit.bot.bodies().getLast();
    assertThat(asked.path("name").asText()).isEqualTo("composeExtension/fetchTask");
    assertThat(asked.at("/conversation/id").asText()).isEqualTo(WEB + ";messageid=" + root);
    assertThat(asked.at("/value/commandId").asText()).isEqualTo(entry.id());
    assertThat(asked.at("/value/commandContext").asText()).isEqualTo("message");
    var payload = asked.at("/value/messagePayload");
    assertThat(payload.path("id").asText()).isEqualTo(reply);
    assertThat(payload.path("replyToId").asText()).isEqualTo(root);
    assertThat(payload.at("/from/user/displayName").asText()).isEqualTo("Ann Lee");
    assertThat(payload.at("/body/content").asText()).isEqualTo("<p>the login test is flaky</p>");

    kit.bot.answer(Reply.json(200, object()));
    var form = kit.teams.view().forms().getFirst();
    assertThat(kit.teams.submit(BEN, form.id(), Map.of("prompt", "do it")).errors()).isEmpty();

    var sent = kit.bot.bodies().getLast();
    assertThat(sent.path("name").asText()).isEqualTo("composeExtension/submitAction");
    assertThat(sent.at("/value/commandId").asText()).isEqualTo(entry.id());
    assertThat(sent.at("/value/messagePayload")).isEqualTo(payload);
    assertThat(sent.at("/value/data/prompt").asText()).isEqualTo("do it");
    assertThat(kit.teams.view().forms()).isEmpty();
  }

  @Test
  void whatTheBotSaysInsteadOfADialogIsForThePersonAlone() {
    var message = kit.say(WEB, "@tiller hello");
    told("message");
    var entry = MessageMenu.ofTeams().getFirst().id();
    kit.bot.answer(
        Reply.json(200, object("task", object("type", "message", "value", "No agent here."))));

    assertThat(kit.teams.gestures().choose(BEN, WEB, message, entry)).contains("No agent here.");
    assertThatThrownBy(() -> kit.teams.gestures().choose(BEN, WEB, message, "nothing"))
        .isInstanceOf(Refusal.class);
  }

  private static ObjectNode dialog() {
    var input = object("type", "Input.Text", "id", "prompt");
    var card = object("type", "AdaptiveCard", "version", "1.5", "body", List.of(input));
    return object(
        "title",
        "Send to Tiller",
        "card",
        object("contentType", "application/vnd.microsoft.card.adaptive", "content", card));
  }

  private PlatformView.Message shown(String id) {
    return kit.teams.view().messages().stream()
        .filter(message -> message.id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  /// The first activity of a type that the bot was told of, once it has come.
  private ObjectNode told(String type) {
    return await()
        .until(
            () ->
                kit.bot.bodies().stream()
                    .filter(it -> it.path("type").asText().equals(type))
                    .findFirst(),
            Optional::isPresent)
        .orElseThrow();
  }
}
