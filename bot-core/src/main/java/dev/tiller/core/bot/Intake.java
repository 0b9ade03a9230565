package dev.tiller.core.bot;

import dev.tiller.core.chat.Card;
import dev.tiller.core.chat.Person;
import dev.tiller.core.conversation.Agent;
import dev.tiller.core.conversation.Conversation;
import dev.tiller.core.conversation.Draft;
import dev.tiller.core.conversation.Enclosed;
import dev.tiller.core.conversation.Ending;
import dev.tiller.core.conversation.NewWork;
import dev.tiller.core.conversation.Question;
import dev.tiller.core.conversation.Run;
import dev.tiller.core.conversation.RunPhase;
import dev.tiller.core.conversation.Store;
import dev.tiller.core.conversation.Transaction;
import dev.tiller.core.conversation.WorkItem;
import dev.tiller.core.conversation.WorkKind;
import dev.tiller.core.decide.Decision;
import dev.tiller.core.decide.Effect;
import dev.tiller.core.decide.Moment;
import dev.tiller.core.decide.RunCards;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;

/// Stores decisions: the new state and the work it asks for, in one transaction, with no outside
/// call.
final class Intake {

  private static final String EXPIRY = "expire:";

  private final Store store;
  private final InstantSource clock;
  private final Wakeup wakeup;

  Intake(Store store, InstantSource clock, Wakeup wakeup) {
    this.store = store;
    this.clock = clock;
    this.wakeup = wakeup;
  }

  Moment moment() {
    return new Moment(clock.instant(), UUID::randomUUID);
  }

  /// Runs one intake and, once it is committed, wakes whoever has something to do now.
  <T> T take(Function<Transaction, T> body) {
    var result = store.transact(body);
    wakeup.all();
    return result;
  }

  /// Reads what is stored; nobody has more to do because of it.
  <T> T read(Function<Transaction, T> body) {
    return store.transact(body);
  }

  /// Decides about a known conversation, under its lock.
  Decision decide(UUID conversation, BiFunction<Conversation, Moment, Decision> rule) {
    return take(tx -> apply(tx, locked(tx, conversation), rule));
  }

  /// Decides what a piece of work has led to, and takes it off the queue in the same transaction.
  Decision settle(WorkItem item, BiFunction<Conversation, Moment, Decision> rule) {
    return take(tx -> {
      var decision = apply(tx, locked(tx, item.conversation()), rule);
      tx.done(item);
      return decision;
    });
  }

  void done(WorkItem item) {
    take(tx -> {
      tx.done(item);
      return item;
    });
  }

  static Conversation locked(Transaction tx, UUID conversation) {
    return tx.lock(conversation)
        .orElseThrow(() -> new IllegalStateException("no conversation " + conversation));
  }

  private Decision apply(
      Transaction tx, Conversation before, BiFunction<Conversation, Moment, Decision> rule) {
    var decision = rule.apply(before, moment());
    store(tx, before, decision);
    return decision;
  }

  /// Writes a decision down. The order matters to readers of the thread: cards first, then
  /// messages.
  void store(Transaction tx, Conversation before, Decision decision) {
    var after = decision.after();
    tx.save(before, after);
    for (var agent : after.agents()) {
      if (before.agent(agent.id()).filter(agent::equals).isEmpty()) {
        showRuns(tx, after, agent, before.agent(agent.id()).orElse(agent.withRuns(List.of())));
      }
    }
    decision.effects().forEach(effect -> perform(tx, after, effect));
  }

  /// Writes down what is decided where there is no conversation: changes of settings and their
  /// traces.
  void store(Transaction tx, List<Effect> effects) {
    for (var effect : effects) {
      switch (effect) {
        case Effect.Configure(var key, var change, var by) -> tx.change(key, change, by);
        case Effect.Audit audit -> audit(tx, Optional.empty(), audit);
        default -> throw new IllegalArgumentException("needs a conversation: " + effect);
      }
    }
  }

  private void audit(Transaction tx, Optional<UUID> conversation, Effect.Audit its) {
    tx.audit(conversation, its.actor(), its.act(), its.subject(), its.rule(), clock.instant());
  }

  /// An ended run's card is touched only when it may look different: the thread may be long.
  private static void showRuns(Transaction tx, Conversation after, Agent agent, Agent before) {
    boolean agentChanged = !agent.withRuns(List.of()).equals(before.withRuns(List.of()));
    for (var run : agent.runs()) {
      if (agentChanged || run.phase() != RunPhase.ENDED || !wasSo(before, run)) {
        tx.want(after, RunCards.key(run), card(tx, after, agent, run));
      }
      if (run.along().receipt().isPresent()
          && left(run)
          && !before.run(run.id()).filter(Intake::left).isPresent()) {
        tx.forget(run.id());
      }
    }
  }

  private static Card card(Transaction tx, Conversation conversation, Agent agent, Run run) {
    return run.ending().flatMap(Ending::summary).isPresent()
            && hidesSummaries(tx, conversation, run.requester())
        ? RunCards.withoutSummary(agent, run)
        : RunCards.card(agent, run);
  }

  /// Whether what agents say must not be shown in a thread, because outsiders read along.
  static boolean hidesSummaries(Transaction tx, Conversation conversation, Person reader) {
    var thread = conversation.address().thread();
    return tx.outsidersRead(thread) && !tx.preferences(thread, reader).summaryOutside();
  }

  /// Whether this run's prompt is not sent any more. A follow-up that may have been lost may be
  /// sent again; instead of a launch another one begins, with what it collects itself.
  private static boolean left(Run run) {
    return switch (run.phase()) {
      case RUNNING, ENDED -> true;
      case UNCERTAIN -> run.number() == 1;
      case WAITING, HELD, STARTING, SENDING -> false;
    };
  }

  private static boolean wasSo(Agent before, Run run) {
    return before.run(run.id()).filter(run::equals).isPresent();
  }

  private void perform(Transaction tx, Conversation conversation, Effect effect) {
    switch (effect) {
      case Effect.Say(var key, var post) -> tx.want(conversation, key, post);
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
      case Effect.Configure(var key, var change, var by) -> tx.change(key, change, by);
      case Effect.Teach(var any, var edit, var by) -> tx.change(any, edit, by);
      case Effect.Audit audit -> audit(tx, Optional.of(conversation.id()), audit);
    }
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

  /// What goes along with a run.
  Enclosed enclosed(Run run) {
    return run.along().receipt().isEmpty()
        ? Enclosed.NOTHING
        : store.transact(tx -> tx.enclosed(run.id()));
  }

  /// Whether the work is about a question that nobody has answered in time, and nothing else.
  static boolean isExpiry(WorkItem item) {
    return item.lane().startsWith(EXPIRY);
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
