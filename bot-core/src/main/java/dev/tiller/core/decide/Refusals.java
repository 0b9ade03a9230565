package dev.tiller.core.decide;

import dev.tiller.core.chat.Post;
import dev.tiller.core.conversation.Agent;
import dev.tiller.core.settings.Steering;
import dev.tiller.core.text.Texts;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// What is said to people who may not do something: always with who could.
final class Refusals {

  /// So many listed people are named.
  private static final int NAMED = 5;

  private Refusals() {}

  /// The answer to a message of somebody who may not steer the agent.
  static Post steering(Agent agent, Rules rules) {
    return Replies.text(Texts.get("steering.refused", whoCan(agent, rules)));
  }

  /// Who can steer an agent, as a sentence.
  static String whoCan(Agent agent, Rules rules) {
    var owner = agent.request().owner();
    return switch (rules.steering()) {
      case Steering.Team() -> Texts.get("steering.team");
      case Steering.Owner() -> Texts.get("steering.owner", owner.name());
      case Steering.People(var ids) -> {
        var others = ids.stream().filter(id -> !id.equals(owner.id())).sorted().toList();
        yield others.isEmpty()
            ? Texts.get("steering.owner", owner.name())
            : Texts.get("steering.people", owner.name(), names(others, rules.names()));
      }
    };
  }

  /// Listed people by their names; who has none that we know is counted.
  static String names(List<String> ids, Map<String, String> names) {
    var known =
        ids.stream()
            .flatMap(id -> Optional.ofNullable(names.get(id)).stream())
            .sorted()
            .limit(NAMED)
            .toList();
    int more = ids.size() - known.size();
    if (known.isEmpty()) {
      return Texts.get("steering.unnamed", more);
    }
    var named = known.stream().collect(Collectors.joining(", "));
    return more == 0 ? named : Texts.get("steering.and-more", named, more);
  }
}
