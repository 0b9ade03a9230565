package dev.tiller.core.bot;

import static dev.tiller.core.conversation.Samples.ANN;
import static dev.tiller.core.conversation.Samples.NOON;
import static dev.tiller.core.conversation.Samples.newThread;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tiller.core.agents.Account;
import dev.tiller.core.agents.AgentRecords;
import dev.tiller.core.agents.CloudAgents;
import dev.tiller.core.agents.CloudAgentsException.NotNow;
import dev.tiller.core.agents.CloudService;
import dev.tiller.core.agents.Repository;
import dev.tiller.core.command.Topic;
import dev.tiller.core.conversation.Agent;
import dev.tiller.core.conversation.Question;
import dev.tiller.core.conversation.Question.Stage;
import dev.tiller.core.conversation.Samples;
import dev.tiller.core.conversation.WorkItem;
import dev.tiller.core.conversation.WorkKind;
import dev.tiller.core.decide.Decision;
import dev.tiller.core.decide.Effect;
import dev.tiller.core.decide.Rules;
import dev.tiller.core.settings.Steering;
import dev.tiller.core.store.FreshDatabase;
import dev.tiller.core.store.JdbcStore;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Questions get an answer within a bounded time, whatever the service does.
class AnswersTest {

  private static final String ME = "me";

  private final AtomicReference<Instant> now = new AtomicReference<>(NOON);
  private final InstantSource clock = now::get;
  private final JdbcStore store = JdbcStore.open(FreshDatabase.settings(), clock);
  private final Intake intake = new Intake(store, clock, new Wakeup(), Connected.NONE);
  private Supplier<List<Account.Model>> models = List::of;

  @BeforeEach
  void live() {
    store.replicas().renew(ME, Duration.ofMinutes(5));
  }

  @AfterEach
  void close() {
    store.close();
  }

  private Answers answers(Duration within) {
    var service = new CloudService(never(CloudAgents.class), never(AgentRecords.class), account());
    var rules =
        new Rules(
            Optional.empty(),
            Steering.owner(),
            true,
            true,
            Set.of(),
            Duration.ofSeconds(150),
            Duration.ofSeconds(30));
    var lookup = new Lookup(service, Optional::empty, store, Connected.NONE);
    var retry = new Retry(store, clock, RandomGenerator.getDefault());
    var settings = BotSettings.of(rules, ME).withAnswersWithin(within);
    var live = new Live(clock, Duration.ofSeconds(3));
    return new Answers(lookup, store, intake, retry, settings, clock, live);
  }

  private Account account() {
    return new Account() {
      @Override
      public KeyOwner me() {
        throw new NotNow("down", Optional.empty(), null);
      }

      @Override
      public List<Model> models() {
        return models.get();
      }

      @Override
      public List<Repository> repositories() {
        throw new AssertionError("never on a request's path");
      }
    };
  }

  /// A port that nobody uses here.
  private static <T> T never(Class<T> port) {
    return port.cast(
        Proxy.newProxyInstance(
            port.getClassLoader(),
            new Class<?>[] {port},
            (_, method, _) -> {
              throw new AssertionError(method.getName());
            }));
  }

  private Question ask(Topic topic, Stage stage, Agent agent) {
    var question =
        new Question(
            UUID.randomUUID(), topic, ANN, false, Optional.of(agent.id()), "", 0, stage, NOON);
    return intake.take(tx -> {
      var before = tx.lock(newThread());
      var conversation = before.with(agent);
      tx.save(before, conversation);
      intake.store(tx, conversation, Decision.of(conversation, new Effect.Ask(question)));
      return question;
    });
  }

  private List<WorkItem> due(WorkKind kind) {
    return store.work().take(ME, 100, now.get()).stream()
        .filter(item -> item.kind() == kind)
        .toList();
  }

