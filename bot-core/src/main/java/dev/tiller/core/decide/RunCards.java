package dev.tiller.core.decide;

import dev.tiller.core.chat.Card;
import dev.tiller.core.chat.Card.Fact;
import dev.tiller.core.chat.Card.Tone;
import dev.tiller.core.chat.Markdown;
import dev.tiller.core.chat.RichText;
import dev.tiller.core.conversation.Agent;
import dev.tiller.core.conversation.Ending;
import dev.tiller.core.conversation.LaunchState;
import dev.tiller.core.conversation.Run;
import dev.tiller.core.conversation.RunPhase;
import dev.tiller.core.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The card of a run, as it follows from the state.
public final class RunCards {

  private static final int TASK_LENGTH = 280;

  private RunCards() {}

  /// The name of a run's card, for good.
  public static String key(Run run) {
    return "run/" + run.id();
  }

  public static Card card(Agent agent, Run run) {
    return new Card(
        title(agent, run),
        tone(run),
        lead(agent, run),
        facts(agent, run),
        run.ending().flatMap(Ending::summary).map(Markdown::parse).orElse(RichText.EMPTY),
        Progress.of(run),
        RunButtons.of(agent, run),
        footnote(agent, run));
  }

  /// The same for a place where outsiders read along.
  public static Card withoutSummary(Agent agent, Run run) {
    var whole = card(agent, run);
    var why = "What the agent says is not shown here: outsiders read along";
    return new Card(
        whole.title(),
        whole.tone(),
        whole.lead(),
        whole.facts(),
        RichText.EMPTY,
        whole.progress(),
        whole.buttons(),
        whole.footnote().isEmpty() ? why : whole.footnote() + " · " + why);
  }

  /// How an agent stands, in a few words.
  static String title(Agent agent) {
    return switch (agent.state()) {
      case ARCHIVED -> "Archived";
      case DELETED -> "Deleted";
      case GONE -> "Gone from Cursor";
      case REQUESTED, CALLING, LAUNCHED, REFUSED, UNKNOWN -> title(agent, agent.currentRun());
    };
  }

  static Tone tone(Agent agent) {
    return agent.state() == LaunchState.ARCHIVED || agent.state() == LaunchState.DELETED
        ? Tone.NEUTRAL
        : tone(agent.currentRun());
  }

  static String title(Agent agent, Run run) {
    return switch (run.phase()) {
      case SUGGESTED -> Texts.get("suggestion.title", run.requester().name());
      case WAITING -> "Waiting, " + place(agent, run) + " in line";
      case HELD -> "On hold";
      case STARTING, SENDING -> starting(run);
      case RUNNING -> run.stopAskedBy().isPresent() ? "Stopping" : "Agent at work";
      case UNCERTAIN -> "Not sure whether this started";
      case ENDED -> ended(agent, run, run.ending().orElseThrow());
    };
  }

  private static String starting(Run run) {
    if (run.stopAskedBy().isPresent()) {
      return "Stopping";
    }
    return run.number() == 1 ? "Starting an agent" : "Sending the follow-up";
  }

  private static String ended(Agent agent, Run run, Ending ending) {
    return switch (ending.how()) {
      case FINISHED -> finished(agent, run, ending);
      case FAILED -> "The agent failed";
      case STOPPED -> "Stopped";
      case DECLINED -> Texts.get("suggestion.not-sent");
      case EXPIRED -> "The agent's time ran out";
      case REFUSED -> run.number() == 1 ? "The agent did not start" : "The follow-up was not taken";
    };
  }

  private static String finished(Agent agent, Run run, Ending ending) {
    if (planReady(agent, run)) {
      return "Plan ready";
    }
    if (ending.pullRequest().isPresent()) {
      return "Pull request ready";
    }
    if (changedNothing(agent, run, ending)) {
      return "Finished, nothing changed";
    }
    return ending.branch().isPresent() ? "Finished, branch pushed" : "Finished";
  }

