package dev.tiller.core.decide;

import dev.tiller.core.agents.CloudAgents.Feature;
import dev.tiller.core.agents.Repository;
import dev.tiller.core.chat.Action;
import dev.tiller.core.chat.ActionKey;
import dev.tiller.core.chat.Ask.Answer;
import dev.tiller.core.chat.Button;
import dev.tiller.core.chat.Choice;
import dev.tiller.core.chat.ChoiceQuery;
import dev.tiller.core.chat.FormSubmission;
import dev.tiller.core.chat.InboundMessage;
import dev.tiller.core.chat.Person;
import dev.tiller.core.chat.Place;
import dev.tiller.core.command.Grammar;
import dev.tiller.core.conversation.Agent;
import dev.tiller.core.conversation.Conversation;
import dev.tiller.core.conversation.Question;
import dev.tiller.core.conversation.Run;
import dev.tiller.core.conversation.Samples;
import dev.tiller.core.routing.Background;
import dev.tiller.core.routing.Known;
import dev.tiller.core.settings.Defaults;
import dev.tiller.core.settings.Preferences;
import dev.tiller.core.settings.Reviewed;
import dev.tiller.core.settings.SettingName;
import dev.tiller.core.settings.SettingValues;
import dev.tiller.core.settings.Steering;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/// What decision tests share.
final class Deciding {

  static final Rules RULES = rules(Steering.owner(), true);

  private Deciding() {}

  static Rules rules(Steering steering, boolean serviceRuns) {
    return new Rules(
        Optional.empty(),
        steering,
        serviceRuns,
        serviceRuns,
        serviceRuns ? Set.of(Feature.values()) : Set.of(),
        Duration.ofSeconds(150),
        Duration.ofSeconds(30));
  }

  static Rules withDefault(Repository repository) {
    return new Rules(
        Optional.of(repository),
        RULES.steering(),
        RULES.chosenAgentId(),
        RULES.serviceRuns(),
        RULES.features(),
        RULES.createTimeout(),
        RULES.quickRunWait());
  }

  static Moment at(Instant now) {
    return new Moment(now, UUID::randomUUID);
  }

  static Moment noon() {
    return at(Samples.NOON);
  }

  static InboundMessage message(Conversation conversation, Person author, String text) {
    return new InboundMessage(
        conversation.address(), "m9", author, Place.CHANNEL, text, false, false);
  }

  /// Defaults as somebody would set them, such as `repo=acme/web branch=dev`.
  static Defaults defaults(String written) {
    var defaults = Defaults.NONE;
    for (var pair : List.of(written.split(" ", -1))) {
      var name =
          Stream.of(SettingName.values())
              .filter(each -> pair.startsWith(each.key() + "="))
              .findFirst()
              .orElseThrow();
      var value = pair.substring(pair.indexOf('=') + 1);
      defaults = SettingValues.set(defaults, name, value).orElseThrow();
    }
    return defaults;
  }

  /// Nothing is known but what the rules say.
  static Background background(Rules rules) {
    return background(rules, Known.NOTHING, Preferences.NONE);
  }

  static Background background(Rules rules, Known known, Preferences preferences) {
    return new Background(
        preferences, Optional.empty(), rules.defaultRepository(), known, Samples.NOON);
  }

  static Decision says(Conversation conversation, Person author, String text, Rules rules) {
    return says(conversation, author, text, background(rules), rules);
  }

  static Decision says(Conversation conversation, Person author, String text, Background known) {
    return says(conversation, author, text, known, RULES);
  }

  private static Decision says(
      Conversation conversation, Person author, String text, Background known, Rules rules) {
    return OnMessage.decide(
        conversation,
        message(conversation, author, text),
        Grammar.parse(text),
        new Surroundings(
            () -> known,
            () -> settings(conversation, author, known),
            Preferences.NONE,
            rules,
            noon()));
  }

