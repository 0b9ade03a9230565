package dev.tiller.app.standin.cursor;

import dev.tiller.app.standin.cursor.Launch.Prompt;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// Reads prompts with their images.
final class PromptReader {

  /// Bytes of one decoded image.
  static final int IMAGE_LIMIT = 15 << 20;

  private static final int IMAGES = 5;
  private static final List<String> TYPES =
      List.of("image/png", "image/jpeg", "image/gif", "image/webp");

  private PromptReader() {}

  static Prompt v1(Fields body, Optional<String> model) {
    var mode = body.word("mode", List.of("agent", "plan"));
    return body.requiredObject(
        "prompt",
        prompt -> {
          int images = images(prompt, PromptReader::v1Image);
          return new Prompt(prompt.required("text"), images, mode, model);
        });
  }

  static Prompt v0(Fields body, Optional<String> model) {
    return body.requiredObject(
        "prompt",
        prompt -> {
          int images = images(prompt, PromptReader::checkData);
          return new Prompt(prompt.required("text"), images, Optional.empty(), model);
        });
  }

  /// Whether this is an absolute URL of the web.
  static boolean isWeb(String text) {
    try {
      var url = new URI(text);
      return url.getHost() != null && List.of("http", "https").contains(url.getScheme());
    } catch (URISyntaxException _) {
      return false;
    }
  }

  private static int images(Fields prompt, Consumer<Fields> check) {
    return prompt
        .objects(
            "images",
            IMAGES,
            image -> {
              check.accept(image);
              return image.object("dimension", PromptReader::dimension);
            })
        .size();
  }

  private static void v1Image(Fields image) {
    boolean data = image.has("data");
    if (data == image.has("url")) {
      throw image.wrong("data", "or url is required, and not both");
    }
    if (data) {
      checkData(image);
      image.requiredWord("mimeType", TYPES);
      return;
    }
    if (!isWeb(image.required("url"))) {
      throw image.wrong("url", "must be an http or https URL");
    }
    if (image.has("mimeType")) {
      throw image.wrong("mimeType", "must be left out with url");
    }
  }

  private static void checkData(Fields image) {
    try {
      if (Base64.getDecoder().decode(image.required("data")).length > IMAGE_LIMIT) {
        throw image.wrong("data", "must be at most 15 MB");
      }
    } catch (IllegalArgumentException _) {
      throw image.wrong("data", "must be Base64");
    }
  }

  private static Fields dimension(Fields dimension) {
    dimension.requirePositive("width");
    dimension.requirePositive("height");
    return dimension;
  }
}
