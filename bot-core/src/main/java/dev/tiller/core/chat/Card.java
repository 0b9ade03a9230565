package dev.tiller.core.chat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A message with structure, edited in place as what it shows changes.
///
/// Every text in it is data: platforms show it literally.
///
/// @param title one short line that says the state in words
/// @param tone the state's colour or emoji, where a platform has one; adds nothing the title lacks
/// @param lead a sentence under the title: the task, or the cause of a failure; may be empty
/// @param facts short names and values
/// @param body longer text, such as an agent's summary; often empty
/// @param progress what is going on right now, in a few words; absent when nothing is
/// @param buttons at most six
/// @param more what is wanted less often, behind a menu of its own: at most five, without links to
///   anything the card needs
/// @param menu something to choose; absent on most cards
/// @param footnote small print; may be empty
public record Card(
    String title,
    Tone tone,
    String lead,
    List<Fact> facts,
    RichText body,
    Optional<String> progress,
    List<Button> buttons,
    List<Button> more,
    Optional<Menu> menu,
    String footnote)
    implements Post {

  public Card {
    Checks.filled("title", title);
    facts = List.copyOf(facts);
    buttons = List.copyOf(buttons);
    more = List.copyOf(more);
  }

  /// A card with nothing to choose.
  public Card(
      String title,
      Tone tone,
      String lead,
      List<Fact> facts,
      RichText body,
      Optional<String> progress,
      List<Button> buttons,
      String footnote) {
    this(title, tone, lead, facts, body, progress, buttons, List.of(), Optional.empty(), footnote);
  }

  /// The card with something to choose.
  public Card with(Menu choice) {
    return new Card(
        title, tone, lead, facts, body, progress, buttons, more, Optional.of(choice), footnote);
  }

  /// The card with these buttons behind its menu.
  public Card with(List<Button> others) {
    return new Card(title, tone, lead, facts, body, progress, buttons, others, menu, footnote);
  }

  /// A name and its value, each on one line.
  ///
  /// @param moment the same as `value`, where that is a moment, so that a platform can show it in
  ///   the reader's time zone
  public record Fact(String name, String value, Optional<Instant> moment) {
    public Fact(String name, String value) {
      this(name, value, Optional.empty());
    }
  }

  /// What a state is like, at a glance.
  public enum Tone {
    NEUTRAL,
    WORKING,
    WAITING,
    SUCCESS,
    FAILURE
  }

  @Override
  public String fallback() {
    var lines =
        Stream.of(
                Stream.of(title, lead),
                facts.stream().map(fact -> fact.name() + ": " + fact.value()),
                Stream.of(body.toPlain()),
                progress.stream(),
                menu.map(Menu::label).stream(),
                Post.linksOf(buttons),
                Post.linksOf(more),
                Stream.of(footnote))
            .flatMap(part -> part);
    return lines.filter(line -> !line.isBlank()).collect(Collectors.joining("\n"));
  }
}
