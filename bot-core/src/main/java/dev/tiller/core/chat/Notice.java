package dev.tiller.core.chat;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A short message: an answer, a refusal, or the word that a run has ended.
///
/// @param mention who is notified; absent when nobody is
/// @param text data, shown literally
/// @param buttons at most three
public record Notice(Optional<Person> mention, RichText text, List<Button> buttons)
    implements Post {

  public Notice {
    buttons = List.copyOf(buttons);
  }

  @Override
  public String fallback() {
    return Stream.concat(Stream.of(text.toPlain()), Post.linksOf(buttons))
        .filter(line -> !line.isBlank())
        .collect(Collectors.joining("\n"));
  }
}