  /// Whether the run has ended with a plan. The changes told of an agent are then an earlier run's.
  static boolean planReady(Agent agent, Run run) {
    return agent.plans(run)
        && run.ending().filter(ending -> ending.how() == Ending.How.FINISHED).isPresent();
  }

  /// The service tells of changes for an agent as a whole, so only a first run can be known to have
  /// changed nothing.
  static boolean changedNothing(Agent agent, Run run, Ending ending) {
    return run.equals(agent.firstRun())
        && ending.branch().isEmpty()
        && ending.pullRequest().isEmpty();
  }

  private static String place(Agent agent, Run run) {
    int ahead = agent.waiting().indexOf(run);
    return ahead == 0 ? "next" : Words.ordinal(ahead + 1);
  }

  private static Tone tone(Run run) {
    return switch (run.phase()) {
      case SUGGESTED, WAITING, HELD, UNCERTAIN -> Tone.WAITING;
      case STARTING, SENDING, RUNNING -> Tone.WORKING;
      case ENDED -> toneOf(run.ending().orElseThrow());
    };
  }

  private static Tone toneOf(Ending ending) {
    return switch (ending.how()) {
      case FINISHED -> Tone.SUCCESS;
      case STOPPED, DECLINED -> Tone.NEUTRAL;
      case FAILED, EXPIRED, REFUSED -> Tone.FAILURE;
    };
  }

  private static String lead(Agent agent, Run run) {
    var why =
        switch (run.phase()) {
          case HELD -> Optional.of("It waits until somebody sends or removes it.");
          case UNCERTAIN ->
              Optional.of(
                  "Cursor did not say whether it took this. Please look in Cursor"
                      + (RunButtons.sendsAgain(agent, run) ? " before you send it again." : "."));
          default -> run.ending().flatMap(Ending::cause);
        };
    return why.orElse(Words.excerpt(run.prompt(), TASK_LENGTH));
  }

  private static List<Fact> facts(Agent agent, Run run) {
    var facts = new ArrayList<Fact>();
    if (!lead(agent, run).equals(Words.excerpt(run.prompt(), TASK_LENGTH))) {
      facts.add(new Fact("Task", Words.excerpt(run.prompt(), TASK_LENGTH)));
    }
    facts.add(
        new Fact(
            "Repository",
            RouteWords.repository(
                agent.request().repository(), agent.request().sources().repository())));
    run.ending()
        .flatMap(Ending::branch)
        .ifPresentOrElse(
            branch -> facts.add(new Fact("Branch", branch)),
            () -> OptionFacts.start(agent, run).ifPresent(facts::add));
    if (run.phase() != RunPhase.ENDED) {
      facts.addAll(OptionFacts.of(agent, run));
    }
    run.along().receipt().ifPresent(words -> facts.add(new Fact("Sent along", words)));
    facts.add(new Fact("Requested by", run.requester().name()));
    run.ending()
        .flatMap(Ending::took)
        .ifPresent(took -> facts.add(new Fact("Took", Words.duration(took))));
    run.ending()
        .flatMap(Ending::spent)
        .ifPresent(spent -> facts.add(new Fact("Used", Words.spent(spent))));
    return facts;
  }

  private static String footnote(Agent agent, Run run) {
    var parts = new ArrayList<String>();
    if (agent.number() > 1) {
      parts.add("Agent " + agent.number());
    }
    if (run.number() > 1) {
      parts.add("Follow-up " + (run.number() - 1));
    }
    if (!run.turn().joined().isEmpty()) {
      parts.add(Texts.get("queue.messages", run.messages().size()));
    }
    Progress.lateness(run).ifPresent(parts::add);
    agent.movedTo().ifPresent(other -> parts.add("Switched to " + other.display()));
    if (agent.state() == LaunchState.ARCHIVED) {
      parts.add("Archived in Cursor");
    }
    if (agent.state() == LaunchState.DELETED) {
      parts.add("The agent was deleted");
    }
    return String.join(" · ", parts);
  }
}
