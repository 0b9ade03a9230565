package dev.tiller.core.context;

import dev.tiller.core.agents.Image;
import dev.tiller.core.chat.Attachment;
import dev.tiller.core.context.FilePart.Why;
import dev.tiller.core.text.Texts;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// Decides file by file what goes along, within the limits of Cursor's API (v0 and v1: 5 images of
/// at most 15 MB, png, jpeg, gif or webp) and of what a prompt can take.
public final class FileSorter {

  /// Bytes at most of one file.
  public static final int LARGEST = 15 << 20;

  private static final int IMAGES = 5;
  private static final int FILES = 10;
  private static final int TEXT_EACH = 20_000;
  private static final int TEXT_TOGETHER = 48_000;
  private static final int LEAST_ROOM = 500;

  /// How those media types begin that are never worth a download.
  private static final Set<String> HOPELESS =
      Set.of(
          "video/",
          "audio/",
          "font/",
          "application/pdf",
          "application/zip",
          "application/vnd.",
          "application/msword");

  private final List<FilePart> parts = new ArrayList<>();
  private int images;
  private int textLeft = TEXT_TOGETHER;

  /// Why a file need not be fetched; empty when it should be.
  public Optional<Why> unfetched(Attachment file) {
    if (parts.size() >= FILES) {
      return Optional.of(Why.TOO_MANY_FILES);
    }
    var type = file.mediaType().toLowerCase(Locale.ROOT);
    if (HOPELESS.stream().anyMatch(type::startsWith)) {
      return Optional.of(Why.KIND);
    }
    return file.size().orElse(0) > LARGEST ? Optional.of(Why.TOO_LARGE) : Optional.empty();
  }

  /// Takes a file whose content is known.
  ///
  /// @param picture the media type that the content has; absent when it is no picture
  public void add(String name, byte[] content, Optional<String> picture) {
    if (content.length > LARGEST) {
      leave(name, Why.TOO_LARGE);
    } else if (picture.isPresent()) {
      picture(name, new Image(picture.get(), content));
    } else {
      text(content).ifPresentOrElse(text -> text(name, text), () -> leave(name, Why.KIND));
    }
  }

  /// Notes that a file does not go along.
  public void leave(String name, Why why) {
    parts.add(new FilePart.Unsent(called(name), why));
  }

  public List<FilePart> parts() {
    return List.copyOf(parts);
  }

  private void picture(String name, Image image) {
    if (images == IMAGES) {
      leave(name, Why.TOO_MANY_IMAGES);
      return;
    }
    images++;
    parts.add(new FilePart.Picture(called(name), image));
  }

  private void text(String name, String text) {
    int most = Math.min(TEXT_EACH, textLeft);
    if (most < LEAST_ROOM && text.length() > most) {
      leave(name, Why.NO_ROOM);
      return;
    }
    var kept = Cut.middle(text, most);
    textLeft = Math.max(0, textLeft - kept.length());
    parts.add(new FilePart.Text(called(name), kept, text.length() <= most));
  }

  private static String called(String name) {
    return name.isBlank() ? Texts.get("along.nameless") : Quoting.name(name);
  }

  /// The content as text; empty when it is none.
  private static Optional<String> text(byte[] content) {
    try {
      var text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content)).toString();
      return text.indexOf('\0') >= 0 ? Optional.empty() : Optional.of(text);
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }
}
