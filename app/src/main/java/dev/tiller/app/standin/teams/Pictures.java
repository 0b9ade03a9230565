package dev.tiller.app.standin.teams;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tiller.app.standin.chat.SharedFile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageInputStream;

/// Rules for pictures in messages ("Send and receive inline images", 2026). A bot cannot add other
/// files.
final class Pictures {

  private static final Set<String> TYPES = Set.of("image/png", "image/jpeg", "image/gif");
  private static final int MOST_BYTES = 1 << 20;
  private static final int MOST_PIXELS = 1024;

  private Pictures() {}

  /// The picture that an attachment holds; empty when it only says where one is.
  ///
  /// @throws TeamsError when Teams would not show it
  static Optional<SharedFile> of(JsonNode attachment) {
    var type = attachment.path("contentType").asText();
    var address = attachment.path("contentUrl").asText();
    if (!TYPES.contains(type)) {
      throw TeamsError.badArgument("Teams shows no attachments of type " + type + ".");
    }
    if (address.startsWith("https://")) {
      return Optional.empty();
    }
    var start = "data:" + type + ";base64,";
    if (!address.startsWith(start)) {
      throw TeamsError.badArgument("contentUrl is neither https nor base64 data of its type.");
    }
    var content = decoded(address.substring(start.length()));
    check(type, content);
    return Optional.of(new SharedFile(attachment.path("name").asText("picture"), type, content));
  }

  private static byte[] decoded(String base64) {
    try {
      return Base64.getDecoder().decode(base64);
    } catch (IllegalArgumentException e) {
      throw TeamsError.badArgument("contentUrl holds no base64.");
    }
  }

  private static void check(String type, byte[] content) {
    if (content.length > MOST_BYTES) {
      throw new TeamsError(413, "MessageSizeTooBig", "The picture is larger than 1 MB.");
    }
    if (longerSide(type, content) > MOST_PIXELS) {
      throw TeamsError.badArgument("The picture is larger than 1024 by 1024 pixels.");
    }
  }

  private static int longerSide(String type, byte[] content) {
    var reader = ImageIO.getImageReadersByMIMEType(type).next();
    try (var in = new MemoryCacheImageInputStream(new ByteArrayInputStream(content))) {
      reader.setInput(in);
      return Math.max(reader.getWidth(0), reader.getHeight(0));
    } catch (IOException | RuntimeException e) {
      throw TeamsError.badArgument("The picture cannot be read.");
    } finally {
      reader.dispose();
    }
  }
}
