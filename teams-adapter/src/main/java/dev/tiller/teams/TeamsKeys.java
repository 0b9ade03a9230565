package dev.tiller.teams;

import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.CachingJWKSetSource;
import com.nimbusds.jose.jwk.source.JWKSetCacheRefreshEvaluator;
import com.nimbusds.jose.jwk.source.JWKSetSource;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.OutageTolerantJWKSetSource;
import com.nimbusds.jose.jwk.source.RateLimitedJWKSetSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The keys that inbound tokens may be signed with, kept in memory.
///
/// An unknown key id leads to a look at once, but to no more than two in [#PAUSE] whoever asks. A
/// look that fails leaves the keys as they were, for up to [#OUTAGE].
final class TeamsKeys implements JWKSource<SecurityContext> {

  private static final Duration FRESH = Duration.ofHours(1);
  private static final Duration OUTAGE = Duration.ofDays(2);
  private static final Duration PAUSE = Duration.ofSeconds(30);
  private static final Duration WAIT = Duration.ofSeconds(10);

  private final JWKSetSource<SecurityContext> sets;
  private final InstantSource clock;

  TeamsKeys(JWKSetSource<SecurityContext> origin, InstantSource clock) {
    var kept = new OutageTolerantJWKSetSource<>(origin, OUTAGE.toMillis(), null);
    var paced = new RateLimitedJWKSetSource<>(kept, PAUSE.toMillis(), null);
    this.sets = new CachingJWKSetSource<>(paced, FRESH.toMillis(), WAIT.toMillis(), null);
    this.clock = clock;
  }

  /// @throws KeySourceException when it cannot be known now which keys there are
  @Override
  public List<JWK> get(JWKSelector selector, @Nullable SecurityContext context)
      throws KeySourceException {
    var known = set(JWKSetCacheRefreshEvaluator.noRefresh());
    var found = selector.select(known);
    return found.isEmpty()
        ? selector.select(set(JWKSetCacheRefreshEvaluator.referenceComparison(known)))
        : found;
  }

  private JWKSet set(JWKSetCacheRefreshEvaluator refresh) throws KeySourceException {
    return sets.getJWKSet(refresh, clock.millis(), null);
  }
}
