package dev.tiller.core.command;

import java.util.Optional;

/// `repo:acme/web`, `@repo:acme/web`, and `repo: acme/web` at the beginning of a line.
final class ColonForm {

  private ColonForm() {}

  static Optional<OptionGroup> at(Spot spot) {
    var marked = spot.holds(spot.at(), "@");
    var start = marked ? spot.at() + 1 : spot.at();
    var end = spot.keyEnd(start);
    if (end == start || !spot.holds(end, ":")) {
      return Optional.empty();
    }
    var name = new Range(start, end);
    var value = spot.value(end + 1);
    if (!value.of(spot.text()).isEmpty()) {
      return marked ? marked(spot, name, value) : joined(spot, name, value);
    }
    var next = spot.value(spot.afterGap(end + 1));
    return marked ? marked(spot, name, next) : apart(spot, name, next);
  }

  /// Nobody writes `@repo:` in prose.
  private static Optional<OptionGroup> marked(Spot spot, Range name, Range value) {
    return EqualsForm.meant(name.of(spot.text()), value.of(spot.text()))
        .filter(
            meant -> !meant.misspelt() || Plausible.joined(meant.option(), value.of(spot.text())))
        .map(meant -> spot.group(name, meant.option(), meant.misspelt(), value));
  }

  private static Optional<OptionGroup> joined(Spot spot, Range name, Range value) {
    return EqualsForm.meant(name.of(spot.text()), value.of(spot.text()))
        .filter(meant -> Plausible.joined(meant.option(), value.of(spot.text())))
        .filter(meant -> !meant.misspelt() || meant.option() == OptionName.REPO)
        .map(meant -> spot.group(name, meant.option(), meant.misspelt(), value))
        .flatMap(group -> Surroundings.judge(spot, group));
  }

  private static Optional<OptionGroup> apart(Spot spot, Range name, Range value) {
    if (!spot.leadsLine() || isIndented(spot) || value.start() == name.end() + 1) {
      return Optional.empty();
    }
    var written = value.of(spot.text());
    return OptionNames.called(name.of(spot.text()))
        .filter(option -> Plausible.apart(option, written))
        .filter(option -> Plausible.needsNoEnd(option) || endsClause(spot, value))
        .map(option -> spot.group(name, option, false, value))
        .flatMap(group -> Surroundings.judge(spot, group));
  }

  private static boolean isIndented(Spot spot) {
    return Surroundings.indentation(spot.text(), spot.at()) > 0;
  }

  private static boolean endsClause(Spot spot, Range value) {
    return spot.endsLine(value.end()) || spot.holds(value.end(), ",;");
  }
}
