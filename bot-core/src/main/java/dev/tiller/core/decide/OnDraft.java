package dev.tiller.core.decide;

import dev.tiller.core.agents.Repository;
import dev.tiller.core.chat.Choice;
import dev.tiller.core.chat.InboundMessage;
import dev.tiller.core.chat.Person;
import dev.tiller.core.command.Command;
import dev.tiller.core.command.Grammar;
import dev.tiller.core.command.Options;
import dev.tiller.core.command.Pick;
import dev.tiller.core.conversation.Conversation;
import dev.tiller.core.conversation.Draft;
import dev.tiller.core.conversation.Draft.Stage;
import dev.tiller.core.conversation.Draft.Want;
import dev.tiller.core.decide.SettingChanges.Done;
import dev.tiller.core.routing.Known;
import dev.tiller.core.settings.Scope;
import dev.tiller.core.settings.SettingChange;
import dev.tiller.core.settings.SettingName;
import dev.tiller.core.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What a choice on a waiting request's card leads to, and time. Only who asked chooses, and once.
public final class OnDraft {

  private final Conversation conversation;
  private final Draft draft;
  private final Person actor;
  private final Surroundings surroundings;

  private OnDraft(Conversation conversation, Draft draft, Person actor, Surroundings surroundings) {
    this.conversation = conversation;
    this.draft = draft;
    this.actor = actor;
    this.surroundings = surroundings;
  }

  /// @param value what was chosen, of a menu or by a button; absent where there is only one answer
  public static Decision clicked(
      Conversation conversation,
      Draft draft,
      DraftKey key,
      Optional<String> value,
      Person actor,
      Surroundings surroundings) {
    var click = new OnDraft(conversation, draft, actor, surroundings);
    return switch (key.verb()) {
      case Verbs.CHOOSE -> click.chosen(value);
      case Verbs.REMEMBER -> click.remembered();
      default -> Decision.note(conversation, Texts.get("question.other-version"));
    };
  }

  /// Nobody has chosen in time.
  public static Decision expired(Conversation conversation, Draft draft) {
    return draft.stage() == Stage.WAITING
        ? Decision.of(
            conversation,
            new Effect.Hold(draft.in(Stage.EXPIRED)),
            new Effect.Say(
                draft.key(),
                draft.want() == Want.AGENT
                    ? AgentPicker.expired(draft)
                    : DraftCards.expired(draft)))
        : Decision.nothing(conversation);
  }

  /// What somebody finds who searches in the menu.
  public static List<Choice> choices(Draft draft, Person asker, Known known, String typed) {
    return asker.id().equals(draft.message().author().id()) && draft.stage() == Stage.WAITING
        ? DraftCards.choices(draft, known, typed)
        : List.of();
  }

  private Decision chosen(Optional<String> value) {
    if (!actor.id().equals(draft.message().author().id())) {
      return Decision.note(conversation, DraftCards.notYours(draft));
    }
    return switch (draft.stage()) {
      case TAKEN, REMEMBERED -> Decision.note(conversation, Texts.get("draft.settled"));
      case EXPIRED -> Decision.note(conversation, Texts.get("draft.too-late"));
      case WAITING ->
          surroundings.moment().now().isAfter(draft.expiresAt())
              ? expired(conversation, draft).noting(Texts.get("draft.too-late"))
              : inTime(value);
    };
  }

  private Decision inTime(Optional<String> value) {
    return draft.want() == Want.AGENT
        ? AgentPicker.chosen(conversation, draft, value, actor, surroundings)
        : with(value)
            .map(complete -> goOn(complete.in(Stage.TAKEN)))
            .orElseGet(() -> Decision.note(conversation, Texts.get("draft.not-that")));
  }

  private Optional<Draft> with(Optional<String> value) {
    return switch (draft.want()) {
      case REPOSITORY -> value.flatMap(Repository::parse).map(draft::withRepository);
      case MODEL -> value.flatMap(Pick::model).map(draft::withModel);
      case AGENT, TEXT -> Optional.of(draft);
    };
  }

  /// The original request, as if it had said so in the first place.
  private Decision goOn(Draft taken) {
    var message = taken.message().by(actor);
    var settled =
        Decision.of(
            conversation,
            new Effect.Hold(taken),
            new Effect.Say(taken.key(), DraftCards.taken(taken, rememberable(taken))));
    return taken.want() == Want.TEXT
        ? settled.then(now -> asWritten(now, message))
        : settled.then(now -> launched(now, taken, message));
  }

  private Decision launched(Conversation now, Draft taken, InboundMessage message) {
    var launching =
        new Launching(
            now,
            message,
            surroundings.background().get(),
            surroundings.rules(),
            surroundings.moment());
    return switch (Grammar.parse(message.text())) {
      case Command.Ask(var prompt, var options) ->
          launching.launch(prompt, options, taken.picked());
      case Command.NewAgent(var prompt, var options) ->
          launching.launch(prompt, options, taken.picked());
      default -> asWritten(now, message);
    };
  }

  private Decision asWritten(Conversation now, InboundMessage message) {
    return OnMessage.decide(now, message, Grammar.parse(message.text()), surroundings);
  }

  /// A default helps where the request said nothing itself.
  private boolean rememberable(Draft taken) {
    return taken.want() == Want.REPOSITORY
        && options(taken).filter(OnDraft::namesRepository).isEmpty()
        && !channelDefault().equals(taken.repository());
  }

  private Optional<Repository> channelDefault() {
    return surroundings.background().get().preferences().channel().repository();
  }

  private static Optional<Options> options(Draft draft) {
    return switch (Grammar.parse(draft.message().text())) {
      case Command.Ask(_, var options) -> Optional.of(options);
      case Command.NewAgent(_, var options) -> Optional.of(options);
      default -> Optional.empty();
    };
  }

  private static boolean namesRepository(Options options) {
    return options.repository().isPresent() || options.repositoryName().isPresent();
  }

  /// What was chosen becomes the channel's default, if this person may change it.
  private Decision remembered() {
    if (draft.stage() != Stage.TAKEN || draft.repository().isEmpty()) {
      return Decision.note(conversation, Texts.get("draft.settled"));
    }
    var the = surroundings.settings().get();
    var outcome =
        SettingChanges.of(the, Scope.CHANNEL, asDefault(draft.repository().get(), the), true);
    if (!(outcome instanceof Done done)) {
      return Decision.of(conversation, OnSettings.refusal(Scope.CHANNEL, outcome, the))
          .noting(outcome.text());
    }
    var effects = new ArrayList<>(done.effects());
    effects.add(new Effect.Hold(draft.in(Stage.REMEMBERED)));
    effects.add(new Effect.Say(draft.key(), DraftCards.remembered(draft, the.person())));
    return Decision.of(conversation, effects);
  }

  /// The branch that was set for the channel belongs to the repository that was.
  private static List<SettingChange> asDefault(Repository repository, SettingsCase the) {
    var changes = new ArrayList<SettingChange>();
    changes.add(new SettingChange(SettingName.REPOSITORY, Optional.of(repository.display())));
    if (the.chosen().channel().branch().isPresent()) {
      changes.add(new SettingChange(SettingName.BRANCH, Optional.empty()));
    }
    return changes;
  }
}
