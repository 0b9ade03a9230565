package dev.tiller.core.decide;

import dev.tiller.core.chat.Person;
import dev.tiller.core.command.Topic;
import dev.tiller.core.conversation.Agent;
import dev.tiller.core.conversation.Conversation;
import dev.tiller.core.conversation.LaunchState;
import dev.tiller.core.conversation.Question;
import dev.tiller.core.conversation.Question.Stage;
import dev.tiller.core.text.Texts;
import java.util.ArrayList;
import java.util.Locale;
import java.util.Optional;

/// Putting agents away, bringing them back and deleting them: when it is possible, and how it
/// begins. Who may is decided before.
public final class Deeds {

  private Deeds() {}

  /// What a button's verb does with its agent; empty for verbs that do none of this.
  public static Optional<Topic> of(String verb) {
    return switch (verb) {
      case Verbs.ARCHIVE -> Optional.of(Topic.ARCHIVE);
      case Verbs.UNARCHIVE -> Optional.of(Topic.UNARCHIVE);
      case Verbs.DELETE -> Optional.of(Topic.DELETE);
      default -> Optional.empty();
    };
  }

  /// The verb of a deed, for buttons and the audit record.
  static String verb(Topic deed) {
    return deed.name().toLowerCase(Locale.ROOT);
  }

  /// Whether an agent is one that people would mean when they name none.
  static boolean suits(Agent agent, Topic deed) {
    return deed == Topic.UNARCHIVE
        ? agent.state() == LaunchState.ARCHIVED
        : obstacle(agent, deed).isEmpty();
  }

  /// Why it is not possible now, as a sentence for people; empty when it is. One that is not
  /// archived here may be archived in Cursor, so it may be brought back, too.
  static Optional<String> obstacle(Agent agent, Topic deed) {
    var absent = absence(agent);
    if (absent.isPresent() || deed != Topic.ARCHIVE) {
      return absent;
    }
    if (agent.state() == LaunchState.ARCHIVED) {
      return Optional.of(Texts.get("deed.archived-already", agent.number()));
    }
    boolean busy = agent.activeRun().isPresent() || !agent.waiting().isEmpty();
    return busy ? Optional.of(Texts.get("deed.at-work", agent.number())) : Optional.empty();
  }

  /// Why the service cannot be asked about an agent; empty when it can.
  static Optional<String> absence(Agent agent) {
    var number = agent.number();
    return switch (agent.state()) {
      case REQUESTED, CALLING -> Optional.of(Texts.get("deed.creating", number));
      case REFUSED -> Optional.of(Texts.get("deed.not-started", number));
      case UNKNOWN -> Optional.of(Texts.get("deed.unknown", number));
      case GONE -> Optional.of(Texts.get("deed.gone", number));
      case DELETED -> Optional.of(Texts.get("deed.deleted", number));
      case LAUNCHED, ARCHIVED ->
          agent.atService() ? Optional.empty() : Optional.of(Texts.get("deed.not-known", number));
    };
  }

  /// Has it done, or asks once more where nothing can undo it.
  ///
  /// @param direct whether only the person reads the place it is asked in
  static Decision begin(
      Conversation conversation,
      Agent agent,
      Topic deed,
      Person actor,
      boolean direct,
      Authority.Verdict verdict,
      Moment moment) {
    var asksBack = deed == Topic.DELETE;
    var question =
        new Question(
            moment.newId(),
            deed,
            actor,
            direct,
            Optional.of(agent.id()),
            "",
            0,
            asksBack ? Stage.WAITING : Stage.ASKED,
            moment.now());
    var effects = new ArrayList<Effect>();
    effects.add(new Effect.Ask(question));
    if (asksBack) {
      effects.add(new Effect.Say(question.key(), DeleteCards.confirm(agent, question)));
    }
    effects.add(
        new Effect.Audit(
            actor,
            verb(deed) + (asksBack ? " asked back" : ""),
            agent.id().toString(),
            verdict.rule()));
    return Decision.of(conversation, effects);
  }
}
