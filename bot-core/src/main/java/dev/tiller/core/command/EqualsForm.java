package dev.tiller.core.command;

import dev.tiller.core.text.Texts;
import java.util.Optional;

/// `key=value`.
final class EqualsForm {

  private EqualsForm() {}

  static Optional<OptionGroup> at(Spot spot) {
    var end = spot.keyEnd(spot.at());
    if (end == spot.at()) {
      return Optional.empty();
    }
    return spot.holds(end, "=")
        ? read(spot, new Range(spot.at(), end)).flatMap(group -> Surroundings.judge(spot, group))
        : spaced(spot, new Range(spot.at(), end));
  }

  private static Optional<OptionGroup> read(Spot spot, Range name) {
    var value = spot.value(name.end() + 1);
    return meant(name.of(spot.text()), value.of(spot.text()))
        .map(meant ->
            value.end() > value.start()
                ? spot.group(name, meant.option(), meant.misspelt(), value)
                : withoutValue(spot, name, meant, value));
  }

  /// What a name and value probably mean.
  record Meant(OptionName option, boolean misspelt) {}

  /// Empty when they were not written for us.
  static Optional<Meant> meant(String key, String value) {
    var known = OptionNames.called(key);
    return known.isPresent()
        ? known.filter(option -> option.claims(value, false)).map(its -> new Meant(its, false))
        : OptionNames.resembling(key, option -> option.claims(value, true))
            .map(its -> new Meant(its, true));
  }

  /// `repo= acme/web`: the next word may be the value.
  private static OptionGroup withoutValue(Spot spot, Range name, Meant meant, Range value) {
    var group = spot.group(name, meant.option(), meant.misspelt(), value);
    var next = spot.value(spot.afterGap(name.end() + 1));
    var gap = new Range(name.start(), next.start());
    return !meant.misspelt() && Plausible.apart(meant.option(), next.of(spot.text()))
        ? OptionGroup.doubtful(
            group.place(), group.words().getFirst(), spaces(name.of(spot.text()), gap))
        : group;
  }

  /// `repo = acme/web` before the task.
  private static Optional<OptionGroup> spaced(Spot spot, Range name) {
    var equals = spot.afterGap(name.end());
    if (!spot.leads() || !spot.holds(equals, "=") || equals == name.end()) {
      return Optional.empty();
    }
    var key = name.of(spot.text());
    var value = spot.value(spot.afterGap(equals + 1));
    return OptionNames.called(key)
        .filter(option -> Plausible.apart(option, value.of(spot.text())))
        .map(option ->
            OptionGroup.doubtful(
                new Range(name.start(), Whitespace.nextSpace(spot.text(), value.end())),
                spot.word(name, option, false, value),
                spaces(key, new Range(name.start(), value.start()))));
  }

  private static Finding spaces(String key, Range place) {
    return new Finding(Finding.literally(Texts.get("problem.spaces", key)), place, key + "=");
  }
}
