package dev.tiller.teams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tiller.core.chat.ChatFailure;
import dev.tiller.teams.LoopbackServer.Answer;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TeamsLoginTest {

  private static final Answer TOKEN =
      Answer.json(200, "{\"access_token\":\"t-1\",\"expires_in\":3600,\"token_type\":\"Bearer\"}");

  private final MovableClock clock = new MovableClock();
  private final AtomicReference<LoopbackServer.Script> script =
      new AtomicReference<>(request -> TOKEN);
  private final LoopbackServer service =
      new LoopbackServer(request -> script.get().answer(request));
  private final TeamsLogin login =
      new TeamsLogin(
          new TeamsSettings(
              "app", "s&cret", "tenant", TeamsSettings.OPENID_METADATA, service.at("/"), List.of()),
          clock);

  @AfterEach
  void stop() {
    login.close();
    service.close();
  }

  @Test
  void theTokenIsAskedForAsTheTenantsApp() {
    assertThat(login.token()).isEqualTo("t-1");

    var request = service.requests().getFirst();
    assertThat(request.method() + " " + request.path()).isEqualTo("POST /tenant/oauth2/v2.0/token");
    assertThat(request.body().split("&", -1))
        .containsExactlyInAnyOrder(
            "grant_type=client_credentials",
            "client_id=app",
            "client_secret=s%26cret",
            "scope=https%3A%2F%2Fapi.botframework.com%2F.default");
  }

  @Test
  void theTokenIsKeptUntilShortlyBeforeItsEnd() {
    login.token();
    clock.advance(Duration.ofMinutes(54));
    login.token();
    assertThat(service.requests()).hasSize(1);

    clock.advance(Duration.ofMinutes(2));
    login.token();
    assertThat(service.requests()).hasSize(2);
  }

  @Test
  void manyCallersShareOneRequest() throws Exception {
    var arrived = new CountDownLatch(1);
    script.set(request -> {
      await(arrived);
      return TOKEN;
    });
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var tokens = IntStream.range(0, 20).mapToObj(n -> threads.submit(login::token)).toList();
      arrived.countDown();

      assertThat(tokens).map(Future::get).containsOnly("t-1");
    }
    assertThat(service.requests()).hasSize(1);
  }

  @Test
  void aForgottenTokenIsAskedForAgain() {
    login.forget(login.token());
    login.forget("another");
    login.token();
    login.token();

    assertThat(service.requests()).hasSize(2);
  }

  @Test
  void wrongCredentialsAreRefusedByTheirCode() {
    script.set(request ->
        Answer.json(
            401, "{\"error\":\"invalid_client\",\"error_description\":\"AADSTS7000215: s&cret\"}"));

    assertThatThrownBy(login::token)
        .isInstanceOf(ChatFailure.Refused.class)
        .hasMessage("login_invalid_client");
  }

  @Test
  void anOverloadedServiceIsAskedLater() {
    script.set(request -> new Answer(429, Map.of("Retry-After", "7"), ""));

    assertThatThrownBy(login::token)
        .isInstanceOfSatisfying(
            ChatFailure.NotNow.class,
            failure -> assertThat(failure.delay()).contains(Duration.ofSeconds(7)));
  }

  @Test
  void aFailingOrOddServiceIsAskedLater() {
    for (var answer :
        List.of(
            Answer.json(500, "{}"),
            Answer.json(200, "{}"),
            Answer.json(200, "<html>"),
            Answer.json(200, "{\"access_token\":\"" + "x".repeat(1 << 17) + "\"}"))) {
      script.set(request -> answer);

      assertThatThrownBy(login::token).isInstanceOf(ChatFailure.NotNow.class);
    }
    script.set(request -> TOKEN);
    assertThat(login.token()).isEqualTo("t-1");
  }

  @Test
  void aServiceThatIsNotThereIsAskedLater() {
    service.close();

    assertThatThrownBy(login::token).isInstanceOf(ChatFailure.NotNow.class);
  }

  @Test
  void thePasswordIsNotSentAfterARedirect() {
    script.set(
        request -> new Answer(307, Map.of("Location", service.at("/elsewhere").toString()), ""));

    assertThatThrownBy(login::token).isInstanceOf(ChatFailure.class);
    assertThat(service.requests()).hasSize(1);
  }

  private static void await(CountDownLatch latch) throws IOException {
    try {
      latch.await();
    } catch (InterruptedException interrupted) {
      throw new IOException(interrupted);
    }
  }
}
