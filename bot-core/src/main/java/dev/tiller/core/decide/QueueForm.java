package dev.tiller.core.decide;

import dev.tiller.core.chat.Action;
import dev.tiller.core.chat.Ask.Answer;
import dev.tiller.core.chat.Form;
import dev.tiller.core.chat.FormSubmission;
import dev.tiller.core.chat.Person;
import dev.tiller.core.conversation.Agent;
import dev.tiller.core.conversation.Conversation;
import dev.tiller.core.conversation.Run;
import dev.tiller.core.text.Texts;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// The form that changes a prompt that waits. What is written in it is the prompt as it stands: no
/// options are looked for.
final class QueueForm {

  /// Slack's limit for a field.
  private static final int LONGEST = 3000;

  private QueueForm() {}

  static Answer open(Conversation conversation, UUID id, Action action, Rules rules, String nonce) {
    var agent = conversation.agentOfRun(id).orElseThrow();
    var run = agent.run(id).orElseThrow();
    return obstacle(agent, run, action.actor(), rules)
        .<Answer>map(Answer.Refuse::new)
        .orElseGet(() -> new Answer.Open(form(action, run, nonce)));
  }

  private static Form form(Action action, Run run, String nonce) {
    var field =
        new Form.TextField(
            Verbs.PROMPT_FIELD,
            Texts.get("queue.edit-field"),
            Texts.get("queue.edit-hint"),
            run.prompt(),
            true,
            false,
            LONGEST);
    return new Form(
        action.key(),
        nonce,
        Texts.get("queue.edit-title"),
        Texts.get("queue.save"),
        List.of(field));
  }

  private static Optional<String> obstacle(Agent agent, Run run, Person person, Rules rules) {
    if (!Authority.maySteer(person, agent, rules).allowed()) {
      return Optional.of(Refusals.whoCan(agent, rules));
    }
    if (!OnQueue.inLine(run)) {
      return Optional.of(Texts.get("queue.left"));
    }
    return run.prompt().length() > LONGEST
        ? Optional.of(Texts.get("queue.too-long"))
        : Optional.empty();
  }

  static Decision submitted(Conversation conversation, UUID id, FormSubmission form, Rules rules) {
    var agent = conversation.agentOfRun(id).orElseThrow();
    var run = agent.run(id).orElseThrow();
    var obstacle = obstacle(agent, run, form.actor(), rules);
    var text = form.values().getOrDefault(Verbs.PROMPT_FIELD, "").strip();
    if (obstacle.isPresent() || text.isEmpty()) {
      return Decision.note(
          conversation, obstacle.orElseGet(() -> Texts.get("queue.nothing-written")));
    }
    var rule = Authority.maySteer(form.actor(), agent, rules).rule();
    return Decision.of(
        conversation.withRun(id, each -> each.saying(text)),
        new Effect.Audit(form.actor(), "edit", id.toString(), rule));
  }
}
