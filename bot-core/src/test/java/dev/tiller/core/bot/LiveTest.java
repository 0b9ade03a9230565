package dev.tiller.core.bot;

import static dev.tiller.core.bot.UsualRules.RULES;
import static dev.tiller.core.conversation.Samples.ANN;
import static dev.tiller.core.conversation.Samples.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tiller.core.agents.Account;
import dev.tiller.core.agents.AgentRecords;
import dev.tiller.core.agents.CloudAgents;
import dev.tiller.core.agents.CloudService;
import dev.tiller.core.chat.Address;
import dev.tiller.core.chat.Card;
import dev.tiller.core.chat.ChatFailure;
import dev.tiller.core.chat.ChatPlatform;
import dev.tiller.core.chat.ChatThread;
import dev.tiller.core.chat.Platform;
import dev.tiller.core.chat.RichText;
import dev.tiller.core.command.Topic;
import dev.tiller.core.conversation.Agent;
import dev.tiller.core.conversation.Conversation;
import dev.tiller.core.conversation.OutgoingMessage;
import dev.tiller.core.conversation.Question;
import dev.tiller.core.conversation.Question.Stage;
import dev.tiller.core.conversation.RunPhase;
import dev.tiller.core.conversation.Samples;
import dev.tiller.core.conversation.WorkKind;
import dev.tiller.core.decide.Decision;
import dev.tiller.core.decide.Effect;
import dev.tiller.core.routing.Known;
import dev.tiller.core.settings.Reviewed;
import dev.tiller.core.settings.Scope;
import dev.tiller.core.settings.SettingName;
import dev.tiller.core.store.FreshDatabase;
import dev.tiller.core.store.JdbcStore;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// What people have opened is kept as things stand: the bot's own page, and lists in direct chats.
class LiveTest {

  private static final String ME = "me";

  private Instant now = NOON;
  private final List<String> pages = new ArrayList<>();
  private final Set<UUID> messages = new LinkedHashSet<>();
  private Optional<ChatFailure> failure = Optional.empty();
  private final Map<Platform, ChatPlatform> platforms = Map.of(Platform.SLACK, platform());
  private final JdbcStore store = JdbcStore.open(FreshDatabase.settings(), () -> now);
  private final Intake intake = new Intake(store, () -> now, new Wakeup(), new Connected(Map.of()));
  private final Live live = new Live(() -> now, Duration.ofSeconds(3));

  @AfterEach
  void close() {
    store.close();
  }

  private ChatPlatform platform() {
    return (ChatPlatform)
        Proxy.newProxyInstance(
            ChatPlatform.class.getClassLoader(),
            new Class<?>[] {ChatPlatform.class},
            (_, method, arguments) ->
                switch (method.getName()) {
                  case "linkTo" -> Optional.empty();
                  case "home" -> {
                    if (failure.isPresent()) {
                      throw failure.get();
                    }
                    pages.add(((Card) arguments[2]).fallback());
                    yield null;
                  }
                  default -> throw new UnsupportedOperationException(method.getName());
                });
  }

  private HomePage home() {
    var desk = new SettingsDesk(intake, RULES, () -> Reviewed.NONE);
    var backgrounds = new Backgrounds(() -> Known.NOTHING, RULES, desk);
    return new HomePage(intake, backgrounds, desk, new Connected(platforms), live);
  }

  private Card openHome() {
    var page = new Address(new ChatThread(Platform.SLACK, "T1", ANN.id(), "home"), "");
    return home().open(page, ANN);
  }

  private Conversation began(Agent agent) {
    return intake.take(tx -> {
      var thread = new ChatThread(Platform.SLACK, "T1", "C1", UUID.randomUUID().toString());
      var before = tx.lock(new Address(thread, ""));
      var after = before.with(agent);
      intake.store(tx, before, Decision.of(after));
      return after;
    });
  }

  private void end(Conversation conversation) {
    var run = conversation.agents().getFirst().firstRun().id();
    intake.decide(
        conversation.id(),
        (same, _) -> Decision.of(same.withRun(run, each -> each.ended(Samples.success()))));
  }

  @Test
  void homeShowsOnesAgentsAboveTheSettings() {
    var running = Samples.running();
    began(running.plus(Samples.followUp(running, RunPhase.WAITING)));
    var held = Samples.finished();
    began(held.plus(Samples.followUp(held, RunPhase.HELD)));
    began(Samples.finished());

    var lines = openHome().fallback().lines().toList();

    assertThat(lines)
        .containsSubsequence(
            "Your agents",
            "At work",
            "Waiting",
            "Lately done",
            "Your settings, where a channel has none of its own")
        .anyMatch(line -> line.contains("acme/web") && line.contains("fix the login bug"))
        .anyMatch(line -> line.contains("also add tests"));
  }

