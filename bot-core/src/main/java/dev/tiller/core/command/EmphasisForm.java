package dev.tiller.core.command;

import dev.tiller.core.text.Texts;
import java.util.Optional;
import java.util.regex.Pattern;

/// `*repo=acme/web*`, as chat clients send an option in bold: asked about, since a star may also be
/// meant.
final class EmphasisForm {

  private static final int LONGEST = 300;
  private static final Pattern WORD =
      Pattern.compile("([*_~]{1,3})([A-Za-z_-]{1,17})=([^*~]{1,300})\\1[,;:.!?…]*");

  private EmphasisForm() {}

  static Optional<OptionGroup> at(Spot spot) {
    if (!spot.holds(spot.at(), "*_~") || spot.end() - spot.at() > LONGEST) {
      return Optional.empty();
    }
    var place = new Range(spot.at(), spot.end());
    var found = WORD.matcher(place.of(spot.text()));
    return found.matches()
        ? EqualsForm.meant(found.group(2), found.group(3))
            .map(meant -> {
              var plain = meant.option().key() + "=" + found.group(3);
              var empty = new Range(place.end(), place.end());
              var sentence = Texts.get("problem.did-you-mean", Quoting.shortened(plain));
              return OptionGroup.doubtful(
                  place,
                  spot.word(place, meant.option(), false, empty),
                  new Finding(Finding.literally(sentence), place, plain));
            })
        : Optional.empty();
  }
}
