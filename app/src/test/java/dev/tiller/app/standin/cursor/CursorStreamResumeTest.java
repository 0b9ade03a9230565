package dev.tiller.app.standin.cursor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CursorStreamResumeTest extends CursorStandInTestBase {

  private static final String MS = String.valueOf(NOW.toEpochMilli());

  @Test
  void aConnectionThatResumesGetsOnlyWhatFollowed() throws IOException {
    var made = running("x");
    cursor.step(made.agent(), new Step.Words("one two"));
    cursor.finish(made.agent(), Ending.ERROR);

    var frames = SseFrames.parse(resume(made, MS + "-1"));

    assertThat(frames)
        .extracting(SseFrames.Frame::event)
        .containsExactly(
            "status",
            "assistant",
            "interaction_update",
            "interaction_update",
            "status",
            "result",
            "done");
    assertThat(frames.get(1).id()).isEqualTo(MS + "-2");
  }

  @Test
  void aConnectionThatResumesBehindTheResultIsDone() throws IOException {
    var made = running("x");
    cursor.finish(made.agent(), Ending.ERROR);

    assertThat(SseFrames.parse(resume(made, MS + "-2")))
        .extracting(SseFrames.Frame::event)
        .containsExactly("status", "done");
  }

  @Test
  void aWellFormedIdThatNoRunHasIsTakenAsTheNewest() throws IOException {
    var made = running("x");
    cursor.finish(made.agent(), Ending.ERROR);

    assertThat(SseFrames.parse(resume(made, "1-0")))
        .extracting(SseFrames.Frame::event)
        .containsExactly("status", "done");
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", "1", "1-", "-1", "1-2-3", "1-a"})
  void aMalformedIdIsRefusedBeforeAnyStream(String id) throws IOException {
    var made = ended();

    assertInvalidId(made, id);
  }

  @Test
  void anIdOfAnotherRunIsRefused() throws IOException {
    create("other");
    var made = ended();

    assertInvalidId(made, MS + "-0");
  }

  @Test
  void framesHaveDistinctIdsOverAllRuns() throws IOException {
    var one = running("x");
    var two = running("y");
    cursor.finish(one.agent(), Ending.NOTHING);
    cursor.finish(two.agent(), Ending.NOTHING);

    assertThat(simplifiedIds(one))
        .doesNotHaveDuplicates()
        .doesNotContainAnyElementsOf(simplifiedIds(two));
  }

  @Test
  void aStreamExpires() throws IOException {
    var made = running("x");
    cursor.finish(made.agent(), Ending.NOTHING);
    now = NOW.plus(Duration.ofDays(4)).plusMillis(1);

    var answer = client.get(made.runPath() + "/stream");

    assertThat(answer.status()).isEqualTo(410);
    assertThat(answer.json().at("/error/code").asText()).isEqualTo("stream_expired");
  }

  /// One whose stream would end, should it be opened.
  private Created ended() throws IOException {
    var made = running("x");
    cursor.finish(made.agent(), Ending.ERROR);
    return made;
  }

  private void assertInvalidId(Created made, String id) throws IOException {
    var answer =
        client.answer(client.request(made.runPath() + "/stream").header("Last-Event-ID", id).GET());
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.json().at("/error/code").asText()).isEqualTo("invalid_last_event_id");
  }

  private String resume(Created made, String id) throws IOException {
    return client
        .send(
            client.request(made.runPath() + "/stream").header("Last-Event-ID", id).GET(),
            BodyHandlers.ofString())
        .body();
  }

  private List<String> simplifiedIds(Created made) throws IOException {
    return SseFrames.parse(client.stream(made.runPath() + "/stream")).stream()
        .filter(frame -> !frame.event().equals("interaction_update") && !frame.id().isEmpty())
        .map(SseFrames.Frame::id)
        .toList();
  }
}