  /// The form behind a button of a run's card.
  static Answer opens(Conversation conversation, Person actor, String verb, Run run, Known known) {
    return RunForms.open(
        new Opening(conversation, run.id(), actor, Verbs.on(verb, run.id()), known, RULES, "n1"));
  }

  static Answer opens(Conversation conversation, Person actor, String verb, Run run, Rules rules) {
    return RunForms.open(
        new Opening(
            conversation, run.id(), actor, Verbs.on(verb, run.id()), Known.NOTHING, rules, "n1"));
  }

  static Decision submits(Conversation conversation, Run run, FormSubmission form, Rules rules) {
    var around = surroundings(conversation, form.actor());
    return RunForms.submitted(
        new Submitted(
            conversation,
            run.id(),
            form,
            new Surroundings(
                around.background(),
                around.settings(),
                around.preferences(),
                rules,
                around.moment())));
  }

  /// What a person finds who searches for a repository in a form of a run's.
  static List<Choice> searches(
      Conversation conversation, Person asker, String verb, UUID run, Known known, String typed) {
    var query =
        new ChoiceQuery(
            conversation.address(),
            asker,
            new ActionKey(verb, run.toString()),
            Verbs.REPOSITORY_FIELD,
            typed);
    return RunForms.choices(conversation, run, query, known, RULES);
  }

  static Decision submits(Conversation conversation, Run run, FormSubmission form) {
    return submits(conversation, run, form, background(RULES));
  }

  static Decision submits(
      Conversation conversation, Run run, FormSubmission form, Background background) {
    return RunForms.submitted(
        new Submitted(
            conversation, run.id(), form, surroundings(conversation, form.actor(), background)));
  }

  static Surroundings surroundings(Conversation conversation, Person person) {
    return surroundings(conversation, person, background(RULES));
  }

  private static Surroundings surroundings(
      Conversation conversation, Person person, Background background) {
    return new Surroundings(
        () -> background,
        () -> settings(conversation, person, background),
        Preferences.NONE,
        RULES,
        noon());
  }

  /// Nobody has chosen anything in chat or laid it down in a file.
  static SettingsCase settings(Conversation conversation, Person person, Background background) {
    return new SettingsCase(
        conversation.address().thread(),
        person,
        background.preferences(),
        Reviewed.NONE,
        RULES,
        background.known().repositories(),
        background.known().models(),
        List.of());
  }

  static Decision says(Conversation conversation, Person author, String text) {
    return says(conversation, author, text, RULES);
  }

  static Decision clicks(Conversation conversation, Person actor, String verb, Run run) {
    return OnAction.decide(
        conversation,
        run.id(),
        new Action(conversation.address(), actor, Verbs.on(verb, run.id()), Optional.empty()),
        RULES,
        noon());
  }

  /// What the decision says in the thread.
  static String said(Decision decision) {
    return decision.effects().stream()
        .filter(Effect.Say.class::isInstance)
        .map(effect -> ((Effect.Say) effect).post().fallback())
        .findFirst()
        .orElse("");
  }

  /// The question that the decision asks or changes.
  static Question asked(Decision decision) {
    return decision.effects().stream()
        .filter(Effect.Ask.class::isInstance)
        .map(effect -> ((Effect.Ask) effect).question())
        .findFirst()
        .orElseThrow();
  }

  /// What the decision writes into the audit record: acts and rules.
  static List<String> audited(Decision decision) {
    return decision.effects().stream()
        .filter(Effect.Audit.class::isInstance)
        .map(Effect.Audit.class::cast)
        .map(audit -> audit.act() + " by " + audit.rule())
        .toList();
  }

  static List<Class<?>> kinds(Decision decision) {
    return decision.effects().stream().<Class<?>>map(Object::getClass).toList();
  }

  static Agent only(Decision decision) {
    return decision.after().agents().getFirst();
  }

  static List<String> buttons(Agent agent, Run run) {
    return RunCards.card(agent, run).buttons().stream().map(Button::label).toList();
  }
}
