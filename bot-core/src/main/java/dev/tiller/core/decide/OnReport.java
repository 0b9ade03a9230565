package dev.tiller.core.decide;

import dev.tiller.core.agents.AgentId;
import dev.tiller.core.agents.RunReport;
import dev.tiller.core.agents.RunReport.Change;
import dev.tiller.core.agents.RunState;
import dev.tiller.core.conversation.Agent;
import dev.tiller.core.conversation.Conversation;
import dev.tiller.core.conversation.Ending;
import dev.tiller.core.conversation.LaunchState;
import dev.tiller.core.conversation.Run;
import dev.tiller.core.conversation.RunPhase;
import dev.tiller.core.text.Texts;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/// What the service's word about a run leads to. Webhook, stream and polling all come here, in any
/// order, any number of times.
public final class OnReport {

  private static final int PROGRESS = 200;
  private static final int SUMMARY = 20_000;
  private static final int BRANCH = 255;
  private static final int ADDRESS = 2000;

  /// News is late when it is older than this. Looks are never further apart than a minute or two.
  static final Duration LATE = Duration.ofMinutes(3);

  private OnReport() {}

  /// The answer to a question of ours about a run that is being watched.
  public static Decision asked(
      Conversation conversation, UUID id, RunReport report, Rules rules, Moment moment) {
    return decide(conversation, id, report, rules, rules.quickRunWait(), moment);
  }

  private static Decision decide(
      Conversation conversation,
      UUID id,
      RunReport report,
      Rules rules,
      Duration wait,
      Moment moment) {
    var agent = conversation.agentOfRun(id).orElseThrow();
    var run = agent.run(id).orElseThrow();
    if (run.phase() == RunPhase.ENDED) {
      return Decision.nothing(conversation);
    }
    if (!report.state().terminal()) {
      return seen(conversation, run, report.state(), moment);
    }
    return counts(agent, run, report, rules, wait)
        ? Endings.end(
            conversation.withRun(id, each -> each.heard(moment.now())),
            id,
            ending(agent, run, report))
        : Decision.nothing(conversation);
  }

  /// A report that the service sent by itself, for a launch. It may come before the launch's own
  /// answer and then says that the agent exists.
  public static Decision unasked(
      Conversation conversation,
      UUID agentId,
      AgentId service,
      RunReport report,
      Rules rules,
      Moment moment) {
    var before = conversation.agent(agentId).orElseThrow();
    if (before.state() == LaunchState.REFUSED) {
      return Decision.nothing(conversation);
    }
    var known = OnLaunch.exists(conversation, agentId, service, Optional.empty(), Optional.empty());
    var run = known.after().agent(agentId).flatMap(Agent::activeRun);
    if (run.isEmpty()) {
      return known;
    }
    var reported = decide(known.after(), run.get().id(), report, rules, Duration.ZERO, moment);
    return reported.after().equals(known.after()) ? known : reported;
  }

  /// What the agent is doing now.
  public static Decision progress(Conversation conversation, UUID id, String text, Moment moment) {
    var words = Optional.of(Words.excerpt(text, PROGRESS));
    return isRunning(conversation, id)
        ? Decision.of(
            conversation.withRun(
                id, run -> run.sawRunning().withProgress(words).heard(moment.now())))
        : Decision.nothing(conversation);
  }

  /// It is still at work, and nothing else is new. Cards count minutes, so in between nothing
  /// changes.
  public static Decision beat(Conversation conversation, UUID id, Moment moment) {
    return isRunning(conversation, id) && Progress.moves(run(conversation, id), moment.now())
        ? Decision.of(conversation.withRun(id, run -> run.heard(moment.now())))
        : Decision.nothing(conversation);
  }

  private static boolean isRunning(Conversation conversation, UUID id) {
    return run(conversation, id).phase() == RunPhase.RUNNING;
  }

