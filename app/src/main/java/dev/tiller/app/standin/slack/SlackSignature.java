package dev.tiller.app.standin.slack;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Slack's request signature ("Verifying requests from Slack", version `v0`).
final class SlackSignature {

  private static final String ALGORITHM = "HmacSHA256";

  private SlackSignature() {}

  /// The value of `X-Slack-Signature`.
  ///
  /// @param time of the request, in seconds
  static String of(String secret, long time, String body) {
    try {
      var mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM));
      var signed = ("v0:" + time + ":" + body).getBytes(StandardCharsets.UTF_8);
      return "v0=" + HexFormat.of().formatHex(mac.doFinal(signed));
    } catch (NoSuchAlgorithmException | InvalidKeyException e) {
      throw new IllegalStateException("every Java has " + ALGORITHM, e);
    }
  }
}
