package dev.tiller.core.decide;

import dev.tiller.core.chat.Ask.Answer;
import dev.tiller.core.chat.Form;
import dev.tiller.core.chat.Person;
import dev.tiller.core.conversation.Agent;
import dev.tiller.core.conversation.Run;
import dev.tiller.core.text.Texts;
import java.util.List;
import java.util.Optional;

/// The form that changes a prompt that waits. What is written in it is the prompt as it stands: no
/// options are looked for.
final class QueueForm {

  /// Slack's limit for a field.
  private static final int LONGEST = 3000;

  private QueueForm() {}

  static Answer open(Opening opening) {
    var run = opening.run();
    return obstacle(opening.agent(), run, opening.actor(), opening.rules())
        .<Answer>map(Answer.Refuse::new)
        .orElseGet(() ->
            opening
                .marked(Fingerprint.of(run.prompt()))
                .with(Texts.get("queue.edit-title"), Texts.get("queue.save"), List.of(field(run))));
  }

  private static Form.Field field(Run run) {
    return new Form.TextField(
        Verbs.PROMPT_FIELD,
        Texts.get("queue.edit-field"),
        Texts.get("queue.edit-hint"),
        run.prompt(),
        true,
        false,
        LONGEST);
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

  /// Whether the prompt is not what it was when the form was opened: a message has joined it, or
  /// somebody else has edited it.
  private static boolean changed(Submitted sent) {
    var now = Fingerprint.of(sent.run().prompt());
    return Opening.mark(sent.form()).filter(opened -> !opened.equals(now)).isPresent();
  }

  static Decision submitted(Submitted sent) {
    var obstacle = obstacle(sent.agent(), sent.run(), sent.actor(), sent.around().rules());
    var text = sent.value(Verbs.PROMPT_FIELD);
    if (obstacle.isPresent() || text.isEmpty()) {
      return sent.note(obstacle.orElseGet(() -> Texts.get("queue.nothing-written")));
    }
    if (changed(sent)) {
      return sent.note(Texts.get("queue.changed-meanwhile", text));
    }
    return Decision.of(
        sent.conversation().withRun(sent.runId(), each -> each.saying(text)),
        new Effect.Audit(sent.actor(), "edit", sent.runId().toString(), sent.verdict().rule()));
  }
}
