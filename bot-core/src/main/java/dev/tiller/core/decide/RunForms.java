package dev.tiller.core.decide;

import dev.tiller.core.chat.Ask.Answer;
import dev.tiller.core.chat.Choice;
import dev.tiller.core.chat.ChoiceQuery;
import dev.tiller.core.conversation.Conversation;
import dev.tiller.core.routing.Known;
import dev.tiller.core.text.Texts;
import java.util.List;
import java.util.UUID;

/// The forms about runs: how each opens, what it offers to who searches in it, and what it leads
/// to. Who may is checked each time.
public final class RunForms {

  private RunForms() {}

  public static Answer open(Opening opening) {
    return switch (opening.key().verb()) {
      case Verbs.FOLLOW_UP -> FollowUpForm.open(opening);
      case Verbs.EDIT -> QueueForm.open(opening);
      case OnSuggestion.EDIT -> OnSuggestion.open(opening);
      case Verbs.SWITCH -> Switching.open(opening);
      case Verbs.RELAUNCH -> Relaunching.open(opening);
      case Verbs.FEEDBACK -> FeedbackForm.open(opening);
      default -> new Answer.Refuse(Texts.get("click.unknown"));
    };
  }

  /// What somebody finds who searches in a form's field.
  public static List<Choice> choices(
      Conversation conversation, UUID run, ChoiceQuery query, Known known, Rules rules) {
    return conversation
        .agentOfRun(run)
        .filter(agent -> Authority.maySteer(query.asker(), agent, rules).allowed())
        .map(_ -> choices(query, known))
        .orElseGet(List::of);
  }

  private static List<Choice> choices(ChoiceQuery query, Known known) {
    return switch (query.key().verb()) {
      case Verbs.SWITCH -> Choices.repositories(known, query.typed());
      case Verbs.RELAUNCH -> LaunchFields.choices(query, known);
      default -> List.of();
    };
  }

  public static Decision submitted(Submitted sent) {
    return switch (sent.form().key().verb()) {
      case Verbs.FOLLOW_UP -> FollowUpForm.submitted(sent);
      case Verbs.EDIT -> QueueForm.submitted(sent);
      case OnSuggestion.EDIT -> OnSuggestion.submitted(sent);
      case Verbs.SWITCH -> Switching.submitted(sent);
      case Verbs.RELAUNCH -> Relaunching.submitted(sent);
      case Verbs.FEEDBACK -> FeedbackForm.submitted(sent);
      default -> sent.note(Texts.get("click.unknown"));
    };
  }
}
