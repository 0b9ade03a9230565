package dev.tiller.core.bot;

import static dev.tiller.core.conversation.Samples.ANN;
import static dev.tiller.core.conversation.Samples.BEN;
import static dev.tiller.core.conversation.Samples.NOON;
import static dev.tiller.core.conversation.Samples.WEB;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tiller.core.chat.Address;
import dev.tiller.core.chat.Addressing;
import dev.tiller.core.chat.Addressing.Mentioned;
import dev.tiller.core.chat.ChatPlatform.Hearing;
import dev.tiller.core.chat.InboundMessage;
import dev.tiller.core.chat.Notice;
import dev.tiller.core.chat.Person;
import dev.tiller.core.chat.Place;
import dev.tiller.core.chat.Post;
import dev.tiller.core.conversation.Agent;
import dev.tiller.core.conversation.Conversation;
import dev.tiller.core.conversation.Manner.Listening;
import dev.tiller.core.conversation.Recorded;
import dev.tiller.core.conversation.RunPhase;
import dev.tiller.core.conversation.Samples;
import dev.tiller.core.conversation.WorkItem;
import dev.tiller.core.conversation.WorkKind;
import dev.tiller.core.decide.Decision;
import dev.tiller.core.decide.Rules;
import dev.tiller.core.routing.Known;
import dev.tiller.core.settings.Admin;
import dev.tiller.core.settings.Reviewed;
import dev.tiller.core.settings.ScopeKey;
import dev.tiller.core.settings.SettingChange;
import dev.tiller.core.settings.SettingName;
import dev.tiller.core.settings.Steering;
import dev.tiller.core.store.FreshDatabase;
import dev.tiller.core.store.JdbcStore;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What people in a thread may do, from the message to what is stored of it. Ann is an admin, too.
class PeopleTest {

  private static final String ME = "me";
  private static final Person CEM = new Person("U3", "U3", "Cem");
  private static final Rules RULES =
      new Rules(
          Optional.of(WEB),
          Steering.owner(),
          true,
          true,
          Set.of(),
          Duration.ofSeconds(150),
          Duration.ofSeconds(30));
  private static final Reviewed REVIEWED =
      new Reviewed(
          Optional.empty(),
          Optional.empty(),
          Set.of(Admin.of(Samples.newThread().thread().platform(), ANN)),
          false,
          Map.of(),
          Map.of());

  private final AtomicReference<Instant> now = new AtomicReference<>(NOON);
  private final InstantSource clock = now::get;
  private final JdbcStore store = JdbcStore.open(FreshDatabase.settings(), clock);
  private final Intake intake = new Intake(store, clock, new Wakeup(), Connected.NONE);
  private final SettingsDesk desk = new SettingsDesk(intake, RULES, () -> REVIEWED);
  private final Bot bot =
      new Bot(
          intake,
          new Backgrounds(() -> Known.of(List.of(WEB), List.of()), RULES, desk),
          RULES,
          desk);
  private final Address address = Samples.newThread();

  @BeforeEach
  void live() {
    store.replicas().renew(ME, Duration.ofMinutes(5));
  }

  @AfterEach
  void close() {
    store.close();
  }

  private void begin(Agent agent) {
    intake.take(tx -> {
      var before = tx.lock(address);
      intake.store(tx, before, Decision.of(before.with(agent)));
      return before;
    });
  }

  private void set(SettingName name, String value) {
    intake.take(tx -> {
      tx.settings()
          .change(
              ScopeKey.channel(address.thread()), new SettingChange(name, Optional.of(value)), ANN);
      return name;
    });
  }

  /// Each a while after the one before.
  private void says(boolean toBot, Person author, String text, Person... mentioned) {
    says(toBot, author, text, UUID.randomUUID().toString(), mentioned);
  }

  private void says(boolean toBot, Person author, String text, String id, Person... mentioned) {
    now.set(now.get().plusSeconds(60));
    var others =
        List.of(mentioned).stream().map(each -> new Mentioned("@" + each.name(), each)).toList();
    bot.message(
        new InboundMessage(
            address,
            id,
            author,
            Place.CHANNEL,
            text,
            false,
            false,
            List.of(),
            new Addressing(toBot, others, Optional.empty())));
  }

  private Conversation conversation() {
    return store.transact(tx -> tx.lockKnown(address)).orElseThrow();
  }

  private Agent agent() {
    return conversation().agents().getFirst();
  }

