package dev.tiller.core.decide;

import static dev.tiller.core.conversation.Samples.ANN;
import static dev.tiller.core.conversation.Samples.BEN;
import static dev.tiller.core.conversation.Samples.NOON;
import static dev.tiller.core.conversation.Samples.thread;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tiller.core.chat.Button;
import dev.tiller.core.chat.Card;
import dev.tiller.core.chat.Post;
import dev.tiller.core.command.HelpText;
import dev.tiller.core.command.Topic;
import dev.tiller.core.conversation.Agent;
import dev.tiller.core.conversation.Ending;
import dev.tiller.core.conversation.LaunchState;
import dev.tiller.core.conversation.Run;
import dev.tiller.core.conversation.RunPhase;
import dev.tiller.core.conversation.Samples;
import dev.tiller.core.text.Language;
import dev.tiller.core.text.Texts;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Whoever sees no colours, or hears a message read out, learns the same as others.
class AccessibilityTest {

  private static final String WORD = ".*\\p{L}{2,}.*";
  private static final String PICTURE = "(?s).*[\\p{IsEmoji}&&[^\\p{ASCII}]].*";

  @ParameterizedTest
  @EnumSource
  void everyStateOfARunIsSaidInWordsOfItsOwn(Language language) {
    var seen = new HashMap<String, String>();
    Texts.in(
        language,
        () -> {
          runs()
              .forEach((state, agent) -> {
                var card = RunCards.card(agent, agent.runs().getLast());
                assertReadable(card);
                assertReadable(RunCards.withoutSummary(agent, agent.runs().getLast(), true));
                assertThat(seen.put(card.title(), state)).as(card.title()).isNull();
              });
          return seen;
        });
  }

  @ParameterizedTest
  @EnumSource
  void everyEndingIsToldInWordsOfItsOwn(Language language) {
    var told =
        Texts.in(
            language,
            () ->
                runs().values().stream()
                    .filter(agent -> agent.runs().getLast().ending().isPresent())
                    .filter(agent -> !declined(agent.runs().getLast()))
                    .map(agent -> told(agent, agent.runs().getLast()))
                    .toList());

    assertThat(told).doesNotHaveDuplicates().hasSizeGreaterThan(4);
  }

  /// A suggestion that nobody wanted is told to who made it, in other words.
  private static boolean declined(Run run) {
    return run.ending().orElseThrow().how() == Ending.How.DECLINED;
  }

  private static String told(Agent agent, Run run) {
    var notice = EndNotices.of(agent, run, run.ending().orElseThrow());
    assertReadable(notice);
    return notice.fallback();
  }

  @ParameterizedTest
  @EnumSource
  void everythingElseCanBeReadOutToo(Language language) {
    var posts =
        Texts.in(
            language,
            () -> {
              var all = posts();
              all.forEach(AccessibilityTest::assertReadable);
              return all;
            });

    assertThat(posts).hasSizeGreaterThan(25);
  }

  /// Agents by the state of their last run.
  private static Map<String, Agent> runs() {
    var all = new LinkedHashMap<String, Agent>();
    var running = Samples.running();
    all.put("starting", Samples.requested());
    all.put("running", running);
    all.put("stopping", running.withRun(running.firstRun().id(), run -> run.stopAsked(BEN)));
    all.put("finished", Samples.finished());
    for (var phase : RunPhase.values()) {
      if (phase != RunPhase.ENDED && phase != RunPhase.RUNNING && phase != RunPhase.STARTING) {
        all.put(phase.name(), running.plus(Samples.followUp(running, phase)));
      }
    }
    for (var how : Ending.How.values()) {
      var ending = Ending.because(how, NOON, "Cursor said why.");
      all.put(how.name(), running.withRun(running.firstRun().id(), run -> run.ended(ending)));
    }
    return all;
  }

  private static List<Post> posts() {
    var running = Samples.running();
    var two = running.plus(Samples.followUp(running, RunPhase.WAITING));
    var second = second();
    var question = Answering.question(thread(two), Topic.DELETE, 0);
    var all =
        new ArrayList<>(
            List.of(
                HelpText.card("@tiller"),
                Replies.outsider(),
                Replies.nothing(),
                Replies.retired(running),
                Replies.notStopped(running, running.firstRun()),
                Replies.uncertain(running, running.firstRun()),
                StopReplies.nothing(),
                StopReplies.already(),
                StopReplies.idle(running),
                StopReplies.outsider(),
                StopReplies.which(List.of(running, second)),
                StopReplies.stopping(two, two.firstRun()),
                AgentReplies.which(List.of(running, second), Topic.ARCHIVE),
                AgentReplies.archived(running),
                AgentReplies.unarchived(running),
                AgentReplies.gone(running),
                DeleteCards.confirm(two, question),
                DeleteCards.deleting(two, ANN),
                DeleteCards.deleted(two),
                DeleteCards.kept(two, ANN),
                DeleteCards.expired(two),
                DeleteCards.failed(two, "Cursor said why."),
                PrivateCards.heldBack(Samples.finished(), Samples.finished().firstRun(), link())));
    Stream.of("help", "settings", "why", "rules", "explain: fix it", "queue", "rpeo=acme/web fix")
        .flatMap(AccessibilityTest::answers)
        .forEach(all::add);
    return all;
  }

  private static Agent second() {
    return new Agent(
        UUID.randomUUID(),
        2,
        Samples.request(),
        LaunchState.REQUESTED,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        List.of(Samples.firstRun()));
  }

  private static Optional<URI> link() {
    return Optional.of(Samples.PAGE);
  }

  private static Stream<Post> answers(String text) {
    var running = Samples.running();
    var two = running.plus(Samples.followUp(running, RunPhase.WAITING));
    return Deciding.says(thread(two), ANN, text).effects().stream()
        .filter(Effect.Say.class::isInstance)
        .map(effect -> ((Effect.Say) effect).post());
  }

  /// What a platform reads out where it cannot show the rest has all of it.
  private static void assertReadable(Post post) {
    var text = post.fallback();
    assertThat(text).matches("(?s)" + WORD).doesNotMatch(PICTURE);
    if (post instanceof Card card) {
      assertThat(card.title()).as("says the state").matches(WORD);
      assertThat(text).startsWith(card.title()).contains(card.lead(), card.footnote());
      assertThat(text).contains(card.body().toPlain());
      card.facts().forEach(fact -> assertThat(text).contains(fact.name() + ": " + fact.value()));
      card.progress().ifPresent(progress -> assertThat(text).contains(progress));
      card.menu().ifPresent(menu -> assertThat(text).contains(menu.label()));
    }
    assertUnderstood(buttons(post), text);
  }

  private static List<Button> buttons(Post post) {
    var more = post instanceof Card card ? card.more() : List.<Button>of();
    return Stream.concat(post.buttons().stream(), more.stream()).toList();
  }

  /// Each button says what it does, apart from the others, and links are written out.
  private static void assertUnderstood(List<Button> buttons, String text) {
    var labels = buttons.stream().map(Button::label).toList();
    assertThat(labels)
        .doesNotHaveDuplicates()
        .allSatisfy(label -> assertThat(label).matches(WORD).doesNotMatch(PICTURE));
    for (var button : buttons) {
      if (button instanceof Button.Link link) {
        assertThat(text).contains(link.label() + ": " + link.url());
      }
    }
  }
}
