package dev.tiller.manifests;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/// The icons are what the program draws, and can be made out wherever Teams shows them.
class IconsTest {

  private static BufferedImage kept(String name) throws IOException {
    return ImageIO.read(IconDrawing.FOLDER.resolve(name).toFile());
  }

  @Test
  void theKeptIconsAreTheDrawnOnes() throws IOException {
    assertThat(difference(kept("color.png"), IconDrawing.color())).isLessThan(2);
    assertThat(difference(kept("outline.png"), IconDrawing.outline())).isLessThan(2);
  }

  /// The largest mean difference of a channel; drawing differs a little between machines.
  private static double difference(BufferedImage one, BufferedImage other) {
    assertThat(one.getWidth()).isEqualTo(other.getWidth());
    long sum = 0;
    for (int y = 0; y < one.getHeight(); y++) {
      for (int x = 0; x < one.getWidth(); x++) {
        var a = new Color(one.getRGB(x, y), true);
        var b = new Color(other.getRGB(x, y), true);
        sum +=
            Math.abs(a.getRed() - b.getRed())
                + Math.abs(a.getGreen() - b.getGreen())
                + Math.abs(a.getBlue() - b.getBlue())
                + Math.abs(a.getAlpha() - b.getAlpha());
      }
    }
    return sum / 4.0 / (one.getWidth() * one.getHeight());
  }

  /// Teams colours it itself, on light and on dark.
  @Test
  void theOutlineIsWhiteOnNothing() throws IOException {
    var outline = kept("outline.png");
    int drawn = 0;
    for (int y = 0; y < 32; y++) {
      for (int x = 0; x < 32; x++) {
        int alpha = outline.getRGB(x, y) >>> 24;
        assertThat(alpha == 0 || (outline.getRGB(x, y) & 0xFFFFFF) == 0xFFFFFF).isTrue();
        drawn += alpha > 128 ? 1 : 0;
      }
    }
    assertThat(drawn).isBetween(32 * 32 / 8, 32 * 32 / 2);
    for (var corner : Set.of(0, 31)) {
      assertThat(outline.getRGB(corner, corner) >>> 24).isZero();
    }
  }

  /// Teams cuts the edges round: what matters is within 120 pixels in the middle.
  @Test
  void theColouredIconFillsItsSquareAndKeepsToTheMiddle() throws IOException {
    var color = kept("color.png");
    var sea = color.getRGB(0, 0);
    var outside = new HashSet<Integer>();
    for (int y = 0; y < 192; y++) {
      for (int x = 0; x < 192; x++) {
        if (x < 36 || x >= 156 || y < 36 || y >= 156) {
          outside.add(color.getRGB(x, y));
        }
      }
    }
    assertThat(outside).containsExactly(sea);
    assertThat(contrast(new Color(sea), Color.WHITE)).isGreaterThan(7);
  }

  private static double contrast(Color dark, Color light) {
    return (luminance(light) + 0.05) / (luminance(dark) + 0.05);
  }

  private static double luminance(Color color) {
    var parts = color.getRGBColorComponents(null);
    for (int i = 0; i < 3; i++) {
      double part = parts[i];
      parts[i] = (float) (part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4));
    }
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2];
  }
}
