package dev.tiller.core.command;

import java.util.Optional;
import java.util.Set;

/// `--repo x` and `--repo=x`, as on a command line. Phones make one dash of two hyphens.
final class DashForm {

  private static final Set<OptionName> FLAGS =
      Set.of(OptionName.AUTOPR, OptionName.CURRENT_BRANCH, OptionName.SELF_HOSTED);

  private DashForm() {}

  static Optional<OptionGroup> at(Spot spot) {
    var start = nameStart(spot);
    var end = spot.keyEnd(start);
    if (start == spot.at() || end == start || spot.holds(start, "-–—")) {
      return Optional.empty();
    }
    var name = new Range(start, end);
    return (spot.holds(end, "=") ? joined(spot, name) : apart(spot, name))
        .flatMap(group -> CommandLine.judge(spot, group));
  }

  private static int nameStart(Spot spot) {
    if (spot.text().startsWith("--", spot.at())) {
      return spot.at() + 2;
    }
    return spot.holds(spot.at(), "–—") ? spot.at() + 1 : spot.at();
  }

  private static Optional<OptionGroup> joined(Spot spot, Range name) {
    var value = spot.value(name.end() + 1);
    return EqualsForm.meant(name.of(spot.text()), value.of(spot.text()))
        .map(meant -> spot.group(name, meant.option(), meant.misspelt(), value));
  }

  private static Optional<OptionGroup> apart(Spot spot, Range name) {
    if (name.end() != spot.withoutPunctuation(name.start(), spot.end())) {
      return Optional.empty();
    }
    var value = nextWord(spot, name);
    var written = value.of(spot.text());
    var meant = EqualsForm.meant(name.of(spot.text()), written);
    var isFlag =
        meant.filter(its -> FLAGS.contains(its.option()) && !isAnswer(its.option(), written));
    if (isFlag.isPresent()) {
      return isFlag.filter(its -> !its.misspelt()).map(its -> flag(spot, name, its.option()));
    }
    return meant
        .filter(its -> isSure(spot, its) || Plausible.apart(its.option(), written))
        .map(its -> spot.group(name, its.option(), its.misspelt(), value));
  }

  /// A dash also stands before a word of prose.
  private static boolean isSure(Spot spot, EqualsForm.Meant meant) {
    return !meant.misspelt() && spot.holds(spot.at(), "-");
  }

  private static boolean isAnswer(OptionName option, String written) {
    return OptionValues.truth(written).isPresent() || option.resemblingChoice(written).isPresent();
  }

  /// The next word of the line, if that is not another option.
  private static Range nextWord(Spot spot, Range name) {
    var next = spot.afterGap(spot.end());
    return next == spot.end() || spot.holds(next, "-–—`[")
        ? new Range(name.end(), name.end())
        : spot.value(next);
  }

  private static OptionGroup flag(Spot spot, Range name, OptionName option) {
    var word = new OptionWord(name, name.of(spot.text()), option, false, "yes", name);
    return OptionGroup.of(new Range(spot.at(), spot.end()), word);
  }
}
