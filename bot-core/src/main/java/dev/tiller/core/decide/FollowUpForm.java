package dev.tiller.core.decide;

import dev.tiller.core.chat.Ask.Answer;
import dev.tiller.core.chat.Form;
import dev.tiller.core.text.Texts;
import java.util.List;

/// The form for a follow-up to the agent of a card.
final class FollowUpForm {

  private static final int PROMPT_LENGTH = 3000;

  private FollowUpForm() {}

  /// Whoever may not steer the agent suggests.
  static Answer open(Opening opening) {
    var agent = opening.agent();
    if (!agent.takesPrompts()) {
      return new Answer.Refuse(AgentReplies.retiredNote(agent));
    }
    var hint =
        opening.maySteer()
            ? Texts.get("follow-up.hint", agent.request().repository().display())
            : Texts.get("suggestion.suggest-hint", Refusals.whoCan(agent, opening.rules()));
    var field =
        new Form.TextField(
            Verbs.PROMPT_FIELD, Texts.get("follow-up.field"), hint, "", true, false, PROMPT_LENGTH);
    var title = Texts.get(opening.maySteer() ? "button.follow-up" : "suggestion.suggest-title");
    return opening.with(title, Texts.get("follow-up.submit"), List.of(field));
  }

  static Decision submitted(Submitted sent) {
    var agent = sent.agent();
    var prompt = sent.value(Verbs.PROMPT_FIELD);
    return prompt.isEmpty() || !agent.takesPrompts()
        ? sent.note(Texts.get("follow-up.nothing"))
        : FollowUps.written(
            sent.conversation(),
            agent,
            sent.actor(),
            prompt,
            sent.verdict(),
            sent.around().rules(),
            sent.around().moment());
  }
}
