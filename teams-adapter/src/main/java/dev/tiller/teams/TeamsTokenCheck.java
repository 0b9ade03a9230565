package dev.tiller.teams;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.text.ParseException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Date;
import java.util.Optional;
import java.util.Set;

/// Decides whether a request carries a token that the Bot Framework made for this bot.
///
/// Only that kind of token is accepted. Tokens of other bots (skills), of the emulator and the
/// bot's own outbound tokens have another issuer, and any of them would let its holder speak for
/// everybody.
final class TeamsTokenCheck {

  static final String ISSUER = "https://api.botframework.com";

  private static final Duration SKEW = Duration.ofMinutes(5);
  private static final String SCHEME = "Bearer ";

  private final DefaultJWTProcessor<SecurityContext> tokens = new DefaultJWTProcessor<>();

  TeamsTokenCheck(String appId, JWKSource<SecurityContext> keys, InstantSource clock) {
    tokens.setJWSKeySelector(new JWSVerificationKeySelector<>(JWSAlgorithm.RS256, keys));
    var claims = new ClaimsCheck(appId, clock);
    claims.setMaxClockSkew((int) SKEW.toSeconds());
    tokens.setJWTClaimsSetVerifier(claims);
  }

  sealed interface Verdict {

    /// @param serviceUrl the connector that the token vouches for
    record Genuine(String serviceUrl) implements Verdict {}

    /// @param reason for the log; repeats nothing of a token whose signature is wrong
    record Refused(String reason) implements Verdict {}

    /// The keys cannot be had now.
    record Unknown(String reason) implements Verdict {}
  }

  /// @param authorization the header of that name
  Verdict check(Optional<String> authorization) {
    var token = authorization.filter(TeamsTokenCheck::isBearer);
    if (token.isEmpty()) {
      return new Verdict.Refused("no bearer token");
    }
    try {
      return check(SignedJWT.parse(token.get().substring(SCHEME.length()).strip()));
    } catch (ParseException malformed) {
      return new Verdict.Refused("not a signed token");
    }
  }

  private Verdict check(SignedJWT token) throws ParseException {
    try {
      var serviceUrl = tokens.process(token, null).getStringClaim("serviceurl");
      return serviceUrl == null
          ? new Verdict.Refused("no service URL")
          : new Verdict.Genuine(serviceUrl);
    } catch (KeySourceException unavailable) {
      return new Verdict.Unknown(String.valueOf(unavailable.getMessage()));
    } catch (BadJOSEException | JOSEException bad) {
      return new Verdict.Refused(String.valueOf(bad.getMessage()));
    }
  }

  private static boolean isBearer(String authorization) {
    return authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length());
  }

  private static final class ClaimsCheck extends DefaultJWTClaimsVerifier<SecurityContext> {

    private final InstantSource clock;

    ClaimsCheck(String appId, InstantSource clock) {
      super(appId, new JWTClaimsSet.Builder().issuer(ISSUER).build(), Set.of("exp", "serviceurl"));
      this.clock = clock;
    }

    @Override
    protected Date currentTime() {
      return Date.from(clock.instant());
    }
  }
}
