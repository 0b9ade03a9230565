package dev.tiller.core.decide;

import dev.tiller.core.agents.Account.Model;
import dev.tiller.core.agents.Repository;
import dev.tiller.core.chat.Card;
import dev.tiller.core.chat.Post;
import dev.tiller.core.chat.RichText;
import dev.tiller.core.chat.RichText.Mark;
import dev.tiller.core.chat.RichText.Span;
import dev.tiller.core.conversation.Question;
import dev.tiller.core.text.Texts;
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
        ? Replies.text(nothing(question, "catalogue.no-models", "catalogue.no-models-with"))
        : card(
            question,
            title(question, "catalogue.models", "catalogue.models-with"),
            fitting,
            Texts.get("catalogue.use-model"));
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
      spans.add(
          plain(
              Texts.get("catalogue.also", Words.excerpt(String.join(", ", model.aliases()), 120))));
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
    var age = Texts.get("catalogue.as-of", Words.ago(asOf, moment.now()));
    return fitting.isEmpty()
        ? Replies.text(
            nothing(question, "catalogue.no-repositories", "catalogue.no-repositories-with")
                + " "
                + age)
        : card(
            question,
            title(question, "catalogue.repositories", "catalogue.repositories-with"),
            fitting,
            age);
  }

  private static boolean fits(Question question, String word) {
    return word.toLowerCase(Locale.ROOT).contains(question.filter());
  }

  private static String nothing(Question question, String whole, String filtered) {
    return title(question, whole, filtered);
  }

  private static String title(Question question, String whole, String filtered) {
    return question.filter().isEmpty() ? Texts.get(whole) : Texts.get(filtered, question.filter());
  }

  private static Card card(Question question, String title, List<List<Span>> lines, String foot) {
    var page = Page.of(lines, SIZE, question.page());
    var items =
        page.items().stream().<RichText.Block>map(spans -> new RichText.Item(0, "•", spans));

    return new Card(
        title,
        Card.Tone.NEUTRAL,
        "",
        List.of(),
        new RichText(items.toList()),
        Optional.empty(),
        page.buttons(question, Texts.get("page.previous"), Texts.get("page.next")),
        foot(page, lines.size(), foot));
  }

  private static String foot(Page<?> page, int all, String foot) {
    int first = page.number() * SIZE + 1;
    return page.number() == 0 && !page.more()
        ? foot
        : Texts.get("catalogue.place", first, first + page.items().size() - 1, all, foot);
  }

  private static Span code(String text) {
    return new Span(text, Set.of(Mark.CODE));
  }

  private static Span plain(String text) {
    return new Span(text, Set.of());
  }
}
