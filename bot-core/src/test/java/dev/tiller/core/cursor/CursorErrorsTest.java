package dev.tiller.core.cursor;

import static dev.tiller.core.cursor.ScriptedCursor.NOW;
import static dev.tiller.core.cursor.ScriptedCursor.fixture;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tiller.core.agents.CloudAgentsException;
import dev.tiller.core.agents.CloudAgentsException.NotNow;
import dev.tiller.core.agents.CloudAgentsException.Refused;
import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpHeaders;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class CursorErrorsTest {

  @ParameterizedTest(name = "{0} {1} {2} {3} is {4}")
  @CsvSource(
      nullValues = "-",
      textBlock =
          """
          V1, LAUNCH,    401, unauthorized,             Refused KEY
          V1, LAUNCH,    401, api_key_not_found,        Refused KEY
          V1, READ,      401, -,                        Refused KEY
          V0, LAUNCH,    401, -,                        Refused KEY
          V1, LAUNCH,    403, role_forbidden,           Refused PLAN
          V1, LAUNCH,    403, service_account_required, Refused KEY
          V1, LAUNCH,    403, plan_required,            Refused PLAN
          V1, LAUNCH,    403, feature_unavailable,      Refused FEATURE
          V0, LAUNCH,    403, -,                        Refused PLAN
          V1, LAUNCH,    400, usage_limit_exceeded,     Refused USAGE_LIMIT
          V1, FOLLOW_UP, 429, usage_limit_exceeded,     Refused USAGE_LIMIT
          V1, LAUNCH,    402, -,                        Refused USAGE_LIMIT
          V1, LAUNCH,    400, repository_access,        Refused REPOSITORY
          V1, LAUNCH,    403, repository_access,        Refused REPOSITORY
          V1, LAUNCH,    400, repository_required,      Refused REPOSITORY
          V1, LAUNCH,    400, integration_not_connected, Refused REPOSITORY
          V1, LAUNCH,    400, invalid_branch_name,      Refused BRANCH
          V1, LAUNCH,    400, invalid_model,            Refused MODEL
          V1, FOLLOW_UP, 409, agent_archived,           Refused ARCHIVED
          V1, LAUNCH,    400, pr_resolution_failed,     Refused PULL_REQUEST
          V1, LAUNCH,    409, environment_name_conflict, Refused REQUEST
          V1, CHANGE,    409, -,                        Refused REQUEST
          V1, CHANGE,    404, agent_not_found,          Gone
          V1, CHANGE,    500, internal_error,           OutcomeUnknown
          V1, LAUNCH,    400, upstream_error,           OutcomeUnknown
          V1, READ,      404, stream_unavailable,       NotNow
          V1, LAUNCH,    400, validation_error,         Refused REQUEST
          V1, LAUNCH,    400, brand_new_code,           Refused REQUEST
          V0, LAUNCH,    400, -,                        Refused REQUEST
          V1, LAUNCH,    404, -,                        Refused REQUEST
          V1, LAUNCH,    302, -,                        Refused REQUEST
          V1, LAUNCH,    413, -,                        Refused REQUEST
          V1, LAUNCH,    501, not_implemented,          Refused REQUEST
          V1, LAUNCH,    409, agent_id_conflict,        AlreadyLaunched
          V1, LAUNCH,    409, -,                        AlreadyLaunched
          V1, FOLLOW_UP, 409, agent_busy,               Busy
          V1, FOLLOW_UP, 409, -,                        Busy
          V1, CANCEL,    409, run_not_cancellable,      Gone
          V1, CANCEL,    409, -,                        Gone
          V0, FOLLOW_UP, 409, -,                        Gone
          V0, CANCEL,    409, -,                        Gone
          V1, READ,      404, agent_not_found,          Gone
          V1, READ,      404, run_not_found,            Gone
          V0, FOLLOW_UP, 404, -,                        Gone
          V1, READ,      410, stream_expired,           Gone
          V1, LAUNCH,    429, rate_limit_exceeded,      NotNow
          V0, LAUNCH,    429, -,                        NotNow
          V1, LAUNCH,    400, resource_exhausted,       NotNow
          V1, READ,      500, internal_error,           NotNow
          V0, READ,      502, -,                        NotNow
          V1, READ,      503, upstream_error,           NotNow
          V1, READ,      408, -,                        NotNow
          V1, LAUNCH,    500, internal_error,           OutcomeUnknown
          V1, LAUNCH,    502, upstream_error,           OutcomeUnknown
          V0, LAUNCH,    503, -,                        OutcomeUnknown
          V1, FOLLOW_UP, 504, -,                        OutcomeUnknown
          V1, CANCEL,    500, internal_error,           OutcomeUnknown
          V1, LAUNCH,    499, client_cancelled,         OutcomeUnknown
          V1, LAUNCH,    408, -,                        OutcomeUnknown
          """)
  void theCodeAndThenTheStatusDecideWhatCanBeDoneNext(
      ApiVersion version, Call call, int status, String code, String meaning) {
    var body = code == null ? "{}" : "{\"error\":{\"code\":\"" + code + "\",\"message\":\"m\"}}";

    assertThat(meaning(CursorErrors.of(version, call, answer(status, body), NOW)))
        .isEqualTo(meaning);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          error-a.json | 400 | Refused REPOSITORY | Failed to verify existence of branch 'main' in repository acme/web.
          error-b.json | 403 | Refused PLAN       | Storage mode is disabled. Enable it in the dashboard.
          error-c.json | 401 | Refused KEY        | Invalid User API Key
          error-e.json | 400 | Refused REQUEST    | The requested resource does not exist
          error-f.html | 400 | Refused REQUEST    | ''
          """)
  void everyShapeOfErrorIsRead(String fixture, int status, String meaning, String detail) {
    var error = error(Call.LAUNCH, answer(status, fixture(fixture)));

    assertThat(meaning(error)).isEqualTo(meaning);
    assertThat(((Refused) error).detail()).isEqualTo(detail);
  }

  @Test
  void aThrottledGitHostIsNotNowWithTheWaitFromTheBody() {
    var error = error(Call.LAUNCH, answer(429, fixture("error-d.json")));

    assertThat(error)
        .isInstanceOfSatisfying(
            NotNow.class, notNow -> assertThat(notNow.delay()).contains(Duration.ofSeconds(37)));
  }

  @Test
  void theDetailIsOneBoundedLineWithoutControlCharactersAndKeys() {
    var message = "Bad\\u0000 key\\r\\n crsr_0123456789abcdef \\u202e" + "x".repeat(400);
    var error = error(Call.READ, answer(401, "{\"message\":\"" + message + "\"}"));

    assertThat(((Refused) error).detail())
        .startsWith("Bad key crsr_… x")
        .endsWith("x…")
        .hasSize(300)
        .doesNotContain("0123");
  }

  @Test
  void aCodeThatIsNoneIsReplacedByTheStatus() {
    var error = error(Call.READ, answer(404, "{\"code\":\"<b>\\n evil\"}"));

    assertThat(error).hasMessage("http_404");
  }

  static Stream<Arguments> failures() {
    return Stream.of(
        Arguments.of(new ConnectException(), "NotNow"),
        Arguments.of(new HttpConnectTimeoutException("slow"), "NotNow"),
        Arguments.of(new HttpTimeoutException("slow"), "OutcomeUnknown"),
        Arguments.of(new IOException("reset"), "OutcomeUnknown"));
  }

  @ParameterizedTest
  @MethodSource("failures")
  void aCallThatNeverLeftHadNoEffectAndAnyOtherMayHaveHadOne(Exception cause, String meaning) {
    for (var call : List.of(Call.LAUNCH, Call.FOLLOW_UP, Call.CANCEL)) {
      assertThat(meaning(CursorErrors.of(call, "no_answer", cause))).isEqualTo(meaning);
    }
    assertThat(CursorErrors.of(Call.READ, "no_answer", cause)).isInstanceOf(NotNow.class);
  }

  @Test
  void oddBodiesNeverMakeTheReadingFail() {
    var random = new Random(7);
    var parts =
        List.of("{", "}", "[", "]", "\"error\"", ":", ",", "null", "1e999", "\"code\"", "\"", "x");
    for (var round = 0; round < 2000; round++) {
      var body = new StringBuilder("[".repeat(round == 0 ? 100_000 : 0));
      for (var i = random.nextInt(12); i > 0; i--) {
        body.append(parts.get(random.nextInt(parts.size())));
      }
      assertThat(error(Call.READ, answer(418, body.toString()))).isInstanceOf(Refused.class);
    }
  }

  private static CloudAgentsException error(Call call, Answer answer) {
    return CursorErrors.of(ApiVersion.V1, call, answer, NOW);
  }

  private static Answer answer(int status, String body) {
    return new Answer(
        status, HttpHeaders.of(Map.of(), (_, _) -> true), body.getBytes(StandardCharsets.UTF_8));
  }

  private static String meaning(CloudAgentsException error) {
    var name = error.getClass().getSimpleName();
    return error instanceof Refused refused ? name + " " + refused.reason() : name;
  }
}
