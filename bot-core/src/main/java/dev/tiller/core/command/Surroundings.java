package dev.tiller.core.command;

import dev.tiller.core.text.Texts;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntUnaryOperator;
import java.util.regex.Pattern;

/// Tells options from lines of somebody's configuration: `.env` files, properties, YAML.
final class Surroundings {

  /// So many neighbouring lines are looked at in each direction.
  private static final int MOST_LINES = 5;

  /// A shouted message is read so far in each direction.
  private static final int EARSHOT = 200;

  private static final int LONGEST_LINE = 300;

  /// Deeper indentation is looked at no further.
  private static final int DEEPEST = 40;

  /// Stand before a variable in shells and container files.
  private static final Set<String> SETTERS = Set.of("export", "ENV", "ARG", "declare");

  /// A line with one variable.
  private static final Pattern ASSIGNMENT =
      Pattern.compile(
          "\\h{0,40}(?:export\\h|-\\h)?([A-Za-z_][A-Za-z0-9_.-]{0,60})\\h?=\\h?"
              + "(?:[^\\h\"'][^\\h]*|\"[^\"]*\"|'[^']*'|(?<=[A-Z0-9_]=).*)?\\h*\\r?");

  private static final Pattern ENTRY =
      Pattern.compile("\\h{0,40}(?:-\\h)?([A-Za-z_][A-Za-z0-9_.-]{0,60}):(?:\\h.*)?\\r?");

  private static final Pattern VARIABLE = Pattern.compile("[A-Z][A-Z0-9_]*=.*");

  private Surroundings() {}

  /// The group as it is, with a doubt, or nothing where it plainly was not written for us.
  static Optional<OptionGroup> judge(Spot spot, OptionGroup group) {
    var word = group.words().getFirst();
    var colon = spot.holds(word.name().end(), ":");
    if (isAmongForeign(spot, group, colon)) {
      return spot.leads() && (colon || !isShouted(word.key()))
          ? Optional.of(colon && isOfTemplates(word.option()) ? group : among(group, word))
          : Optional.empty();
    }
    return Optional.of(
        isShouted(word.key()) && !colon && !spot.leads() && !word.misspelt() && !shouts(spot)
            ? variable(group, word)
            : group);
  }

  /// Issue templates begin with these.
  private static boolean isOfTemplates(OptionName option) {
    return option == OptionName.REPO || option == OptionName.BRANCH;
  }

  private static OptionGroup among(OptionGroup group, OptionWord word) {
    var finding = Finding.of(Finding.literally(Texts.get("problem.among-settings", word.key())));
    return OptionGroup.doubtful(group.place(), word, finding);
  }

  private static OptionGroup variable(OptionGroup group, OptionWord word) {
    var key = word.option().key();
    var sentence = Finding.literally(Texts.get("problem.variable", word.key(), key));
    return OptionGroup.doubtful(group.place(), word, new Finding(sentence, word.name(), key));
  }

  private static boolean isShouted(String key) {
    return key.length() > 1 && key.equals(key.toUpperCase(Locale.ROOT));
  }

  /// Whether everything around is in capitals.
  private static boolean shouts(Spot spot) {
    var from = Math.max(0, spot.at() - EARSHOT);
    var to = Math.min(spot.text().length(), spot.at() + EARSHOT);
    return spot.text().substring(from, to).chars().noneMatch(Character::isLowerCase);
  }

  private static boolean isAmongForeign(Spot spot, OptionGroup group, boolean colon) {
    var pattern = colon ? ENTRY : ASSIGNMENT;
    var start = spot.at() - Math.max(0, indentation(spot.text(), spot.at()));
    var alone = startsLine(spot.text(), start) && spot.endsLine(group.place().end());
    return alone
        ? isForeignBlock(spot.text(), pattern, start, at -> lineStart(spot.text(), at - 1))
            || isForeignBlock(spot.text(), pattern, start, at -> lineEnd(spot.text(), at) + 1)
        : isShouted(group.words().getFirst().key()) && besideVariable(spot, group);
  }

  /// Whether one of the next lines sets something of somebody else's, with none between that sets
  /// nothing.
  private static boolean isForeignBlock(
      String text, Pattern pattern, int start, IntUnaryOperator next) {
    var at = start;
    for (var line = 0; line < MOST_LINES; line++) {
      var before = at;
      at = at == 0 && next.applyAsInt(0) <= 0 ? -1 : next.applyAsInt(at);
      if (at < 0 || at >= text.length() || at == before) {
        return false;
      }
      var found = pattern.matcher(text).region(at, Math.min(lineEnd(text, at), at + LONGEST_LINE));
      if (!found.matches()) {
        return false;
      }
      if (isForeign(found.group(1))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isForeign(String key) {
    return OptionNames.called(key).isEmpty() && OptionNames.resembling(key, _ -> true).isEmpty();
  }

  /// `FOO=1 MODEL=x npm start`.
  private static boolean besideVariable(Spot spot, OptionGroup group) {
    var next = spot.afterGap(group.place().end());
    var end = Math.min(Whitespace.nextSpace(spot.text(), next), next + LONGEST_LINE);
    var before = wordBefore(spot);
    return isVariable(spot.text().substring(next, end))
        || isVariable(before)
        || SETTERS.contains(before);
  }

  private static String wordBefore(Spot spot) {
    var end = spot.at();
    while (end > 0 && Whitespace.isGap(spot.text().charAt(end - 1))) {
      end--;
    }
    var start = end;
    while (start > 0
        && end - start < LONGEST_LINE
        && !Whitespace.isSpace(spot.text().charAt(start - 1))) {
      start--;
    }
    return spot.text().substring(start, end);
  }

  private static boolean isVariable(String word) {
    return VARIABLE.matcher(word).matches() && isForeign(word.substring(0, word.indexOf('=')));
  }

  /// How many spaces and tabs stand before the position, if nothing else does on its line; else
  /// none. Deep ones are none, too.
  static int indentation(String text, int at) {
    var start = at;
    while (start > 0 && at - start < DEEPEST && Whitespace.isGap(text.charAt(start - 1))) {
      start--;
    }
    return startsLine(text, start) ? at - start : 0;
  }

  private static boolean startsLine(String text, int at) {
    return at == 0 || text.charAt(at - 1) == '\n';
  }

  private static int lineStart(String text, int at) {
    return at <= 0 ? 0 : text.lastIndexOf('\n', at - 1) + 1;
  }

  private static int lineEnd(String text, int at) {
    var end = text.indexOf('\n', at);
    return end < 0 ? text.length() : end;
  }
}
