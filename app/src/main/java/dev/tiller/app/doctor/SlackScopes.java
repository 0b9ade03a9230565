package dev.tiller.app.doctor;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// Compares a token's scopes with those of the manifest that an app is made from.
final class SlackScopes {

  private static final String MANIFEST = "/manifests/slack/manifest.http.yaml";

  /// Comes with Slack's own agent display, which an app may have or not.
  private static final String AGENT = "assistant:write";

  private SlackScopes() {}

  /// @param header the value of `x-oauth-scopes`; empty when Slack did not tell
  static List<Finding> judge(String header) {
    if (header.isBlank()) {
      return List.of(
          Finding.of(
              Check.SLACK_SCOPES, Symptom.SLACK_SCOPES_UNTOLD, "Slack has not told the scopes"));
    }
    return judge(Arrays.stream(header.split(",", -1)).map(String::strip).toList(), wanted());
  }

  static List<Finding> judge(Collection<String> given, Set<String> wanted) {
    var missing = new TreeSet<>(wanted);
    missing.removeAll(given);
    var more = new TreeSet<>(given);
    more.removeAll(wanted);
    more.remove(AGENT);
    var findings = new ArrayList<Finding>();
    if (!missing.isEmpty()) {
      findings.add(finding(Symptom.SLACK_SCOPE_MISSING, "missing", missing));
    }
    if (!more.isEmpty()) {
      findings.add(finding(Symptom.SLACK_SCOPE_MORE, "not needed", more));
    }
    if (findings.isEmpty()) {
      findings.add(Finding.ok(Check.SLACK_SCOPES, "the " + wanted.size() + " of the manifest"));
    }
    return findings;
  }

  private static Finding finding(Symptom symptom, String what, Set<String> scopes) {
    var list = String.join(", ", scopes);
    return Finding.of(Check.SLACK_SCOPES, symptom, what + ": " + list, list);
  }

  /// The scopes that the manifest asks for.
  static Set<String> wanted() {
    try (var manifest = Objects.requireNonNull(SlackScopes.class.getResourceAsStream(MANIFEST))) {
      return new YAMLMapper()
          .readTree(manifest)
          .at("/oauth_config/scopes/bot")
          .valueStream()
          .map(JsonNode::asText)
          .collect(Collectors.toUnmodifiableSet());
    } catch (IOException e) {
      throw new UncheckedIOException("the Slack manifest cannot be read", e);
    }
  }
}
