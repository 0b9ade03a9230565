package dev.tiller.core.decide;

import dev.tiller.core.chat.Person;
import dev.tiller.core.conversation.Agent;
import dev.tiller.core.settings.Steering;

/// Who may steer an agent. Decided at the moment of the act, by stable ids.
public final class Authority {

  private Authority() {}

  /// A yes or no with the rule behind it.
  public record Verdict(boolean allowed, String rule) {}

  public static Verdict maySteer(Person person, Agent agent, Rules rules) {
    if (agent.request().owner().id().equals(person.id())) {
      return new Verdict(true, "owner");
    }
    return switch (rules.steering()) {
      case Steering.Team() -> new Verdict(true, "steering=team");
      case Steering.Owner() -> new Verdict(false, "steering=owner");
      case Steering.People(var ids) -> new Verdict(ids.contains(person.id()), "steering=people");
    };
  }
}
