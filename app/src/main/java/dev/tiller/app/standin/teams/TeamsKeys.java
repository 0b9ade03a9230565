package dev.tiller.app.standin.teams;

import static dev.tiller.app.standin.chat.Json.object;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.tiller.app.standin.chat.Ids;
import dev.tiller.app.standin.chat.Json;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// Signs the tokens that come with what is sent to the bot, and publishes the key (Bot Framework
/// authentication, "Connector to Bot").
final class TeamsKeys {

  static final String METADATA = "/openid/.well-known/openidconfiguration";
  static final String KEYS = "/openid/.well-known/keys";

  private static final String ISSUER = "https://api.botframework.com";
  private static final Duration LIFE = Duration.ofHours(1);
  private static final Duration KEPT = Duration.ofMinutes(30);

  /// One for all stand-ins of a process, since making one takes a while.
  private static final RSAKey KEY = generate();

  private record Recipient(String appId, String serviceUrl) {}

  private record Token(String text, Instant signed) {

    boolean isFresh(Instant now) {
      return !now.isBefore(signed) && now.isBefore(signed.plus(KEPT));
    }
  }

  private final Map<Recipient, Token> tokens = new ConcurrentHashMap<>();
  private final InstantSource clock;
  private volatile String base = "";

  TeamsKeys(InstantSource clock) {
    this.clock = clock;
  }

  private static RSAKey generate() {
    try {
      return new RSAKeyGenerator(2048)
          .keyUse(KeyUse.SIGNATURE)
          .algorithm(JWSAlgorithm.RS256)
          .keyID(Ids.random("", 20))
          .generate();
    } catch (JOSEException e) {
      throw new IllegalStateException("every Java makes RSA keys", e);
    }
  }

  /// Names the address under which this stand-in is reached, without a slash at the end.
  void servedAt(String address) {
    base = address;
  }

  /// A token for requests to the bot, the same one for a while: signing takes long enough that many
  /// deliveries at once would hold up everything else in the process.
  String token(String appId, String serviceUrl) {
    var now = clock.instant();
    return tokens
        .compute(
            new Recipient(appId, serviceUrl),
            (to, last) -> last != null && last.isFresh(now) ? last : sign(to, now))
        .text();
  }

  private static Token sign(Recipient to, Instant now) {
    var claims =
        new JWTClaimsSet.Builder()
            .issuer(ISSUER)
            .audience(to.appId())
            .claim("serviceurl", to.serviceUrl())
            .notBeforeTime(Date.from(now))
            .expirationTime(Date.from(now.plus(LIFE)))
            .build();
    var header =
        new JWSHeader.Builder(JWSAlgorithm.RS256)
            .keyID(KEY.getKeyID())
            .type(JOSEObjectType.JWT)
            .build();
    try {
      var token = new SignedJWT(header, claims);
      token.sign(new RSASSASigner(KEY));
      return new Token(token.serialize(), now);
    } catch (JOSEException e) {
      throw new IllegalStateException("the key does not sign", e);
    }
  }

  /// The OpenID metadata.
  ObjectNode metadata() {
    return object(
        "issuer",
        ISSUER,
        "authorization_endpoint",
        "https://invalid.botframework.com",
        "jwks_uri",
        base + KEYS,
        "id_token_signing_alg_values_supported",
        List.of("RS256"),
        "token_endpoint_auth_methods_supported",
        List.of("private_key_jwt"));
  }

  /// The key set, with the channel that the key speaks for.
  ObjectNode keys() {
    var published = Json.parseObject(KEY.toPublicJWK().toJSONString()).orElseThrow();
    published.putArray("endorsements").add("msteams");
    return object("keys", Json.array(List.of(published)));
  }
}
