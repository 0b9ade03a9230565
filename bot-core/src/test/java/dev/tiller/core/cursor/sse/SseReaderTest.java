package dev.tiller.core.cursor.sse;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SseReaderTest {

  static Stream<Arguments> streams() {
    return Stream.of(
        Arguments.of("data: one\n\n", events(event("message", "one", ""))),
        Arguments.of("data:one\n\n", events(event("message", "one", ""))),
        Arguments.of("data:  one\n\n", events(event("message", " one", ""))),
        Arguments.of("data: one\r\n\r\n", events(event("message", "one", ""))),
        Arguments.of("data: a\r\ndata: b\r\n\r\n", events(event("message", "a\nb", ""))),
        Arguments.of("data: one\r\r", events(event("message", "one", ""))),
        Arguments.of(
            "data: one\r\n\ndata: two\n\r\n",
            events(event("message", "one", ""), event("message", "two", ""))),
        Arguments.of("\uFEFFdata: one\n\n", events(event("message", "one", ""))),
        Arguments.of("\uFEFF\uFEFFdata: one\n\n", events()),
        Arguments.of("data: a\ndata\ndata: b\n\n", events(event("message", "a\n\nb", ""))),
        Arguments.of("data\n\n", events(event("message", "", ""))),
        Arguments.of(": comment\nevent: status\ndata: {}\n\n", events(event("status", "{}", ""))),
        Arguments.of("event: lost\n\ndata: one\n\n", events(event("message", "one", ""))),
        Arguments.of(
            "id: 7\ndata: a\n\ndata: b\n\n",
            events(event("message", "a", "7"), event("message", "b", "7"))),
        Arguments.of("id: 7\n\ndata: b\n\n", events(event("message", "b", "7"))),
        Arguments.of(
            "id: 7\ndata: a\n\nid\ndata: b\n\n",
            events(event("message", "a", "7"), event("message", "b", ""))),
        Arguments.of(
            "id: 7\ndata: a\n\nid: 8\u00009\ndata: b\n\n",
            events(event("message", "a", "7"), event("message", "b", "7"))),
        Arguments.of("Data: no\nunknown: x\ndata: yes\n\n", events(event("message", "yes", ""))),
        Arguments.of("event: a: b\ndata: x:y\n\n", events(event("a: b", "x:y", ""))),
        Arguments.of("data: ünï→😀\n\n", events(event("message", "ünï→😀", ""))),
        Arguments.of("data: whole\n\ndata: cut off\n", events(event("message", "whole", ""))));
  }

  @ParameterizedTest
  @MethodSource("streams")
  void readsAsTheSpecificationSays(String stream, List<SseEvent> events) {
    assertThat(read(new SseReader(), stream)).isEqualTo(events);
  }

  @ParameterizedTest
  @MethodSource("streams")
  void readsTheSameWhereverTheBytesAreSplit(String stream, List<SseEvent> events) {
    var bytes = stream.getBytes(StandardCharsets.UTF_8);
    for (var at = 0; at <= bytes.length; at++) {
      var found = new ArrayList<SseEvent>();
      var reader = new SseReader();
      reader.read(ByteBuffer.wrap(bytes, 0, at), found::add);
      reader.read(ByteBuffer.wrap(bytes, at, bytes.length - at), found::add);

      assertThat(found).as("split at %d", at).isEqualTo(events);
    }
  }

  @Test
  void handsOnAnEventAsSoonAsItsLastCarriageReturnIsThere() {
    assertThat(read(new SseReader(), "data: one\r\n\r"))
        .containsExactly(event("message", "one", ""));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
  void readsWhatAWriterWroteInAnyStyleAndAnyPieces(int seed) {
    var random = new Random(seed);
    for (var round = 0; round < 100; round++) {
      var events = randomEvents(random);
      var found = new ArrayList<SseEvent>();
      var reader = new SseReader();
      pieces(written(events, random), random).forEach(piece -> reader.read(piece, found::add));

      assertThat(found).isEqualTo(events);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void anyBytesAtAllAreReadWithoutFailing(int seed) {
    var random = new Random(seed);
    var alphabet = "\n\r\0: dateivn\uFEFF1é".getBytes(StandardCharsets.UTF_8);
    for (var round = 0; round < 300; round++) {
      var bytes = new byte[random.nextInt(200)];
      for (var i = 0; i < bytes.length; i++) {
        bytes[i] = alphabet[random.nextInt(alphabet.length)];
      }
      var whole = new ArrayList<SseEvent>();
      new SseReader().read(ByteBuffer.wrap(bytes), whole::add);
      var inPieces = new ArrayList<SseEvent>();
      var reader = new SseReader();
      pieces(bytes, random).forEach(piece -> reader.read(piece, inPieces::add));

      assertThat(inPieces).isEqualTo(whole);
    }
  }

  @Test
  void dropsAnEventWithALineThatIsTooLongAndGoesOn() {
    var reader = new SseReader(20, 1000);

    var events = read(reader, "id: 1\ndata: " + "x".repeat(30) + "\n\nid: 2\ndata: fits\n\n");

    assertThat(events).containsExactly(event("message", "fits", "2"));
    assertThat(reader.dropped()).isEqualTo(1);
  }

  @Test
  void aLineWithoutEndIsNotKept() {
    var reader = new SseReader(1 << 20, 1 << 20);
    var found = new ArrayList<SseEvent>();
    var piece = "x".repeat(1 << 20).getBytes(StandardCharsets.UTF_8);
    reader.read(ByteBuffer.wrap("data: ".getBytes(StandardCharsets.UTF_8)), found::add);
    for (int i = 0; i < 64; i++) {
      reader.read(ByteBuffer.wrap(piece), found::add);
    }

    reader.read(ByteBuffer.wrap("\n\ndata: fits\n\n".getBytes(StandardCharsets.UTF_8)), found::add);

    assertThat(found).containsExactly(event("message", "fits", ""));
    assertThat(reader.dropped()).isEqualTo(1);
  }

  @Test
  void whatIsTooLargeIsTheSameWhereverTheBytesAreSplit() {
    var stream = "id: 1\r\ndata: " + "é".repeat(20) + "\r\n\r\ndata: fits\r\r: c\rdata: x\n\n";
    var bytes = stream.getBytes(StandardCharsets.UTF_8);
    for (var at = 0; at <= bytes.length; at++) {
      var found = new ArrayList<SseEvent>();
      var reader = new SseReader(20, 1000);
      reader.read(ByteBuffer.wrap(bytes, 0, at), found::add);
      reader.read(ByteBuffer.wrap(bytes, at, bytes.length - at), found::add);

      assertThat(found).containsExactly(event("message", "fits", "1"), event("message", "x", "1"));
      assertThat(reader.dropped()).isEqualTo(1);
    }
  }

  @Test
  void dropsAnEventWithTooMuchDataAndGoesOn() {
    var reader = new SseReader(1000, 20);

    var events = read(reader, "data: 12345678\n".repeat(3) + "\ndata: fits\n\n");

    assertThat(events).containsExactly(event("message", "fits", ""));
    assertThat(reader.dropped()).isEqualTo(1);
  }

  @Test
  void aLineOfExactlyTheLargestSizeIsRead() {
    assertThat(read(new SseReader(10, 1000), "data: 1234\n\n"))
        .containsExactly(event("message", "1234", ""));
  }

  @Test
  void aLongCommentDropsNothing() {
    assertThat(read(new SseReader(10, 1000), ": " + "x".repeat(50) + "\ndata: a\n\n"))
        .containsExactly(event("message", "a", ""));
  }

  @Test
  void remembersTheLastWaitAskedForAndIgnoresWhatIsNone() {
    var reader = new SseReader();

    read(reader, "retry: 1500\nretry: soon\nretry: -1\n\n");

    assertThat(reader.retry()).contains(Duration.ofMillis(1500));
  }

  private static List<SseEvent> read(SseReader reader, String stream) {
    var found = new ArrayList<SseEvent>();
    reader.read(ByteBuffer.wrap(stream.getBytes(StandardCharsets.UTF_8)), found::add);
    return found;
  }

  private static List<SseEvent> events(SseEvent... events) {
    return List.of(events);
  }

  private static SseEvent event(String type, String data, String id) {
    return new SseEvent(type, data, id);
  }

  private static List<SseEvent> randomEvents(Random random) {
    var events = new ArrayList<SseEvent>();
    var id = "";
    for (var i = random.nextInt(6); i > 0; i--) {
      id = random.nextBoolean() ? id : "i" + random.nextInt(100);
      var type = random.nextBoolean() ? "message" : "t" + random.nextInt(3);
      var data = Stream.generate(() -> word(random)).limit(1 + random.nextInt(3)).toList();
      events.add(event(type, String.join("\n", data), id));
    }
    return events;
  }

  private static String word(Random random) {
    return List.of("", " ", "a", ":x", "data: y", "é→😀", "{\"k\":1}").get(random.nextInt(7));
  }

  /// In one style of line ends, or in a mix. A lone CR before an LF would be one line end.
  private static byte[] written(List<SseEvent> events, Random random) {
    var ends =
        List.of(List.of("\n"), List.of("\r\n"), List.of("\r"), List.of("\n", "\r\n"))
            .get(random.nextInt(4));
    var text = new StringBuilder(random.nextBoolean() ? "\uFEFF" : "");
    var id = "";
    for (var event : events) {
      var lines = new ArrayList<String>();
      event.data().lines().forEach(line -> lines.add(field("data", line, random)));
      while (lines.size() < event.data().chars().filter(c -> c == '\n').count() + 1) {
        lines.add("data");
      }
      if (!event.type().equals("message")) {
        lines.add(random.nextInt(lines.size() + 1), field("event", event.type(), random));
      }
      if (!event.lastEventId().equals(id)) {
        lines.add(random.nextInt(lines.size() + 1), field("id", event.lastEventId(), random));
        id = event.lastEventId();
      }
      lines.add(random.nextInt(lines.size() + 1), ": keep-alive");
      lines.add("");
      lines.forEach(line -> text.append(line).append(ends.get(random.nextInt(ends.size()))));
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  /// With or without the space that may stand after the colon.
  private static String field(String name, String value, Random random) {
    return name + (random.nextBoolean() && !value.startsWith(" ") ? ":" : ": ") + value;
  }

  private static List<ByteBuffer> pieces(byte[] bytes, Random random) {
    var pieces = new ArrayList<ByteBuffer>();
    for (var at = 0; at < bytes.length; ) {
      var length = Math.min(bytes.length - at, 1 + random.nextInt(5));
      pieces.add(ByteBuffer.wrap(bytes, at, length));
      at += length;
    }
    return pieces;
  }
}
