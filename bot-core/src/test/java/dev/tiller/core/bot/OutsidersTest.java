package dev.tiller.core.bot;

import static dev.tiller.core.conversation.Samples.ANN;
import static dev.tiller.core.conversation.Samples.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tiller.core.chat.Address;
import dev.tiller.core.chat.ChatThread;
import dev.tiller.core.chat.InboundMessage;
import dev.tiller.core.chat.Place;
import dev.tiller.core.chat.Platform;
import dev.tiller.core.conversation.Samples;
import dev.tiller.core.conversation.WorkItem;
import dev.tiller.core.conversation.WorkKind;
import dev.tiller.core.decide.Decision;
import dev.tiller.core.decide.Rules;
import dev.tiller.core.routing.Known;
import dev.tiller.core.settings.Reviewed;
import dev.tiller.core.settings.ScopeKey;
import dev.tiller.core.settings.SettingChange;
import dev.tiller.core.settings.SettingName;
import dev.tiller.core.settings.Steering;
import dev.tiller.core.store.FreshDatabase;
import dev.tiller.core.store.JdbcStore;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What agents say is not shown where outsiders read along.
class OutsidersTest {

  private static final String ME = "me";

  private final JdbcStore store = JdbcStore.open(FreshDatabase.settings(), () -> NOON);
  private final Intake intake = new Intake(store, () -> NOON, new Wakeup(), Connected.NONE);

  @BeforeEach
  void live() {
    store.replicas().renew(ME, Duration.ofMinutes(5));
  }

  @AfterEach
  void close() {
    store.close();
  }

  private static Address thread(String channel) {
    return new Address(new ChatThread(Platform.SLACK, "T1", channel, "1"), "");
  }

  /// The card of a run that has ended in a channel.
  private String cardIn(String channel) {
    intake.take(tx -> {
      var before = tx.lock(thread(channel));
      intake.store(tx, before, Decision.of(before.with(Samples.finished())));
      return before;
    });
    var card =
        store.work().take(ME, 100, NOON).stream()
            .filter(item -> item.kind() == WorkKind.DELIVER)
            .map(WorkItem::subject)
            .findFirst()
            .orElseThrow();
    return store
        .transact(tx -> tx.outbox().find(UUID.fromString(card)))
        .orElseThrow()
        .post()
        .fallback();
  }

  private void outsiderIn(String channel) {
    intake.take(tx -> {
      tx.settings().seenOutsider(thread(channel).thread());
      return channel;
    });
  }

  @Test
  void whoSawAnOutsiderKnowsThatOutsidersRead() {
    var rules =
        new Rules(
            Optional.empty(),
            Steering.owner(),
            true,
            true,
            Set.of(),
            Duration.ofSeconds(150),
            Duration.ofSeconds(30));
    var desk = new SettingsDesk(intake, rules, () -> Reviewed.NONE);
    var bot = new Bot(intake, new Backgrounds(() -> Known.NOTHING, rules, desk), rules, desk);

    bot.message(message("C1", false));
    assertThat(outsidersRead("C1")).isFalse();
    bot.message(message("C1", true));
    assertThat(outsidersRead("C1")).isTrue();
    assertThat(outsidersRead("C2")).isFalse();
  }

  private static InboundMessage message(String channel, boolean outsider) {
    return new InboundMessage(
        thread(channel), UUID.randomUUID().toString(), ANN, Place.CHANNEL, "help", false, outsider);
  }

  private boolean outsidersRead(String channel) {
    return store.transact(tx -> tx.settings().outsidersRead(thread(channel).thread()));
  }

  @Test
  void amongThemselvesPeopleReadWhatTheAgentSays() {
    outsiderIn("C2");

    assertThat(cardIn("C1")).contains("Fixed it.").doesNotContain("outsiders");
  }

  @Test
  void whereOutsidersReadTheCardHasAllButThat() {
    outsiderIn("C1");

    assertThat(cardIn("C1"))
        .contains("Pull request ready", "acme/web", "not shown here: outsiders read along")
        .doesNotContain("Fixed it.");
  }

  @Test
  void anAdminCanAllowIt() {
    outsiderIn("C1");
    intake.take(tx -> {
      var change = new SettingChange(SettingName.SUMMARY_OUTSIDE, Optional.of("yes"));
      tx.settings().change(ScopeKey.channel(thread("C1").thread()), change, ANN);
      return change;
    });

    assertThat(cardIn("C1")).contains("Fixed it.").doesNotContain("outsiders");
  }
}
