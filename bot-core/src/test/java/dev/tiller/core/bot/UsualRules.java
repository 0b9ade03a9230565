package dev.tiller.core.bot;

import dev.tiller.core.decide.Rules;
import dev.tiller.core.settings.Steering;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/// The rules where nobody has configured anything: only owners steer, and the API is v1.
final class UsualRules {

  static final Rules RULES =
      new Rules(
          Optional.empty(),
          Steering.owner(),
          true,
          true,
          Set.of(),
          Duration.ofSeconds(150),
          Duration.ofSeconds(30));

  private UsualRules() {}
}