  private List<Recorded> record() {
    var id = conversation().id();
    return store.transact(tx -> tx.audit().last(id, 50));
  }

  private List<String> acts() {
    return record().stream().map(line -> line.act() + " by " + line.rule()).toList();
  }

  /// What there is to show, in order. The platform lets no message through without a mention.
  private List<Post> allPosts() {
    var posts = new ArrayList<Post>();
    for (var items = due(); !items.isEmpty(); items = due()) {
      for (var item : items) {
        switch (item.kind()) {
          case DELIVER -> posts.add(shown(item));
          case HEARING ->
              intake.settle(
                  item,
                  (before, _) ->
                      dev.tiller.core.decide.Listening.heard(
                          before, item.id(), Hearing.MENTIONS_ONLY));
          default -> intake.done(item);
        }
      }
    }
    return posts;
  }

  private List<WorkItem> due() {
    return store.work().take(ME, 100, now.get());
  }

  private Post shown(WorkItem item) {
    return store.transact(tx -> {
      var message = tx.outbox().find(UUID.fromString(item.subject())).orElseThrow();
      tx.outbox().delivered(message.id(), "ref", message.revision());
      tx.done(item);
      return message.post();
    });
  }

  private String said() {
    return allPosts().getLast().fallback();
  }

  @Test
  void whatIsOverheardElsewhereBeginsNothing() {
    says(false, ANN, "fix the login bug");

    assertThat(store.<Optional<Conversation>>transact(tx -> tx.lockKnown(address))).isEmpty();
  }

  @Test
  void withoutTheSettingOnlyMentionsCount() {
    begin(Samples.running());

    says(false, ANN, "also add tests");

    assertThat(agent().runs()).hasSize(1);
    assertThat(record()).isEmpty();
  }

  @Test
  void withTheSettingAFollowUpNeedsNoMentionAndCountsOnce() {
    begin(Samples.running());
    set(SettingName.LISTEN, "yes");

    says(false, ANN, "also add tests", "m7");
    says(false, ANN, "also add tests", "m7");

    assertThat(agent().waiting()).hasSize(1);
    assertThat(acts()).containsExactly("message queued 1 by owner", "follow-up by owner");
  }

  @Test
  void whatIsIgnoredIsOnRecordWithoutItsText() {
    begin(Samples.running());
    set(SettingName.LISTEN, "yes");

    says(false, BEN, "do something secret");
    says(false, ANN, "aside: lunch?");
    says(false, ANN, "@Cem lunch?", CEM);
    says(true, ANN, "mute");
    says(false, ANN, "also add tests");

    assertThat(agent().runs()).hasSize(1);
    assertThat(acts())
        .containsExactly(
            "message ignored by muted",
            "message done by owner",
            "mute by owner",
            "message ignored by mentions others",
            "message ignored by aside",
            "message ignored by may not steer");
    assertThat(record()).noneMatch(line -> line.toString().contains("secret"));
  }

  @Test
  void whoWasIgnoredIsAskedForByIdAndShownByName() {
    var dan = new Person("U7", "U7", "U7");
    begin(Samples.running());
    allPosts();
    set(SettingName.LISTEN, "yes");

    says(false, dan, "do it now");
    var asked = due();
    assertThat(asked)
        .filteredOn(item -> item.kind() == WorkKind.NAME)
        .extracting(WorkItem::subject)
        .containsExactly(dan.id());
    asked.forEach(intake::done);
    store.transact(tx -> {
      tx.named(address.thread(), dan.id(), "Dan");
      return dan;
    });
    says(true, dan, "why");

    assertThat(said()).contains("Dan").doesNotContain(dan.id());
  }

  @Test
  void muteAndUnmuteRuleTheThread() {
    begin(Samples.running());

    says(true, ANN, "unmute");
    assertThat(conversation().manner().listening()).isEqualTo(Listening.ON);
    says(false, ANN, "also add tests");
    assertThat(agent().waiting()).hasSize(1);

    says(false, ANN, "mute");
    assertThat(conversation().manner().listening()).isEqualTo(Listening.OFF);
    says(false, ANN, "and docs");
    assertThat(agent().waiting()).hasSize(1);

    says(true, BEN, "unmute");
    assertThat(conversation().manner().listening()).isEqualTo(Listening.OFF);
    assertThat(allPosts()).anyMatch(post -> post.fallback().contains("Only Ann can steer"));
  }

