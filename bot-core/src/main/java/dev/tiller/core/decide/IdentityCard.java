package dev.tiller.core.decide;

import dev.tiller.core.agents.Account.KeyOwner;
import dev.tiller.core.chat.Card;
import dev.tiller.core.chat.Card.Fact;
import dev.tiller.core.chat.Person;
import dev.tiller.core.chat.RichText;
import dev.tiller.core.conversation.Conversation;
import dev.tiller.core.conversation.Question;
import dev.tiller.core.settings.Steering;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// The answer to `whoami`: who the person is to the bot, and whose key it works with. Never the
/// key.
final class IdentityCard {

  private IdentityCard() {}

  /// @param owner absent when the service has not answered
  static Card of(
      Conversation conversation,
      Question question,
      Optional<KeyOwner> owner,
      String version,
      Rules rules) {
    var person = question.asker();
    var facts = new ArrayList<Fact>();
    facts.add(new Fact("You are", person(conversation, person)));
    facts.add(new Fact("You may steer", steerable(conversation, person, rules)));
    owner.ifPresent(its -> facts.addAll(key(its, version)));
    return new Card(
        "Who you are, and whose key I use",
        Card.Tone.NEUTRAL,
        "",
        facts,
        RichText.EMPTY,
        Optional.empty(),
        List.of(),
        owner.isPresent() ? "" : "Cursor did not answer just now, so the key is not shown.");
  }

  private static String person(Conversation conversation, Person person) {
    var platform = conversation.address().thread().platform().label();
    return person.nameless()
        ? "%s on %s".formatted(person.id(), platform)
        : "%s, %s on %s".formatted(person.name(), person.id(), platform);
  }

  private static String steerable(Conversation conversation, Person person, Rules rules) {
    if (rules.steering().equals(Steering.TEAM)) {
      return "every agent: this team shares them";
    }
    var agents =
        conversation.agents().stream()
            .filter(agent -> Authority.maySteer(person, agent, rules).allowed())
            .map(agent -> "agent " + agent.number())
            .collect(Collectors.joining(", "));
    if (conversation.agents().isEmpty()) {
      return "the agents that you start";
    }
    return agents.isEmpty()
        ? "no agent of this thread, only those that you start"
        : agents + " of this thread, which you started";
  }

  private static List<Fact> key(KeyOwner owner, String version) {
    var facts = new ArrayList<Fact>();
    facts.add(new Fact("Cursor key", owner.key()));
    facts.add(new Fact("Key belongs to", belongsTo(owner)));
    owner.createdAt().ifPresent(at -> facts.add(new Fact("Key made", Words.date(at))));
    facts.add(new Fact("Cursor API", version));
    return facts;
  }

  private static String belongsTo(KeyOwner owner) {
    var parts = new ArrayList<String>();
    owner.name().ifPresent(parts::add);
    owner.email().ifPresent(parts::add);
    return parts.isEmpty() ? "a service account" : String.join(", ", parts);
  }
}
