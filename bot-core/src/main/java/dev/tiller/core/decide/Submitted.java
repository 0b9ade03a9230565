package dev.tiller.core.decide;

import dev.tiller.core.chat.FormSubmission;
import dev.tiller.core.chat.Person;
import dev.tiller.core.conversation.Agent;
import dev.tiller.core.conversation.Conversation;
import dev.tiller.core.conversation.Run;
import java.util.UUID;

/// A form about a run that somebody has sent. It counts once; the intake sees to that.
public record Submitted(
    Conversation conversation, UUID runId, FormSubmission form, Surroundings around) {

  Agent agent() {
    return conversation.agentOfRun(runId).orElseThrow();
  }

  Run run() {
    return agent().run(runId).orElseThrow();
  }

  Person actor() {
    return form.actor();
  }

  /// Whether the person may steer the agent, now that the form is sent.
  Authority.Verdict verdict() {
    return Authority.maySteer(actor(), agent(), around.rules());
  }

  /// What a field holds; empty for one that was left empty.
  String value(String field) {
    return form.values().getOrDefault(field, "").strip();
  }

  /// Nothing changes, and the person is told why.
  Decision note(String why) {
    return Decision.note(conversation, why);
  }
}
