package dev.tiller.teams;

import static dev.tiller.teams.Activities.bytes;
import static dev.tiller.teams.Activities.inPersonal;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObject;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import dev.tiller.core.chat.WebRequest;
import java.text.ParseException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Requests that are not from Teams, or not for this bot. Each differs in one thing from a request
/// that is accepted.
class TeamsIntrudersTest {

  private static final String SERVICE = "https://smba.trafficmanager.net/teams/";

  private final MovableClock clock = new MovableClock();
  private final TokenIssuer issuer = new TokenIssuer(clock, SERVICE);
  private final RecordingInbox inbox = new RecordingInbox();
  private final TeamsAdapter adapter =
      new TeamsAdapter(
          new TeamsSettings(
              TokenIssuer.APP,
              "secret",
              Activities.TENANT,
              issuer.metadata(),
              TeamsSettings.LOGIN,
              TeamsSettings.SERVICE_HOSTS),
          clock);

  @AfterEach
  void nothingOfAnIntruderIsHandedIn() {
    assertThat(inbox.isEmpty()).isTrue();
    adapter.close();
    issuer.close();
  }

  @Test
  void aGenuineRequestIsAccepted() {
    assertThat(status("Bearer " + issuer.token(), inPersonal("17", "hello"))).isEqualTo(200);
    inbox.messages.clear();
  }

  @Test
  void noHeader() {
    var request =
        new WebRequest(
            "POST", "/api/messages", "", Map.of(), bytes(inPersonal("17", "hello")), "127.0.0.1");

    assertThat(adapter.handler(inbox, inbox).handle(request).status()).isEqualTo(401);
  }

  @Test
  void anotherSchemeOrNoToken() {
    for (var header : List.of("", "Bearer", "Bearer ", "Basic " + issuer.token(), issuer.token())) {
      assertThat(status(header, inPersonal("17", "hello"))).as(header).isEqualTo(401);
    }
  }

  @Test
  void aForgedSignature() {
    assertThat(status(issuer.token(TokenIssuer.newKey("key-1"), claims -> claims))).isEqualTo(401);
  }

  @Test
  void aKeyThatNobodyKnows() {
    assertThat(status(issuer.token(TokenIssuer.newKey("key-9"), claims -> claims))).isEqualTo(401);
  }

  @Test
  void aChangedClaimUnderAnOldSignature() throws ParseException {
    var genuine = JOSEObject.split(issuer.token());
    var changed = JOSEObject.split(issuer.token(claims -> claims.subject("someone")));

    assertThat(status(genuine[0] + "." + changed[1] + "." + genuine[2])).isEqualTo(401);
  }

  @Test
  void anExpiredToken() {
    assertThat(status(token(claims -> claims.expirationTime(issuer.in(-301))))).isEqualTo(401);
  }

  @Test
  void aTokenWithoutAnEnd() {
    assertThat(status(token(claims -> claims.expirationTime(null)))).isEqualTo(401);
  }

  @Test
  void aTokenThatIsNotYetValid() {
    assertThat(status(token(claims -> claims.notBeforeTime(issuer.in(301))))).isEqualTo(401);
  }

  @Test
  void aTokenForAnotherBot() {
    assertThat(status(token(claims -> claims.audience("another-app")))).isEqualTo(401);
    assertThat(status(token(claims -> claims.audience((String) null)))).isEqualTo(401);
  }

  @Test
  void aTokenOfAnotherIssuer() {
    assertThat(status(token(claims -> claims.issuer("https://sts.windows.net/tenant/"))))
        .isEqualTo(401);
    assertThat(status(token(claims -> claims.issuer(null)))).isEqualTo(401);
  }

  @Test
  void aTokenOfAnotherBotAsAParentOfASkill() {
    var skill =
        token(claims ->
            claims
                .issuer("https://login.microsoftonline.com/" + Activities.TENANT + "/v2.0")
                .claim("appid", "another-app")
                .claim("ver", "2.0"));

    assertThat(status(skill)).isEqualTo(401);
  }

  @Test
  void theBotsOwnOutboundToken() {
    var own =
        token(claims ->
            claims
                .issuer("https://sts.windows.net/" + Activities.TENANT + "/")
                .audience("https://api.botframework.com")
                .claim("appid", TokenIssuer.APP));

    assertThat(status(own)).isEqualTo(401);
  }