  @Test
  void whoTurnsItOnIsToldWhenThePlatformLetsNothingThrough() {
    begin(Samples.running());

    says(true, ANN, "settings channel listen=yes");

    assertThat(allPosts()).anyMatch(post -> post.fallback().contains("channels:history"));
  }

  @Test
  void anAgentThatIsGivenAwayIsItsNewOwnersForGood() {
    begin(Samples.finished());

    says(true, ANN, "give @Cem", CEM);

    assertThat(agent().request().owner()).isEqualTo(CEM);
    assertThat(allPosts())
        .anyMatch(
            post -> post instanceof Notice notice && notice.mention().equals(Optional.of(CEM)));
    assertThat(acts()).containsExactly("message done by owner", "give by owner");
    says(true, CEM, "also add tests");
    assertThat(agent().runs().getLast().phase()).isEqualTo(RunPhase.STARTING);
    says(true, BEN, "and docs");
    assertThat(agent().runs().getLast().phase()).isEqualTo(RunPhase.SUGGESTED);
    says(true, BEN, "give @Ben", BEN);
    assertThat(agent().request().owner()).isEqualTo(CEM);
    assertThat(said()).contains("Only Cem and admins");
  }

  @Test
  void nothingIsGivenToAGuess() {
    begin(Samples.finished());

    says(true, ANN, "give @cem");
    assertThat(said()).contains("I do not know who @cem is");
    says(true, ANN, "give @Cem", Person.unidentified("29:1abc", "Cem"));
    assertThat(said()).contains("not known to me yet");
    says(true, ANN, "give @Ann", ANN);
    assertThat(said()).contains("yours already");
    assertThat(agent().request().owner()).isEqualTo(ANN);
  }

  @Test
  void aListOfPeopleIsKeptByIdsAndShownByNames() {
    begin(Samples.finished());

    says(true, ANN, "settings channel followups=@Cem", CEM);
    assertThat(said()).contains("the owner and Cem").doesNotContain(CEM.id());
    says(true, CEM, "also add tests");
    assertThat(agent().runs().getLast().phase()).isEqualTo(RunPhase.STARTING);
    says(true, BEN, "stop");
    assertThat(said()).contains("Only Ann, who owns this agent", "Cem");
    says(true, ANN, "settings channel followups=@dan");
    assertThat(said()).contains("I do not know who @dan is");
    says(true, CEM, "settings");
    assertThat(said()).contains("the owner and Cem (set for this channel)");
  }

  @Test
  void everyMessageToTheBotHasOneLineInTheRecord() {
    begin(Samples.running());

    says(true, ANN, "help");
    says(true, ANN, "rep=acme/web fix it");
    says(true, ANN, "");
    says(true, ANN, "also add tests");
    says(true, BEN, "also add docs");
    says(true, BEN, "delete");
    says(true, ANN, "agent update the docs");
    says(true, ANN, "stop #1");

    assertThat(acts())
        .filteredOn(act -> act.startsWith("message "))
        .containsExactly(
            "message stopped by owner",
            "message started by member",
            "message refused by steering=owner",
            "message suggested by steering=owner",
            "message queued 1 by owner",
            "message asked back by nothing written",
            "message asked back by not understood",
            "message answered by member");
  }

  @Test
  void whatIsIgnoredIsWrittenDownOnceHoweverOftenItIsDelivered() {
    begin(Samples.running());
    set(SettingName.LISTEN, "yes");

    says(false, BEN, "and something else", "m7");
    says(false, BEN, "and something else", "m7");
    says(true, BEN, "stop", "m7");

    assertThat(acts().reversed())
        .startsWith("message ignored by may not steer")
        .containsOnlyOnce("message ignored by may not steer")
        .hasSizeGreaterThan(1);
  }

  @Test
  void whyExplainsTheLastDecisionsInPlainWords() {
    begin(Samples.running());
    set(SettingName.LISTEN, "yes");
    says(true, ANN, "also add tests");
    says(false, BEN, "and something else");
    says(true, BEN, "stop");
    allPosts();

    says(true, ANN, "why?");

    assertThat(said().lines().map(line -> line.replaceFirst("^• \\S+ UTC · ", "")))
        .containsExactly(
            "What I decided in this thread last, newest first",
            "Ben: a message was refused. Reason: only the owner may steer the agent"
                + " (followups=owner).",
            "Ann: a message waits in the queue, at place 1 when it came. Reason: the agent is"
                + " theirs.");

    says(true, BEN, "why?");
    assertThat(said())
        .contains("Ben: a message without a mention was ignored. Reason: its author may not steer");
  }
}
