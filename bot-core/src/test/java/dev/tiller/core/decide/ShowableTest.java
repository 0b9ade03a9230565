package dev.tiller.core.decide;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ShowableTest {

  @ParameterizedTest
  @CsvSource({
    "a.png,PNG",
    "A.B.PNG,PNG",
    "a.jpg,JPEG",
    "a.jpeg,JPEG",
    "a.gif,GIF",
    "a.webp,WEBP",
    "a.mp4,MP4",
    "a.webm,WEBM"
  })
  void aNameSaysWhatItProbablyIs(String name, Showable kind) {
    assertThat(Showable.named(name)).contains(kind);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a.log", "a.svg", "a.html", "png", "a.png.exe", "a.mov", ""})
  void otherNamesAreNotShown(String name) {
    assertThat(Showable.named(name)).isEmpty();
  }

  @Test
  void theContentSaysWhatItIs() {
    assertThat(Showable.of(bytes("\u0089PNG\r\n\u001a\n…"))).contains(Showable.PNG);
    assertThat(Showable.of(bytes("\u00ff\u00d8\u00ff\u00e0"))).contains(Showable.JPEG);
    assertThat(Showable.of(bytes("GIF89a…"))).contains(Showable.GIF);
    assertThat(Showable.of(bytes("GIF87a…"))).contains(Showable.GIF);
    assertThat(Showable.of(bytes("RIFF1234WEBPVP8 "))).contains(Showable.WEBP);
    assertThat(Showable.of(bytes("\0\0\0 ftypisom…"))).contains(Showable.MP4);
    assertThat(Showable.of(bytes("\u001aE\u00df\u00a3\u0001\0B\u0082webm")))
        .contains(Showable.WEBM);
  }

  @Test
  void contentOfAnotherKindIsNotShownWhateverItsName() {
    for (var content :
        new String[] {
          "",
          "<svg xmlns='http://www.w3.org/2000/svg'/>",
          "<!doctype html><script>alert(1)</script>",
          "MZ\u0090",
          "\u0089PNG",
          "RIFF1234WAVE",
          "\0\0\0\u0014ftypqt  ",
          "\u001aE\u00df\u00a3\u0001\0B\u0082matroska",
          "<?xml version=\"1.0\"?><Error><Code>AccessDenied</Code></Error>"
        }) {
      assertThat(Showable.of(bytes(content))).as(content).isEmpty();
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(ISO_8859_1);
  }
}
