package dev.tiller.core.bot;

import dev.tiller.core.chat.Person;
import dev.tiller.core.conversation.Agent;
import dev.tiller.core.conversation.Conversation;
import dev.tiller.core.conversation.Draft;
import dev.tiller.core.conversation.NewWork;
import dev.tiller.core.conversation.Question;
import dev.tiller.core.conversation.Run;
import dev.tiller.core.conversation.Transaction;
import dev.tiller.core.conversation.WorkItem;
import dev.tiller.core.conversation.WorkKind;
import dev.tiller.core.decide.Effect;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;

/// Writes down what decisions ask for beyond the new state: messages that are wanted, and work.
final class Effects {

  private static final String EXPIRY = "expire:";

  private final InstantSource clock;
  private final Connected connected;

  Effects(InstantSource clock, Connected connected) {
    this.clock = clock;
    this.connected = connected;
  }

  /// What is decided where there is no conversation: changes of settings and their traces.
  void perform(Transaction tx, Effect effect) {
    switch (effect) {
      case Effect.Configure(var key, var change, var by) -> tx.settings().change(key, change, by);
      case Effect.Audit its -> audit(tx, Optional.empty(), its);
      default -> throw new IllegalArgumentException("needs a conversation: " + effect);
    }
  }

  void perform(Transaction tx, Conversation conversation, Effect effect) {
    switch (effect) {
      case Effect.Say(var key, var post) -> tx.outbox().want(conversation, key, post);
      case Effect.Tell(var reader, var key, var post) ->
          tx.outbox().tell(conversation, reader, key, post);
      case Effect.React(var message, var reaction) ->
          add(
              tx,
              conversation,
              WorkKind.REACT,
              "react:" + conversation.id(),
              reaction + " " + message);
      case Effect.Launch(var agent) -> {
        conversation.agent(agent).ifPresent(its -> collect(tx, conversation, its, its.firstRun()));
        add(tx, conversation, WorkKind.LAUNCH, lane(agent), agent.toString());
      }
      case Effect.Prompt(var agent, var run) -> {
        conversation
            .agent(agent)
            .ifPresent(its -> its.run(run).ifPresent(it -> collect(tx, conversation, its, it)));
        add(tx, conversation, WorkKind.PROMPT, lane(agent), run.toString());
      }
      case Effect.Cancel(var run) ->
          add(tx, conversation, WorkKind.CANCEL, "control:" + run, run.toString());
      case Effect.StopAll(var question) -> stopAll(tx, conversation, question);
      case Effect.Ask(var question) -> ask(tx, conversation, question);
      case Effect.Hold(var draft) -> hold(tx, conversation, draft);
      case Effect.Show(var agent, var file) ->
          add(
              tx,
              conversation,
              WorkKind.UPLOAD,
              "upload:" + conversation.id(),
              Uploads.subject(agent, file));
      case Effect.Gather(var run) ->
          add(tx, conversation, WorkKind.GATHER, "gather:" + run, run.toString());
      case Effect.Measure(var run) ->
          add(tx, conversation, WorkKind.MEASURE, "measure:" + run, run.toString());
      case Effect.CheckHearing() ->
          add(tx, conversation, WorkKind.HEARING, "deliver:" + conversation.id(), "listen");
      case Effect.Configure(var key, var change, var by) -> tx.settings().change(key, change, by);
      case Effect.Teach(var any, var edit, var by) -> tx.settings().change(any, edit, by);
      case Effect.Keep(var feedback) -> tx.keep(conversation.id(), feedback);
      case Effect.Audit audit -> audit(tx, Optional.of(conversation.id()), audit);
    }
  }

  /// Has the platform's own display follow, where it has one.
  void display(Transaction tx, Conversation before, Conversation after) {
    if (Statuses.of(before) != Statuses.of(after)
        && connected.displays(after.address().thread().platform())) {
      add(tx, after, WorkKind.STATUS, "status:" + after.id(), after.id().toString());
    }
  }

  private void audit(Transaction tx, Optional<UUID> conversation, Effect.Audit its) {
    tx.audit()
        .add(conversation, its.actor(), its.act(), its.subject(), its.rule(), clock.instant());
  }

  /// Whether the work is about a question that nobody has answered in time, and nothing else.
  static boolean isExpiry(WorkItem item) {
    return item.lane().startsWith(EXPIRY);
  }

  private static String lane(UUID agent) {
    return "agent:" + agent;
  }

  /// What goes along with a prompt is collected in the agent's lane, so that the prompt waits for
  /// it.
  private void collect(Transaction tx, Conversation conversation, Agent agent, Run run) {
    if (run.along().pending()) {
      add(tx, conversation, WorkKind.CONTEXT, lane(agent.id()), run.id().toString());
    }
  }

  /// Each question has a lane of its own: nothing stands behind it, nor it behind anything.
  private void ask(Transaction tx, Conversation conversation, Question question) {
    tx.keep(conversation.id(), question);
    var subject = question.id().toString();
    switch (question.stage()) {
      case ASKED -> add(tx, conversation, WorkKind.ANSWER, "ask:" + subject, subject);
      case WAITING ->
          tx.add(
              new NewWork(
                  EXPIRY + subject,
                  WorkKind.ANSWER,
                  conversation.id(),
                  subject,
                  question.expiresAt()));
      case CLOSED -> {}
    }
  }

  /// Each conversation is locked by itself, as work of its own.
  private void stopAll(Transaction tx, Conversation asked, Question question) {
    tx.runsAtWork(asked.address().thread(), question.asker(), question.askedAt()).stream()
        .flatMap(run -> tx.conversationOfRun(run).stream())
        .distinct()
        .forEach(conversation ->
            tx.add(
                new NewWork(
                    "stop:" + conversation,
                    WorkKind.STOP,
                    conversation,
                    question.id().toString(),
                    clock.instant())));
  }

  private static void hold(Transaction tx, Conversation conversation, Draft draft) {
    tx.keep(conversation.id(), draft);
    if (draft.stage() == Draft.Stage.WAITING) {
      var subject = draft.id().toString();
      tx.add(
          new NewWork(
              EXPIRY + subject, WorkKind.EXPIRE, conversation.id(), subject, draft.expiresAt()));
    }
  }

  /// Has a person's name found out before the thread's next message is shown.
  void findName(Transaction tx, Conversation conversation, Person person) {
    add(tx, conversation, WorkKind.NAME, "deliver:" + conversation.id(), person.id());
  }

  private void add(
      Transaction tx, Conversation conversation, WorkKind kind, String lane, String subject) {
    tx.add(new NewWork(lane, kind, conversation.id(), subject, clock.instant()));
  }
}
