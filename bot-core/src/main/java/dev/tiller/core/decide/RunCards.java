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
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The card of a run, as it follows from the state.
public final class RunCards {

  private static final int TASK_LENGTH = 280;

  private RunCards() {}

  /// The name of a run's card, for good.
  public static String key(Run run) {
    return "run/" + run.id();
  }

  /// The card in a thread where this is the only agent.
  public static Card card(Agent agent, Run run) {
    return card(agent, run, false);
  }

  /// @param several whether the thread has several agents, so that people have to tell them apart
  public static Card card(Agent agent, Run run, boolean several) {
    var title = title(agent, run);
    return new Card(
            several ? Texts.get("card.numbered", number(agent), title) : title,
            tone(run),
            lead(agent, run),
            facts(agent, run),
            run.ending().flatMap(Ending::summary).map(Markdown::parse).orElse(RichText.EMPTY),
            Progress.of(run),
            RunButtons.of(agent, run),
            footnote(agent, run, several))
        .with(RunButtons.more(agent, run));
  }

  /// The same for a place where outsiders read along.
  public static Card withoutSummary(Agent agent, Run run, boolean several) {
    var whole = card(agent, run, several);
    return new Card(
            whole.title(),
            whole.tone(),
            whole.lead(),
            whole.facts(),
            RichText.EMPTY,
            whole.progress(),
            whole.buttons(),
            Stream.of(whole.footnote(), Texts.get("card.summary-held-back"))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" · ")))
        .with(whole.more());
  }

  /// How people call an agent, such as `#2`.
  static String number(Agent agent) {
    return "#" + agent.number();
  }

  /// How an agent stands, in a few words.
  static String title(Agent agent) {
    return switch (agent.state()) {
      case ARCHIVED -> Texts.get("card.archived");
      case DELETED -> Texts.get("card.deleted");
      case GONE -> Texts.get("card.gone");
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
      case WAITING -> place(agent, run);
      case HELD -> Texts.get("card.held");
      case STARTING, SENDING -> starting(run);
      case RUNNING -> Texts.get(run.stopAskedBy().isPresent() ? "card.stopping" : "card.running");
      case UNCERTAIN -> Texts.get("card.uncertain");
      case ENDED -> ended(agent, run, run.ending().orElseThrow());
    };
  }

  private static String starting(Run run) {
    if (run.stopAskedBy().isPresent()) {
      return Texts.get("card.stopping");
    }
    return Texts.get(run.number() == 1 ? "card.starting" : "card.sending");
  }

  private static String ended(Agent agent, Run run, Ending ending) {
    return switch (ending.how()) {
      case FINISHED -> finished(agent, run, ending);
      case FAILED -> Texts.get("card.failed");
      case STOPPED -> Texts.get("card.stopped");
      case DECLINED -> Texts.get("suggestion.not-sent");
      case EXPIRED -> Texts.get("card.expired");
      case REFUSED -> Texts.get(run.number() == 1 ? "card.not-started" : "card.not-taken");
    };
  }

  private static String finished(Agent agent, Run run, Ending ending) {
    if (planReady(agent, run)) {
      return Texts.get("card.plan");
    }
    if (ending.pullRequest().isPresent()) {
      return Texts.get("card.pull-request");
    }
    if (changedNothing(agent, run, ending)) {
      return Texts.get("card.nothing-changed");
    }
    return Texts.get(ending.branch().isPresent() ? "card.branch-pushed" : "card.finished");
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
    return ahead == 0 ? Texts.get("card.waiting-next") : Texts.get("card.waiting-nth", ahead + 1);
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
          case HELD -> Optional.of(Texts.get("card.held-why"));
          case UNCERTAIN ->
              Optional.of(
                  Texts.get(
                      RunButtons.sendsAgain(agent, run)
                          ? "card.uncertain-again"
                          : "card.uncertain-why"));
          default -> run.ending().flatMap(Ending::cause);
        };
    return why.orElse(Words.excerpt(run.prompt(), TASK_LENGTH));
  }

  private static List<Fact> facts(Agent agent, Run run) {
    var facts = new ArrayList<Fact>();
    if (!lead(agent, run).equals(Words.excerpt(run.prompt(), TASK_LENGTH))) {
      facts.add(new Fact(Texts.get("card.task"), Words.excerpt(run.prompt(), TASK_LENGTH)));
    }
    facts.add(
        new Fact(
            Texts.get("card.repository"),
            RouteWords.repository(
                agent.request().repository(), agent.request().sources().repository())));
    run.ending()
        .flatMap(Ending::branch)
        .ifPresentOrElse(
            branch -> facts.add(new Fact(Texts.get("card.branch"), branch)),
            () -> OptionFacts.start(agent, run).ifPresent(facts::add));
    if (run.phase() != RunPhase.ENDED) {
      facts.addAll(OptionFacts.of(agent, run));
    }
    run.along()
        .receipt()
        .ifPresent(words -> facts.add(new Fact(Texts.get("card.sent-along"), words)));
    facts.add(new Fact(Texts.get("card.requested-by"), run.requester().name()));
    run.ending()
        .flatMap(Ending::took)
        .ifPresent(took -> facts.add(new Fact(Texts.get("card.took"), Words.duration(took))));
    run.ending()
        .flatMap(Ending::spent)
        .ifPresent(spent -> facts.add(new Fact(Texts.get("card.used"), Words.spent(spent))));
    return facts;
  }

  private static String footnote(Agent agent, Run run, boolean several) {
    var parts = new ArrayList<String>();
    if (!several) {
      parts.add(number(agent));
    }
    if (run.number() > 1) {
      parts.add(Texts.get("card.follow-up", run.number() - 1));
    }
    if (!run.turn().joined().isEmpty()) {
      parts.add(Texts.get("queue.messages", run.messages().size()));
    }
    Progress.lateness(run).ifPresent(parts::add);
    agent.movedTo().ifPresent(other -> parts.add(Texts.get("card.switched", other.display())));
    if (agent.state() == LaunchState.ARCHIVED) {
      parts.add(Texts.get("card.archived-note"));
    }
    if (agent.state() == LaunchState.DELETED) {
      parts.add(Texts.get("card.deleted-note"));
    }
    return String.join(" · ", parts);
  }
}
