package dev.tiller.core.decide;

import dev.tiller.core.chat.Ask.Answer;
import dev.tiller.core.chat.Form;
import dev.tiller.core.text.Texts;
import java.util.List;

/// The form for a follow-up to the agent of a card.
final class FollowUpForm {

  private static final int PROMPT_LENGTH = 3000;

  private FollowUpForm() {}

  static Answer open(Opening opening) {
    var agent = opening.agent();
    if (!opening.maySteer()) {
      return new Answer.Refuse(Replies.notYoursNote(agent));
    }
    if (!agent.usable()) {
      return new Answer.Refuse(AgentReplies.retiredNote(agent));
    }
    var field =
        new Form.TextField(
            Verbs.PROMPT_FIELD,
            Texts.get("follow-up.field"),
            Texts.get("follow-up.hint", agent.request().repository().display()),
            "",
            true,
            false,
            PROMPT_LENGTH);
    return opening.with(
        Texts.get("button.follow-up"), Texts.get("follow-up.submit"), List.of(field));
  }

  static Decision submitted(Submitted sent) {
    var agent = sent.agent();
    var prompt = sent.value(Verbs.PROMPT_FIELD);
    if (!sent.verdict().allowed()) {
      return sent.note(Replies.notYoursNote(agent));
    }
    if (prompt.isEmpty() || !agent.usable()) {
      return sent.note(Texts.get("follow-up.nothing"));
    }
    return FollowUps.written(
        sent.conversation(),
        agent,
        sent.actor(),
        prompt,
        sent.verdict(),
        sent.around().rules(),
        sent.around().moment());
  }
}
