package dev.tiller.teams;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.JWKSetCacheRefreshEvaluator;
import com.nimbusds.jose.jwk.source.JWKSetSource;
import com.nimbusds.jose.jwk.source.JWKSetUnavailableException;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.jose.util.ResourceRetriever;
import java.io.IOException;
import java.net.URI;
import java.text.ParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/// Fetches the keys of the Bot Framework's tokens: the OpenID metadata names the key set, and each
/// key in it names in `endorsements` the channels it may speak for (Bot Connector authentication
/// 3.1). Keys that are not endorsed for Teams are left out, so they sign nothing here.
final class TeamsKeyOrigin implements JWKSetSource<SecurityContext> {

  /// Certificates and the like are left out: a flaw in one must not cost the other keys.
  private static final List<String> USED = List.of("kty", "kid", "use", "alg", "n", "e");

  private static final int TIMEOUT_MILLIS = 5_000;
  private static final int MAX_BYTES = 1 << 20;

  private final URI metadata;
  private final ResourceRetriever http =
      new DefaultResourceRetriever(TIMEOUT_MILLIS, TIMEOUT_MILLIS, MAX_BYTES);

  TeamsKeyOrigin(URI metadata) {
    this.metadata = metadata;
  }

  @Override
  public JWKSet getJWKSet(
      JWKSetCacheRefreshEvaluator refresh, long now, @Nullable SecurityContext context)
      throws KeySourceException {
    try {
      var keys = URI.create(json(metadata).path("jwks_uri").asText());
      if (!metadata.getScheme().equals(keys.getScheme())) {
        throw new JWKSetUnavailableException(
            "the metadata names keys at an address of another scheme");
      }
      return endorsed(json(keys).path("keys"));
    } catch (IOException | ParseException | IllegalArgumentException failure) {
      throw new JWKSetUnavailableException("the keys of Teams cannot be fetched", failure);
    }
  }

  private JsonNode json(URI address) throws IOException {
    return TeamsJson.MAPPER.readTree(http.retrieveResource(address.toURL()).getContent());
  }

  private static JWKSet endorsed(JsonNode keys) throws ParseException {
    var set = new ArrayList<JWK>();
    for (var key : keys) {
      if (key.path("kty").asText().equals("RSA") && endorsesTeams(key.path("endorsements"))) {
        set.add(JWK.parse(((ObjectNode) key).retain(USED).toString()));
      }
    }
    return new JWKSet(set);
  }

  private static boolean endorsesTeams(JsonNode channels) {
    return StreamSupport.stream(channels.spliterator(), false)
        .anyMatch(channel -> channel.asText().equals("msteams"));
  }

  @Override
  public void close() {}
}
