package dev.tiller.core.bot;

import static dev.tiller.core.conversation.Samples.ANN;
import static dev.tiller.core.conversation.Samples.NOON;
import static dev.tiller.core.conversation.Samples.newThread;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tiller.core.chat.Address;
import dev.tiller.core.chat.Card;
import dev.tiller.core.chat.ChatFailure;
import dev.tiller.core.chat.ChatPlatform;
import dev.tiller.core.chat.ChatThread;
import dev.tiller.core.chat.MessageRef;
import dev.tiller.core.chat.Person;
import dev.tiller.core.chat.Platform;
import dev.tiller.core.chat.Post;
import dev.tiller.core.chat.ThreadStatus;
import dev.tiller.core.conversation.Conversation;
import dev.tiller.core.conversation.OutgoingMessage;
import dev.tiller.core.conversation.Run;
import dev.tiller.core.conversation.Samples;
import dev.tiller.core.conversation.WorkItem;
import dev.tiller.core.decide.Decision;
import dev.tiller.core.decide.Effect;
import dev.tiller.core.decide.OnReport;
import dev.tiller.core.settings.ScopeKey;
import dev.tiller.core.settings.SettingChange;
import dev.tiller.core.settings.SettingName;
import dev.tiller.core.store.FreshDatabase;
import dev.tiller.core.store.JdbcStore;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What reaches a person directly because the thread cannot show it, and the platform's own display
/// of what goes on in a thread.
class DirectMessagesTest {

  private static final String ME = "me";

  private final Map<Platform, ChatPlatform> platforms = Map.of(Platform.SLACK, platform());
  private final JdbcStore store = JdbcStore.open(FreshDatabase.settings(), () -> this.now);
  private final Intake intake =
      new Intake(store, () -> this.now, new Wakeup(), new Connected(platforms));
  private Instant now = NOON;

