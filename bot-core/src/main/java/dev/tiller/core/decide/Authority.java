package dev.tiller.core.decide;

import dev.tiller.core.chat.Person;
import dev.tiller.core.chat.Platform;
import dev.tiller.core.conversation.Agent;
import dev.tiller.core.conversation.Conversation;
import dev.tiller.core.conversation.LaunchState;
import dev.tiller.core.conversation.Run;
import dev.tiller.core.settings.Reviewed;
import dev.tiller.core.settings.Steering;
import java.util.Comparator;

/// Who may do what with an agent. Decided at the moment of the act, by stable ids. Outsiders never
/// get here with what they write.
public final class Authority {

  private Authority() {}

  /// A yes or no with the rule behind it.
  public record Verdict(boolean allowed, String rule) {}

  /// Whether a person may send follow-ups, stop, retry, change what waits, archive, delete, and
  /// accept what others suggest.
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

  /// Whether a person may hand an agent over. Who only helps to steer it may not.
  static Verdict mayGive(Person person, Agent agent, Platform platform, Reviewed reviewed) {
    if (agent.request().owner().id().equals(person.id())) {
      return new Verdict(true, "owner");
    }
    return reviewed.isAdmin(platform, person)
        ? new Verdict(true, "admin")
        : new Verdict(false, "owner and admins");
  }

  /// Whether a person may take back a suggestion: whoever made it.
  static Verdict mayWithdraw(Person person, Run suggestion) {
    return new Verdict(suggestion.requester().id().equals(person.id()), "suggester");
  }

  /// Whether a person may say whether the bot listens in a thread: who may steer an agent of it.
  static Verdict mayMute(Person person, Conversation conversation, Rules rules) {
    return conversation.agents().stream()
        .filter(agent -> agent.state() != LaunchState.DELETED)
        .map(agent -> maySteer(person, agent, rules))
        .max(Comparator.comparing(Verdict::allowed))
        .orElse(new Verdict(false, "no agent"));
  }
}
