package dev.tiller.core.decide;

import dev.tiller.core.chat.Person;
import dev.tiller.core.conversation.Agent;
import dev.tiller.core.conversation.Conversation;
import dev.tiller.core.conversation.Ending;
import dev.tiller.core.conversation.Run;
import dev.tiller.core.conversation.RunPhase;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Stopping: what there is to stop, and how.
final class Stops {

  private Stops() {}

  /// Whether there is something to stop that is not being stopped yet.
  static boolean stoppable(Agent agent) {
    return target(agent).filter(run -> !run.unwanted()).isPresent();
  }

  /// The run a stop of this agent means: the active one, else the first that waits.
  static Optional<Run> target(Agent agent) {
    return agent.activeRun().or(() -> agent.waiting().stream().findFirst());
  }

  /// Stops one run. What the service may have is asked to stop; an intent is kept for what is on
  /// its way there; what never left ends at once. Prompts behind it are held.
  static Decision stop(
      Conversation conversation, UUID run, Person by, Authority.Verdict verdict, Moment moment) {
    var agent = conversation.agentOfRun(run).orElseThrow();
    var target = agent.run(run).orElseThrow();
    var effects = new ArrayList<Effect>();
    effects.add(new Effect.Audit(by, "stop", run.toString(), verdict.rule()));
    boolean asked = target.stopAskedBy().isPresent();
    var intended = agent.withRun(run, each -> each.stopAsked(by).in(each.turn().yielding(false)));
    return switch (target.phase()) {
      case RUNNING -> {
        if (!asked) {
          effects.add(new Effect.Cancel(run));
        }
        yield Decision.of(conversation.with(Agents.hold(intended)), effects);
      }
      case STARTING, SENDING -> Decision.of(conversation.with(Agents.hold(intended)), effects);
      case SUGGESTED, WAITING, HELD, UNCERTAIN -> {
        var how = target.phase() == RunPhase.SUGGESTED ? Ending.How.DECLINED : Ending.How.STOPPED;
        var ending = Ending.because(how, moment.now(), StopReplies.removedBy(by));
        var gone = intended.withRun(run, each -> each.ended(ending));
        yield Endings.after(conversation.with(gone), gone, gone.run(run).orElseThrow(), effects);
      }
      case ENDED -> Decision.of(conversation, List.of());
    };
  }
}