  private final List<String> posts = new ArrayList<>();
  private final List<ThreadStatus> statuses = new ArrayList<>();
  private boolean threadGone;
  private boolean personGone;
  private boolean loses;
  private boolean statusFails;

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
                  case "abilities" ->
                      new ChatPlatform.Abilities(
                          true, new ChatPlatform.Files(Optional.empty(), 0), true);
                  case "linkTo" ->
                      Optional.of(URI.create("https://chat.example/" + thread(arguments[0])));
                  case "direct" -> direct((Person) arguments[1]);
                  case "post" -> post((Address) arguments[0], (Post) arguments[2]);
                  case "update" -> update((Address) arguments[0]);
                  case "find" -> new ChatPlatform.Found.CannotTell();
                  case "react" -> null;
                  case "status" -> status((ThreadStatus) arguments[1]);
                  default -> throw new UnsupportedOperationException(method.getName());
                });
  }

  private static String thread(Object thread) {
    return ((ChatThread) thread).channel();
  }

  private Address direct(Person person) {
    if (personGone) {
      throw new ChatFailure.Refused("cannot_dm");
    }
    var channel = "D-" + person.id();
    return new Address(new ChatThread(Platform.SLACK, "T1", channel, channel), "");
  }

  private MessageRef post(Address to, Post post) {
    check(to);
    var kind = post instanceof Card ? "card" : "notice";
    posts.add(to.thread().channel() + " " + kind + ": " + post.fallback());
    if (loses) {
      throw new ChatFailure.OutcomeUnknown("timeout", null);
    }
    return new MessageRef("m" + posts.size());
  }

  private @Nullable Object update(Address to) {
    check(to);
    return null;
  }

  private void check(Address to) {
    if (threadGone && to.thread().channel().equals("C1")) {
      throw new ChatFailure.Gone("is_archived");
    }
  }

  private @Nullable Object status(ThreadStatus status) {
    statuses.add(status);
    if (statusFails) {
      throw new ChatFailure.Refused("not_an_agent");
    }
    return null;
  }

  private void work() {
    var retry = new Retry(store, () -> now, new Random(1));
    var deliveries = new Deliveries(store, new Connected(platforms), retry);
    var shown = new Statuses(store, new Connected(platforms), retry);
    for (int minute = 0; minute < 30; minute++) {
      store.replicas().renew(ME, Duration.ofMinutes(5));
      for (var item : store.work().take(ME, 10, now)) {
        perform(item, deliveries, shown);
      }
      now = now.plus(Duration.ofMinutes(1));
    }
  }

  private void perform(WorkItem item, Performer deliveries, Performer shown) {
    switch (item.kind()) {
      case DELIVER -> deliveries.perform(item);
      case STATUS -> shown.perform(item);
      default -> intake.done(item);
    }
  }

  private Conversation begin() {
    return intake.take(tx -> {
      var before = tx.lock(newThread());
      var after = before.with(Samples.running());
      intake.store(tx, before, Decision.of(after));
      return after;
    });
  }

  /// The run ends, and its requester is told.
  private void end(Conversation begun) {
    var run = begun.agents().getFirst().firstRun();
    intake.decide(
        begun.id(),
        (conversation, _) ->
            Decision.of(
                conversation.withRun(run.id(), each -> each.ended(Samples.success())),
                new Effect.Say("end/" + run.id(), Samples.notice("Done."))));
  }

  private List<String> direct() {
    return posts.stream().filter(post -> post.startsWith("D-")).toList();
  }

  @Test
  void anEndingWhoseThreadIsGoneReachesTheRequesterDirectly() {
    var begun = begin();
    work();
    threadGone = true;

    end(begun);
    work();

    assertThat(direct()).hasSize(1);
    assertThat(direct().getFirst())
        .startsWith("D-" + ANN.id() + " card: Pull request ready")
        .contains("acme/web", "Fixed it.", "https://github.com/acme/web/pull/7")
        .contains("https://chat.example/C1", "Asked: Nov 20, 2026, 12:00", "cannot be reached");
  }

  @Test
  void progressInAThreadThatIsGoneReachesNobody() {
    var begun = begin();
    work();
    threadGone = true;

    intake.decide(
        begun.id(),
        (conversation, moment) -> OnReport.progress(conversation, run(begun), "Editing", moment));
    work();

    assertThat(direct()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"no, true", "yes, false"})
  void aQuietChannelSeesThatTheAgentIsAtWorkAndNoMore(String quiet, boolean seen) {
    var begun = begin();
    intake.take(tx -> {
      var change = new SettingChange(SettingName.QUIET, Optional.of(quiet));
      tx.settings().change(ScopeKey.channel(begun.address().thread()), change, ANN);
      return change;
    });
    now = NOON.plusSeconds(200);

    intake.decide(
        begun.id(),
        (conversation, moment) ->
            OnReport.progress(conversation, run(begun), "Editing Login.java", moment));
    work();

    assertThat(posts).hasSize(1);
    assertThat(posts.getFirst()).contains("Agent at work");
    assertThat(posts.getFirst().contains("Editing Login.java · at work for 3 min")).isEqualTo(seen);
  }

  @Test
  void aDirectMessageThatMayHaveArrivedIsNotSentAgain() {
    var begun = begin();
    work();
    threadGone = true;
    loses = true;

    end(begun);
    work();

    assertThat(direct()).hasSize(1);
  }

  @Test
  void whoCannotBeWrittenToIsLeftAloneWithAReason() {
    var begun = begin();
    work();
    threadGone = true;
    personGone = true;

    end(begun);
    work();

    assertThat(direct()).isEmpty();
    assertThat(store.work().isEmpty()).isTrue();
  }

  @Test
  void whereOutsidersReadTheRequesterAloneGetsWhatTheAgentSaid() {
    var begun = begin();
    intake.take(tx -> {
      tx.settings().seenOutsider(begun.address().thread());
      return begun;
    });

    end(begun);
    intake.decide(
        begun.id(),
        (conversation, _) -> Decision.of(conversation.withRun(run(begun), its -> more(its))));
    work();

    assertThat(direct()).hasSize(1);
    assertThat(direct().getFirst()).contains("Fixed it.", "Outsiders read your thread along");
    assertThat(posts.stream().filter(post -> post.startsWith("C1")))
        .noneMatch(post -> post.contains("Fixed it."));
  }

  private static UUID run(Conversation conversation) {
    return conversation.agents().getFirst().firstRun().id();
  }

  private static Run more(Run run) {
    return run.ended(run.ending().map(its -> its.leaving(3)).orElseThrow());
  }

  @Test
  void amongThemselvesNobodyGetsADirectMessage() {
    end(begin());
    work();

    assertThat(direct()).isEmpty();
    assertThat(posts).anyMatch(post -> post.contains("Fixed it."));
  }

  @Test
  void thePlatformsOwnDisplayShowsWhetherSomethingGoesOn() {
    var begun = begin();
    work();
    end(begun);
    work();

    assertThat(statuses).containsExactly(ThreadStatus.WORKING, ThreadStatus.IDLE);
  }

  @Test
  void aStatusThatCannotBeShownHarmsNothing() {
    statusFails = true;

    end(begin());
    work();

    assertThat(posts).anyMatch(post -> post.contains("Pull request ready"));
    assertThat(store.work().isEmpty()).isTrue();
  }

  @Test
  void aDirectMessageKeepsItsReader() {
    var begun = begin();
    intake.take(tx -> {
      tx.outbox().tell(begun, ANN, "private/1", Samples.notice("For you."));
      return begun;
    });

    var message =
        store.work().take(ME, 100, now).stream()
            .filter(item -> item.lane().startsWith("direct:"))
            .map(item -> store.transact(tx -> tx.outbox().find(UUID.fromString(item.subject()))))
            .flatMap(Optional::stream)
            .findFirst();

    assertThat(message).flatMap(OutgoingMessage::reader).contains(ANN);
  }
}
