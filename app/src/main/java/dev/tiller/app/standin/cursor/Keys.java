package dev.tiller.app.standin.cursor;

import dev.tiller.app.http.Exchange;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/// Who may call: holders of an API key that the account has, and of a token made for a user of a
/// team, which lives for an hour. Both come as a bearer token, or as a Basic user name with any
/// password.
final class Keys {

  static final Duration TOKEN_LIFE = Duration.ofHours(1);

  private static final int TOKEN_BYTES = 24;

  private final SecureRandom random = new SecureRandom();
  private final Map<String, SubToken> tokens = new ConcurrentHashMap<>();
  private final Predicate<String> accepted;
  private final InstantSource clock;

  Keys(Predicate<String> accepted, InstantSource clock) {
    this.accepted = accepted;
    this.clock = clock;
  }

  private record SubToken(Member member, Instant expiresAt) {}

  /// The key of a request; absent when there is none that counts.
  Optional<String> find(Exchange exchange) {
    return sent(exchange).filter(this::valid);
  }

  /// Makes a token that acts for a member.
  String tokenFor(Member member, Instant expiresAt) {
    var bytes = new byte[TOKEN_BYTES];
    random.nextBytes(bytes);
    var token = "crsr_sub_" + HexFormat.of().formatHex(bytes);
    tokens.put(token, new SubToken(member, expiresAt));
    return token;
  }

  /// Whom a key belongs to; absent for service accounts.
  Optional<Member> owner(String key) {
    return Optional.ofNullable(tokens.get(key))
        .map(SubToken::member)
        .or(() -> isService(key) ? Optional.empty() : Optional.of(Member.ALEX));
  }

  static boolean isService(String key) {
    return key.contains("service");
  }

  private boolean valid(String key) {
    return Optional.ofNullable(tokens.get(key))
        .map(token -> clock.instant().isBefore(token.expiresAt()))
        .orElseGet(() -> accepted.test(key));
  }

  private static Optional<String> sent(Exchange exchange) {
    var parts = exchange.header("authorization").orElse("").strip().split("\\s+", 2);
    if (parts.length < 2) {
      return Optional.empty();
    }
    return switch (parts[0].toLowerCase(Locale.ROOT)) {
      case "bearer" -> Optional.of(parts[1]);
      case "basic" -> user(parts[1]);
      default -> Optional.empty();
    };
  }

  private static Optional<String> user(String credentials) {
    try {
      var text = new String(Base64.getDecoder().decode(credentials), StandardCharsets.UTF_8);
      int colon = text.indexOf(':');
      return colon < 0 ? Optional.empty() : Optional.of(text.substring(0, colon));
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }
}
