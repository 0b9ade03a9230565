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
import dev.tiller.core.text.Texts;
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
        Texts.get("status.title", "#" + agent.number(), RunCards.title(agent)),
        RunCards.tone(agent),
        Words.excerpt(run.prompt(), 280),
        facts(agent, run, looked, moment),
        RichText.EMPTY,
        Progress.of(run),
        buttons(agent, run),
        footnote(conversation, agent, looked, moment));
  }

  private static List<Fact> facts(
      Agent agent, Run run, Optional<Found.Looked> looked, Moment moment) {
    var facts = new ArrayList<Fact>();
    facts.add(new Fact(Texts.get("status.repository"), agent.request().repository().display()));
    run.ending()
        .flatMap(Ending::branch)
        .or(() -> pushed(looked))
        .ifPresent(branch -> facts.add(new Fact(Texts.get("status.branch"), branch)));
    run.ending()
        .flatMap(Ending::pullRequest)
        .ifPresent(url -> facts.add(new Fact(Texts.get("status.pull-request"), url.toString())));
    run.ending()
        .flatMap(Ending::cause)
        .ifPresent(cause -> facts.add(new Fact(Texts.get("status.why"), cause)));
    facts.add(time(run, moment));
    waiting(agent).ifPresent(facts::add);
    facts.add(new Fact(Texts.get("status.requested-by"), run.requester().name()));
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
      var asked = Words.duration(Duration.between(run.askedAt(), moment.now()));
      return new Fact(Texts.get("status.asked"), Texts.get("status.ago", asked));
    }
    var ago = Words.ago(ending.get().at(), moment.now());
    return ending
        .get()
        .took()
        .map(took ->
            new Fact(
                Texts.get("status.took"),
                Texts.get("status.took-ended", Words.duration(took), ago)))
        .orElseGet(() -> new Fact(Texts.get("status.ended"), ago));
  }

  private static Optional<Fact> waiting(Agent agent) {
    var prompts = agent.waiting();
    return prompts.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Fact(
                Texts.get("status.waiting"),
                prompts.stream()
                    .map(run -> Texts.get("status.prompt", Words.excerpt(run.prompt(), 60)))
                    .collect(Collectors.joining(Texts.get("status.then")))));
  }

  private static Fact inCursor(AgentRecord record) {
    var standing =
        switch (record.standing()) {
          case AT_WORK -> Texts.get("status.at-work");
          case IDLE -> Texts.get("status.idle");
          case ARCHIVED -> Texts.get("status.archived");
          case UNRECOGNIZED -> record.status();
        };
    return new Fact(Texts.get("status.in-cursor"), standing);
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
      parts.add(Texts.get("status.looked", Words.clock(moment.now())));
    } else if (agent.atService()) {
      parts.add(Texts.get("status.not-looked"));
    }
    int agents = conversation.agents().size();
    if (agents > 1) {
      int other = agent.number() == 1 ? 2 : 1;
      parts.add(Texts.get("status.others", agents, other));
    }
    return String.join(" · ", parts);
  }
}
