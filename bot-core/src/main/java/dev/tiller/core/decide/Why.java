package dev.tiller.core.decide;

import dev.tiller.core.chat.Card;
import dev.tiller.core.chat.Post;
import dev.tiller.core.chat.RichText;
import dev.tiller.core.chat.RichText.Item;
import dev.tiller.core.chat.RichText.Span;
import dev.tiller.core.conversation.Recorded;
import dev.tiller.core.text.Texts;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The answer to `why`: what was decided in a thread last, read from the record. It has nobody's
/// text.
final class Why {

  private static final int MOST = 6;

  /// What a message leads to is written down right before the line about the message itself.
  private static final Duration TOGETHER = Duration.ofSeconds(2);

  private Why() {}

  /// @param record newest first
  static Post of(List<Recorded> record) {
    var lines = decisions(record).stream().limit(MOST).map(Why::item).toList();
    return lines.isEmpty()
        ? Replies.text(Texts.get("why.nothing"))
        : new Card(
            Texts.get("why.title"),
            Card.Tone.NEUTRAL,
            "",
            List.of(),
            new RichText(lines),
            Optional.empty(),
            List.of(),
            "");
  }

  /// Without the details of what a message has led to.
  private static List<Recorded> decisions(List<Recorded> record) {
    var kept = new ArrayList<Recorded>();
    var message = Optional.<Recorded>empty();
    for (var line : record) {
      if (isMessage(line)) {
        message = Optional.of(line);
        kept.add(line);
      } else if (message.filter(its -> isDetail(line, its)).isEmpty()) {
        kept.add(line);
      }
    }
    return kept;
  }

  private static boolean isMessage(Recorded line) {
    return line.act().startsWith(Dispositions.MESSAGE);
  }

  private static boolean isDetail(Recorded line, Recorded message) {
    return line.actor().id().equals(message.actor().id())
        && Duration.between(line.at(), message.at()).abs().compareTo(TOGETHER) < 0;
  }

  private static RichText.Block item(Recorded line) {
    var clock =
        new Span(Words.clock(line.at()), Set.of(), Optional.empty(), Optional.of(line.at()));
    var words =
        Texts.get("why.line", line.actor().name(), WhyWords.what(line), WhyWords.rule(line));
    return new Item(0, "•", List.of(clock, new Span(" · " + words, Set.of())));
  }
}
