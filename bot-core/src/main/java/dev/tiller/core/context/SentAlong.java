package dev.tiller.core.context;

import dev.tiller.core.context.FilePart.Picture;
import dev.tiller.core.context.FilePart.Unsent;
import dev.tiller.core.text.Texts;
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
      sent.add(Texts.get("along.images", images));
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
        ? Optional.of(told(excerpt))
        : Optional.empty();
  }

  private static String told(Excerpt excerpt) {
    int messages = excerpt.messages().size();
    int people = excerpt.people();
    if (excerpt.older()) {
      return Texts.get("along.messages-older", messages, people);
    }
    return excerpt.leftOut() == 0
        ? Texts.get("along.messages", messages, people)
        : Texts.get("along.messages-left-out", messages, people, excerpt.leftOut());
  }

  private static Optional<String> trouble(ThreadPart thread) {
    return switch (thread) {
      case ThreadPart.NotGranted() -> Optional.of(Texts.get("along.not-granted"));
      case ThreadPart.Unread() -> Optional.of(Texts.get("along.unread"));
      case ThreadPart.Quoted(var excerpt) when !excerpt.all() ->
          Optional.of(Texts.get("along.only-addressed"));
      case ThreadPart.Quoted _, ThreadPart.Unwanted _ -> Optional.empty();
    };
  }

  private static Optional<String> texts(List<FilePart> files) {
    var texts = Packing.texts(files);
    return texts.isEmpty()
        ? Optional.empty()
        : Optional.of(
            texts.stream()
                .map(file -> file.whole() ? file.name() : Texts.get("along.shortened", file.name()))
                .collect(Collectors.joining(", ")));
  }

  private static List<String> unsent(List<FilePart> files) {
    var unsent = files.stream().filter(Unsent.class::isInstance).map(Unsent.class::cast).toList();
    var words =
        new ArrayList<>(
            unsent.stream()
                .limit(NAMED)
                .map(file -> Texts.get("along.unsent", file.name(), file.why().words()))
                .toList());
    if (unsent.size() > NAMED) {
      words.add(Texts.get("along.more-unsent", unsent.size() - NAMED));
    }
    return words;
  }
}
