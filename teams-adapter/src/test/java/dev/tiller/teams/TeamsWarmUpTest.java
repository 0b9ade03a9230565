package dev.tiller.teams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.tiller.teams.LoopbackServer.Answer;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TeamsWarmUpTest {

  private final MovableClock clock = new MovableClock();
  private final TokenIssuer issuer = new TokenIssuer(clock, "https://localhost/");
  private final LoopbackServer service =
      new LoopbackServer(
          request -> Answer.json(200, "{\"access_token\":\"t\",\"expires_in\":3600}"));
  private final TeamsAdapter adapter =
      new TeamsAdapter(
          new TeamsSettings(
              TokenIssuer.APP,
              "secret",
              "tenant",
              issuer.metadata(),
              service.at(""),
              List.of(service.host())),
          clock);

  @AfterEach
  void stop() {
    adapter.close();
    issuer.close();
    service.close();
  }

  @Test
  void theKeysAndTheTokenAreThereAndNothingIsPosted() {
    adapter.warmUp();

    assertThat(issuer.looks()).isOne();
    assertThat(service.requests()).singleElement().matches(it -> it.path().endsWith("/token"));
  }

  @Test
  void servicesThatAreDownAreNoObstacle() {
    issuer.goDown(true);
    service.close();

    assertThatCode(adapter::warmUp).doesNotThrowAnyException();
  }
}
