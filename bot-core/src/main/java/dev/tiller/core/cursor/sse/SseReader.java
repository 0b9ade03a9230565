package dev.tiller.core.cursor.sse;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

/// Reads a stream of server-sent events (WHATWG HTML, section 9.2.6) from bytes in pieces of any
/// size. An event that is not closed by an empty line before the bytes end is dropped, as the
/// specification wants; one that is larger than allowed is dropped and counted.
public final class SseReader {

  private static final int LARGEST = 1 << 20;
  private static final int USUAL_LINE = 16 << 10;

  private final int largestLine;
  private final int largestEvent;

  private ByteArrayOutputStream line = new ByteArrayOutputStream();
  private boolean lineTooLong;
  private boolean firstLine = true;
  private boolean afterCarriageReturn;

  private String type = "";
  private StringBuilder data = new StringBuilder();
  private boolean eventTooLarge;
  private String lastEventId = "";
  private Optional<Duration> retry = Optional.empty();
  private long dropped;

  /// With bounds that fit Cursor's streams.
  public SseReader() {
    this(LARGEST, LARGEST);
  }

  /// @param largestLine in bytes
  /// @param largestEvent characters of data
  public SseReader(int largestLine, int largestEvent) {
    this.largestLine = largestLine;
    this.largestEvent = largestEvent;
  }

  /// Takes the next bytes and hands on each event that they complete.
  public void read(ByteBuffer bytes, Consumer<SseEvent> events) {
    while (bytes.hasRemaining()) {
      var next = bytes.get();
      var secondHalf = afterCarriageReturn && next == '\n';
      afterCarriageReturn = next == '\r';
      if (next == '\n' || next == '\r') {
        if (!secondHalf) {
          endLine(events);
        }
      } else if (line.size() < largestLine) {
        line.write(next);
      } else {
        lineTooLong = true;
      }
    }
  }

  /// The wait before reconnecting that the stream asked for last.
  public Optional<Duration> retry() {
    return retry;
  }

  /// How many events were too large.
  public long dropped() {
    return dropped;
  }

  private void endLine(Consumer<SseEvent> events) {
    var text = line.toString(StandardCharsets.UTF_8);
    if (firstLine && text.startsWith("\uFEFF")) {
      text = text.substring(1);
    }
    if (text.isEmpty()) {
      endEvent(events);
    } else if (lineTooLong) {
      eventTooLarge |= !text.startsWith(":");
    } else {
      field(text);
    }
    firstLine = false;
    lineTooLong = false;
    if (line.size() > USUAL_LINE) {
      line = new ByteArrayOutputStream();
    } else {
      line.reset();
    }
  }

  private void field(String text) {
    var colon = text.indexOf(':');
    if (colon < 0) {
      field(text, "");
    } else {
      var value = text.substring(colon + 1);
      field(text.substring(0, colon), value.startsWith(" ") ? value.substring(1) : value);
    }
  }

  private void field(String name, String value) {
    switch (name) {
      case "event" -> type = value;
      case "data" -> append(value);
      case "id" -> lastEventId = value.indexOf('\0') < 0 ? value : lastEventId;
      case "retry" -> retry = milliseconds(value).or(() -> retry);
      default -> {
        // Comments have an empty name; the specification ignores both these and unknown fields.
      }
    }
  }

  private void append(String value) {
    if (data.length() + value.length() > largestEvent) {
      eventTooLarge = true;
    } else {
      data.append(value).append('\n');
    }
  }

  private void endEvent(Consumer<SseEvent> events) {
    var complete = data;
    var name = type;
    var tooLarge = eventTooLarge;
    data = new StringBuilder();
    type = "";
    eventTooLarge = false;
    if (tooLarge) {
      dropped++;
    } else if (!complete.isEmpty()) {
      complete.setLength(complete.length() - 1);
      events.accept(
          new SseEvent(name.isEmpty() ? "message" : name, complete.toString(), lastEventId));
    }
  }

  private static Optional<Duration> milliseconds(String digits) {
    return digits.matches("[0-9]{1,15}")
        ? Optional.of(Duration.ofMillis(Long.parseLong(digits)))
        : Optional.empty();
  }
}
