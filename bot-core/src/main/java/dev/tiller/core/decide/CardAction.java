package dev.tiller.core.decide;

import dev.tiller.core.chat.Button;
import dev.tiller.core.chat.Button.Style;
import dev.tiller.core.command.Topic;
import dev.tiller.core.conversation.Agent;
import dev.tiller.core.conversation.Ending;
import dev.tiller.core.conversation.LaunchState;
import dev.tiller.core.conversation.Run;
import dev.tiller.core.conversation.RunPhase;
import dev.tiller.core.text.Texts;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// What a run's card offers, the most important first, and when. A run that waits in a queue or is
/// only suggested has buttons of its own, see [QueueButtons] and [SuggestionButtons].
enum CardAction {
  CARRY_OUT(Where.BUTTON),
  PULL_REQUEST(Where.BUTTON),
  CHANGES(Where.BUTTON),
  STOP(Where.BUTTON),
  FOLLOW_UP(Where.BUTTON),
  UNARCHIVE(Where.BUTTON),
  RETRY(Where.BUTTON),
  SEND_AGAIN(Where.BUTTON),
  ARTIFACTS(Where.BUTTON),
  OPEN(Where.BUTTON),
  SWITCH(Where.BUTTON),
  DISMISS(Where.BUTTON),
  RELAUNCH(Where.MORE),
  ARCHIVE(Where.MORE),
  DELETE(Where.MORE),
  REQUEST_ID(Where.MORE),
  FEEDBACK(Where.MORE);

  /// Where a card shows an action.
  enum Where {
    BUTTON,
    /// Behind the card's menu.
    MORE,
    ABSENT
  }

  private final Where usual;

  CardAction(Where usual) {
    this.usual = usual;
  }

  static List<Button> shown(Where where, Agent agent, Run run) {
    return Arrays.stream(values())
        .filter(action -> action.usual == where)
        .flatMap(action -> action.button(agent, run).stream())
        .toList();
  }

  Where where(Agent agent, Run run) {
    return button(agent, run).isPresent() ? usual : Where.ABSENT;
  }

  /// Its button; empty where it is not possible now.
  private Optional<Button> button(Agent agent, Run run) {
    return possible(agent, run) ? drawn(agent, run) : Optional.empty();
  }

  private boolean possible(Agent agent, Run run) {
    boolean active = run.phase().active();
    boolean ended = run.phase() == RunPhase.ENDED;
    boolean there = agent.state() != LaunchState.DELETED;
    return switch (this) {
      case PULL_REQUEST, CHANGES -> ended;
      case RELAUNCH, FEEDBACK -> ended && run.wanted();
      case REQUEST_ID -> active || ended || run.phase() == RunPhase.UNCERTAIN;
      case STOP -> there && active && run.stopAskedBy().isEmpty();
      case SWITCH ->
          there
              && (ended || (active && run.stopAskedBy().isEmpty()))
              && Switching.possible(agent, run);
      case FOLLOW_UP -> takesFollowUp(agent, run);
      case CARRY_OUT -> ended && RunButtons.carriesOut(agent, run);
      case RETRY -> there && ended && retries(agent, run);
      case SEND_AGAIN ->
          there && run.phase() == RunPhase.UNCERTAIN && RunButtons.sendsAgain(agent, run);
      case DISMISS -> there && run.phase() == RunPhase.UNCERTAIN;
      case ARTIFACTS ->
          agent.atService() && run.ending().filter(its -> its.files() > 0).isPresent();
      case OPEN -> there && (active || ended || run.phase() == RunPhase.UNCERTAIN);
      case ARCHIVE -> ended && Deeds.suits(agent, Topic.ARCHIVE);
      case UNARCHIVE -> ended && Deeds.suits(agent, Topic.UNARCHIVE);
      case DELETE -> (active || ended) && Deeds.suits(agent, Topic.DELETE);
    };
  }

  private static boolean takesFollowUp(Agent agent, Run run) {
    return switch (run.phase()) {
      case STARTING, SENDING, RUNNING -> agent.takesPrompts() && run.stopAskedBy().isEmpty();
      case ENDED ->
          agent.takesPrompts()
              && agent.serviceId().isPresent()
              && run.ending().filter(RunButtons::retryable).isEmpty();
      case SUGGESTED, WAITING, HELD, UNCERTAIN -> false;
    };
  }

  private static boolean retries(Agent agent, Run run) {
    return !run.retried()
        && agent.movedTo().isEmpty()
        && run.ending().filter(RunButtons::retryable).isPresent();
  }

  private Optional<Button> drawn(Agent agent, Run run) {
    return switch (this) {
      case PULL_REQUEST -> run.ending().flatMap(its -> pullRequest(agent, its));
      case CHANGES ->
          run.ending()
              .flatMap(its -> Links.changes(agent.request(), its))
              .map(url -> new Button.Link(label(), url));
      case OPEN -> RunButtons.page(agent);
      case FOLLOW_UP, SWITCH, RELAUNCH, FEEDBACK ->
          Optional.of(new Button.OpenForm(label(), Verbs.on(verb(), run.id())));
      default -> Optional.of(RunButtons.press(label(), verb(), run, style()));
    };
  }

  private static Optional<Button> pullRequest(Agent agent, Ending ending) {
    return ending
        .pullRequest()
        .map(RunButtons::pullRequest)
        .or(() -> RunButtons.createPullRequest(agent, ending));
  }

  private Style style() {
    return switch (this) {
      case CARRY_OUT, RETRY, SEND_AGAIN -> Style.PRIMARY;
      case STOP -> Style.DANGER;
      default -> Style.DEFAULT;
    };
  }

  private String verb() {
    return switch (this) {
      case CARRY_OUT -> Verbs.CARRY_OUT;
      case STOP -> Verbs.STOP;
      case FOLLOW_UP -> Verbs.FOLLOW_UP;
      case RETRY -> Verbs.RETRY;
      case SEND_AGAIN -> Verbs.SEND;
      case ARTIFACTS -> Verbs.ARTIFACTS;
      case SWITCH -> Verbs.SWITCH;
      case DISMISS -> Verbs.DISCARD;
      case RELAUNCH -> Verbs.RELAUNCH;
      case ARCHIVE -> Verbs.ARCHIVE;
      case UNARCHIVE -> Verbs.UNARCHIVE;
      case DELETE -> Verbs.DELETE;
      case REQUEST_ID -> Verbs.REQUEST_ID;
      case FEEDBACK -> Verbs.FEEDBACK;
      case PULL_REQUEST, CHANGES, OPEN -> throw new IllegalStateException("a link: " + this);
    };
  }

  String label() {
    return switch (this) {
      case CARRY_OUT -> Texts.get("button.carry-out");
      case PULL_REQUEST -> Texts.get("button.pull-request");
      case CHANGES -> Texts.get("button.changes");
      case STOP -> Texts.get("button.stop");
      case FOLLOW_UP -> Texts.get("button.follow-up");
      case RETRY -> Texts.get("button.retry");
      case SEND_AGAIN -> Texts.get("button.send-again");
      case ARTIFACTS -> Texts.get("button.artifacts");
      case OPEN -> Texts.get("button.open");
      case SWITCH -> Texts.get("button.switch");
      case DISMISS -> Texts.get("button.dismiss");
      case RELAUNCH -> Texts.get("button.relaunch");
      case ARCHIVE -> Texts.get("button.archive");
      case UNARCHIVE -> Texts.get("button.unarchive");
      case DELETE -> Texts.get("button.delete");
      case REQUEST_ID -> Texts.get("button.request-id");
      case FEEDBACK -> Texts.get("button.feedback");
    };
  }
}
