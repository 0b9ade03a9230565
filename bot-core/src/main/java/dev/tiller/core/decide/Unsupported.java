package dev.tiller.core.decide;

import dev.tiller.core.agents.CloudAgents.Feature;
import dev.tiller.core.agents.LaunchOptions;
import dev.tiller.core.agents.Mode;
import dev.tiller.core.conversation.RunOptions;
import dev.tiller.core.text.Texts;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/// What people ask for that the version of the service in use does not have, as a sentence that
/// says which setting would. Nothing starts then.
public final class Unsupported {

  private Unsupported() {}

  static Optional<String> inLaunch(LaunchOptions options, Rules rules) {
    return sentence(needed(options), rules).map(it -> Texts.get("unsupported.not-started", it));
  }

  /// The features that a launch with these options needs.
  public static Set<Feature> needed(LaunchOptions options) {
    var needed = EnumSet.noneOf(Feature.class);
    if (options.plan()) {
      needed.add(Feature.PLAN);
    }
    if (!options.further().isEmpty()) {
      needed.add(Feature.SEVERAL_REPOSITORIES);
    }
    if (options.currentBranch() && options.pullRequest().isEmpty()) {
      needed.add(Feature.CURRENT_BRANCH);
    }
    if (options.place().isPresent()) {
      needed.add(Feature.SELF_HOSTED);
    }
    return needed;
  }

  static Optional<String> inFollowUp(RunOptions options, Rules rules) {
    var needed = EnumSet.noneOf(Feature.class);
    if (options.mode().equals(Optional.of(Mode.PLAN))) {
      needed.add(Feature.PLAN);
    }
    if (options.model().isPresent()) {
      needed.add(Feature.FOLLOW_UP_MODEL);
    }
    return sentence(needed, rules).map(it -> Texts.get("unsupported.not-sent", it));
  }

  private static Optional<String> sentence(Set<Feature> needed, Rules rules) {
    return needed.stream()
        .filter(feature -> !rules.features().contains(feature))
        .findFirst()
        .map(Unsupported::what);
  }

  private static String what(Feature feature) {
    return switch (feature) {
      case PLAN -> Texts.get("unsupported.plan");
      case SEVERAL_REPOSITORIES -> Texts.get("unsupported.several-repositories");
      case CURRENT_BRANCH -> Texts.get("unsupported.current-branch");
      case SELF_HOSTED -> Texts.get("unsupported.self-hosted");
      case FOLLOW_UP_MODEL -> Texts.get("unsupported.follow-up-model");
      case ARCHIVE, USAGE -> throw new IllegalArgumentException("no option: " + feature);
    };
  }
}
