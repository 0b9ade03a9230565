package dev.tiller.app.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.ColorScheme;
import dev.tiller.app.config.Settings.CursorApi;
import dev.tiller.app.playground.Playground;
import dev.tiller.app.playground.Ports;
import dev.tiller.app.standin.chat.MovableClock;
import dev.tiller.app.standin.cursor.Options;
import dev.tiller.app.standin.cursor.Pace;
import dev.tiller.core.store.FreshDatabase;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/// Makes the pictures of the documents from the real page, and looks whether they came out; in
/// light only, to be quick. With the system property `tiller.pictures=write` it makes them in dark,
/// too, and replaces those in `docs/images`.
class PicturesTest extends BrowserTest {

  static final Path IMAGES = Path.of("..", "docs", "images");

  static final List<ColorScheme> SCHEMES = List.of(ColorScheme.LIGHT, ColorScheme.DARK);

  private static final boolean WRITE = "write".equals(System.getProperty("tiller.pictures"));
  private static final Duration AGE = Duration.ofMinutes(3);
  private static final int LEAST_COLOURS = 20;

  @Test
  void thePicturesOfTheDocumentsCanBeMadeFromThePage() throws Exception {
    var clock = new MovableClock();
    try (var playground = quietly(clock)) {
      new Scenery(playground, clock, visit(playground)).play();
      var now = Date.from(Instant.now().plus(AGE));
      var page = playground.page().orElseThrow();
      var camera = new Camera(SharedBrowser.chromium().browser(), page, now);
      for (var scheme : WRITE ? SCHEMES : SCHEMES.subList(0, 1)) {
        for (var shot : Album.SHOTS) {
          var picture = camera.take(shot, scheme);
          isAsWanted(shot, ImageIO.read(new ByteArrayInputStream(picture)));
          keep(shot, scheme, picture);
        }
      }
    }
  }

  private static Playground quietly(MovableClock clock) throws Exception {
    return Playground.start(
        Ports.ANY,
        CursorApi.V1,
        Options.playground().withPace(Pace.manually()).withClock(clock),
        Map.of("TILLER_DATABASE_URL", FreshDatabase.url()),
        Places::hurried);
  }

  private static void isAsWanted(Shot shot, BufferedImage image) {
    assertThat(image.getWidth()).isBetween(400 * Shot.SCALE, shot.width() * Shot.SCALE);
    assertThat(image.getHeight()).isBetween(100 * Shot.SCALE, shot.height() * Shot.SCALE);
    if (shot.isWhole()) {
      assertThat(image.getWidth()).isEqualTo(shot.width() * Shot.SCALE);
      assertThat(image.getHeight()).isEqualTo(shot.height() * Shot.SCALE);
    }
    assertThat(colours(image)).as("colours of %s", shot.name()).isGreaterThan(LEAST_COLOURS);
  }

  private static long colours(BufferedImage image) {
    var all = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
    return Arrays.stream(all).distinct().count();
  }

  private static void keep(Shot shot, ColorScheme scheme, byte[] picture) throws IOException {
    if (WRITE) {
      Files.write(IMAGES.resolve(file(shot, scheme)), picture);
    }
  }

  static String file(Shot shot, ColorScheme scheme) {
    return shot.name() + "-" + scheme.name().toLowerCase(Locale.ROOT) + ".png";
  }
}
