package dev.tiller.core.command;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// All the forms in which people write options.
final class OptionForms {

  private static final List<Function<Spot, Optional<OptionGroup>>> WITHOUT_DASHES =
      List.of(BracketForm::at, EqualsForm::at, ColonForm::at, EmphasisForm::at);

  private OptionForms() {}

  /// The options that begin at the spot; empty for ordinary words.
  static Optional<OptionGroup> at(Spot spot) {
    return isDashed(spot)
        ? DashForm.at(spot)
        : WITHOUT_DASHES.stream().flatMap(form -> form.apply(spot).stream()).findFirst();
  }

  private static boolean isDashed(Spot spot) {
    return spot.holds(spot.at(), "–—")
        || (spot.text().startsWith("--", spot.at()) && !spot.holds(spot.at() + 2, "-–—"));
  }
}
