package dev.tiller.app.standin.cursor;

import static java.util.Objects.requireNonNullElse;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Duration;
import java.util.Map;

/// Something that goes wrong in one call. Where it can happen says [FaultPlaces]; the names are
/// those of scenario files.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Fault.Answer.class, name = "answer"),
  @JsonSubTypes.Type(value = Fault.Refuse.class, name = "refuse"),
  @JsonSubTypes.Type(value = Fault.RateLimited.class, name = "rate-limited"),
  @JsonSubTypes.Type(value = Fault.Slow.class, name = "slow"),
  @JsonSubTypes.Type(value = Fault.LostAnswer.class, name = "lost-answer"),
  @JsonSubTypes.Type(value = Fault.ConnectionReset.class, name = "connection-reset"),
  @JsonSubTypes.Type(value = Fault.TruncatedBody.class, name = "truncated-body"),
  @JsonSubTypes.Type(value = Fault.OddStatus.class, name = "odd-status"),
  @JsonSubTypes.Type(value = Fault.ExtraFields.class, name = "extra-fields"),
  @JsonSubTypes.Type(value = Fault.RunEnds.class, name = "run-ends"),
  @JsonSubTypes.Type(value = Fault.CutStream.class, name = "cut-stream"),
  @JsonSubTypes.Type(value = Fault.CutStreamAfter.class, name = "cut-stream-after"),
  @JsonSubTypes.Type(value = Fault.StreamUnavailable.class, name = "stream-unavailable"),
  @JsonSubTypes.Type(value = Fault.StalledStream.class, name = "stalled-stream"),
  @JsonSubTypes.Type(value = Fault.WrongStatus.class, name = "wrong-status"),
  @JsonSubTypes.Type(value = Fault.UnknownEvents.class, name = "unknown-events"),
  @JsonSubTypes.Type(value = Fault.RepeatedFrames.class, name = "repeated-frames"),
  @JsonSubTypes.Type(value = Fault.ReplayedStream.class, name = "replayed-stream"),
  @JsonSubTypes.Type(value = Fault.HugeLine.class, name = "huge-line"),
  @JsonSubTypes.Type(value = Fault.WebhookFirst.class, name = "webhook-first"),
  @JsonSubTypes.Type(value = Fault.LostWebhook.class, name = "lost-webhook"),
  @JsonSubTypes.Type(value = Fault.RepeatedWebhook.class, name = "repeated-webhook"),
  @JsonSubTypes.Type(value = Fault.SwappedWebhook.class, name = "swapped-webhook")
})
public sealed interface Fault {

  /// Answered by someone before the service: nothing happens there.
  record Answer(
      @JsonProperty(required = true) int status,
      String contentType,
      String body,
      Map<String, String> headers)
      implements Fault {

    public Answer {
      contentType = requireNonNullElse(contentType, "application/json");
      body = requireNonNullElse(body, "");
      headers = Map.copyOf(requireNonNullElse(headers, Map.of()));
    }

    public Answer(int status, String json) {
      this(status, "application/json", json, Map.of());
    }
  }

  /// Refused by the service, without an effect.
  ///
  /// @param code empty takes the usual one of the status
  /// @param message empty takes the usual one of the status
  record Refuse(
      @JsonProperty(required = true) int status, String code, String message, ErrorShape shape)
      implements Fault {

    public Refuse {
      code = requireNonNullElse(code, "");
      message = requireNonNullElse(message, "");
      shape = requireNonNullElse(shape, ErrorShape.USUAL);
    }

    public Refuse(int status, String code) {
      this(status, code, "", ErrorShape.USUAL);
    }
  }

  /// Refused with status 429 and its four headers.
  ///
  /// @param retryAfter in whole seconds
  record RateLimited(@JsonProperty(required = true) Duration retryAfter, ErrorShape shape)
      implements Fault {

    public RateLimited {
      shape = requireNonNullElse(shape, ErrorShape.USUAL);
    }

    public RateLimited(Duration retryAfter) {
      this(retryAfter, ErrorShape.USUAL);
    }
  }

  /// Takes its time before it has an effect, or between the effect and the answer. For
  /// [Operation#WEBHOOK] both come before the delivery.
  record Slow(Duration before, Duration after) implements Fault {}

  /// Has its effect; then the connection is closed inside the answer.
  record LostAnswer() implements Fault {}

  /// The connection is closed before anything has happened.
  record ConnectionReset() implements Fault {}

  /// The connection is closed in the middle of the body.
  record TruncatedBody() implements Fault {}

  /// The answer says this wherever it tells the status of a run or an agent.
  record OddStatus(@JsonProperty(required = true) String status) implements Fault {}

  /// The objects of the answer have fields that nobody has heard of.
  record ExtraFields() implements Fault {}

  /// The run that begins with this call ends so, whatever its prompt says. An error has no cause.
  record RunEnds(@JsonProperty(required = true) Ending ending) implements Fault {}

  /// The stream's connection is closed after some frames, the first `status` counted.
  ///
  /// @param inside half of a further frame gets out
  record CutStream(int frames, boolean inside) implements Fault {}

  /// The stream's connection is closed after some time, measured by the machine's clock.
  record CutStreamAfter(@JsonProperty(required = true) Duration time) implements Fault {}

  /// The stream ends after some frames, the first `status` counted, with a `stream_unavailable`
  /// error though the run goes on.
  record StreamUnavailable(int frames) implements Fault {}

  /// After some frames, the first `status` counted, the stream stays open and says nothing more.
  ///
  /// @param heartbeats or nothing but these
  record StalledStream(int frames, boolean heartbeats) implements Fault {}

  /// The stream's terminal `status` frames say this instead of what the run ended as.
  record WrongStatus(@JsonProperty(required = true) RunStatus status) implements Fault {}

  /// After each frame comes one of a type that nobody has heard of.
  record UnknownEvents() implements Fault {}

  /// Each frame comes so many times, with the same id.
  record RepeatedFrames(@JsonProperty(required = true) int times) implements Fault {}

  /// The stream begins at the run's start, whatever `Last-Event-ID` says.
  record ReplayedStream() implements Fault {}

  /// The second frame is a text on one line of so many bytes.
  record HugeLine(@JsonProperty(required = true) int bytes) implements Fault {}

  /// The run ends, and its webhook is sent, before the v0 launch is answered.
  record WebhookFirst() implements Fault {}

  /// An ending is never delivered.
  record LostWebhook() implements Fault {}

  /// An ending is delivered this many times in all, each with an id of its own.
  record RepeatedWebhook(@JsonProperty(required = true) int times) implements Fault {}

  /// An ending is delivered only after the same agent's next one.
  record SwappedWebhook() implements Fault {}
}
