package dev.tiller.core.decide;

import dev.tiller.core.agents.Account.KeyOwner;
import dev.tiller.core.chat.Card;
import dev.tiller.core.chat.Card.Fact;
import dev.tiller.core.chat.Person;
import dev.tiller.core.chat.RichText;
import dev.tiller.core.conversation.Conversation;
import dev.tiller.core.conversation.Question;
import dev.tiller.core.settings.Admin;
import dev.tiller.core.settings.Steering;
import dev.tiller.core.text.Texts;
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
    facts.add(new Fact(Texts.get("identity.you-are"), person(conversation, person)));
    facts.add(new Fact(Texts.get("identity.in-settings"), written(conversation, person)));
    facts.add(new Fact(Texts.get("identity.may-steer"), steerable(conversation, person, rules)));
    owner.ifPresent(its -> facts.addAll(key(its, version)));
    return new Card(
        Texts.get("identity.title"),
        Card.Tone.NEUTRAL,
        "",
        facts,
        RichText.EMPTY,
        Optional.empty(),
        List.of(),
        owner.isPresent() ? "" : Texts.get("identity.no-answer"));
  }

  private static String person(Conversation conversation, Person person) {
    var platform = conversation.address().thread().platform().label();
    return person.nameless()
        ? Texts.get("identity.nameless", person.id(), platform)
        : Texts.get("identity.person", person.name(), person.id(), platform);
  }

  /// As admins are named in `TILLER_ADMINS` and in the reviewed file.
  private static String written(Conversation conversation, Person person) {
    return Admin.of(conversation.address().thread().platform(), person).written();
  }

  private static String steerable(Conversation conversation, Person person, Rules rules) {
    if (rules.steering().equals(Steering.team())) {
      return Texts.get("identity.all");
    }
    var agents =
        conversation.agents().stream()
            .filter(agent -> Authority.maySteer(person, agent, rules).allowed())
            .map(agent -> Texts.get("identity.agent", agent.number()))
            .collect(Collectors.joining(", "));
    if (conversation.agents().isEmpty()) {
      return Texts.get("identity.yours");
    }
    return agents.isEmpty() ? Texts.get("identity.none") : Texts.get("identity.some", agents);
  }

  private static List<Fact> key(KeyOwner owner, String version) {
    var facts = new ArrayList<Fact>();
    facts.add(new Fact(Texts.get("identity.key"), owner.key()));
    facts.add(new Fact(Texts.get("identity.belongs-to"), belongsTo(owner)));
    owner
        .createdAt()
        .ifPresent(at -> facts.add(new Fact(Texts.get("identity.made"), Words.date(at))));
    facts.add(new Fact(Texts.get("identity.api"), version));
    return facts;
  }

  private static String belongsTo(KeyOwner owner) {
    var parts = new ArrayList<String>();
    owner.name().ifPresent(parts::add);
    owner.email().ifPresent(parts::add);
    return parts.isEmpty() ? Texts.get("identity.service-account") : String.join(", ", parts);
  }
}
