package dev.tiller.core.command;

import java.util.Optional;

/// Whether a value goes with an option so well that hardly anything else can be meant. Asked for
/// forms that are also prose.
final class Plausible {

  private Plausible() {}

  /// For `key:value`.
  static boolean joined(OptionName option, String value) {
    return switch (option) {
      case BRANCH -> OptionValues.branch(value).isPresent() && value.matches(".*\\p{L}.*");
      case MACHINE, POOL -> false;
      case PR -> OptionValues.pullRequest(value).isPresent();
      case REPO, MODEL, AUTOPR, MODE, CURRENT_BRANCH, SELF_HOSTED, CONTEXT -> apart(option, value);
    };
  }

  /// For a value that stands apart from the option's name.
  static boolean apart(OptionName option, String value) {
    return switch (option) {
      case REPO -> OptionValues.repositories(value).isPresent();
      case BRANCH -> BranchForms.isLikely(value);
      case MODEL -> isLikelyModel(value);
      case AUTOPR, CURRENT_BRANCH, SELF_HOSTED -> OptionValues.truth(value).isPresent();
      case MODE -> OptionValues.mode(value).isPresent();
      case CONTEXT -> ContextChoice.parse(value).isPresent();
      case PR, MACHINE, POOL -> false;
    };
  }

  /// Whether the task may follow the value, as "mode: plan the release" must not be read.
  static boolean needsNoEnd(OptionName option) {
    return option == OptionName.REPO || option == OptionName.BRANCH || option == OptionName.MODEL;
  }

  private static boolean isLikelyModel(String value) {
    var known = Optional.of(value).filter(its -> OptionValues.model(its).isPresent());
    return known.filter(ModelForms::isLikely).isPresent();
  }
}
