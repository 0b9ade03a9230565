package dev.tiller.core.decide;

import dev.tiller.core.agents.AgentRecord.Standing;
import dev.tiller.core.agents.CloudAgents.Feature;
import dev.tiller.core.agents.CloudAgentsException.Reason;
import dev.tiller.core.agents.CloudAgentsException.Refused;
import dev.tiller.core.chat.Post;
import dev.tiller.core.command.Topic;
import dev.tiller.core.conversation.Agent;
import dev.tiller.core.conversation.Conversation;
import dev.tiller.core.conversation.Ending;
import dev.tiller.core.conversation.LaunchState;
import dev.tiller.core.conversation.Question;
import dev.tiller.core.conversation.Run;
import dev.tiller.core.conversation.RunPhase;
import dev.tiller.core.text.Texts;
import java.util.List;
import java.util.Optional;

/// What is said, and changes, when the answer to a question has been found, or has not.
public final class OnAnswer {

  private OnAnswer() {}

  public static Decision found(
      Conversation conversation, Question question, Found found, Rules rules, Moment moment) {
    return switch (found) {
      case Found.Done() -> done(conversation, question, moment);
      case Found.Looked looked -> looked(conversation, question, looked, rules, moment);
      case Found.Agents(var agents, var more) ->
          answer(conversation, question, AgentListCard.of(conversation, question, agents, more));
      case Found.Said(var messages) ->
          answer(
              conversation,
              question,
              ConversationCard.of(agent(conversation, question), question, messages));
      case Found.Left(var files, var taken) ->
          OnFiles.found(
              conversation,
              question,
              new Files(files, conversation.address().thread().platform(), taken));
      case Found.Used(var usage) ->
          answer(conversation, question, UsageCard.of(agent(conversation, question), usage));
      case Found.Owner(var owner, var version) ->
          answer(
              conversation,
              question,
              IdentityCard.of(conversation, question, Optional.of(owner), version, rules));
      case Found.Models(var models) ->
          answer(conversation, question, CatalogueCards.models(question, models));
      case Found.Repositories(var repositories, var asOf) ->
          answer(
              conversation,
              question,
              CatalogueCards.repositories(question, repositories, asOf, moment));
      case Found.Unsupported(var version) ->
          answer(conversation, question, AgentReplies.unsupported(question.topic(), version));
    };
  }

  /// What agents say is not shown where outsiders read along.
  public static Decision hidden(Conversation conversation, Question question) {
    return answer(conversation, question, Replies.text(Texts.get("question.hidden")));
  }

  /// The service refused.
  public static Decision refused(Conversation conversation, Question question, Refused refusal) {
    boolean archived = refusal.reason() == Reason.ARCHIVED && question.topic() == Topic.DELETE;
    return failed(
        conversation, question, archived ? Causes.archivedNotDeleted() : Causes.of(refusal));
  }

  /// The service does not have what was asked for. One such answer does not write an agent off.
  public static Decision gone(Conversation conversation, Question question, Moment moment) {
    if (question.topic() == Topic.DELETE) {
      return done(conversation, question, moment);
    }
    return question
        .agent()
        .flatMap(conversation::agent)
        .map(agent -> answer(conversation, question, AgentReplies.gone(agent)))
        .orElseGet(() -> failed(conversation, question, Causes.notAnswered()));
  }

  /// The service has not answered in time. What is known anyway is told anyway.
  public static Decision late(
      Conversation conversation, Question question, Rules rules, Moment moment) {
    return switch (question.topic()) {
      case STATUS ->
          answer(
              conversation,
              question,
              StatusCard.of(conversation, agent(conversation, question), Optional.empty(), moment));
      case WHO_AM_I ->
          answer(
              conversation,
              question,
              IdentityCard.of(conversation, question, Optional.empty(), "", rules));
      case REPOSITORIES -> failed(conversation, question, Causes.repositoriesNotTold());
      case ARCHIVE, UNARCHIVE, DELETE -> failed(conversation, question, Causes.changeUnsure());
      default -> failed(conversation, question, Causes.notAnswered());
    };
  }

  private static Decision failed(Conversation conversation, Question question, String why) {
    return answer(
        conversation,
        question,
        question.topic() == Topic.DELETE
            ? DeleteCards.failed(agent(conversation, question), why)
            : Replies.text(why));
  }

  private static Decision looked(
      Conversation conversation,
      Question question,
      Found.Looked looked,
      Rules rules,
      Moment moment) {
    var agent = agent(conversation, question);
    var reported =
        looked
            .report()
            .flatMap(report ->
                looked
                    .run()
                    .filter(run -> agent.run(run).filter(OnAnswer::isRunning).isPresent())
                    .map(run -> OnReport.asked(conversation, run, report, rules, moment)))
            .orElseGet(() -> Decision.nothing(conversation));
    return reported
        .then(now ->
            rules.features().contains(Feature.ARCHIVE)
                ? standing(now, agent(now, question), looked.agent().standing())
                : Decision.nothing(now))
        .then(now ->
            answer(
                now,
                question,
                StatusCard.of(now, agent(now, question), Optional.of(looked), moment)));
  }

  private static boolean isRunning(Run run) {
    return run.phase() == RunPhase.RUNNING;
  }

  /// Whether the agent is put away goes by what the service says. One that cannot archive has other
  /// reasons to say so.
  private static Decision standing(Conversation conversation, Agent agent, Standing standing) {
    if (standing == Standing.ARCHIVED && agent.state() == LaunchState.LAUNCHED) {
      return Decision.of(conversation.with(Agents.hold(agent.withState(LaunchState.ARCHIVED))));
    }
    boolean back = standing == Standing.IDLE || standing == Standing.AT_WORK;
    return back && agent.state() == LaunchState.ARCHIVED
        ? broughtBack(conversation, agent)
        : Decision.nothing(conversation);
  }

  private static Decision broughtBack(Conversation conversation, Agent agent) {
    var back = agent.withState(LaunchState.LAUNCHED);
    return Agents.next(conversation.with(back), back, List.of());
  }

  private static Decision done(Conversation conversation, Question question, Moment moment) {
    var agent = agent(conversation, question);
    return switch (question.topic()) {
      case ARCHIVE ->
          standing(conversation, agent, Standing.ARCHIVED)
              .then(now -> answer(now, question, AgentReplies.archived(agent)));
      case UNARCHIVE ->
          standing(conversation, agent, Standing.IDLE)
              .then(now -> answer(now, question, AgentReplies.unarchived(agent)));
      case DELETE ->
          Endings.endAgent(
                  conversation,
                  agent.withState(LaunchState.DELETED),
                  _ -> Ending.because(Ending.How.STOPPED, moment.now(), Causes.agentDeleted()))
              .then(now -> answer(now, question, DeleteCards.deleted(agent)));
      default -> throw new IllegalArgumentException(question.topic() + " changes nothing");
    };
  }

  private static Decision answer(Conversation conversation, Question question, Post post) {
    return Decision.of(
        conversation, new Effect.Ask(question.closed()), new Effect.Say(question.key(), post));
  }

  private static Agent agent(Conversation conversation, Question question) {
    return question.agent().flatMap(conversation::agent).orElseThrow();
  }
}
