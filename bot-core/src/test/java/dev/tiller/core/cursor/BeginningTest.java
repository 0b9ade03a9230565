package dev.tiller.core.cursor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Flow;
import org.junit.jupiter.api.Test;

class BeginningTest {

  private boolean cancelled;

  private final Flow.Subscription body =
      new Flow.Subscription() {
        @Override
        public void request(long pieces) {}

        @Override
        public void cancel() {
          cancelled = true;
        }
      };

  @Test
  void aBodyThatFitsIsWhole() {
    var beginning = arriving(Beginning.of(5), "by", "tes");
    beginning.onComplete();

    assertThat(beginning.getBody()).isCompletedWithValue("bytes".getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void nothingIsReadPastTheFirstBytes() {
    var beginning = arriving(Beginning.of(3), "by", "tes", "and more");

    assertThat(beginning.getBody()).isCompletedWithValue("byt".getBytes(StandardCharsets.UTF_8));
    assertThat(cancelled).isTrue();
  }

  @Test
  void aBodyThatIsNotWantedIsNotBegun() {
    var beginning = arriving(Beginning.of(0));

    assertThat(beginning.getBody()).isCompletedWithValue(new byte[0]);
    assertThat(cancelled).isTrue();
  }

  @Test
  void aBodyThatIsCutOffFails() {
    var beginning = arriving(Beginning.of(500), "by");
    beginning.onError(new IOException("cut"));

    assertThat(beginning.getBody()).isCompletedExceptionally();
  }

  @Test
  void ofARefusalThatIsCutOffWhatHasArrivedCounts() {
    var beginning = arriving(Beginning.orWhatArrives(500), "by");
    beginning.onError(new IOException("cut"));

    assertThat(beginning.getBody()).isCompletedWithValue("by".getBytes(StandardCharsets.UTF_8));
  }

  private Beginning arriving(Beginning beginning, String... pieces) {
    beginning.onSubscribe(body);
    for (var piece : pieces) {
      beginning.onNext(List.of(ByteBuffer.wrap(piece.getBytes(StandardCharsets.UTF_8))));
    }
    return beginning;
  }
}
