package dev.tiller.app.standin.teams;

import static dev.tiller.app.standin.chat.Json.object;
import static dev.tiller.app.standin.teams.TeamsKit.ANNS_CHAT;
import static dev.tiller.app.standin.teams.TeamsKit.BEN;
import static dev.tiller.app.standin.teams.TeamsKit.WEB;
import static dev.tiller.app.standin.teams.TeamsKit.activities;
import static dev.tiller.app.standin.teams.TeamsKit.card;
import static dev.tiller.app.standin.teams.TeamsKit.encode;
import static dev.tiller.app.standin.teams.TeamsKit.text;
import static dev.tiller.app.standin.teams.TeamsKit.withCard;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tiller.app.standin.chat.Faults.Fault;
import dev.tiller.app.standin.chat.Wire;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TeamsConnectorTest {

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
  void onlyTheRightAppGetsAToken() throws IOException {
    assertThat(error(kit.login(Map.of("client_secret", "wrong")))).isEqualTo("invalid_client");
    assertThat(error(kit.login(Map.of("client_id", "other")))).isEqualTo("unauthorized_client");
    assertThat(error(kit.login("botframework.com", Map.of()))).isEqualTo("unauthorized_client");
    assertThat(error(kit.login(Map.of("scope", "openid")))).isEqualTo("invalid_scope");
    assertThat(error(kit.login(Map.of("grant_type", "password"))))
        .isEqualTo("unsupported_grant_type");
    assertThat(kit.login(Map.of("client_secret", "wrong")).statusCode()).isEqualTo(401);
    assertThat(kit.traffic.after(0))
        .allSatisfy(entry -> {
          assertThat(entry.request()).doesNotContain(kit.settings.appPassword());
          assertThat(entry.response()).doesNotContain(kit.token());
        });
  }

  @Test
  void aTokenIsNeededAndEnds() throws IOException {
    var target = kit.teams.serviceUrl().resolve(activities(ANNS_CHAT));

    var none = Wire.send(Wire.postJson(target, text("x")));
    var forged =
        Wire.send(Wire.postJson(target, text("x")).header("Authorization", "Bearer made.up"));
    kit.clock.pass(Duration.ofHours(1));
    var old = kit.post(activities(ANNS_CHAT), text("x"));

    assertThat(List.of(none, forged, old))
        .allSatisfy(it -> assertThat(it.statusCode()).isEqualTo(401));
    assertThat(kit.teams.view().messages()).isEmpty();
  }

  @Test
  void aMessageToAChannelBeginsAThreadAndOneToTheThreadJoinsIt() throws IOException {
    var root = kit.send(WEB, text("hello"));
    var reply = kit.send(WEB + ";messageid=" + root, text("again"));

    assertThat(kit.teams.view().messages())
        .extracting(it -> it.id() + " in " + it.thread())
        .containsExactly(root + " in " + root, reply + " in " + root);
    assertThat(kit.teams.thread(WEB, root))
        .extracting(it -> it.path("text").asText())
        .containsExactly("hello", "again");
    assertThat(kit.teams.thread(WEB, root).getLast().at("/conversation/id").asText())
        .isEqualTo(WEB + ";messageid=" + root);
  }

  @Test
  void aReplyToAnActivityJoinsItsThread() throws IOException {
    var root = kit.say(WEB, "@tiller hello");

    var answer = kit.post(activities(WEB) + "/" + root, text("hi"));

    assertThat(answer.statusCode()).isEqualTo(201);
    assertThat(kit.teams.thread(WEB, root)).hasSize(2);
  }

  @Test
  void theBotChangesAndDeletesOnlyItsOwnMessages() throws IOException {
    var anns = kit.say(ANNS_CHAT, "hello");
    var own = kit.send(ANNS_CHAT, text("hi"));

    assertThat(kit.put(activities(ANNS_CHAT) + "/" + own, text("bye")).statusCode()).isEqualTo(200);
    assertThat(kit.put(activities(ANNS_CHAT) + "/" + anns, text("x")).statusCode()).isEqualTo(403);
    assertThat(kit.put(activities(ANNS_CHAT) + "/1", text("x")).statusCode()).isEqualTo(404);
    assertThat(kit.teams.view().messages().getLast())
        .satisfies(it -> {
          assertThat(it.text()).isEqualTo("bye");
          assertThat(it.edited()).isTrue();
        });
    assertThat(kit.delete(activities(ANNS_CHAT) + "/" + own).statusCode()).isEqualTo(200);
    assertThat(kit.teams.view().messages()).hasSize(1);
  }

  @Test
  void unknownConversationsAreNotFound() throws IOException {
    for (var id : List.of("19:none@thread.tacv2", WEB + ";messageid=1", "a:1nobody")) {
      var answer = kit.post(activities(id), text("x"));

      assertThat(answer.statusCode()).isEqualTo(404);
      assertThat(Wire.json(answer).at("/error/code").asText()).isEqualTo("ConversationNotFound");
    }
  }

  @Test
  void aMessageOver100KilobytesOfUtf16IsTooBig() throws IOException {
    var small = kit.post(activities(ANNS_CHAT), text("x".repeat(51_000)));
    var big = kit.post(activities(ANNS_CHAT), text("x".repeat(51_300)));

    assertThat(small.statusCode()).isEqualTo(201);
    assertThat(big.statusCode()).isEqualTo(413);
    assertThat(Wire.json(big).at("/error/code").asText()).isEqualTo("MessageSizeTooBig");
  }

  @Test
  void malformedCardsAndMessagesAreRefused() throws IOException {
    assertThat(sent(withCard(card()))).isEqualTo(201);
    assertThat(sent(withCard(card().put("version", "1.6")))).isEqualTo(400);
    assertThat(sent(withCard(card().without("type")))).isEqualTo(400);
    assertThat(sent(withCard(card(object("title", "no type"))))).isEqualTo(400);
    assertThat(sent(withCard(card(object("type", "Action.OpenUrl", "url", "javascript:x")))))
        .isEqualTo(400);
    assertThat(sent(object("type", "message"))).isEqualTo(400);
    assertThat(sent(object("type", "event"))).isEqualTo(400);
    var label = object("type", "https://schema.org/Message");
    assertThat(sent(text("x").set("entities", object("a", List.of(label, label)).get("a"))))
        .isEqualTo(400);
  }

  @Test
  void typingHasNoIdAndLeavesNothing() throws IOException {
    var answer = kit.post(activities(ANNS_CHAT), object("type", "typing"));

    assertThat(answer.statusCode()).isEqualTo(202);
    assertThat(answer.body()).isEqualTo("{}");
    assertThat(kit.teams.view().messages()).isEmpty();
  }

  @Test
  void aTargetedMessageIsSeenByOnePerson() throws IOException {
    var message = text("psst").set("recipient", object("id", BEN));

    kit.post(activities(WEB) + "?isTargetedActivity=true", message);

    assertThat(kit.teams.view().messages().getFirst().onlyFor()).contains(BEN);
  }

  @Test
  void aNewConversationIsAThreadOrAPersonalChat() throws IOException {
    var inChannel =
        object(
            "isGroup",
            true,
            "activity",
            text("news"),
            "channelData",
            object("channel", object("id", WEB)));
    var withBen = object("members", List.of(object("id", BEN)), "activity", text("hi Ben"));

    var thread = Wire.json(kit.post("v3/conversations", inChannel));
    var chat = Wire.json(kit.post("v3/conversations", withBen));

    assertThat(thread.path("id").asText())
        .isEqualTo(WEB + ";messageid=" + thread.path("activityId").asText());
    assertThat(chat.path("id").asText()).isEqualTo("a:1ben-ortiz");
    assertThat(kit.post("v3/conversations", object("members", List.of())).statusCode())
        .isEqualTo(400);
  }

  @Test
  void membersTeamsAndChannelsCanBeRead() throws IOException {
    var conversation = "v3/conversations/" + encode(WEB);
    var page = Wire.json(kit.get(conversation + "/pagedmembers?pageSize=2"));
    var next = page.path("continuationToken").asText();
    var rest =
        Wire.json(kit.get(conversation + "/pagedmembers?pageSize=2&continuationToken=" + next));
    var ben = Wire.json(kit.get(conversation + "/members/" + encode(BEN)));
    var team = Wire.json(kit.get("v3/teams/" + encode("19:acme-general@thread.tacv2")));
    var channels =
        Wire.json(kit.get("v3/teams/" + encode("19:acme-general@thread.tacv2") + "/conversations"));

    assertThat(kit.get(conversation + "/members").body()).contains("Ann Lee", "Cara Singh");
    assertThat(page.path("members")).hasSize(2);
    assertThat(rest.path("members")).hasSize(1);
    assertThat(rest.has("continuationToken")).isFalse();
    assertThat(ben.path("userPrincipalName").asText()).isEqualTo("ben.ortiz@acme.example");
    assertThat(kit.get(conversation + "/members/nobody").statusCode()).isEqualTo(404);
    assertThat(team.path("name").asText()).isEqualTo("Acme Engineering");
    assertThat(channels.at("/conversations/0").has("name")).isFalse();
    assertThat(channels.at("/conversations/1/name").asText()).isEqualTo("Web");
  }

  @Test
  void anOrderedFaultAnswersOrLosesTheAnswer() throws IOException {
    kit.teams.faults().next("sendActivity", 1, Fault.Answer.json(502, "{}"));
    kit.teams.faults().next("sendActivity", 1, new Fault.LoseAnswer());

    assertThat(kit.post(activities(ANNS_CHAT), text("one")).statusCode()).isEqualTo(502);
    assertThatThrownBy(() -> kit.post(activities(ANNS_CHAT), text("two")))
        .isInstanceOf(IOException.class);
    assertThat(kit.teams.view().messages()).extracting(it -> it.text()).containsExactly("two");
    assertThat(kit.teams.calls().of("sendActivity")).hasSize(2);
  }

  private int sent(ObjectNode activity) throws IOException {
    return kit.post(activities(ANNS_CHAT), activity).statusCode();
  }

  private static String error(HttpResponse<String> answer) {
    return Wire.json(answer).path("error").asText();
  }
}
