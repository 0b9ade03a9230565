package dev.tiller.app.standin.slack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.stream.Collectors;

/// What an admin has granted who made the app from the manifest.
final class GrantedScopes {

  private static final String MANIFEST = "/manifests/slack/manifest.http.yaml";

  private GrantedScopes() {}

  /// The value of `x-oauth-scopes`.
  static String header() {
    try (var manifest = Objects.requireNonNull(GrantedScopes.class.getResourceAsStream(MANIFEST))) {
      return new YAMLMapper()
          .readTree(manifest)
          .at("/oauth_config/scopes/bot")
          .valueStream()
          .map(JsonNode::asText)
          .collect(Collectors.joining(","));
    } catch (IOException e) {
      throw new UncheckedIOException("the manifest cannot be read", e);
    }
  }
}
