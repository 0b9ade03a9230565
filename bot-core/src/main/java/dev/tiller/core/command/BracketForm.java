package dev.tiller.core.command;

import dev.tiller.core.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// `[repo=acme/web, branch=dev]` and `(repo=acme/web)`: brackets that hold nothing but options.
final class BracketForm {

  private static final int LONGEST = 1_000;

  private final Spot spot;
  private final int close;
  private final List<OptionWord> words = new ArrayList<>();
  private final List<Finding> doubts = new ArrayList<>();

  private BracketForm(Spot spot, int close) {
    this.spot = spot;
    this.close = close;
  }

  static Optional<OptionGroup> at(Spot spot) {
    var square = spot.holds(spot.at(), "[");
    if (!square && !spot.holds(spot.at(), "(")) {
      return Optional.empty();
    }
    return closing(spot, square ? ']' : ')')
        .map(close -> new BracketForm(spot, close))
        .filter(form -> isFree(spot, form.close) && form.read(square))
        .map(BracketForm::group)
        .or(() -> square ? broken(spot) : Optional.empty());
  }

  /// `[repo=acme/web fix it`.
  private static Optional<OptionGroup> broken(Spot spot) {
    var inside = new Spot(spot.text(), spot.at() + 1, false, false);
    var close = closing(spot, ']');
    var expected = Finding.literally(Texts.get("problem.brackets"));
    var finding =
        close.isPresent()
            ? Finding.of(expected)
            : new Finding(expected, new Range(spot.at(), spot.at() + 1), "");
    return EqualsForm.at(inside)
        .filter(_ -> close.isEmpty() || !spot.holds(close.get() + 1, "(["))
        .map(group ->
            OptionGroup.doubtful(
                new Range(spot.at(), group.place().end()), group.words().getFirst(), finding));
  }

  /// Where the bracket closes, on its line and with no other bracket inside.
  private static Optional<Integer> closing(Spot spot, char close) {
    var text = spot.text();
    var limit = Math.min(text.length(), spot.at() + LONGEST);
    for (var at = spot.at() + 1; at < limit && !spot.holds(at, "[(`\r\n"); at++) {
      if (text.charAt(at) == close) {
        return Optional.of(at);
      }
    }
    return Optional.empty();
  }

  /// Not the text of a link, or a word that goes on after it.
  private static boolean isFree(Spot spot, int close) {
    var after = close + 1;
    var wordEnd = Whitespace.nextSpace(spot.text(), after);
    return !spot.holds(after, "([")
        && (spot.holds(close, "]") || spot.withoutPunctuation(after, wordEnd) == after);
  }

  private boolean read(boolean square) {
    var at = spot.at() + 1;
    while (at < close) {
      if (Whitespace.isSpace(spot.text().charAt(at)) || spot.holds(at, ",;")) {
        at++;
        continue;
      }
      at = item(at, square);
    }
    return at == close && !words.isEmpty();
  }

  /// Reads one `key=value`; beyond the end when it is none.
  private int item(int at, boolean square) {
    var end = spot.keyEnd(at);
    var sign = square ? spot.afterGap(end) : end;
    if (end == at || sign >= close || !spot.holds(sign, square ? "=:" : "=")) {
      return Integer.MAX_VALUE;
    }
    var name = new Range(at, end);
    var value = value(spot.afterGap(sign + 1));
    var meant = EqualsForm.meant(name.of(spot.text()), value.of(spot.text()));
    if (meant.isPresent()) {
      words.add(spot.word(name, meant.get().option(), meant.get().misspelt(), value));
    } else if (square && !words.isEmpty()) {
      doubts.add(
          Finding.of(Finding.literally(Texts.get("problem.no-option", name.of(spot.text())))));
    } else {
      return Integer.MAX_VALUE;
    }
    return spot.holds(value.end(), "\"'“”‘’") ? value.end() + 1 : value.end();
  }

  private Range value(int from) {
    var quote = spot.closingQuote(from).filter(at -> at < close);
    return quote.map(at -> new Range(from + 1, at)).orElseGet(() -> bare(from));
  }

  /// Up to a space, or a comma with a space or another option behind it.
  private Range bare(int from) {
    var end = from;
    while (end < close && !Whitespace.isSpace(spot.text().charAt(end)) && !endsItem(end)) {
      end++;
    }
    return new Range(Math.min(from, close), Math.min(Math.max(end, from), close));
  }

  private boolean endsItem(int at) {
    if (!spot.holds(at, ",;")) {
      return false;
    }
    var key = spot.keyEnd(at + 1);
    return key == at + 1
        ? at + 1 == close || Whitespace.isSpace(spot.text().charAt(at + 1))
        : spot.holds(key, "=");
  }

  private OptionGroup group() {
    var wordEnd = Whitespace.nextSpace(spot.text(), close + 1);
    var punctuated = spot.withoutPunctuation(close + 1, wordEnd) == close + 1;
    var place = new Range(spot.at(), punctuated ? wordEnd : close + 1);
    return new OptionGroup(place, List.copyOf(words), List.copyOf(doubts));
  }
}
