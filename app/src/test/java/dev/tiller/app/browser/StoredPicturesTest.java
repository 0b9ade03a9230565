package dev.tiller.app.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/// The pictures in the repository against those that [PicturesTest] makes; needs no browser.
class StoredPicturesTest {

  private static final Pattern IMAGE = Pattern.compile("docs/images/([\\w-]+\\.png)");

  @Test
  void thePicturesInTheRepositoryAreThoseThatAreMadeFromThePage() throws IOException {
    try (var stored = Files.list(PicturesTest.IMAGES)) {
      assertThat(stored.map(it -> it.getFileName().toString()))
          .containsExactlyInAnyOrderElementsOf(made());
    }
  }

  @Test
  void theReadmeShowsThemAllInLightAndDark() throws IOException {
    var readme = Files.readString(Path.of("..", "README.md"));

    assertThat(IMAGE.matcher(readme).results().map((MatchResult it) -> it.group(1)))
        .containsExactlyInAnyOrderElementsOf(made());
  }

  @Test
  void aPictureOfTheWholeWindowHasItsSize() throws IOException {
    for (var shot : Album.SHOTS.stream().filter(Shot::isWhole).toList()) {
      for (var scheme : PicturesTest.SCHEMES) {
        var file = PicturesTest.IMAGES.resolve(PicturesTest.file(shot, scheme)).toFile();
        var image = ImageIO.read(file);

        assertThat(image.getWidth()).as("width of %s", file).isEqualTo(shot.width() * Shot.SCALE);
        assertThat(image.getHeight())
            .as("height of %s", file)
            .isEqualTo(shot.height() * Shot.SCALE);
      }
    }
  }

  private static List<String> made() {
    return Album.SHOTS.stream().flatMap(StoredPicturesTest::inLightAndDark).toList();
  }

  private static Stream<String> inLightAndDark(Shot shot) {
    return PicturesTest.SCHEMES.stream().map((ColorScheme it) -> PicturesTest.file(shot, it));
  }
}
