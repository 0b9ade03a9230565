package dev.tiller.core.bot;

import static dev.tiller.core.conversation.Samples.ANN;
import static dev.tiller.core.conversation.Samples.NOON;
import static dev.tiller.core.conversation.Samples.WEB;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tiller.core.chat.Address;
import dev.tiller.core.chat.Arrival;
import dev.tiller.core.chat.ChatThread;
import dev.tiller.core.chat.Person;
import dev.tiller.core.chat.Place;
import dev.tiller.core.chat.Platform;
import dev.tiller.core.conversation.OutgoingMessage;
import dev.tiller.core.conversation.WorkItem;
import dev.tiller.core.conversation.WorkKind;
import dev.tiller.core.routing.Known;
import dev.tiller.core.settings.Reviewed;
import dev.tiller.core.settings.ScopeKey;
import dev.tiller.core.settings.SettingChange;
import dev.tiller.core.settings.SettingName;
import dev.tiller.core.store.DatabaseSettings;
import dev.tiller.core.store.JdbcStore;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What is stored when the bot comes to a place.
class ArrivalsTest {

  private static final String ME = "me";
  private static final Address CHANNEL =
      new Address(new ChatThread(Platform.SLACK, "T1", "C1", "C1"), "");
  private static final Address DIRECT =
      new Address(new ChatThread(Platform.SLACK, "T1", "D1", "D1"), "");

  private final String database = UUID.randomUUID().toString();
  private Instant now = NOON;
  private final JdbcStore store = open();
  private Intake intake = new Intake(store, () -> now, new Wakeup(), Connected.NONE);
  private Bot bot = bot(intake);

  private JdbcStore open() {
    return JdbcStore.open(DatabaseSettings.h2Memory(database), () -> now);
  }

  private static Bot bot(Intake intake) {
    var desk = new SettingsDesk(intake, UsualRules.RULES, () -> Reviewed.NONE);
    var known = Known.of(List.of(WEB), List.of());
    return new Bot(
        intake, new Backgrounds(() -> known, UsualRules.RULES, desk), UsualRules.RULES, desk);
  }

  @BeforeEach
  void live() {
    store.replicas().renew(ME, Duration.ofMinutes(5));
  }

  @AfterEach
  void close() {
    store.close();
  }

  private static Arrival in(Address place) {
    return new Arrival(
        place, place.equals(DIRECT) ? Place.DIRECT : Place.CHANNEL, Optional.of(ANN), false);
  }

  /// The messages that were put to work since the last time. Several greetings may share a lane, of
  /// which one piece of work at a time is due.
  private List<OutgoingMessage> toDeliver() {
    var messages = new ArrayList<OutgoingMessage>();
    for (var due = due(); !due.isEmpty(); due = due()) {
      for (var item : due) {
        if (item.kind() == WorkKind.DELIVER) {
          messages.add(message(item));
        }
        store.transact(tx -> {
          tx.done(item);
          return item;
        });
      }
    }
    return messages;
  }

  private List<WorkItem> due() {
    return store.work().take(ME, 100, now);
  }

  private OutgoingMessage message(WorkItem item) {
    return store.transact(tx -> tx.outbox().find(UUID.fromString(item.subject()))).orElseThrow();
  }

  @Test
  void aPlaceIsGreetedInItsMainLine() {
    bot.arrived(in(CHANNEL));

    assertThat(toDeliver())
        .singleElement()
        .satisfies(it -> {
          assertThat(it.address()).isEqualTo(CHANNEL);
          assertThat(it.reader()).isEmpty();
          assertThat(it.post().fallback()).startsWith("Hello.");
        });
  }

  @Test
  void itIsGreetedOnceHoweverOftenThePlatformTells() {
    bot.arrived(in(CHANNEL));
    bot.arrived(in(CHANNEL));
    now = NOON.plusSeconds(86_400);
    bot.arrived(new Arrival(CHANNEL, Place.CHANNEL, Optional.empty(), false));

    assertThat(toDeliver()).hasSize(1);
  }

  @Test
  void aRestartForgetsNothing() {
    bot.arrived(in(CHANNEL));
    try (var again = open()) {
      intake = new Intake(again, () -> now, new Wakeup(), Connected.NONE);
      bot = bot(intake);

      bot.arrived(in(CHANNEL));
    }

    assertThat(toDeliver()).hasSize(1);
  }

