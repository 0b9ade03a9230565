package dev.tiller.app.standin.teams;

import static dev.tiller.app.standin.teams.TeamsKit.ANN;
import static dev.tiller.app.standin.teams.TeamsKit.ANNS_CHAT;
import static dev.tiller.app.standin.teams.TeamsKit.BEN;
import static dev.tiller.app.standin.teams.TeamsKit.GROUP;
import static dev.tiller.app.standin.teams.TeamsKit.WEB;
import static dev.tiller.app.standin.teams.TeamsKit.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.SignedJWT;
import dev.tiller.app.standin.chat.Refusal;
import dev.tiller.app.standin.chat.Reply;
import dev.tiller.app.standin.chat.Wire;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TeamsActivitiesTest {

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
  void aMentionInAChannelNamesItsThreadTeamAndTenant() {
    var id = kit.say(WEB, "@Tiller fix a < b");

    var activity = arrived(1);
    assertThat(activity.path("type").asText()).isEqualTo("message");
    assertThat(activity.path("id").asText()).isEqualTo(id);
    assertThat(activity.path("text").asText()).isEqualTo("<at>Tiller</at> fix a < b");
    assertThat(activity.path("textFormat").asText()).isEqualTo("plain");
    assertThat(activity.at("/attachments/0/content").asText())
        .contains("itemid=\"0\">Tiller</span>&nbsp;fix a &lt; b");
    assertThat(activity.at("/entities/0/mentioned/id").asText())
        .isEqualTo("28:" + kit.settings.appId())
        .isEqualTo(activity.at("/recipient/id").asText());
    assertThat(activity.at("/entities/0/text").asText()).isEqualTo("<at>Tiller</at>");
    assertThat(activity.at("/conversation/id").asText()).isEqualTo(WEB + ";messageid=" + id);
    assertThat(activity.at("/conversation/conversationType").asText()).isEqualTo("channel");
    assertThat(activity.at("/conversation/tenantId").asText()).isEqualTo(TeamsStandIn.TENANT);
    assertThat(activity.at("/channelData/channel/id").asText()).isEqualTo(WEB);
    assertThat(activity.at("/channelData/team/id").asText())
        .isEqualTo("19:acme-general@thread.tacv2");
    assertThat(activity.at("/channelData/tenant/id").asText()).isEqualTo(TeamsStandIn.TENANT);
    assertThat(activity.at("/from/aadObjectId").asText()).startsWith("a0000000");
    assertThat(activity.path("serviceUrl").asText()).isEqualTo(kit.teams.serviceUrl().toString());
    assertThat(activity.path("locale").asText()).isEqualTo("en-US");
  }

  @Test
  void aReplyKeepsTheThreadOfItsFirstMessage() {
    var root = kit.say(WEB, "@tiller hello");
    kit.teams.say(BEN, WEB, Optional.of(root), "@tiller and this");

    await().until(() -> kit.bot.received().size() == 2);
    assertThat(kit.bot.bodies())
        .extracting(it -> it.at("/conversation/id").asText())
        .containsOnly(WEB + ";messageid=" + root);
  }

  @Test
  void inChannelsAndGroupChatsTheBotHearsOnlyWhatMentionsIt() {
    kit.say(WEB, "lunch?");
    kit.say(GROUP, "lunch?");
    kit.say(GROUP, "@tiller help");

    var activity = arrived(1);
    assertThat(activity.path("text").asText()).isEqualTo("<at>Tiller</at> help");
    assertThat(activity.at("/conversation/id").asText()).isEqualTo(GROUP);
    assertThat(activity.at("/conversation/conversationType").asText()).isEqualTo("groupChat");
    assertThat(activity.path("channelData").has("channel")).isFalse();
  }

  @Test
  void inAPersonalChatTheBotHearsEverything() {
    kit.say(ANNS_CHAT, "fix it");

    var activity = arrived(1);
    assertThat(activity.at("/conversation/id").asText()).isEqualTo(ANNS_CHAT);
    assertThat(activity.at("/conversation/conversationType").asText()).isEqualTo("personal");
    assertThat(activity.path("conversation").has("isGroup")).isFalse();
  }

  @Test
  void anEditArrivesAsAnUpdateOfTheSameMessage() {
    var id = kit.say(WEB, "@tiller fix it");
    arrived(1);

    kit.teams.edit(ANN, WEB, id, "@tiller fix it now");

    var update = arrived(2);
    assertThat(update.path("type").asText()).isEqualTo("messageUpdate");
    assertThat(update.path("id").asText()).isEqualTo(id);
    assertThat(update.path("text").asText()).isEqualTo("<at>Tiller</at> fix it now");
    assertThat(update.at("/channelData/eventType").asText()).isEqualTo("editMessage");
    assertThat(kit.teams.view().messages().getFirst().text()).isEqualTo("@tiller fix it now");
    assertThatThrownBy(() -> kit.teams.edit(BEN, WEB, id, "x")).isInstanceOf(Refusal.class);
  }

  @Test
  void everyDeliveryCarriesATokenThatTheMetadataVouchesFor() throws Exception {
    kit.say(ANNS_CHAT, "hello");

    arrived(1);
    var authorization = kit.bot.received().getFirst().header("authorization").orElseThrow();
    var token = SignedJWT.parse(authorization.substring("Bearer ".length()));
    var metadata = read(kit.teams.openIdMetadataUrl());
    var keys = read(URI.create(metadata.path("jwks_uri").asText()));
    var key = JWKSet.parse(keys.toString()).getKeyByKeyId(token.getHeader().getKeyID()).toRSAKey();
    var claims = token.getJWTClaimsSet();
    assertThat(token.getHeader().getAlgorithm()).isEqualTo(JWSAlgorithm.RS256);
    assertThat(token.verify(new RSASSAVerifier(key))).isTrue();
    assertThat(keys.at("/keys/0/endorsements/0").asText()).isEqualTo("msteams");
    assertThat(claims.getIssuer())
        .isEqualTo("https://api.botframework.com")
        .isEqualTo(metadata.path("issuer").asText());
    assertThat(claims.getAudience()).containsExactly(kit.settings.appId());
    assertThat(claims.getStringClaim("serviceurl")).isEqualTo(kit.teams.serviceUrl().toString());
    assertThat(claims.getExpirationTime().toInstant()).isAfter(kit.clock.instant());
    assertThat(keys.at("/keys/0").has("d")).isFalse();
  }

  @Test
  void onlyServerErrorsAreDeliveredAgain() {
    kit.bot.answer(request -> Reply.empty(request.body().contains("bad") ? 400 : 500));
    kit.say(ANNS_CHAT, "bad");
    kit.say(ANNS_CHAT, "worse");

    await().until(() -> kit.bot.received().size() == 4);
    assertThat(kit.bot.received()).filteredOn(it -> it.body().contains("\"bad\"")).hasSize(1);
    assertThat(kit.bot.bodies())
        .filteredOn(it -> it.path("text").asText().equals("worse"))
        .hasSize(3)
        .containsOnly(kit.bot.bodies().getLast());
  }

  @Test
  void aRedeliveryRepeatsTheActivity() {
    var id = kit.say(WEB, "@tiller hello");
    var unheard = kit.say(WEB, "lunch?");
    var first = arrived(1);

    kit.teams.redeliver(id);

    assertThat(arrived(2)).isEqualTo(first);
    assertThatThrownBy(() -> kit.teams.redeliver(unheard)).isInstanceOf(Refusal.class);
  }

  @Test
  void anotherBotHasNoDirectoryEntry() {
    kit.teams.sayAsOtherBot(WEB, Optional.empty(), "@tiller deployed");

    var activity = arrived(1);
    assertThat(activity.at("/from/id").asText()).startsWith("28:");
    assertThat(activity.path("from").has("aadObjectId")).isFalse();
  }

  @Test
  void theBotIsNotToldOfItsOwnMessages() throws IOException {
    kit.send(ANNS_CHAT, text("hello"));
    kit.say(ANNS_CHAT, "hi");

    assertThat(arrived(1).path("text").asText()).isEqualTo("hi");
  }

  private ObjectNode arrived(int count) {
    await().until(() -> kit.bot.received().size() == count);
    return kit.bot.bodies().getLast();
  }

  private static ObjectNode read(URI target) throws IOException {
    return Wire.json(Wire.send(HttpRequest.newBuilder(target)));
  }
}
