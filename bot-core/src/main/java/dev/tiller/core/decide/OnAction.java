package dev.tiller.core.decide;

import dev.tiller.core.chat.Action;
import dev.tiller.core.conversation.Conversation;
import dev.tiller.core.conversation.RunPhase;
import dev.tiller.core.text.Texts;
import java.util.UUID;

/// What a click leads to. Who clicks is checked each time; a stale card or a second click does
/// nothing and says so. Forms are decided in [RunForms].
public final class OnAction {

  private OnAction() {}

  /// @param run the run the button acts on, part of the conversation
  public static Decision decide(
      Conversation conversation, UUID run, Action action, Rules rules, Moment moment) {
    var click = Click.of(conversation, run, action, rules, moment);
    return OnQueue.clicked(click).orElseGet(() -> decide(click));
  }

  private static Decision decide(Click click) {
    return switch (click.verb()) {
      case Verbs.ARTIFACTS -> files(click);
      case Verbs.REQUEST_ID -> RequestIds.told(click);
      case OnSuggestion.ACCEPT, OnSuggestion.DECLINE -> OnSuggestion.clicked(click);
      case Verbs.STOP -> click.steering(OnAction::stop);
      case Verbs.DISCARD -> click.steering(OnAction::discard);
      case Verbs.SEND -> click.steering(OnRetry::send);
      case Verbs.RETRY -> click.steering(OnRetry::retry);
      case Verbs.CARRY_OUT -> click.steering(OnRetry::carryOut);
      case Verbs.ARCHIVE, Verbs.UNARCHIVE, Verbs.DELETE -> click.steering(OnAction::deed);
      default -> click.note(Texts.get("click.unknown"));
    };
  }

  /// Everybody who reads the card may.
  private static Decision files(Click click) {
    var topic = OnFiles.topic(click.verb()).orElseThrow();
    return OnFiles.asked(click.conversation(), click.agent(), topic, click.actor(), click.moment());
  }

  private static Decision stop(Click click) {
    if (click.run().phase() == RunPhase.ENDED) {
      return click.note(Texts.get("click.ended"));
    }
    if (click.run().unwanted()) {
      return click.note(Texts.get("click.stopping"));
    }
    return stopped(click);
  }

  private static Decision discard(Click click) {
    return switch (click.run().phase()) {
      case SUGGESTED, UNCERTAIN -> stopped(click);
      case WAITING, HELD, STARTING, SENDING, RUNNING, ENDED ->
          click.note(Texts.get("click.too-late"));
    };
  }

  private static Decision stopped(Click click) {
    return Stops.stop(
        click.conversation(), click.run().id(), click.actor(), click.verdict(), click.moment());
  }

  /// The answer, or the question back, is a message in the thread.
  private static Decision deed(Click click) {
    var deed = Deeds.of(click.verb()).orElseThrow();
    return Deeds.obstacle(click.agent(), deed)
        .map(click::note)
        .orElseGet(() ->
            Deeds.begin(
                click.conversation(),
                click.agent(),
                deed,
                click.actor(),
                false,
                click.verdict(),
                click.moment()));
  }
}
