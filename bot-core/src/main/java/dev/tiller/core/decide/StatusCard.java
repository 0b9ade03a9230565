package dev.tiller.core.decide;

import dev.tiller.core.agents.AgentRecord;
import dev.tiller.core.chat.Button;
import dev.tiller.core.chat.Card;
import dev.tiller.core.chat.Card.Fact;
import dev.tiller.core.chat.RichText;
import dev.tiller.core.conversation.Agent;
import dev.tiller.core.conversation.Conversation;
import dev.tiller.core.conversation.Ending;
import dev.tiller.core.conversation.Run;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// The answer to `status`: what is known of an agent, by us and by the service.
final class StatusCard {

  private StatusCard() {}

  /// @param looked absent when the service was not asked, or has not answered
  static Card of(
      Conversation conversation, Agent agent, Optional<Found.Looked> looked, Moment moment) {
    var run = agent.currentRun();
    return new Card(
        "Agent %d: %s".formatted(agent.number(), standing(agent)),
        RunCards.tone(agent),
        Words.excerpt(run.prompt(), 280),
        facts(agent, run, looked, moment),
        RichText.EMPTY,
        Progress.of(run),
        buttons(agent, run),
        footnote(conversation, agent, looked, moment));
  }

  /// How it stands, fit to follow its name.
  private static String standing(Agent agent) {
    return Words.lowered(RunCards.title(agent).replaceFirst("^(?:The agent(?:'s)?|Agent) ", ""));
  }

  private static List<Fact> facts(
      Agent agent, Run run, Optional<Found.Looked> looked, Moment moment) {
    var facts = new ArrayList<Fact>();
    facts.add(new Fact("Repository", agent.request().repository().display()));
    run.ending()
        .flatMap(Ending::branch)
        .or(() -> pushed(looked))
        .ifPresent(branch -> facts.add(new Fact("Branch", branch)));
    run.ending()
        .flatMap(Ending::pullRequest)
        .ifPresent(url -> facts.add(new Fact("Pull request", url.toString())));
    run.ending().flatMap(Ending::cause).ifPresent(cause -> facts.add(new Fact("Why", cause)));
    facts.add(time(run, moment));
    waiting(agent).ifPresent(facts::add);
    facts.add(new Fact("Requested by", run.requester().name()));
    looked.map(Found.Looked::agent).ifPresent(record -> facts.add(inCursor(record)));
    return facts;
  }

  /// The branch that a run at work has pushed already.
  private static Optional<String> pushed(Optional<Found.Looked> looked) {
    return looked.flatMap(Found.Looked::report).stream()
        .flatMap(report -> report.changes().stream())
        .flatMap(change -> change.branch().stream())
        .findFirst();
  }

  private static Fact time(Run run, Moment moment) {
    var ending = run.ending();
    if (ending.isEmpty()) {
      return new Fact(
          "Asked", Words.duration(Duration.between(run.askedAt(), moment.now())) + " ago");
    }
    var ago = Words.ago(ending.get().at(), moment.now());
    return ending
        .get()
        .took()
        .map(took -> new Fact("Took", Words.duration(took) + ", ended " + ago))
        .orElseGet(() -> new Fact("Ended", ago));
  }

  private static Optional<Fact> waiting(Agent agent) {
    var prompts = agent.waiting();
    return prompts.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Fact(
                "Waiting",
                prompts.stream()
                    .map(run -> "“" + Words.excerpt(run.prompt(), 60) + "”")
                    .collect(Collectors.joining(", then "))));
  }

  private static Fact inCursor(AgentRecord record) {
    var standing =
        switch (record.standing()) {
          case AT_WORK -> "at work";
          case IDLE -> "idle, takes follow-ups";
          case ARCHIVED -> "archived";
          case UNRECOGNIZED -> record.status();
        };
    return new Fact("In Cursor", standing);
  }

  private static List<Button> buttons(Agent agent, Run run) {
    return RunButtons.of(agent, run).stream()
        .filter(button -> !(button instanceof Button.OpenForm))
        .toList();
  }

  private static String footnote(
      Conversation conversation, Agent agent, Optional<Found.Looked> looked, Moment moment) {
    var parts = new ArrayList<String>();
    if (looked.isPresent()) {
      parts.add("Asked Cursor at " + Words.clock(moment.now()));
    } else if (agent.atService()) {
      parts.add("Cursor did not answer just now; this is what was known before");
    }
    int agents = conversation.agents().size();
    if (agents > 1) {
      int other = agent.number() == 1 ? 2 : 1;
      parts.add("There are %d agents here; write status #%d for another".formatted(agents, other));
    }
    return String.join(" · ", parts);
  }
}
