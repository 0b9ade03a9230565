package dev.tiller.core.decide;

import dev.tiller.core.agents.Repository;
import dev.tiller.core.chat.ChatThread;
import dev.tiller.core.chat.Choice;
import dev.tiller.core.chat.Person;
import dev.tiller.core.command.Command;
import dev.tiller.core.command.Grammar;
import dev.tiller.core.command.Options;
import dev.tiller.core.command.Pick;
import dev.tiller.core.conversation.Conversation;
import dev.tiller.core.conversation.Draft;
import dev.tiller.core.conversation.Draft.Stage;
import dev.tiller.core.routing.Background;
import dev.tiller.core.routing.Known;
import dev.tiller.core.settings.Scope;
import dev.tiller.core.settings.ScopeKey;
import dev.tiller.core.settings.SettingChange;
import dev.tiller.core.settings.SettingName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What a choice on a waiting request's card leads to, and time. Only who asked chooses, and once.
public final class OnDraft {

  private static final String SETTLED = "That was settled already.";
  private static final String TOO_LATE =
      "That was asked too long ago. Mention me with the task again.";

  private OnDraft() {}

  /// @param value what was chosen, of a menu or by a button; absent where there is only one answer
  public static Decision clicked(
      Conversation conversation,
      Draft draft,
      DraftKey key,
      Optional<String> value,
      Person actor,
      Surroundings surroundings) {
    var click = new Click(conversation, draft, actor, surroundings);
    return switch (key.verb()) {
      case Verbs.CHOOSE -> click.choose(value);
      case Verbs.REMEMBER -> click.remember();
      default -> Decision.note(conversation, "This button belongs to another version of the bot.");
    };
  }

  /// Nobody has chosen in time.
  public static Decision expired(Conversation conversation, Draft draft) {
    return draft.stage() == Stage.WAITING
        ? Decision.of(
            conversation,
            new Effect.Hold(draft.in(Stage.EXPIRED)),
            new Effect.Say(draft.key(), DraftCards.expired(draft)))
        : Decision.nothing(conversation);
  }

  /// What somebody finds who searches in the menu.
  public static List<Choice> choices(Draft draft, Person asker, Known known, String typed) {
    return asker.id().equals(draft.message().author().id()) && draft.stage() == Stage.WAITING
        ? DraftCards.choices(draft, known, typed)
        : List.of();
  }

  private record Click(
      Conversation conversation,
      Draft draft,
      Person actor,
      Surroundings surroundings) {

    private Background background() {
      return surroundings.background().get();
    }

    Decision choose(Optional<String> value) {
      if (!actor.id().equals(draft.message().author().id())) {
        return Decision.note(
            conversation,
            "Only %s can choose here. Mention me with the task yourself to choose your own."
                .formatted(draft.message().author().name()));
      }
      return switch (draft.stage()) {
        case TAKEN, REMEMBERED -> Decision.note(conversation, SETTLED);
        case EXPIRED -> Decision.note(conversation, TOO_LATE);
        case WAITING ->
            surroundings.moment().now().isAfter(draft.expiresAt())
                ? expired(conversation, draft).noting(TOO_LATE)
                : chosen(value)
                    .map(this::goOn)
                    .orElseGet(() -> Decision.note(conversation, "That cannot be chosen."));
      };
    }

    private Optional<Draft> chosen(Optional<String> value) {
      return switch (draft.want()) {
        case REPOSITORY -> value.flatMap(Repository::parse).map(draft::withRepository);
        case MODEL -> value.flatMap(Pick::model).map(draft::withModel);
        case TEXT -> Optional.of(draft);
      };
    }

    /// The original request, as if it had said so in the first place.
    private Decision goOn(Draft chosen) {
      var taken = chosen.in(Stage.TAKEN);
      return Decision.of(
              conversation,
              new Effect.Hold(taken),
              new Effect.Say(draft.key(), DraftCards.taken(taken, rememberable(taken))))
          .then(now -> handled(now, taken));
    }

    private Decision handled(Conversation now, Draft taken) {
      var message = taken.message().by(actor);
      var command = Grammar.parse(message.text());
      var picked = taken.picked();
      var launching = new Launching(
              now, message, background(), surroundings.rules(), surroundings.moment());
      return switch (command) {
        case Command.Ask(var prompt, var options) when taken.want() != Draft.Want.TEXT ->
            launching.launch(prompt, options, picked);
        case Command.NewAgent(var prompt, var options) when taken.want() != Draft.Want.TEXT ->
            launching.launch(prompt, options, picked);
        default -> OnMessage.decide(now, message, command, surroundings);
      };
    }

    /// A default helps where the request said nothing itself.
    private boolean rememberable(Draft taken) {
      return taken.want() == Draft.Want.REPOSITORY
          && options().filter(OnDraft::namesRepository).isEmpty()
          && !background().preferences().channel().repository().equals(taken.repository());
    }

    private Optional<Options> options() {
      return switch (Grammar.parse(draft.message().text())) {
        case Command.Ask(_, var options) -> Optional.of(options);
        case Command.NewAgent(_, var options) -> Optional.of(options);
        default -> Optional.empty();
      };
    }

    Decision remember() {
      var repository = draft.repository();
      if (draft.stage() != Stage.TAKEN || repository.isEmpty()) {
        return Decision.note(conversation, SETTLED);
      }
      var the = surroundings.settings().get();
      var verdict = the.mayChange(Scope.CHANNEL);
      if (!verdict.allowed()) {
        return Decision.of(conversation, audit("configure refused", verdict))
            .noting(SettingReplies.notAllowed(the, Scope.CHANNEL));
      }
      var effects = new ArrayList<Effect>();
      effects.add(new Effect.Hold(draft.in(Stage.REMEMBERED)));
      effects.addAll(configured(conversation.address().thread(), repository.get()));
      effects.add(new Effect.Say(draft.key(), DraftCards.remembered(draft, actor.name())));
      effects.add(audit("configure", verdict));
      return Decision.of(conversation, effects);
    }

    /// The branch that was set for the channel belongs to the repository that was.
    private List<Effect> configured(ChatThread thread, Repository repository) {
      var key = ScopeKey.channel(thread);
      var effects = new ArrayList<Effect>();
      effects.add(
          new Effect.Configure(
              key,
              new SettingChange(SettingName.REPOSITORY, Optional.of(repository.display())),
              actor));
      if (background().preferences().channel().branch().isPresent()) {
        effects.add(
            new Effect.Configure(
                key, new SettingChange(SettingName.BRANCH, Optional.empty()), actor));
      }
      return effects;
    }

    private Effect audit(String act, Authority.Verdict verdict) {
      return new Effect.Audit(actor, act, "channel repo", verdict.rule());
    }
  }

  private static boolean namesRepository(Options options) {
    return options.repository().isPresent() || options.repositoryName().isPresent();
  }
}