  @Test
  void homeShowsSoFewAgentsThatTheSettingsStayInSight() {
    for (int each = 0; each < 5; each++) {
      began(Samples.running());
      began(Samples.finished());
    }

    var items =
        openHome().body().blocks().stream()
            .filter(block -> block instanceof RichText.Item item && item.depth() == 0);

    assertThat(items).hasSize(6 + SettingName.of(Scope.PERSON).size());
  }

  @Test
  void homeIsDrawnAnewWhenSomethingOfTheVisitorsChanges() {
    var begun = began(Samples.running());
    openHome();

    live.refresh();
    assertThat(pages).isEmpty();
    end(begun);
    live.refresh();
    live.refresh();

    assertThat(pages).hasSize(1);
    assertThat(pages.getFirst()).contains("Lately done", "Pull request ready");
  }

  @Test
  void whoHasNotLookedForLongIsNotShownItAnew() {
    var begun = began(Samples.running());
    openHome();

    now = NOON.plus(Duration.ofMinutes(31));
    end(begun);
    live.refresh();

    assertThat(pages).isEmpty();
  }

  @Test
  void aPlatformThatAsksToWaitGetsItLaterAndOneThatRefusesNotAgain() {
    var begun = began(Samples.running());
    openHome();
    end(begun);

    failure = Optional.of(new ChatFailure.NotNow("ratelimited", Optional.empty(), null));
    live.refresh();
    failure = Optional.empty();
    live.refresh();
    assertThat(pages).hasSize(1);
    failure = Optional.of(new ChatFailure.Refused("not_enabled"));
    began(Samples.running());
    live.refresh();
    failure = Optional.empty();
    live.refresh();

    assertThat(pages).hasSize(1);
  }

  @Test
  void aListInADirectChatIsEditedWhenItChanges() {
    var begun = began(Samples.running());
    var question = ask(true);

    assertThat(shown(question).post().fallback()).contains("Agent at work");
    live.refresh();
    assertThat(shown(question).revision()).isEqualTo(1);
    end(begun);
    live.refresh();

    assertThat(shown(question).post().fallback()).contains("Pull request ready");
    assertThat(shown(question).revision()).isEqualTo(2);
  }

  @Test
  void aListThatOthersReadIsLeftAsItWas() {
    var begun = began(Samples.running());
    var question = ask(false);

    end(begun);
    live.refresh();

    assertThat(shown(question).revision()).isEqualTo(1);
  }

  @Test
  void aListThatShowsAnotherPageByNowIsLeftAsItIs() {
    var begun = began(Samples.running());
    var question = ask(true);
    var turned = question.asked(1, NOON.plusSeconds(5));
    intake.decide(list(), (same, _) -> Decision.of(same, new Effect.Ask(turned)));

    end(begun);
    live.refresh();
    live.refresh();

    assertThat(shown(question).revision()).isEqualTo(1);
  }

  private UUID list() {
    var there = new Address(new ChatThread(Platform.SLACK, "T1", "D1", "1"), "");
    return intake.read(tx -> tx.lock(there).id());
  }

  private Question ask(boolean direct) {
    var question =
        new Question(
            UUID.randomUUID(), Topic.LIST, ANN, direct, Optional.empty(), "", 0, Stage.ASKED, NOON);
    intake.take(tx -> {
      var before = tx.lock(new Address(new ChatThread(Platform.SLACK, "T1", "D1", "1"), ""));
      intake.store(tx, before, Decision.of(before, new Effect.Ask(question)));
      return question;
    });
    store.replicas().renew(ME, Duration.ofMinutes(5));
    store.work().take(ME, 100, now).stream()
        .filter(item -> item.kind() == WorkKind.ANSWER)
        .forEach(answers()::perform);
    return question;
  }

  private Answers answers() {
    var service =
        new CloudService(never(CloudAgents.class), never(AgentRecords.class), never(Account.class));
    var lookup = new Lookup(service, Optional::empty, store, Connected.NONE);
    var retry = new Retry(store, () -> now, new Random(1));
    return new Answers(lookup, store, intake, retry, BotSettings.of(RULES, ME), () -> now, live);
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

  private OutgoingMessage shown(Question question) {
    for (var item : store.work().take(ME, 100, now)) {
      if (item.kind() == WorkKind.DELIVER) {
        messages.add(UUID.fromString(item.subject()));
      }
    }
    return messages.stream()
        .map(id -> store.transact(tx -> tx.outbox().find(id)).orElseThrow())
        .filter(message -> message.key().equals(question.key()))
        .findFirst()
        .orElseThrow();
  }
}
