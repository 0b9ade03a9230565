package dev.tiller.teams;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;

/// The Bot Framework's token service as inbound requests know it: keys, their metadata, tokens.
final class TokenIssuer implements AutoCloseable {

  static final String APP = "11111111-2222-3333-4444-555555555555";

  private static final RSAKey FIRST = generated();
  private static final RSAKey OTHER = generated();

  private final LoopbackServer server = new LoopbackServer(this::answer);
  private final List<Published> published = new CopyOnWriteArrayList<>();
  private final InstantSource clock;
  private final String serviceUrl;
  private volatile boolean down;

  private record Published(RSAKey key, List<String> endorsements) {}

  TokenIssuer(InstantSource clock, String serviceUrl) {
    this.clock = clock;
    this.serviceUrl = serviceUrl;
    publish(new RSAKey.Builder(FIRST).keyID("key-1").build(), "msteams");
  }

  URI metadata() {
    return server.at("/metadata");
  }

  int looks() {
    return (int) server.requests().stream().filter(ask -> ask.path().equals("/keys")).count();
  }

  void goDown(boolean gone) {
    down = gone;
  }

  RSAKey key() {
    return published.getLast().key();
  }

  void publish(RSAKey key, String... endorsements) {
    published.add(new Published(key, List.of(endorsements)));
  }

  void withdrawAll() {
    published.clear();
  }

  /// A key that the issuer did not begin with.
  static RSAKey newKey(String id) {
    return new RSAKey.Builder(OTHER).keyID(id).build();
  }

  /// A token as Teams sends it.
  String token() {
    return token(claims -> claims);
  }

  /// Such a token with some claims changed.
  String token(UnaryOperator<JWTClaimsSet.Builder> change) {
    return token(key(), change);
  }

  String token(RSAKey key, UnaryOperator<JWTClaimsSet.Builder> change) {
    try {
      var header = new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID()).build();
      return signed(header, new RSASSASigner(key), change);
    } catch (JOSEException failure) {
      throw new IllegalStateException(failure);
    }
  }

  String signed(JWSHeader header, JWSSigner signer, UnaryOperator<JWTClaimsSet.Builder> change)
      throws JOSEException {
    var token = new SignedJWT(header, change.apply(claims()).build());
    token.sign(signer);
    return token.serialize();
  }

  JWTClaimsSet.Builder claims() {
    return new JWTClaimsSet.Builder()
        .issuer("https://api.botframework.com")
        .audience(APP)
        .notBeforeTime(in(-60))
        .expirationTime(in(3600))
        .claim("serviceurl", serviceUrl);
  }

  Date in(long seconds) {
    return Date.from(Instant.ofEpochSecond(clock.instant().getEpochSecond() + seconds));
  }

  @Override
  public void close() {
    server.close();
  }

  private LoopbackServer.Answer answer(LoopbackServer.Request request) {
    if (down) {
      return LoopbackServer.Answer.json(503, "{}");
    }
    return LoopbackServer.Answer.json(
        200,
        request.path().equals("/keys")
            ? keys()
            : "{\"issuer\":\"https://api.botframework.com\",\"jwks_uri\":\"%s\"}"
                .formatted(server.at("/keys")));
  }

  private static RSAKey generated() {
    try {
      return new RSAKeyGenerator(2048).keyUse(KeyUse.SIGNATURE).generate();
    } catch (JOSEException failure) {
      throw new IllegalStateException(failure);
    }
  }

  private String keys() {
    var keys = new ArrayList<String>();
    for (var entry : published) {
      ObjectNode json = TeamsJson.MAPPER.valueToTree(entry.key().toPublicJWK().toJSONObject());
      json.set("endorsements", TeamsJson.MAPPER.valueToTree(entry.endorsements()));
      keys.add(json.toString());
    }
    return "{\"keys\":[" + String.join(",", keys) + "]}";
  }
}
