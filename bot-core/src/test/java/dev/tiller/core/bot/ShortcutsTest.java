package dev.tiller.core.bot;

import static dev.tiller.core.bot.UsualRules.RULES;
import static dev.tiller.core.conversation.Samples.ANN;
import static dev.tiller.core.conversation.Samples.BEN;
import static dev.tiller.core.conversation.Samples.NOON;
import static dev.tiller.core.conversation.Samples.WEB;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tiller.core.chat.Action;
import dev.tiller.core.chat.ActionKey;
import dev.tiller.core.chat.Address;
import dev.tiller.core.chat.Ask.Answer;
import dev.tiller.core.chat.ChatThread;
import dev.tiller.core.chat.ChoiceQuery;
import dev.tiller.core.chat.Form;
import dev.tiller.core.chat.FormSubmission;
import dev.tiller.core.chat.Person;
import dev.tiller.core.chat.Platform;
import dev.tiller.core.chat.Shortcut;
import dev.tiller.core.conversation.Agent;
import dev.tiller.core.conversation.Conversation;
import dev.tiller.core.conversation.FeedbackLine;
import dev.tiller.core.conversation.Samples;
import dev.tiller.core.conversation.WorkItem;
import dev.tiller.core.conversation.WorkKind;
import dev.tiller.core.decide.Decision;
import dev.tiller.core.decide.Verbs;
import dev.tiller.core.routing.Known;
import dev.tiller.core.settings.Reviewed;
import dev.tiller.core.settings.ScopeKey;
import dev.tiller.core.settings.SettingChange;
import dev.tiller.core.settings.SettingName;
import dev.tiller.core.store.FreshDatabase;
import dev.tiller.core.store.JdbcStore;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Forms that open from a message's menu or a card, on a real store.
class ShortcutsTest {

  private static final String ME = "me";
  private static final Known KNOWN = Known.of(List.of(WEB), List.of());
  private static final Address THREAD =
      new Address(new ChatThread(Platform.SLACK, "T1", "C1", "1"), "");

  private final JdbcStore store = JdbcStore.open(FreshDatabase.settings(), () -> NOON);
  private final Intake intake = new Intake(store, () -> NOON, new Wakeup(), Connected.NONE);
  private final SettingsDesk desk = new SettingsDesk(intake, RULES, () -> Reviewed.NONE);
  private final Backgrounds backgrounds = new Backgrounds(() -> KNOWN, RULES, desk);
  private final Bot bot = new Bot(intake, backgrounds, RULES, desk);
  private final HomePage home =
      new HomePage(
          intake, backgrounds, desk, Connected.NONE, new Live(() -> NOON, Duration.ofSeconds(3)));
  private final Inquiries ask = new Inquiries(intake, backgrounds, desk, home);

  private final Set<UUID> messages = new LinkedHashSet<>();

  @BeforeEach
  void live() {
    store.replicas().renew(ME, Duration.ofMinutes(5));
  }

  @AfterEach
  void close() {
    store.close();
  }

  private static Shortcut shortcut(
      Shortcut.Kind kind, Person actor, String message, boolean outsider) {
    return new Shortcut(kind, THREAD, message, actor, BEN, "it broke", outsider, List.of());
  }

  private Form form(Answer answer) {
    assertThat(answer).isInstanceOf(Answer.Open.class);
    return ((Answer.Open) answer).form();
  }

  private static FormSubmission filled(Form form, Person actor, Map<String, String> values) {
    return new FormSubmission(THREAD, actor, form.key(), form.nonce(), values);
  }

  private List<Agent> agents() {
    return store.transact(tx -> tx.lockKnown(THREAD).map(its -> its.agents()).orElseGet(List::of));
  }

  /// What was to be done, which is taken for done. The messages are noted.
  private List<WorkKind> work() {
    var items = store.work().take(ME, 100, NOON);
    for (var item : items) {
      intake.done(item);
      if (item.kind() == WorkKind.DELIVER) {
        messages.add(UUID.fromString(item.subject()));
      }
    }
    return items.stream().map(WorkItem::kind).toList();
  }

  /// An agent that message `m1` has asked for.
  private Agent begun() {
    var agent = Samples.finished();
    intake.take(tx -> {
      var before = tx.lock(THREAD);
      intake.store(tx, before, Decision.of(before.with(agent)));
      return agent;
    });
    work();
    return agent;
  }

  @Test
  void openingAFormStoresNothing() {
    form(ask.form(shortcut(Shortcut.Kind.SEND, ANN, "m7", false)));

    Optional<Conversation> stored = store.transact(tx -> tx.lockKnown(THREAD));
    assertThat(stored).isEmpty();
    assertThat(work()).isEmpty();
  }

  @Test
  void whoWroteTheMessageIsQuotedByNameAndNeverById() {
    var dan = new Person("U7", "U7", "U7");
    var shortcut = shortcut(Shortcut.Kind.SEND, ANN, "m7", false).from(dan);

    assertThat(form(ask.form(shortcut)).fields().getFirst().toString())
        .contains("Somebody wrote:", "it broke")
        .doesNotContain(dan.id());
    store.transact(tx -> {
      tx.named(THREAD.thread(), dan.id(), "Dan");
      return dan;
    });
    assertThat(form(ask.form(shortcut)).fields().getFirst().toString()).contains("Dan wrote:");
  }

