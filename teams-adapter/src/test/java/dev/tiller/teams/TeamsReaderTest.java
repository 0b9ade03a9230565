package dev.tiller.teams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tiller.core.chat.ChatFailure;
import dev.tiller.teams.LoopbackServer.Answer;
import java.net.URI;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TeamsReaderTest {

  private final AtomicInteger logins = new AtomicInteger();
  private final LoopbackServer authority =
      new LoopbackServer(request ->
          Answer.json(
              200,
              "{\"access_token\":\"t-%d\",\"expires_in\":3600}"
                  .formatted(logins.incrementAndGet())));
  private volatile String accepted = "Bearer t-1";
  private final LoopbackServer graph =
      new LoopbackServer(
          request -> Answer.json(request.authorization().equals(accepted) ? 200 : 401, "{}"));
  private final MovableClock clock = new MovableClock();
  private final TeamsLogin login = new TeamsLogin(settings(TeamsSettings.GRAPH), clock);
  private final TeamsReader reader = new TeamsReader(clock);

  private TeamsSettings settings(URI graphUrl) {
    return new TeamsSettings(
        "app",
        "secret",
        "tenant",
        TeamsSettings.OPENID_METADATA,
        authority.at(""),
        graphUrl,
        List.of());
  }

  @AfterEach
  void stop() {
    reader.close();
    login.close();
    graph.close();
    authority.close();
  }

  @Test
  void aTokenThatIsNotTakenAnyMoreIsReplaced() {
    reader.get(graph.at("/me"), login);
    accepted = "Bearer t-2";

    assertThat(reader.get(graph.at("/me"), login).isObject()).isTrue();
    assertThat(logins).hasValue(2);
  }

  @Test
  void aFreshTokenThatIsNotTakenIsARefusal() {
    accepted = "none";

    assertThatThrownBy(() -> reader.get(graph.at("/me"), login))
        .isInstanceOf(ChatFailure.Refused.class)
        .hasMessage("http_401");
    assertThat(graph.requests()).hasSize(2);
  }

  @ParameterizedTest
  @CsvSource({
    "https://graph.microsoft.com/v1.0, https://graph.microsoft.com/.default",
    "https://graph.microsoft.us/v1.0/, https://graph.microsoft.us/.default",
    "https://microsoftgraph.chinacloudapi.cn, https://microsoftgraph.chinacloudapi.cn/.default",
    "http://127.0.0.1:8043/graph/v1.0, https://graph.microsoft.com/.default"
  })
  void tokensForGraphAreForTheCloudThatTheSettingsName(URI graphUrl, String scope) {
    assertThat(TeamsLogin.graphScope(settings(graphUrl))).isEqualTo(scope);
  }
}