  @Test
  void eachPlaceHasAGreetingOfItsOwn() {
    bot.arrived(in(CHANNEL));
    bot.arrived(in(DIRECT));

    assertThat(toDeliver())
        .extracting(it -> it.address())
        .containsExactlyInAnyOrder(CHANNEL, DIRECT);
  }

  @Test
  void whereItComesBackItGreetsAgain() {
    bot.arrived(in(CHANNEL));
    assertThat(toDeliver()).hasSize(1);
    now = NOON.plusSeconds(60);
    bot.left(CHANNEL.thread(), Optional.empty());
    bot.left(CHANNEL.thread(), Optional.empty());
    bot.arrived(in(CHANNEL));
    bot.arrived(in(CHANNEL));

    assertThat(toDeliver()).hasSize(1);
    assertThat(toDeliver()).isEmpty();
  }

  private static Arrival at(Instant when) {
    return new Arrival(
        CHANNEL, Place.CHANNEL, Optional.of(ANN), false, Optional.empty(), Optional.of(when));
  }

  @Test
  void newsOfARemovalThatCameLateReleaseNothing() {
    bot.arrived(at(NOON));
    assertThat(toDeliver()).hasSize(1);
    bot.left(CHANNEL.thread(), Optional.of(NOON.plusSeconds(10)));
    now = NOON.plusSeconds(20);
    bot.arrived(at(now));
    assertThat(toDeliver()).hasSize(1);

    bot.left(CHANNEL.thread(), Optional.of(NOON.plusSeconds(11)));
    bot.arrived(at(NOON.plusSeconds(21)));

    assertThat(toDeliver()).isEmpty();
  }

  @Test
  void newsOfAnArrivalThatCameAfterTheRemovalGreetNobody() {
    bot.left(CHANNEL.thread(), Optional.of(NOON.plusSeconds(10)));
    bot.arrived(at(NOON));

    assertThat(toDeliver()).isEmpty();
  }

  @Test
  void aReturnThatIsToldBeforeTheRemovalStillCounts() {
    bot.arrived(at(NOON));
    bot.arrived(at(NOON.plusSeconds(20)));
    bot.left(CHANNEL.thread(), Optional.of(NOON.plusSeconds(10)));
    bot.arrived(at(NOON.plusSeconds(21)));

    assertThat(toDeliver()).hasSize(1);
  }

  @Test
  void whereTheBotIsInUseAlreadyItDoesNotIntroduceItself() {
    var thread = new ChatThread(Platform.SLACK, "T1", "C1", "1763800001.000100");
    intake.take(tx -> tx.lock(new Address(thread, "")));

    bot.arrived(in(CHANNEL));
    bot.arrived(in(DIRECT));

    assertThat(toDeliver()).extracting(it -> it.address()).containsExactly(DIRECT);
  }

  @Test
  void greetingsOfManyGoOutAFewAtATime() {
    for (int i = 0; i < 50; i++) {
      bot.arrived(in(new Address(new ChatThread(Platform.SLACK, "T1", "D" + i, "D" + i), "")));
    }

    assertThat(store.work().take(ME, 100, now)).hasSizeBetween(1, 4);
  }

  @Test
  void aPersonIsGreetedInTheirLanguageAndAChannelInItsOwn() {
    german(ScopeKey.person(DIRECT.thread(), ANN));

    bot.arrived(in(CHANNEL));
    assertThat(toDeliver().getFirst().post().fallback()).startsWith("Hello.");
    bot.arrived(in(DIRECT));
    assertThat(toDeliver().getFirst().post().fallback()).startsWith("Hallo.");
  }

  private void german(ScopeKey whose) {
    intake.take(tx -> {
      tx.settings().change(whose, new SettingChange(SettingName.LANGUAGE, Optional.of("de")), ANN);
      return whose;
    });
  }

  @Test
  void whereOutsidersReadNoRepositoryIsNamed() {
    var outsider = new Person("U9", "U9", "U9");

    bot.arrived(new Arrival(CHANNEL, Place.CHANNEL, Optional.of(outsider), true));

    assertThat(toDeliver().getFirst().post().fallback()).doesNotContain("acme");
  }
}