  @Test
  void aFormThatIsSentTwiceLaunchesOneAgent() {
    var form = form(ask.form(shortcut(Shortcut.Kind.SEND, ANN, "m7", false)));
    var filled = filled(form, ANN, Map.of("task", "fix it", "repository", "acme/web"));

    var once = bot.form(filled);
    var twice = bot.form(filled);

    assertThat(once.note()).isPresent();
    assertThat(twice.note()).isEmpty();
    assertThat(agents()).hasSize(1);
    assertThat(work()).contains(WorkKind.DELIVER, WorkKind.CONTEXT);
    Optional<UUID> asked = store.transact(tx -> tx.runOfMessage(THREAD.thread(), "m7"));
    assertThat(asked).contains(agents().getFirst().firstRun().id());
  }

  @Test
  void aFormOpenedAgainSaysThatTheMessageHasAnAgent() {
    var agent = begun();

    var form = form(ask.form(shortcut(Shortcut.Kind.SEND, ANN, "m1", false)));

    assertThat(form.fields().get(1).hint()).contains("Agent #" + agent.number());
  }

  @Test
  void repositoriesAreFoundInTheForm() {
    var form = form(ask.form(shortcut(Shortcut.Kind.SEND, ANN, "m7", false)));

    assertThat(ask.choices(new ChoiceQuery(THREAD, ANN, form.key(), "repository", "we")))
        .extracting(choice -> choice.value())
        .containsExactly("acme/web");
  }

  @Test
  void aFollowUpGoesToTheAgentThatTheMessageAskedFor() {
    var agent = begun();
    var form = form(ask.form(shortcut(Shortcut.Kind.FOLLOW_UP, ANN, "m1", false)));

    bot.form(filled(form, ANN, Map.of(Verbs.PROMPT_FIELD, "also add tests")));

    assertThat(agents().getFirst().runs()).hasSize(agent.runs().size() + 1);
  }

  @Test
  void aFollowUpNeedsAnAgentAndFromOthersItIsASuggestion() {
    begun();

    assertThat(ask.form(shortcut(Shortcut.Kind.FOLLOW_UP, ANN, "m8", false)))
        .isInstanceOfSatisfying(
            Answer.Refuse.class,
            refusal -> assertThat(refusal.reason()).contains("no agent for this message"));
    assertThat(ask.form(shortcut(Shortcut.Kind.FOLLOW_UP, BEN, "m1", false)))
        .isInstanceOfSatisfying(
            Answer.Open.class,
            open -> assertThat(open.form().title()).isEqualTo("Suggest a follow-up"));
  }

  @Test
  void outsidersGetNoForms() {
    begun();

    for (var kind : Shortcut.Kind.values()) {
      assertThat(ask.form(shortcut(kind, ANN, "m1", true))).isInstanceOf(Answer.Refuse.class);
    }
  }

  @Test
  void aFormSpeaksTheLanguageOfWhoOpensIt() {
    intake.take(tx -> {
      var change = new SettingChange(SettingName.LANGUAGE, Optional.of("de"));
      tx.settings().change(ScopeKey.person(THREAD.thread(), ANN), change, ANN);
      return change;
    });

    assertThat(form(ask.form(shortcut(Shortcut.Kind.SEND, ANN, "m7", false))).title())
        .isEqualTo("An Tiller senden");
    assertThat(form(ask.form(shortcut(Shortcut.Kind.SEND, BEN, "m7", false))).title())
        .isEqualTo("Send to Tiller");
  }

  @Test
  void feedbackIsKeptOnceForEachPersonAndRun() {
    var agent = begun();

    for (var verdict : List.of("GOOD", "BAD")) {
      var click =
          new Action(
              THREAD,
              BEN,
              new ActionKey(Verbs.FEEDBACK, agent.firstRun().id().toString()),
              Optional.empty());
      bot.form(filled(form(ask.form(click)), BEN, Map.of("verdict", verdict)));
    }

    List<FeedbackLine> kept = store.transact(tx -> tx.feedback(Optional.of(THREAD.thread()), 10));
    assertThat(kept)
        .extracting(FeedbackLine::feedback)
        .singleElement()
        .satisfies(its -> assertThat(its.verdict().name()).isEqualTo("BAD"));
  }

  @Test
  void whenASecondAgentJoinsEveryCardSaysWhoseItIs() {
    var first = begun();
    var form = form(ask.form(shortcut(Shortcut.Kind.SEND, ANN, "m7", false)));
    bot.form(filled(form, ANN, Map.of("task", "fix it", "repository", "acme/web")));

    work();
    var shown =
        messages.stream()
            .map(id -> store.transact(tx -> tx.outbox().find(id)).orElseThrow())
            .toList();

    assertThat(shown)
        .anyMatch(message ->
            message.key().equals("run/" + first.firstRun().id())
                && message.post().fallback().startsWith("#1 · "))
        .anyMatch(message -> message.post().fallback().startsWith("#2 · "));
  }
}
