package dev.tiller.core.decide;

import static dev.tiller.core.conversation.Samples.ANN;
import static dev.tiller.core.conversation.Samples.NOON;
import static dev.tiller.core.conversation.Samples.PAGE;
import static dev.tiller.core.conversation.Samples.WEB;
import static dev.tiller.core.decide.Deciding.RULES;
import static dev.tiller.core.decide.Deciding.noon;

import dev.tiller.core.agents.AgentId;
import dev.tiller.core.agents.AgentRecord;
import dev.tiller.core.agents.AgentRecord.Standing;
import dev.tiller.core.agents.RunReport;
import dev.tiller.core.agents.RunState;
import dev.tiller.core.chat.Button;
import dev.tiller.core.chat.Card;
import dev.tiller.core.command.Topic;
import dev.tiller.core.conversation.Agent;
import dev.tiller.core.conversation.Conversation;
import dev.tiller.core.conversation.Question;
import dev.tiller.core.conversation.Question.Stage;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// What tests of answers share.
final class Answering {

  private Answering() {}

  static Question question(Conversation conversation, Topic topic, int page) {
    return question(conversation, topic, page, "");
  }

  static Question question(Conversation conversation, Topic topic, int page, String filter) {
    return new Question(
        UUID.randomUUID(),
        topic,
        ANN,
        false,
        conversation.agents().stream().map(Agent::id).findFirst(),
        filter,
        page,
        Stage.ASKED,
        NOON);
  }

  static Decision found(Conversation conversation, Topic topic, int page, Found found) {
    return OnAnswer.found(conversation, question(conversation, topic, page), found, RULES, noon());
  }

  static Decision found(Conversation conversation, Topic topic, Found found) {
    return found(conversation, topic, 0, found);
  }

  static Card card(Decision decision) {
    return decision.effects().stream()
        .filter(Effect.Say.class::isInstance)
        .map(effect -> ((Effect.Say) effect).post())
        .filter(Card.class::isInstance)
        .map(Card.class::cast)
        .findFirst()
        .orElseThrow();
  }

  static List<String> labels(Decision decision) {
    return card(decision).buttons().stream().map(Button::label).toList();
  }

  static AgentRecord record(Standing standing) {
    return new AgentRecord(
        new AgentId("bc-1"),
        Optional.empty(),
        standing,
        "WEIRD",
        PAGE,
        List.of(WEB),
        Optional.empty(),
        Optional.empty());
  }

  static RunReport report(RunState state) {
    return new RunReport(
        state,
        state.name(),
        Optional.of("Done."),
        List.of(new RunReport.Change(WEB, Optional.of("cursor/fix"), Optional.empty())),
        Optional.empty(),
        Optional.of(Duration.ofSeconds(9)),
        NOON);
  }
}