  /// What the bot's messages say, all that are on their way.
  private String said() {
    return String.join(
        "\n",
        due(WorkKind.DELIVER).stream()
            .map(item -> UUID.fromString(item.subject()))
            .map(id -> store.transact(tx -> tx.outbox().find(id)).orElseThrow().post().fallback())
            .toList());
  }

  private Stage stage(Question question) {
    return store.transact(tx -> tx.question(question.id())).orElseThrow().stage();
  }

  @Test
  void aQuestionThatNobodyConfirmsExpiresByItself() {
    var question = ask(Topic.DELETE, Stage.WAITING, Samples.finished());
    assertThat(due(WorkKind.ANSWER)).isEmpty();

    now.set(question.expiresAt());
    due(WorkKind.ANSWER).forEach(answers(Duration.ofSeconds(30))::perform);

    assertThat(stage(question)).isEqualTo(Stage.CLOSED);
    assertThat(said()).contains("Nobody confirmed in time");
  }

  @Test
  void aServiceThatDeclinesIsAskedAgainUntilThePersonHasWaitedLongEnough() {
    var question = ask(Topic.MODELS, Stage.ASKED, Samples.finished());
    models =
        () -> {
          throw new NotNow("rate_limit", Optional.of(Duration.ofSeconds(5)), null);
        };
    var answers = answers(Duration.ofSeconds(30));

    due(WorkKind.ANSWER).forEach(answers::perform);
    assertThat(stage(question)).isEqualTo(Stage.ASKED);
    assertThat(due(WorkKind.ANSWER)).isEmpty();
    now.set(NOON.plusSeconds(5));
    var again = due(WorkKind.ANSWER);
    assertThat(again).hasSize(1);
    now.set(NOON.plusSeconds(26));
    again.forEach(answers::perform);

    assertThat(stage(question)).isEqualTo(Stage.CLOSED);
    assertThat(said()).contains("did not answer in time");
  }

  @Test
  void aServiceThatHangsIsNotWaitedForLonger() throws Exception {
    var question = ask(Topic.MODELS, Stage.ASKED, Samples.finished());
    var interrupted = new CountDownLatch(1);
    models =
        () -> {
          try {
            new CountDownLatch(1).await();
          } catch (InterruptedException e) {
            interrupted.countDown();
          }
          return List.of();
        };

    due(WorkKind.ANSWER)
        .forEach(item -> {
          now.set(NOON.plusMillis(29_990));
          answers(Duration.ofSeconds(30)).perform(item);
        });

    interrupted.await();
    assertThat(stage(question)).isEqualTo(Stage.CLOSED);
    assertThat(said()).contains("did not answer in time");
  }

  @Test
  void anAnswerToAPageThatIsNotWantedAnyMoreIsDropped() {
    var question = ask(Topic.MODELS, Stage.ASKED, Samples.finished());
    models =
        () -> {
          store.transact(tx -> {
            var conversation = tx.conversationOfQuestion(question.id()).orElseThrow();
            tx.keep(conversation, question.asked(1, NOON.plusSeconds(1)));
            return question;
          });
          return List.of();
        };

    due(WorkKind.ANSWER).forEach(answers(Duration.ofSeconds(30))::perform);

    assertThat(stage(question)).isEqualTo(Stage.ASKED);
    assertThat(said()).isEmpty();
    assertThat(due(WorkKind.ANSWER)).isEmpty();
  }

  @Test
  void whatAnAgentSaidIsNotToldWhereOutsidersReadAlong() {
    var question = ask(Topic.CONVERSATION, Stage.ASKED, Samples.finished());
    intake.take(tx -> {
      tx.settings().seenOutsider(newThread().thread());
      return question;
    });

    answers(Duration.ofSeconds(5)).perform(due(WorkKind.ANSWER).getFirst());

    assertThat(stage(question)).isEqualTo(Stage.CLOSED);
    assertThat(said()).contains("Outsiders read along here", "summary_outside=yes");
  }
}