  private static Run run(Conversation conversation, UUID id) {
    return conversation.agentOfRun(id).flatMap(agent -> agent.run(id)).orElseThrow();
  }

  /// The service has said again and again that it does not have the run.
  public static Decision vanished(Conversation conversation, UUID id, Moment moment) {
    var agent = conversation.agentOfRun(id).orElseThrow().gone();
    return Endings.end(
        conversation.with(agent),
        id,
        Ending.because(Ending.How.FAILED, moment.now(), Causes.agentGone()));
  }

  /// What a run is said to do before it was ever seen at work is that it is being set up.
  private static Decision seen(Conversation conversation, Run run, RunState state, Moment moment) {
    if (!run.seenRunning() && state == RunState.RUNNING) {
      return Decision.of(
          conversation.withRun(run.id(), each -> each.sawRunning().withProgress(Optional.empty())));
    }
    if (!run.seenRunning() && state == RunState.CREATING && run.progress().isEmpty()) {
      var words = Optional.of(Texts.get("progress.setting-up"));
      return Decision.of(conversation.withRun(run.id(), each -> each.withProgress(words)));
    }
    return state == RunState.UNRECOGNIZED
        ? Decision.nothing(conversation)
        : beat(conversation, run.id(), moment);
  }

  /// Where the service tells its runs apart, its word is enough. Elsewhere an old ending may be
  /// told again, so after a follow-up it counts when the agent was seen at work since, when it is
  /// dated after the follow-up, or when the wait for a very short run is over.
  private static boolean counts(
      Agent agent, Run run, RunReport report, Rules rules, Duration wait) {
    if (rules.serviceRuns() || run.equals(agent.firstRun()) || run.seenRunning()) {
      return true;
    }
    return run.sentAt()
        .filter(sent -> Duration.between(sent, report.reportedAt()).compareTo(wait) > 0)
        .isPresent();
  }

  private static Ending ending(Agent agent, Run run, RunReport report) {
    var change = change(agent, report);
    return new Ending(
        how(run, report.state()),
        report.endedAt().orElseGet(report::reportedAt),
        cause(run, report),
        report.summary().map(text -> Words.cut(text, SUMMARY)),
        change.flatMap(Change::branch).filter(branch -> branch.length() <= BRANCH),
        change.flatMap(Change::pullRequest).filter(OnReport::isWeb),
        report.took(),
        Optional.empty(),
        0);
  }

  private static Optional<Change> change(Agent agent, RunReport report) {
    var ours =
        report.changes().stream()
            .filter(change -> change.repository().equals(agent.request().repository()))
            .findFirst();
    return ours.or(() -> report.changes().stream().findFirst());
  }

  private static boolean isWeb(URI address) {
    var web = "https".equals(address.getScheme()) || "http".equals(address.getScheme());
    return web && address.toString().length() <= ADDRESS;
  }

  private static Ending.How how(Run run, RunState state) {
    return switch (state) {
      case FINISHED ->
          run.stopAskedBy().isPresent() && run.serviceRun().isEmpty()
              ? Ending.How.STOPPED
              : Ending.How.FINISHED;
      case CANCELLED -> Ending.How.STOPPED;
      case EXPIRED -> Ending.How.EXPIRED;
      case FAILED -> Ending.How.FAILED;
      case CREATING, RUNNING, UNRECOGNIZED -> throw new IllegalArgumentException("not an ending");
    };
  }

  private static Optional<String> cause(Run run, RunReport report) {
    return switch (how(run, report.state())) {
      case FINISHED -> Optional.empty();
      case STOPPED ->
          Optional.of(
              run.stopAskedBy()
                  .map(by -> StopReplies.by(run, by))
                  .orElseGet(Causes::stoppedElsewhere));
      case EXPIRED -> Optional.of(Causes.expired());
      case FAILED, REFUSED, DECLINED -> Optional.of(Causes.failed(report.failure()));
    };
  }
}
