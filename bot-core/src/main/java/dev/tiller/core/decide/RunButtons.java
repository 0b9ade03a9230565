package dev.tiller.core.decide;

import dev.tiller.core.chat.Button;
import dev.tiller.core.chat.Button.Style;
import dev.tiller.core.conversation.Agent;
import dev.tiller.core.conversation.Ending;
import dev.tiller.core.conversation.LaunchState;
import dev.tiller.core.conversation.Run;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The buttons of a run's card, by where the run stands.
final class RunButtons {

  private RunButtons() {}

  static List<Button> of(Agent agent, Run run) {
    if (agent.state() == LaunchState.DELETED) {
      return run.ending().map(its -> results(agent, its)).orElseGet(List::of);
    }
    return switch (run.phase()) {
      case STARTING, SENDING, RUNNING -> active(agent, run);
      case SUGGESTED -> SuggestionButtons.of(run);
      case WAITING, HELD -> QueueButtons.of(agent, run);
      case UNCERTAIN -> uncertain(agent, run);
      case ENDED -> ended(agent, run, run.ending().orElseThrow());
    };
  }

  private static List<Button> active(Agent agent, Run run) {
    var buttons = new ArrayList<Button>();
    page(agent).ifPresent(buttons::add);
    if (run.stopAskedBy().isEmpty()) {
      buttons.add(press("Stop", Verbs.STOP, run, Style.DANGER));
      if (Switching.possible(agent, run)) {
        buttons.add(switching(run));
      }
    }
    return buttons;
  }

  private static List<Button> uncertain(Agent agent, Run run) {
    var buttons = new ArrayList<Button>();
    if (sendsAgain(agent, run)) {
      buttons.add(press("Send again", Verbs.SEND, run, Style.PRIMARY));
    }
    page(agent).ifPresent(buttons::add);
    buttons.add(press("Dismiss", Verbs.DISCARD, run, Style.DEFAULT));
    return buttons;
  }

  /// Whether what may have been lost can be sent once more. A request that was stopped or switched
  /// meanwhile is not wanted any more.
  static boolean sendsAgain(Agent agent, Run run) {
    var stoppedLaunch = run.number() == 1 && run.stopAskedBy().isPresent();
    return !run.retried() && !stoppedLaunch && agent.movedTo().isEmpty();
  }

  /// What leads to the work and needs no agent.
  private static List<Button> results(Agent agent, Ending ending) {
    var buttons = new ArrayList<Button>();
    ending.pullRequest().map(RunButtons::pullRequest).ifPresent(buttons::add);
    if (ending.pullRequest().isEmpty()) {
      createPullRequest(agent, ending).ifPresent(buttons::add);
    }
    Links.changes(agent.request(), ending)
        .map(url -> new Button.Link("View changes", url))
        .ifPresent(buttons::add);
    return buttons;
  }

  private static List<Button> ended(Agent agent, Run run, Ending ending) {
    var buttons = new ArrayList<Button>();
    if (carriesOut(agent, run)) {
      buttons.add(press("Carry out", Verbs.CARRY_OUT, run, Style.PRIMARY));
    }
    buttons.addAll(results(agent, ending));
    if (retryable(ending) && !run.retried() && agent.movedTo().isEmpty()) {
      buttons.add(press("Retry", Verbs.RETRY, run, Style.PRIMARY));
    }
    if (ending.files() > 0 && agent.atService()) {
      buttons.add(press("Show artifacts", Verbs.ARTIFACTS, run, Style.DEFAULT));
    }
    page(agent).ifPresent(buttons::add);
    if (Switching.possible(agent, run)) {
      buttons.add(switching(run));
    }
    if (agent.usable() && agent.serviceId().isPresent() && !retryable(ending)) {
      buttons.add(new Button.OpenForm("Add follow-up", Verbs.on(Verbs.FOLLOW_UP, run.id())));
    }
    if (agent.state() == LaunchState.ARCHIVED) {
      buttons.add(unarchive(agent));
    }
    return buttons;
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

  private static Button switching(Run run) {
    return new Button.OpenForm("Switch repository", Verbs.on(Verbs.SWITCH, run.id()));
  }

  static Button pullRequest(URI url) {
    return new Button.Link("View pull request", url, Style.PRIMARY);
  }

  static Optional<Button> createPullRequest(Agent agent, Ending ending) {
    return Links.createPullRequest(agent.request(), ending)
        .map(url -> new Button.Link("Create pull request", url, Style.PRIMARY));
  }

  static Optional<Button> page(Agent agent) {
    return agent.page().map(url -> new Button.Link("Open in Cursor", url));
  }

  static Button unarchive(Agent agent) {
    return press("Unarchive", Verbs.UNARCHIVE, agent.runs().getLast(), Style.DEFAULT);
  }

  static Button press(String label, String verb, Run run, Style style) {
    return new Button.Press(label, Verbs.on(verb, run.id()), style);
  }
}
