package dev.tiller.slack;

import dev.tiller.core.chat.WebRequest;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Tells whether Slack sent a request, from its raw bytes and headers (Slack, "Verifying requests
/// from Slack", signature version v0). While the secret is being changed, several are accepted.
final class SlackSignature {

  private static final Duration WINDOW = Duration.ofMinutes(5);
  private static final Pattern SECONDS = Pattern.compile("[0-9]{1,11}");

  private final List<SecretKeySpec> keys;
  private final InstantSource clock;

  SlackSignature(String signingSecret, InstantSource clock) {
    this(List.of(signingSecret), clock);
  }

  /// @param signingSecrets at least one; the first is the newest
  SlackSignature(List<String> signingSecrets, InstantSource clock) {
    this.keys = signingSecrets.stream().map(SlackSignature::key).toList();
    this.clock = clock;
  }

  private static SecretKeySpec key(String secret) {
    return new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256");
  }

  /// Whether the signature fits the body and was made within five minutes of now.
  boolean accepts(WebRequest request) {
    var timestamp = request.header("X-Slack-Request-Timestamp").orElse("");
    var signature = request.header("X-Slack-Signature").orElse("");
    return isRecent(timestamp)
        && keys.stream()
            .anyMatch(key ->
                MessageDigest.isEqual(
                    signature.getBytes(StandardCharsets.UTF_8),
                    sign(key, timestamp, request.body()).getBytes(StandardCharsets.UTF_8)));
  }

  /// The signature that Slack would send with this body.
  String sign(String timestamp, byte[] body) {
    return sign(keys.getFirst(), timestamp, body);
  }

  private static String sign(SecretKeySpec key, String timestamp, byte[] body) {
    try {
      var mac = Mac.getInstance(key.getAlgorithm());
      mac.init(key);
      mac.update(("v0:" + timestamp + ":").getBytes(StandardCharsets.UTF_8));
      return "v0=" + HexFormat.of().formatHex(mac.doFinal(body));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("HmacSHA256 is part of every Java platform", e);
    }
  }

  private boolean isRecent(String timestamp) {
    if (!SECONDS.matcher(timestamp).matches()) {
      return false;
    }
    var sent = Instant.ofEpochSecond(Long.parseLong(timestamp));
    return Duration.between(sent, clock.instant()).abs().compareTo(WINDOW) <= 0;
  }
}
