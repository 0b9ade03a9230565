package dev.tiller.slack;

import com.google.gson.JsonObject;
import dev.tiller.core.chat.Card;
import dev.tiller.core.chat.Notice;
import dev.tiller.core.chat.Person;
import dev.tiller.core.chat.Post;
import dev.tiller.core.chat.RichText;
import dev.tiller.core.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Draws posts in Slack's Block Kit and keeps them within its limits. Every text goes into
/// `rich_text` or `plain_text`, which read no markup.
final class SlackCards {

  /// Slack refuses messages whose blocks are longer than about 13,000 characters
  /// (`msg_blocks_too_long`; what it counts is not documented, so this counts the JSON).
  private static final int BLOCKS_LIMIT = 12_000;

  /// Room for a mention, a divider and the like.
  private static final int FRAME = 200;

  private static final int TITLE_LIMIT = 150;
  private static final int LEAD_LIMIT = 1_500;
  private static final int MOST_FACTS = 12;
  private static final int FACT_LIMIT = 200;
  private static final int SMALL_PRINT_LIMIT = 500;
  private static final int FALLBACK_LIMIT = 3_900;

  private SlackCards() {}

  /// The `blocks` of a message, as JSON.
  static String blocks(Post post) {
    var blocks =
        switch (post) {
          case Card card -> blocks(card);
          case Notice notice -> blocks(notice);
        };
    return BlockKit.array(blocks).toString();
  }

  /// The `text` of a message: what notifications and screen readers say, escaped.
  static String fallback(Post post) {
    var mention =
        post instanceof Notice notice
            ? notice.mention().map(person -> "<@" + person.handle() + "> ").orElse("")
            : "";
    return mention + SlackText.escape(post.fallback(), FALLBACK_LIMIT - mention.length());
  }

  /// The card's blocks.
  static List<JsonObject> blocks(Card card) {
    var head = new ArrayList<JsonObject>();
    head.add(BlockKit.richText(headline(card)));
    if (!card.facts().isEmpty()) {
      head.add(BlockKit.richText(List.of(BlockKit.section(facts(card.facts())))));
    }
    var foot = new ArrayList<JsonObject>();
    card.progress().ifPresent(progress -> foot.addAll(smallPrint(progress)));
    card.menu().ifPresent(menu -> foot.addAll(SlackChoices.block(menu)));
    foot.addAll(SlackButtons.block(card.buttons(), card.more()));
    foot.addAll(smallPrint(card.footnote()));
    var body = body(Optional.empty(), card.body(), BLOCKS_LIMIT - length(head) - length(foot));
    if (!body.isEmpty()) {
      head.add(BlockKit.typed("divider"));
    }
    return joined(Stream.of(head, body, foot));
  }

  private static List<JsonObject> blocks(Notice notice) {
    var foot = SlackButtons.block(notice.buttons(), List.of());
    return joined(
        Stream.of(body(notice.mention(), notice.text(), BLOCKS_LIMIT - length(foot)), foot));
  }

  private static List<JsonObject> headline(Card card) {
    var title = new ArrayList<JsonObject>();
    emoji(card.tone()).ifPresent(name -> title.add(BlockKit.emoji(name)));
    if (!title.isEmpty()) {
      title.add(BlockKit.text(" "));
    }
    title.add(BlockKit.bold(SlackText.cut(card.title(), TITLE_LIMIT)));
    var lines = new ArrayList<>(List.of(BlockKit.section(title)));
    if (!card.lead().isBlank()) {
      var lead = BlockKit.text(SlackText.cut(card.lead(), LEAD_LIMIT));
      lines.add(BlockKit.section(List.of(lead)));
    }
    return lines;
  }

  /// The name of the emoji before the title, which only decorates it.
  private static Optional<String> emoji(Card.Tone tone) {
    return switch (tone) {
      case NEUTRAL -> Optional.empty();
      case WORKING -> Optional.of("hourglass_flowing_sand");
      case WAITING -> Optional.of("double_vertical_bar");
      case SUCCESS -> Optional.of("white_check_mark");
      case FAILURE -> Optional.of("x");
    };
  }

  private static List<JsonObject> facts(List<Card.Fact> facts) {
    var lines = new ArrayList<JsonObject>();
    for (var fact : facts.subList(0, Math.min(facts.size(), MOST_FACTS))) {
      if (!lines.isEmpty()) {
        lines.add(BlockKit.text("\n"));
      }
      lines.add(BlockKit.bold(SlackText.cut(fact.name(), FACT_LIMIT) + ":"));
      lines.addAll(value(fact));
    }
    return lines;
  }

  private static List<JsonObject> value(Card.Fact fact) {
    var value = SlackText.cut(fact.value(), FACT_LIMIT);
    return fact.moment()
        .map(moment -> List.of(BlockKit.text(" "), BlockKit.date(moment, value)))
        .orElseGet(() -> List.of(BlockKit.text(" " + value)));
  }

  /// The longer text within `limit` characters of JSON, and a word about it where it was cut.
  private static List<JsonObject> body(Optional<Person> mention, RichText text, int limit) {
    var shortened = BlockKit.context(Texts.get("adapter.shortened-slack"));
    var cut = fitting(text, limit - length(List.of(shortened)) - FRAME);
    var elements = addressed(mention, SlackRichText.elements(cut.text()));
    var blocks = new ArrayList<JsonObject>();
    if (!elements.isEmpty()) {
      blocks.add(BlockKit.richText(elements));
    }
    if (cut.shortened()) {
      blocks.add(shortened);
    }
    return blocks;
  }

  /// [SlackCut] reckons each span as heavy as one with every style, so its cut is only taken where
  /// the text as it is drawn does not fit either.
  private static SlackCut fitting(RichText text, int limit) {
    var cut = SlackCut.of(text, limit);
    boolean fits = cut.shortened() && length(SlackRichText.elements(text)) <= limit;
    return fits ? new SlackCut(text, false) : cut;
  }

  /// Begins the text with the mention, on the text's own first line where that is one.
  private static List<JsonObject> addressed(Optional<Person> mention, List<JsonObject> elements) {
    if (mention.isEmpty()) {
      return elements;
    }
    var line = new ArrayList<>(List.of(BlockKit.user(mention.get().handle())));
    boolean joins = !elements.isEmpty() && isSection(elements.getFirst());
    if (joins) {
      line.add(BlockKit.text(" "));
      elements.getFirst().getAsJsonArray("elements").forEach(e -> line.add(e.getAsJsonObject()));
    }
    return joined(
        Stream.of(
            List.of(BlockKit.section(line)), elements.subList(joins ? 1 : 0, elements.size())));
  }

  private static boolean isSection(JsonObject element) {
    return element.get("type").getAsString().equals("rich_text_section");
  }

  private static List<JsonObject> smallPrint(String text) {
    return text.isBlank()
        ? List.of()
        : List.of(BlockKit.context(SlackText.cut(text, SMALL_PRINT_LIMIT)));
  }

  private static int length(List<JsonObject> blocks) {
    return BlockKit.array(blocks).toString().length();
  }

  private static List<JsonObject> joined(Stream<List<JsonObject>> parts) {
    return parts.flatMap(List::stream).toList();
  }
}
