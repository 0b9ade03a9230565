package dev.tiller.teams;

import static dev.tiller.teams.Activities.bytes;
import static dev.tiller.teams.Activities.inPersonal;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObject;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import java.text.ParseException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Requests whose token the Bot Framework did not make for this bot. Each differs in one thing from
/// a token that is accepted.
class TeamsForgedTokensTest {

  private final Endpoint endpoint = new Endpoint();

  @AfterEach
  void nothingOfAnIntruderIsHandedIn() {
    assertThat(endpoint.inbox.isEmpty()).isTrue();
    endpoint.close();
  }

  @Test
  void aGenuineRequestIsAccepted() {
    assertThat(status(endpoint.issuer.token())).isEqualTo(200);
    endpoint.inbox.messages.clear();
  }

  @Test
  void noHeader() {
    var body = bytes(inPersonal("17", "hello"));

    assertThat(endpoint.send("POST", Map.of(), body).status()).isEqualTo(401);
  }

  @Test
  void anotherSchemeOrNoToken() {
    for (var header :
        List.of(
            "", "Bearer", "Bearer ", "Basic " + endpoint.issuer.token(), endpoint.issuer.token())) {
      assertThat(endpoint.send(bytes(inPersonal("17", "hello")), header).status())
          .as(header)
          .isEqualTo(401);
    }
  }

  @Test
  void aForgedSignature() {
    assertThat(status(endpoint.issuer.token(TokenIssuer.newKey("key-1"), claims -> claims)))
        .isEqualTo(401);
  }

  @Test
  void aKeyThatNobodyKnows() {
    assertThat(status(endpoint.issuer.token(TokenIssuer.newKey("key-9"), claims -> claims)))
        .isEqualTo(401);
  }

  @Test
  void aChangedClaimUnderAnOldSignature() throws ParseException {
    var genuine = JOSEObject.split(endpoint.issuer.token());
    var changed = JOSEObject.split(endpoint.issuer.token(claims -> claims.subject("someone")));

    assertThat(status(genuine[0] + "." + changed[1] + "." + genuine[2])).isEqualTo(401);
  }

  @Test
  void anExpiredToken() {
    assertThat(status(token(claims -> claims.expirationTime(endpoint.issuer.in(-301)))))
        .isEqualTo(401);
  }

  @Test
  void aTokenWithoutAnEnd() {
    assertThat(status(token(claims -> claims.expirationTime(null)))).isEqualTo(401);
  }

  @Test
  void aTokenThatIsNotYetValid() {
    assertThat(status(token(claims -> claims.notBeforeTime(endpoint.issuer.in(301)))))
        .isEqualTo(401);
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
    assertThat(status(new PlainJWT(endpoint.issuer.claims().build()).serialize())).isEqualTo(401);
  }

  @Test
  void aTokenSignedWithThePublicKeyAsASecret() throws JOSEException {
    var key = endpoint.issuer.key();
    var secret = key.toPublicKey().getEncoded();
    var header = new JWSHeader.Builder(JWSAlgorithm.HS256).keyID(key.getKeyID()).build();

    assertThat(status(endpoint.issuer.signed(header, new MACSigner(secret), claims -> claims)))
        .isEqualTo(401);
  }

  @Test
  void anotherAlgorithmOfTheSameKey() throws JOSEException {
    var key = endpoint.issuer.key();
    var header = new JWSHeader.Builder(JWSAlgorithm.RS512).keyID(key.getKeyID()).build();

    assertThat(status(endpoint.issuer.signed(header, new RSASSASigner(key), claims -> claims)))
        .isEqualTo(401);
  }

  @Test
  void aKeyWithoutEndorsementForTeams() {
    endpoint.issuer.publish(TokenIssuer.newKey("key-2"), "directline", "webchat");
    assertThat(status(endpoint.issuer.token())).isEqualTo(401);

    endpoint.clock.advance(Duration.ofMinutes(1));
    endpoint.issuer.publish(TokenIssuer.newKey("key-3"));
    assertThat(status(endpoint.issuer.token())).isEqualTo(401);
  }

  @Test
  void aTokenForNoServiceUrl() {
    assertThat(status(token(claims -> claims.claim("serviceurl", null)))).isEqualTo(401);
  }

  private String token(UnaryOperator<JWTClaimsSet.Builder> change) {
    return endpoint.issuer.token(change);
  }

  private int status(String token) {
    return endpoint.send(bytes(inPersonal("17", "hello")), "Bearer " + token).status();
  }
}
