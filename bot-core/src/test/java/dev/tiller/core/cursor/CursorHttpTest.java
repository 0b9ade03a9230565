package dev.tiller.core.cursor;

import static dev.tiller.core.cursor.ScriptedCursor.request;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tiller.core.agents.AgentId;
import dev.tiller.core.agents.CloudAgentsException.NotNow;
import dev.tiller.core.agents.CloudAgentsException.OutcomeUnknown;
import dev.tiller.core.agents.CloudAgentsException.Refused;
import dev.tiller.core.agents.FollowUp;
import dev.tiller.core.agents.RunId;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class CursorHttpTest {

  private static final AgentId AGENT = new AgentId("bc-1");
  private static final Optional<RunId> RUN = Optional.of(new RunId("run-1"));
  private static final Duration SHORT = Duration.ofMillis(200);

  private final ScriptedCursor cursor = new ScriptedCursor();

  @AfterEach
  void close() {
    cursor.close();
  }

  @ParameterizedTest
  @EnumSource(ApiVersion.class)
  void theKeyIsSentAsUserNameWithAnEmptyPassword(ApiVersion version) {
    cursor.server.answer(200, "{}");

    cursor.client(version, ScriptedCursor.PATIENCE).look(AGENT, RUN);

    assertThat(cursor.server.received().getFirst().header("Authorization"))
        .contains("Basic Y3Jzcl90ZXN0Og==");
  }

  @Test
  void theKeyIsNeverPrinted() {
    var connection =
        CursorConnection.of(URI.create("https://api.cursor.com"), new ApiKey("crsr_secret"));

    assertThat(connection.toString()).doesNotContain("secret");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "crsr\nX-Evil: 1", "clé"})
  void aKeyThatCannotBeOneIsNotTaken(String key) {
    assertThatThrownBy(() -> new ApiKey(key)).isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"ftp://x", "api.cursor.com", "https://k:s@host", "https://host?a=b"})
  void anAddressThatIsNoPlainWebAddressIsNotTaken(String base) {
    assertThatThrownBy(() -> CursorConnection.of(URI.create(base), new ApiKey("k")))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void redirectsAreNotFollowed() {
    var elsewhere = Map.of("Location", cursor.server.url() + "/elsewhere");
    cursor.server.answer(307, elsewhere, "");

    assertThatThrownBy(() -> cursor.v1().look(AGENT, RUN)).isInstanceOf(Refused.class);

    assertThat(cursor.server.received()).hasSize(1);
  }

  @Test
  void aClientThatFollowsRedirectsIsNotTaken() {
    var connection = CursorConnection.of(cursor.server.url(), new ApiKey("k"));
    try (var client = HttpClient.newBuilder().followRedirects(HttpClient.Redirect.ALWAYS).build()) {
      assertThatThrownBy(
              () -> CursorClients.of(ApiVersion.V1, connection, client, InstantSource.system()))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void aSilentServiceMayHaveActed() {
    var impatient = cursor.client(ApiVersion.V1, SHORT);
    cursor.server.silence().silence().silence().silence();

    assertUnknown(() -> impatient.launch(request("x")));
    assertUnknown(() -> impatient.followUp(AGENT, followUp()));
    assertUnknown(() -> impatient.cancel(AGENT, RUN));
    assertThatThrownBy(() -> impatient.look(AGENT, RUN)).isInstanceOf(NotNow.class);
  }

  @Test
  void anAnswerThatStopsHalfwayIsWaitedForOnlySoLong() {
    cursor.server.streamThenSilence("{\"agent\":");

    assertUnknown(() -> cursor.client(ApiVersion.V1, SHORT).launch(request("x")));
  }

  @Test
  void aLineCutBeforeTheAnswerMayHaveHadAnEffect() {
    cursor.server.cut().cut();

    assertUnknown(() -> cursor.v1().launch(request("x")));
    assertUnknown(() -> cursor.v0().launch(request("x")));
    assertThat(cursor.server.received()).as("nothing is repeated").hasSize(2);
  }

  @Test
  void aServiceThatCannotBeReachedDidNothing() {
    cursor.server.close();

    assertThatThrownBy(() -> cursor.v1().launch(request("x"))).isInstanceOf(NotNow.class);
    assertThatThrownBy(() -> cursor.v0().followUp(AGENT, followUp())).isInstanceOf(NotNow.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "null", "[]", "<html></html>", "{\"agent\":3}", "{}"})
  void anUnreadableAnswerToALaunchMayHaveHadAnEffect(String body) {
    cursor.server.answer(201, body).answer(201, body);

    assertUnknown(() -> cursor.v1().launch(request("x")));
    assertUnknown(() -> cursor.v0().launch(request("x")));
  }

  @Test
  void anEndlessAnswerIsNotReadToItsEnd() {
    var pieces = new ArrayList<>(Collections.nCopies(9, " ".repeat(1 << 20)));
    pieces.add("{\"status\":\"FINISHED\"}");
    cursor.server.stream(pieces.toArray(String[]::new));

    assertThatThrownBy(() -> cursor.v1().look(AGENT, RUN)).isInstanceOf(NotNow.class);
  }

  @Test
  void anInterruptedLaunchMayHaveHadAnEffectAndStaysInterrupted() throws InterruptedException {
    cursor.server.silence();
    var thrown = new AtomicReference<Throwable>();
    var interrupted = new AtomicReference<Boolean>();
    var caller =
        Thread.ofVirtual()
            .start(() -> {
              try {
                cursor.v1().launch(request("x"));
              } catch (OutcomeUnknown e) {
                thrown.set(e);
                interrupted.set(Thread.currentThread().isInterrupted());
              }
            });

    caller.interrupt();
    caller.join();

    assertThat(thrown.get()).isInstanceOf(OutcomeUnknown.class);
    assertThat(interrupted.get()).isTrue();
  }

  @Test
  void idsCannotChangeThePathTheyStandIn() {
    cursor.server.answer(200, "{}");

    cursor.v0().look(new AgentId("../me?x=1#y"), Optional.empty());

    assertThat(cursor.server.received().getFirst().path())
        .isEqualTo("/v0/agents/..%2Fme%3Fx%3D1%23y");
  }

  private static FollowUp followUp() {
    return new FollowUp("more", ScriptedCursor.NOW, Set.of());
  }

  private static void assertUnknown(ThrowingCallable call) {
    assertThatThrownBy(call).isInstanceOf(OutcomeUnknown.class);
  }
}
