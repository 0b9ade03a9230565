package dev.tiller.app;

import dev.tiller.app.config.Secret;
import dev.tiller.app.http.Exchange;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// What the processes of one deployment have in common, by which `tiller doctor` knows that an
/// answer comes from the bot and not from somebody else at its address. A request may carry a
/// challenge; the answer then carries what only who has the deployment's keys can make of it.
public final class Deployment {

  /// The challenge in requests, its proof in answers.
  public static final String HEADER = "X-Tiller-Probe";

  private static final Pattern CHALLENGE = Pattern.compile("[A-Za-z0-9_-]{16,64}");
  private static final String PURPOSE = "doctor-probe/";

  private final List<Secret> keys;

  /// @param keys the first proves, all are accepted; without any, nothing is proved
  public Deployment(List<Secret> keys) {
    this.keys = List.copyOf(keys);
  }

  /// The answer to a challenge; empty when it is none.
  Optional<String> proof(String challenge) {
    return CHALLENGE.matcher(challenge).matches()
        ? keys.stream().findFirst().map(key -> hmac(key, challenge))
        : Optional.empty();
  }

  /// Whether an answer to the challenge comes from this deployment.
  public boolean proves(String challenge, String proof) {
    return keys.stream()
        .map(key -> MessageDigest.isEqual(bytes(hmac(key, challenge)), bytes(proof)))
        .reduce(false, Boolean::logicalOr);
  }

  /// Has the answer prove that it comes from here, if the request asks for it.
  void prove(Exchange exchange) {
    exchange
        .header(HEADER)
        .flatMap(this::proof)
        .ifPresent(proof -> exchange.setHeader(HEADER, proof));
  }

  private static String hmac(Secret key, String challenge) {
    try {
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(bytes(key.reveal()), "HmacSHA256"));
      return HexFormat.of().formatHex(mac.doFinal(bytes(PURPOSE + challenge)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java has no HMAC-SHA256", e);
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
