package dev.tiller.app.standin.cursor;

import java.time.Duration;
import java.util.Map;

/// Something that goes wrong in one call. A fault that cannot happen in an operation has no effect.
public sealed interface Fault {

  /// Answered by someone before the service: nothing happens there.
  record Answer(int status, String contentType, String body, Map<String, String> headers)
      implements Fault {

    public Answer {
      headers = Map.copyOf(headers);
    }

    public Answer(int status, String json) {
      this(status, "application/json", json, Map.of());
    }
  }

  /// Takes its time before it has an effect, or between the effect and the answer. For
  /// [Operation#WEBHOOK] both come before the delivery.
  record Slow(Duration before, Duration after) implements Fault {}

  /// Has its effect; then the connection is closed inside the answer.
  record LostAnswer() implements Fault {}

  /// The stream's connection is closed after some frames, the first `status` counted.
  ///
  /// @param inside half of a further frame gets out
  record CutStream(int frames, boolean inside) implements Fault {}

  /// The stream ends after some frames, the first `status` counted, with a `stream_unavailable`
  /// error though the run goes on.
  record StreamUnavailable(int frames) implements Fault {}

  /// The stream's terminal `status` frames say this instead of what the run ended as.
  record WrongStatus(RunStatus status) implements Fault {}

  /// An ending is delivered this many times in all.
  record RepeatedWebhook(int times) implements Fault {}

  record LostWebhook() implements Fault {}

  /// The run ends, and its webhook is sent, before the v0 launch is answered.
  record WebhookFirst() implements Fault {}
}
