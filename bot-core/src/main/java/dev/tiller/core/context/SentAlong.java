package dev.tiller.core.context;

import dev.tiller.core.context.FilePart.Picture;
import dev.tiller.core.context.FilePart.Unsent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// The receipt: what went along with a task and what did not, for people.
public final class SentAlong {

  /// So many characters at most, so that it fits a card.
  private static final int LENGTH = 1_000;

  private static final int NAMED = 5;

  private SentAlong() {}

  /// Such as `12 messages from 3 people (4 older left out), 2 images; design.pdf not sent: only
  /// pictures and text are`. Empty when there is nothing to tell.
  public static Optional<String> words(ThreadPart thread, List<FilePart> files) {
    var sent = new ArrayList<String>();
    messages(thread).ifPresent(sent::add);
    int images = (int) files.stream().filter(Picture.class::isInstance).count();
    if (images > 0) {
      sent.add(count(images, "image"));
    }
    texts(files).ifPresent(sent::add);
    var parts = new ArrayList<String>();
    if (!sent.isEmpty()) {
      parts.add(String.join(", ", sent));
    }
    trouble(thread).ifPresent(parts::add);
    parts.addAll(unsent(files));
    return parts.isEmpty()
        ? Optional.empty()
        : Optional.of(Cut.end(String.join("; ", parts), LENGTH));
  }

  private static Optional<String> messages(ThreadPart thread) {
    return thread instanceof ThreadPart.Quoted(var excerpt) && !excerpt.messages().isEmpty()
        ? Optional.of(
            "%s from %s%s"
                .formatted(
                    count(excerpt.messages().size(), "message"),
                    excerpt.people() == 1 ? "1 person" : excerpt.people() + " people",
                    missing(excerpt)))
        : Optional.empty();
  }

  private static String missing(Excerpt excerpt) {
    if (excerpt.older()) {
      return " (older ones left out)";
    }
    return excerpt.leftOut() == 0 ? "" : " (%d older left out)".formatted(excerpt.leftOut());
  }

  private static Optional<String> trouble(ThreadPart thread) {
    return switch (thread) {
      case ThreadPart.NotGranted() ->
          Optional.of("no messages: the bot has no permission to read this conversation");
      case ThreadPart.Unread() -> Optional.of("no messages: they could not be read in time");
      case ThreadPart.Quoted(var excerpt) when !excerpt.all() ->
          Optional.of(
              "only what was addressed to the bot, which has no permission to read the rest");
      case ThreadPart.Quoted _, ThreadPart.Unwanted _ -> Optional.empty();
    };
  }

  private static Optional<String> texts(List<FilePart> files) {
    var texts = Packing.texts(files);
    return texts.isEmpty()
        ? Optional.empty()
        : Optional.of(
            texts.stream()
                .map(file -> file.name() + (file.whole() ? "" : " (shortened)"))
                .collect(Collectors.joining(", ")));
  }

  private static List<String> unsent(List<FilePart> files) {
    var unsent = files.stream().filter(Unsent.class::isInstance).map(Unsent.class::cast).toList();
    var words =
        new ArrayList<>(
            unsent.stream()
                .limit(NAMED)
                .map(file -> file.name() + " not sent: " + file.why().words())
                .toList());
    if (unsent.size() > NAMED) {
      words.add(count(unsent.size() - NAMED, "more file") + " not sent");
    }
    return words;
  }

  static String count(int number, String thing) {
    return number + " " + thing + (number == 1 ? "" : "s");
  }
}
