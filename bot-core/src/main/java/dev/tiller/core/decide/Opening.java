package dev.tiller.core.decide;

import dev.tiller.core.chat.ActionKey;
import dev.tiller.core.chat.Ask.Answer;
import dev.tiller.core.chat.Form;
import dev.tiller.core.chat.FormSubmission;
import dev.tiller.core.chat.Person;
import dev.tiller.core.conversation.Agent;
import dev.tiller.core.conversation.Conversation;
import dev.tiller.core.conversation.Run;
import dev.tiller.core.routing.Known;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Somebody's wish for a form about a run.
///
/// @param key what the form will come back with
/// @param nonce new for each opening
public record Opening(
    Conversation conversation,
    UUID runId,
    Person actor,
    ActionKey key,
    Known known,
    Rules rules,
    String nonce) {

  private static final String MARK = "/";

  /// The mark that a form has come back with; empty for a form that was opened without.
  static Optional<String> mark(FormSubmission form) {
    int at = form.nonce().lastIndexOf(MARK);
    return at < 0 ? Optional.empty() : Optional.of(form.nonce().substring(at + 1));
  }

  Agent agent() {
    return conversation.agentOfRun(runId).orElseThrow();
  }

  Run run() {
    return agent().run(runId).orElseThrow();
  }

  boolean maySteer() {
    return Authority.maySteer(actor, agent(), rules).allowed();
  }

  /// The same, where the form comes back with a mark of what it was opened with.
  Opening marked(String mark) {
    return new Opening(conversation, runId, actor, key, known, rules, nonce + MARK + mark);
  }

  Answer with(String title, String submit, List<Form.Field> fields) {
    return new Answer.Open(new Form(key, nonce, title, submit, fields));
  }
}