  @Test
  void aTokenWithoutSignature() {
    assertThat(status(new PlainJWT(issuer.claims().build()).serialize())).isEqualTo(401);
  }

  @Test
  void aTokenSignedWithThePublicKeyAsASecret() throws JOSEException {
    var key = issuer.key();
    var secret = key.toPublicKey().getEncoded();
    var header = new JWSHeader.Builder(JWSAlgorithm.HS256).keyID(key.getKeyID()).build();

    assertThat(status(issuer.signed(header, new MACSigner(secret), claims -> claims)))
        .isEqualTo(401);
  }

  @Test
  void anotherAlgorithmOfTheSameKey() throws JOSEException {
    var key = issuer.key();
    var header = new JWSHeader.Builder(JWSAlgorithm.RS512).keyID(key.getKeyID()).build();

    assertThat(status(issuer.signed(header, new RSASSASigner(key), claims -> claims)))
        .isEqualTo(401);
  }

  @Test
  void aKeyWithoutEndorsementForTeams() {
    issuer.publish(TokenIssuer.newKey("key-2"), "directline", "webchat");
    assertThat(status(issuer.token())).isEqualTo(401);

    clock.advance(Duration.ofMinutes(1));
    issuer.publish(TokenIssuer.newKey("key-3"));
    assertThat(status(issuer.token())).isEqualTo(401);
  }

  @Test
  void aTokenForAnotherServiceUrl() {
    var token =
        token(claims -> claims.claim("serviceurl", "https://smba.trafficmanager.net/emea/"));

    assertThat(status(token)).isEqualTo(403);
  }

  @Test
  void aTokenForNoServiceUrl() {
    assertThat(status(token(claims -> claims.claim("serviceurl", null)))).isEqualTo(401);
  }

  @Test
  void aServiceHostThatIsNotOnTheList() {
    for (var url :
        List.of(
            "https://evil.example/teams/",
            "http://smba.trafficmanager.net/teams/",
            "https://smba.trafficmanager.net:8443/teams/",
            "https://smba.trafficmanager.net@evil.example/",
            "https://smba.trafficmanager.net.evil.example/",
            "http://127.0.0.1:8080/",
            "nonsense",
            "")) {
      var token = token(claims -> claims.claim("serviceurl", url));
      var activity = Activities.with(inPersonal("17", "hello"), it -> it.put("serviceUrl", url));

      assertThat(status("Bearer " + token, activity)).as(url).isEqualTo(403);
    }
  }

  @Test
  void anActivityWithoutServiceUrl() {
    assertThat(sent(it -> it.remove("serviceUrl"))).isEqualTo(403);
  }

  @Test
  void anotherChannelThanTeams() {
    assertThat(sent(it -> it.put("channelId", "directline"))).isEqualTo(403);
    assertThat(sent(it -> it.remove("channelId"))).isEqualTo(403);
  }

  @Test
  void anotherTenant() {
    assertThat(
            sent(it -> {
              it.withObject("/conversation").put("tenantId", "foreign");
              it.withObject("/channelData/tenant").put("id", "foreign");
            }))
        .isEqualTo(403);
  }

  @Test
  void tenantsThatDisagree() {
    assertThat(sent(it -> it.withObject("/conversation").put("tenantId", "foreign")))
        .isEqualTo(403);
    assertThat(sent(it -> it.withObject("/channelData/tenant").put("id", "foreign")))
        .isEqualTo(403);
  }

  @Test
  void noTenantAtAll() {
    assertThat(
            sent(it -> {
              it.withObject("/conversation").remove("tenantId");
              it.remove("channelData");
            }))
        .isEqualTo(403);
  }

  private String token(UnaryOperator<JWTClaimsSet.Builder> change) {
    return issuer.token(change);
  }

  private int sent(Consumer<ObjectNode> change) {
    return status("Bearer " + issuer.token(), Activities.with(inPersonal("17", "hello"), change));
  }

  private int status(String token) {
    return status("Bearer " + token, inPersonal("17", "hello"));
  }

  private int status(String authorization, ObjectNode activity) {
    var headers = Map.of("authorization", List.of(authorization));
    var request =
        new WebRequest("POST", "/api/messages", "", headers, bytes(activity), "127.0.0.1");
    return adapter.handler(inbox, inbox).handle(request).status();
  }
}
