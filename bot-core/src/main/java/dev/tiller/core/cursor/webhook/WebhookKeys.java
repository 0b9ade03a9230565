package dev.tiller.core.cursor.webhook;

import dev.tiller.core.agents.LaunchRequest;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Derives what protects the webhook of each launch from master keys: an address that cannot be
/// guessed and a secret that signs. New launches use the first master key; all of them verify, so a
/// new key can be put first while launches of the old one go on.
public final class WebhookKeys {

  private static final int SHORTEST_KEY = 16;
  private static final int PATH_LENGTH = 22;
  private static final int UUID_LENGTH = 36;
  private static final String SIGNATURE_SCHEME = "sha256=";

  private final List<byte[]> masters;

  /// @param masters at least one, of 16 characters or more each
  public WebhookKeys(List<String> masters) {
    if (masters.isEmpty()
        || masters.stream().anyMatch(key -> key.strip().length() < SHORTEST_KEY)) {
      throw new IllegalArgumentException(
          "a secret key is missing or has fewer than " + SHORTEST_KEY + " characters");
    }
    this.masters =
        masters.stream().map(key -> key.strip().getBytes(StandardCharsets.UTF_8)).toList();
  }

  /// The listener to name in a launch.
  ///
  /// @param publicUrl where the service reaches Tiller; absent means that it cannot, so no webhook
  public Optional<LaunchRequest.Webhook> forLaunch(Optional<URI> publicUrl, UUID launch) {
    return publicUrl.map(url -> {
      var base = url.toString().replaceFirst("/+$", "");
      var address = base + "/webhooks/cursor/" + segment(masters.getFirst(), launch);
      return new LaunchRequest.Webhook(URI.create(address), secret(masters.getFirst(), launch));
    });
  }

  /// The launch that a path segment made by [#forLaunch] leads to. Empty when we did not make it.
  Optional<UUID> launchOf(String segment) {
    return uuid(segment)
        .filter(launch ->
            anyOf(masters.stream().map(key -> bytes(segment(key, launch))), bytes(segment)));
  }

  /// Whether the header `X-Webhook-Signature` is right for these bytes of this launch.
  boolean signed(UUID launch, byte[] body, String signature) {
    if (!signature.startsWith(SIGNATURE_SCHEME)) {
      return false;
    }
    try {
      var given = HexFormat.of().parseHex(signature.substring(SIGNATURE_SCHEME.length()));
      return anyOf(masters.stream().map(key -> hmac(bytes(secret(key, launch)), body)), given);
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  /// Compares with all of them, in constant time each.
  private static boolean anyOf(Stream<byte[]> expected, byte[] given) {
    return expected
        .map(each -> MessageDigest.isEqual(each, given))
        .reduce(false, Boolean::logicalOr);
  }

  private static Optional<UUID> uuid(String segment) {
    try {
      return segment.length() == UUID_LENGTH + 1 + PATH_LENGTH
          ? Optional.of(UUID.fromString(segment.substring(0, UUID_LENGTH)))
          : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static String segment(byte[] master, UUID launch) {
    var proof = derive(master, "cursor-webhook-path/" + launch);
    return launch + "-" + proof.substring(0, PATH_LENGTH);
  }

  private static String secret(byte[] master, UUID launch) {
    return derive(master, "cursor-webhook/" + launch);
  }

  private static String derive(byte[] master, String purpose) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(hmac(master, bytes(purpose)));
  }

  private static byte[] hmac(byte[] key, byte[] message) {
    try {
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      return mac.doFinal(message);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java has no HMAC-SHA256", e);
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public String toString() {
    return "WebhookKeys[hidden]";
  }
}
