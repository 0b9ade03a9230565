package dev.tiller.core.decide;

import dev.tiller.core.agents.Account.Model;
import dev.tiller.core.agents.Repository;
import dev.tiller.core.chat.Card;
import dev.tiller.core.chat.Post;
import dev.tiller.core.chat.RichText;
import dev.tiller.core.chat.RichText.Mark;
import dev.tiller.core.chat.RichText.Span;
import dev.tiller.core.conversation.Question;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// The answers to `models` and `repos`: what agents can use, a page at a time.
final class CatalogueCards {

  private static final int SIZE = 12;

  private CatalogueCards() {}

  static Post models(Question question, List<Model> models) {
    var fitting =
        models.stream()
            .filter(model -> words(model).anyMatch(word -> fits(question, word)))
            .map(CatalogueCards::line)
            .toList();
    return fitting.isEmpty()
        ? Replies.text(nothing(question, "models"))
        : card(question, "Models", fitting, "To use one, write model= and its name in the task.");
  }

  private static Stream<String> words(Model model) {
    return Stream.concat(Stream.of(model.id(), model.name()), model.aliases().stream());
  }

  private static List<Span> line(Model model) {
    var spans = new ArrayList<Span>();
    spans.add(code(model.id()));
    if (!model.name().equals(model.id())) {
      spans.add(plain(" " + Words.excerpt(model.name(), 80)));
    }
    if (!model.aliases().isEmpty()) {
      spans.add(plain(", also " + Words.excerpt(String.join(", ", model.aliases()), 120)));
    }
    return spans;
  }

  static Post repositories(
      Question question, List<Repository> repositories, Instant asOf, Moment moment) {
    var fitting =
        repositories.stream()
            .map(Repository::display)
            .filter(name -> fits(question, name))
            .sorted(String.CASE_INSENSITIVE_ORDER)
            .map(name -> List.of(code(name)))
            .toList();
    var age = "As Cursor said " + Words.ago(asOf, moment.now()) + ".";
    return fitting.isEmpty()
        ? Replies.text(nothing(question, "repositories") + " " + age)
        : card(question, "Repositories", fitting, age);
  }

  private static boolean fits(Question question, String word) {
    return word.toLowerCase(Locale.ROOT).contains(question.filter());
  }

  private static String nothing(Question question, String what) {
    return question.filter().isEmpty()
        ? "Cursor names no %s for this key.".formatted(what)
        : "Cursor names no %s with “%s”. If that was a task, write -- before it."
            .formatted(what, question.filter());
  }

  private static Card card(Question question, String title, List<List<Span>> lines, String foot) {
    var page = Page.of(lines, SIZE, question.page());
    var items =
        page.items().stream().<RichText.Block>map(spans -> new RichText.Item(0, "•", spans));
    var filtered = question.filter().isEmpty() ? "" : " with “%s”".formatted(question.filter());
    return new Card(
        title + filtered,
        Card.Tone.NEUTRAL,
        "",
        List.of(),
        new RichText(items.toList()),
        Optional.empty(),
        page.buttons(question, "Previous", "Next"),
        place(page, lines.size()) + foot);
  }

  private static String place(Page<?> page, int all) {
    int first = page.number() * SIZE + 1;
    return page.number() == 0 && !page.more()
        ? ""
        : "%d to %d of %d · ".formatted(first, first + page.items().size() - 1, all);
  }

  private static Span code(String text) {
    return new Span(text, Set.of(Mark.CODE));
  }

  private static Span plain(String text) {
    return new Span(text, Set.of());
  }
}
