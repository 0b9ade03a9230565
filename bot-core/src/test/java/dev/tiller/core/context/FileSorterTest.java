package dev.tiller.core.context;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tiller.core.chat.Attachment;
import dev.tiller.core.context.FilePart.Why;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class FileSorterTest {

  private static final Optional<String> PNG = Optional.of("image/png");

  private final FileSorter files = new FileSorter();

  @Test
  void fivePicturesGoAlongAndASixthIsNamed() {
    for (int number = 1; number <= 6; number++) {
      files.add("shot " + number + ".png", new byte[] {1}, PNG);
    }

    assertThat(Packing.images(files.parts())).hasSize(5);
    assertThat(receipt()).contains("5 images; shot 6.png not sent: only 5 pictures are");
  }

  @Test
  void textIsQuotedWithItsBeginningAndItsEnd() {
    files.add("app.log", text("first\n" + "x".repeat(50_000) + "\nlast"), Optional.empty());

    var quoted = Packing.text(new ThreadPart.Unwanted(), files.parts());

    assertThat(quoted)
        .contains("> File \"app.log\":\n> first", "> last", "characters left out here]");
    assertThat(quoted.length()).isLessThan(21_000);
    assertThat(receipt()).contains("app.log (shortened)");
  }

  @Test
  void textsTogetherAreBounded() {
    for (int number = 1; number <= 4; number++) {
      files.add(number + ".log", text("x".repeat(30_000)), Optional.empty());
    }

    assertThat(Packing.text(new ThreadPart.Unwanted(), files.parts()).length()).isLessThan(50_000);
    assertThat(receipt()).contains("4.log not sent: the text files before it took all the room");
  }

  @Test
  void whatIsNeitherPictureNorTextIsNamed() {
    files.add("a.bin", new byte[] {'a', 0, 'b'}, Optional.empty());
    files.add("b.txt", new byte[] {(byte) 0xff, (byte) 0xfe}, Optional.empty());

    assertThat(receipt())
        .isEqualTo(
            "a.bin not sent: only pictures and text are; b.txt not sent: only pictures and text are");
  }

  @Test
  void whatIsHopelessIsNotFetched() {
    assertThat(files.unfetched(file("application/pdf", 10))).contains(Why.KIND);
    assertThat(files.unfetched(file("video/mp4", 10))).contains(Why.KIND);
    assertThat(files.unfetched(file("image/png", FileSorter.LARGEST + 1))).contains(Why.TOO_LARGE);
    assertThat(files.unfetched(file("", 10))).isEmpty();
    for (int number = 0; number < 10; number++) {
      files.leave("x", Why.KIND);
    }
    assertThat(files.unfetched(file("image/png", 10))).contains(Why.TOO_MANY_FILES);
  }

  private String receipt() {
    return SentAlong.words(new ThreadPart.Unwanted(), files.parts()).orElseThrow();
  }

  private static byte[] text(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static Attachment file(String type, long size) {
    return new Attachment("x", type, OptionalLong.of(size), "x");
  }
}
