package dev.tiller.teams;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tiller.teams.TeamsTokenCheck.Verdict;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TeamsKeysTest {

  private final MovableClock clock = new MovableClock();
  private final TokenIssuer issuer =
      new TokenIssuer(clock, "https://smba.trafficmanager.net/teams/");
  private final TeamsTokenCheck check =
      new TeamsTokenCheck(
          TokenIssuer.APP, new TeamsKeys(new TeamsKeyOrigin(issuer.metadata()), clock), clock);

  @AfterEach
  void stop() {
    issuer.close();
  }

  @Test
  void theKeysAreFetchedOnceForManyTokens() {
    for (int i = 0; i < 5; i++) {
      assertThat(verdict(issuer.token())).isInstanceOf(Verdict.Genuine.class);
    }

    assertThat(issuer.looks()).isOne();
  }

  @Test
  void aNewKeyIsAcceptedAtOnce() {
    verdict(issuer.token());
    issuer.publish(TokenIssuer.newKey("key-2"), "webchat", "msteams");

    assertThat(verdict(issuer.token())).isInstanceOf(Verdict.Genuine.class);
  }

  @Test
  void aWithdrawnKeyIsRefusedWhenTheKeysAreNextFetched() {
    var old = issuer.key();
    verdict(issuer.token());
    issuer.withdrawAll();
    issuer.publish(TokenIssuer.newKey("key-2"), "msteams");
    clock.advance(Duration.ofMinutes(61));

    assertThat(verdict(issuer.token(old, claims -> claims))).isInstanceOf(Verdict.Refused.class);
  }

  @Test
  void unknownKeysDoNotLeadToALookEach() {
    for (int i = 0; i < 20; i++) {
      verdict(issuer.token(TokenIssuer.newKey("key-x"), claims -> claims));
    }

    assertThat(issuer.looks()).isLessThanOrEqualTo(3);
  }

  @Test
  void theKeysOutliveAnOutageOfTheirService() {
    verdict(issuer.token());
    issuer.goDown(true);
    clock.advance(Duration.ofHours(5));

    assertThat(verdict(issuer.token())).isInstanceOf(Verdict.Genuine.class);
  }

  @Test
  void withoutAnyKeysNothingIsKnown() {
    issuer.goDown(true);

    assertThat(verdict(issuer.token())).isInstanceOf(Verdict.Unknown.class);
  }

  @Test
  void theKeysAreFoundOnceTheirServiceIsBack() {
    issuer.goDown(true);
    verdict(issuer.token());
    issuer.goDown(false);
    clock.advance(Duration.ofSeconds(31));

    assertThat(verdict(issuer.token())).isInstanceOf(Verdict.Genuine.class);
  }

  @Test
  void clocksMayDifferByFiveMinutes() {
    assertThat(verdict(issuer.token(claims -> claims.expirationTime(issuer.in(-290)))))
        .isInstanceOf(Verdict.Genuine.class);
    assertThat(verdict(issuer.token(claims -> claims.notBeforeTime(issuer.in(290)))))
        .isInstanceOf(Verdict.Genuine.class);
  }

  private Verdict verdict(String token) {
    return check.check(Optional.of("Bearer " + token));
  }
}
