package dev.tiller.teams;

import dev.tiller.core.chat.ChatFailure;
import dev.tiller.core.chat.ChatPlatform.Files;
import java.awt.Color;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/// Makes pictures fit for a Teams message, which shows PNG, JPEG and still GIF up to 1 MB and 1024
/// by 1024 pixels ("Send and receive inline images", 2026).
final class TeamsPictures {

  /// Larger ones than Teams shows are taken, because they are made smaller.
  static final Files TAKEN =
      new Files(Optional.of(Set.of("image/png", "image/jpeg", "image/gif")), 10_000_000);

  static final int MOST_PIXELS = 1024;
  static final int MOST_BYTES = 1_000_000;

  private static final float GOOD = 0.85f;
  private static final float FAIR = 0.6f;

  private TeamsPictures() {}

  /// A picture as it is sent.
  record Picture(String mediaType, byte[] content) {}

  /// The picture itself, or a smaller one of it. An animation that is too large becomes its first
  /// frame.
  ///
  /// @throws ChatFailure.Refused when the content is no picture of this type
  static Picture fit(String mediaType, byte[] content) {
    var readers = ImageIO.getImageReadersByMIMEType(mediaType);
    if (!readers.hasNext()) {
      throw new ChatFailure.Refused("file_not_taken");
    }
    var reader = readers.next();
    try (var in = new MemoryCacheImageInputStream(new ByteArrayInputStream(content))) {
      reader.setInput(in, false, true);
      return fits(reader, content)
          ? new Picture(mediaType, content)
          : written(shrunk(read(reader)));
    } catch (IOException | RuntimeException e) {
      throw new ChatFailure.Refused("unreadable_picture");
    } finally {
      reader.dispose();
    }
  }

  private static boolean fits(ImageReader reader, byte[] content) throws IOException {
    return content.length <= MOST_BYTES && longerSide(reader) <= MOST_PIXELS;
  }

  private static int longerSide(ImageReader reader) throws IOException {
    return Math.max(reader.getWidth(0), reader.getHeight(0));
  }

  /// Reads so few of its pixels that no picture, whatever size it claims, takes much memory.
  private static BufferedImage read(ImageReader reader) throws IOException {
    var parameters = reader.getDefaultReadParam();
    int step = Math.ceilDiv(longerSide(reader), 2 * MOST_PIXELS);
    parameters.setSourceSubsampling(step, step, 0, 0);
    return reader.read(0, parameters);
  }

  private static BufferedImage shrunk(BufferedImage image) {
    double scale =
        Math.min(1, MOST_PIXELS / (double) Math.max(image.getWidth(), image.getHeight()));
    int type =
        image.getColorModel().hasAlpha() ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB;
    return drawn(image, scale, type);
  }

  private static BufferedImage drawn(BufferedImage image, double scale, int type) {
    int width = Math.max(1, (int) Math.round(image.getWidth() * scale));
    int height = Math.max(1, (int) Math.round(image.getHeight() * scale));
    var canvas = new BufferedImage(width, height, type);
    var pen = canvas.createGraphics();
    if (type == BufferedImage.TYPE_INT_RGB) {
      pen.setColor(Color.WHITE);
      pen.fillRect(0, 0, width, height);
    }
    pen.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    pen.drawImage(image, 0, 0, width, height, null);
    pen.dispose();
    return canvas;
  }

  private static Picture written(BufferedImage image) throws IOException {
    var png = new Picture("image/png", encoded(image, "png", Optional.empty()));
    if (png.content().length <= MOST_BYTES) {
      return png;
    }
    var opaque = drawn(image, 1, BufferedImage.TYPE_INT_RGB);
    var good = encoded(opaque, "jpeg", Optional.of(GOOD));
    return new Picture(
        "image/jpeg",
        good.length <= MOST_BYTES ? good : encoded(opaque, "jpeg", Optional.of(FAIR)));
  }

  /// @param quality from 0 to 1; absent for formats that lose nothing
  private static byte[] encoded(BufferedImage image, String format, Optional<Float> quality)
      throws IOException {
    var bytes = new ByteArrayOutputStream();
    var writer = ImageIO.getImageWritersByFormatName(format).next();
    try (var out = new MemoryCacheImageOutputStream(bytes)) {
      writer.setOutput(out);
      var parameters = writer.getDefaultWriteParam();
      quality.ifPresent(its -> {
        parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        parameters.setCompressionQuality(its);
      });
      writer.write(null, new IIOImage(image, null, null), parameters);
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }
}
