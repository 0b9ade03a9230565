package dev.tiller.core.decide;

import dev.tiller.core.chat.Button;
import dev.tiller.core.chat.Button.Style;
import dev.tiller.core.conversation.Agent;
import dev.tiller.core.conversation.Ending;
import dev.tiller.core.conversation.LaunchState;
import dev.tiller.core.conversation.Run;
import dev.tiller.core.conversation.RunPhase;
import dev.tiller.core.decide.CardAction.Where;
import dev.tiller.core.text.Texts;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/// The buttons of a run's card, by where the run stands.
final class RunButtons {

  private RunButtons() {}

  static List<Button> of(Agent agent, Run run) {
    if (agent.state() == LaunchState.DELETED && run.phase() != RunPhase.ENDED) {
      return List.of();
    }
    return switch (run.phase()) {
      case SUGGESTED -> SuggestionButtons.of(run);
      case WAITING, HELD -> QueueButtons.of(agent, run);
      case STARTING, SENDING, RUNNING, UNCERTAIN, ENDED ->
          CardAction.shown(Where.BUTTON, agent, run);
    };
  }

  /// What is wanted less often.
  static List<Button> more(Agent agent, Run run) {
    return CardAction.shown(Where.MORE, agent, run);
  }

  /// Whether what may have been lost can be sent once more. A request that was stopped or switched
  /// meanwhile is not wanted any more.
  static boolean sendsAgain(Agent agent, Run run) {
    var stoppedLaunch = run.number() == 1 && run.unwanted();
    return !run.retried() && !stoppedLaunch && agent.movedTo().isEmpty();
  }

  /// Whether the run has left a plan that nothing has followed yet.
  static boolean carriesOut(Agent agent, Run run) {
    return RunCards.planReady(agent, run)
        && agent.usable()
        && agent.serviceId().isPresent()
        && agent.latestRun().id().equals(run.id());
  }

  static boolean retryable(Ending ending) {
    return switch (ending.how()) {
      case FAILED, EXPIRED, REFUSED -> true;
      case FINISHED, STOPPED, DECLINED -> false;
    };
  }

  static Button pullRequest(URI url) {
    return new Button.Link(CardAction.PULL_REQUEST.label(), url, Style.PRIMARY);
  }

  static Optional<Button> createPullRequest(Agent agent, Ending ending) {
    return Links.createPullRequest(agent.request(), ending)
        .map(url -> new Button.Link(Texts.get("button.create-pull-request"), url, Style.PRIMARY));
  }

  static Optional<Button> page(Agent agent) {
    return agent.page().map(url -> new Button.Link(CardAction.OPEN.label(), url));
  }

  static Button unarchive(Agent agent) {
    return press(
        CardAction.UNARCHIVE.label(), Verbs.UNARCHIVE, agent.runs().getLast(), Style.DEFAULT);
  }

  static Button press(String label, String verb, Run run, Style style) {
    return new Button.Press(label, Verbs.on(verb, run.id()), style);
  }
}
