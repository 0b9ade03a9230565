package dev.tiller.app.standin.teams;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class TeamsTokensTest {

  private static final Instant START = Instant.parse("2026-11-22T10:00:00Z");

  private final AtomicReference<Instant> now = new AtomicReference<>(START);
  private final TeamsKeys keys = new TeamsKeys(now::get);

  @Test
  void manyDeliveriesAreSignedOnce() {
    assertThat(keys.token("app", "http://here/")).isEqualTo(keys.token("app", "http://here/"));
  }

  @Test
  void eachRecipientHasItsOwn() throws ParseException {
    keys.token("app", "http://here/");

    var other = SignedJWT.parse(keys.token("other", "http://there/")).getJWTClaimsSet();

    assertThat(other.getAudience()).containsExactly("other");
    assertThat(other.getStringClaim("serviceurl")).isEqualTo("http://there/");
  }

  @Test
  void aTokenIsAlwaysGoodForHalfAnHourAtLeast() throws ParseException {
    keys.token("app", "http://here/");
    now.set(START.plus(Duration.ofMinutes(30)));

    var claims = SignedJWT.parse(keys.token("app", "http://here/")).getJWTClaimsSet();

    assertThat(claims.getExpirationTime().toInstant())
        .isEqualTo(now.get().plus(Duration.ofHours(1)));
  }
}
