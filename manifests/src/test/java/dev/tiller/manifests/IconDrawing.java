package dev.tiller.manifests;

import java.awt.AlphaComposite;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;

/// Draws the icons of the app package: a boat from above, its tiller put over. Everything is given
/// on a square of 192 and scaled.
final class IconDrawing {

  static final Path FOLDER = Path.of("src/main/resources/manifests/teams");

  private static final int SQUARE = 192;
  private static final Color SEA = new Color(0x12343B);
  private static final Color HULL = Color.WHITE;
  private static final Color TILLER = new Color(0xF2A74B);

  /// The width of the hull's line, and how much wider the gap around the tiller is than the tiller.
  private record Pen(float hull, float tiller, float gap, double zoom) {}

  private IconDrawing() {}

  /// On the sea, for everywhere that shows colour.
  static BufferedImage color() {
    var image = new BufferedImage(SQUARE, SQUARE, BufferedImage.TYPE_INT_RGB);
    var g = brush(image);
    g.setColor(SEA);
    g.fillRect(0, 0, SQUARE, SQUARE);
    draw(g, new Pen(10, 11, 9, 1.1), HULL, TILLER, SEA);
    g.dispose();
    return image;
  }

  /// White on nothing, thick enough for 32 pixels.
  static BufferedImage outline() {
    int large = 32 * 8;
    var drawn = new BufferedImage(large, large, BufferedImage.TYPE_INT_ARGB);
    var g = brush(drawn);
    g.scale((double) large / SQUARE, (double) large / SQUARE);
    draw(g, new Pen(11, 14, 11, 1.62), Color.WHITE, Color.WHITE, null);
    g.dispose();
    var small = new BufferedImage(32, 32, BufferedImage.TYPE_INT_ARGB);
    for (int y = 0; y < 32; y++) {
      for (int x = 0; x < 32; x++) {
        small.setRGB(x, y, (average(drawn, x * 8, y * 8) << 24) | 0xFFFFFF);
      }
    }
    return small;
  }

  /// How opaque a square of eight by eight pixels is.
  private static int average(BufferedImage image, int left, int top) {
    int sum = 0;
    for (int y = top; y < top + 8; y++) {
      for (int x = left; x < left + 8; x++) {
        sum += image.getRGB(x, y) >>> 24;
      }
    }
    return sum / 64;
  }

  private static Graphics2D brush(BufferedImage image) {
    var g = image.createGraphics();
    g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    return g;
  }

  /// @param sea what shows in the gap around the tiller; null for nothing
  private static void draw(Graphics2D g, Pen pen, Color hull, Color tiller, @Nullable Color sea) {
    g.translate(SQUARE / 2.0, SQUARE / 2.0);
    g.scale(pen.zoom(), pen.zoom());
    g.translate(-SQUARE / 2.0, -SQUARE / 2.0);
    g.setColor(hull);
    g.setStroke(new BasicStroke(pen.hull(), BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    g.draw(hull());
    var line = new Line2D.Double(103, 97, 85, 143);
    if (sea == null) {
      g.setComposite(AlphaComposite.Clear);
    } else {
      g.setColor(sea);
    }
    stroke(g, line, pen.tiller() + pen.gap());
    g.setComposite(AlphaComposite.SrcOver);
    g.setColor(tiller);
    stroke(g, line, pen.tiller());
  }

  private static void stroke(Graphics2D g, Shape line, float width) {
    g.setStroke(new BasicStroke(width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    g.draw(line);
  }

  /// From the bow at the top to the transom.
  private static Shape hull() {
    var hull = new Path2D.Double();
    hull.moveTo(96, 48);
    hull.curveTo(128, 70, 137, 104, 127, 130);
    hull.lineTo(65, 130);
    hull.curveTo(55, 104, 64, 70, 96, 48);
    hull.closePath();
    return hull;
  }

  /// Writes both icons, in the module's folder.
  public static void main(String[] arguments) throws IOException {
    write(color(), FOLDER.resolve("color.png").toFile());
    write(outline(), FOLDER.resolve("outline.png").toFile());
  }

  private static void write(BufferedImage image, File file) throws IOException {
    if (!ImageIO.write(image, "png", file)) {
      throw new IOException("no writer for " + file);
    }
  }
}
