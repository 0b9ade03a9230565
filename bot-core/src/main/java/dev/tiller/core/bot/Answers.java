package dev.tiller.core.bot;

import dev.tiller.core.agents.CloudAgentsException;
import dev.tiller.core.chat.Person;
import dev.tiller.core.command.Topic;
import dev.tiller.core.conversation.Conversation;
import dev.tiller.core.conversation.Question;
import dev.tiller.core.conversation.Store;
import dev.tiller.core.conversation.WorkItem;
import dev.tiller.core.decide.Decision;
import dev.tiller.core.decide.Found;
import dev.tiller.core.decide.Moment;
import dev.tiller.core.decide.OnAnswer;
import dev.tiller.core.decide.OnQuestion;
import dev.tiller.core.decide.Rules;
import dev.tiller.core.text.Texts;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BiFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Finds the answers to questions. Each gets one within a bounded time: what the service says, or
/// that it said nothing.
final class Answers implements Performer {

  private static final Logger log = LoggerFactory.getLogger(Answers.class);

  private final Lookup lookup;
  private final Store store;
  private final Intake intake;
  private final Retry retry;
  private final BotSettings settings;
  private final InstantSource clock;
  private final Live live;

  Answers(
      Lookup lookup,
      Store store,
      Intake intake,
      Retry retry,
      BotSettings settings,
      InstantSource clock,
      Live live) {
    this.lookup = lookup;
    this.store = store;
    this.intake = intake;
    this.retry = retry;
    this.settings = settings;
    this.clock = clock;
    this.live = live;
  }

  /// @param rules as people of the channel want them
  /// @param hidden whether what agents say must not be shown there
  private record Posed(Conversation conversation, Question question, Rules rules, boolean hidden) {}

  @Override
  public void perform(WorkItem item) {
    var posed = read(item);
    switch (posed.question().stage()) {
      case CLOSED -> intake.done(item);
      case WAITING -> settle(item, posed, (now, _) -> OnQuestion.expired(now, posed.question()));
      case ASKED -> {
        if (Effects.isExpiry(item)) {
          intake.done(item);
        } else if (posed.hidden() && posed.question().topic() == Topic.CONVERSATION) {
          settle(item, posed, (now, _) -> OnAnswer.hidden(now, posed.question()));
        } else if (item.attempt() > 1 && !clock.instant().isBefore(deadline(posed))) {
          late(item, posed);
        } else {
          answer(item, posed);
        }
      }
    }
  }

  private Posed read(WorkItem item) {
    var id = UUID.fromString(item.subject());
    return store.transact(tx -> {
      var conversation = Intake.locked(tx, item.conversation());
      var question = tx.question(id).orElseThrow();
      var preferences =
          tx.settings().preferences(conversation.address().thread(), question.asker());
      var rules = settings.rules().under(preferences);
      var hidden = Shown.hidesSummaries(tx, conversation, question.asker());
      return new Posed(conversation, question, rules, hidden);
    });
  }

  private void answer(WorkItem item, Posed posed) {
    try {
      var answer = within(timeLeft(posed), () -> answer(posed));
      var question = posed.question().by(answer.asker());
      settle(
          item,
          posed,
          question.asker(),
          (now, moment) -> OnAnswer.found(now, question, answer.found(), posed.rules(), moment));
      if (answer.found() instanceof Found.Agents agents && LiveList.fits(question)) {
        var list = new LiveList(lookup, intake, posed.conversation(), question);
        live.opened(list.key(), list.drawn(agents), list);
      }
    } catch (CloudAgentsException failure) {
      failed(item, posed, failure);
    }
  }

  private record Answer(Found found, Person asker) {}

  private Answer answer(Posed posed) {
    var found = lookup.find(posed.conversation(), posed.question());
    return new Answer(found, lookup.known(posed.conversation(), posed.question().asker()));
  }

  private void failed(WorkItem item, Posed posed, CloudAgentsException failure) {
    log.atInfo()
        .addKeyValue("question", posed.question().id())
        .addKeyValue("topic", posed.question().topic())
        .addKeyValue("code", failure.getMessage())
        .log("no answer yet");
    switch (failure) {
      case CloudAgentsException.Refused refused ->
          settle(item, posed, (now, _) -> OnAnswer.refused(now, posed.question(), refused));
      case CloudAgentsException.Gone _ ->
          settle(item, posed, (now, moment) -> OnAnswer.gone(now, posed.question(), moment));
      case CloudAgentsException.NotNow notNow -> later(item, posed, notNow.delay());
      case CloudAgentsException.Busy _,
          CloudAgentsException.AlreadyLaunched _,
          CloudAgentsException.OutcomeUnknown _ ->
          later(item, posed, Optional.empty());
    }
  }

  /// All that is asked here may be asked again. A wait that is too long for people is not begun.
  private void later(WorkItem item, Posed posed, Optional<Duration> asked) {
    var due = retry.due(item, asked);
    if (due.isBefore(deadline(posed))) {
      retry.harmless(item, due);
    } else {
      late(item, posed);
    }
  }

  private void late(WorkItem item, Posed posed) {
    settle(
        item, posed, (now, moment) -> OnAnswer.late(now, posed.question(), posed.rules(), moment));
  }

  private void settle(WorkItem item, Posed posed, BiFunction<Conversation, Moment, Decision> rule) {
    settle(item, posed, posed.question().asker(), rule);
  }

  /// When another page was asked for meanwhile, that is other work.
  ///
  /// @param asker who asked, with the name that was found out on the way
  private void settle(
      WorkItem item, Posed posed, Person asker, BiFunction<Conversation, Moment, Decision> rule) {
    intake.take(tx -> {
      var before = Intake.locked(tx, item.conversation());
      if (!asker.equals(posed.question().asker())) {
        tx.named(before.address().thread(), asker.id(), asker.name());
      }
      if (tx.question(posed.question().id()).equals(Optional.of(posed.question()))) {
        var speaks = tx.settings().preferences(before.address().thread(), asker).language();
        intake.store(tx, before, Texts.in(speaks, () -> rule.apply(before, intake.moment())));
      }
      tx.done(item);
      return item;
    });
  }

  private Instant deadline(Posed posed) {
    return posed.question().askedAt().plus(settings.answerWithin());
  }

  /// What was asked while no process was at work still gets a whole try.
  private Duration timeLeft(Posed posed) {
    var left = Duration.between(clock.instant(), deadline(posed));
    return left.isPositive() ? left : settings.answerWithin();
  }

  private static <T> T within(Duration most, Callable<T> look) {
    var task = new FutureTask<>(look);
    var thread = Thread.ofVirtual().name("lookup").start(task);
    try {
      return task.get(most.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      thread.interrupt();
      throw new CloudAgentsException.OutcomeUnknown("answered_too_slowly", e);
    } catch (InterruptedException e) {
      thread.interrupt();
      Thread.currentThread().interrupt();
      throw new CloudAgentsException.OutcomeUnknown("interrupted", e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw new IllegalStateException(e);
    }
  }
}
