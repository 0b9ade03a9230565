package dev.tiller.core.decide;

import static dev.tiller.core.conversation.Samples.ANN;
import static dev.tiller.core.conversation.Samples.BEN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tiller.core.agents.AgentRecords.Artifact;
import dev.tiller.core.chat.Address;
import dev.tiller.core.chat.Button;
import dev.tiller.core.chat.ChatPlatform;
import dev.tiller.core.chat.ChatThread;
import dev.tiller.core.chat.Platform;
import dev.tiller.core.chat.Post;
import dev.tiller.core.command.Topic;
import dev.tiller.core.conversation.Agent;
import dev.tiller.core.conversation.Conversation;
import dev.tiller.core.conversation.Question;
import dev.tiller.core.conversation.Samples;
import dev.tiller.core.decide.OnFiles.Why;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OnFilesTest {

  private static final ChatPlatform.Files ANY = new ChatPlatform.Files(Optional.empty(), 1L << 30);
  private static final ChatPlatform.Files PICTURES =
      new ChatPlatform.Files(Optional.of(Set.of("image/png")), 10_000_000);

  private static final Artifact PAGE = new Artifact("artifacts/login page.png", 41_234);
  private static final Artifact FILM = new Artifact("artifacts/demo.mp4", 2_600_000);
  private static final Artifact LOG = new Artifact("artifacts/test.log", 120);
  private static final Artifact HUGE = new Artifact("artifacts/huge.png", 12_000_000);

  private final Agent agent = Samples.finished();
  private final Conversation thread = Samples.thread(agent);

  @Test
  void everybodyInTheThreadMayAsk() {
    for (var words : List.of("artifacts", "artifacts #1", "artifacts all")) {
      var decision = Deciding.says(thread, BEN, words);

      assertThat(Deciding.kinds(decision)).as(words).containsExactly(Effect.Ask.class);
    }
    assertThat(question(Deciding.says(thread, BEN, "artifacts all")).topic())
        .isEqualTo(Topic.SHOW_ARTIFACTS);
  }

  @Test
  void everybodyInTheThreadMayClick() {
    var decision = Deciding.clicks(thread, BEN, Verbs.ARTIFACTS, agent.firstRun());

    assertThat(question(decision).topic()).isEqualTo(Topic.ARTIFACTS);
    assertThat(question(decision).agent()).contains(agent.id());
  }

  @Test
  void anAgentThatIsNotAtTheServiceHasNothingToLookAt() {
    var gone = Samples.thread(agent.gone());

    assertThat(Deciding.said(Deciding.says(gone, ANN, "artifacts"))).contains("does not have");
    assertThat(Deciding.clicks(gone, ANN, Verbs.ARTIFACTS, agent.firstRun()).note())
        .hasValueSatisfying(note -> assertThat(note).contains("does not have"));
  }

  @Test
  void theListTellsNamesAndSizesAndOffersWhatCanBeShown() {
    var card = list(thread, ANY, PAGE, FILM, LOG, HUGE);

    assertThat(card.fallback())
        .contains("Agent 1 has left 4 files")
        .contains("login page.png: 41.2 kB, picture")
        .contains("demo.mp4: 2.6 MB, film")
        .contains("test.log: 120 B, only in Cursor")
        .contains("huge.png: 12.0 MB, picture, too large to show here");
    assertThat(labels(card))
        .containsExactly("Show login page.png", "Show demo.mp4", "Open in Cursor", "Show all 2");
  }

  @Test
  void whatThePlatformDoesNotTakeIsSaidAndLeftToCursor() {
    var teams = onTeams();

    var card = list(teams, PICTURES, PAGE, FILM);

    assertThat(card.fallback())
        .contains("demo.mp4: 2.6 MB, film, which Microsoft Teams does not take from a bot");
    assertThat(labels(card)).containsExactly("Show login page.png", "Open in Cursor");
  }

  @Test
  void aLongListHasPagesAndNeverMoreButtonsThanACardHolds() {
    var many =
        IntStream.rangeClosed(1, 9)
            .mapToObj(i -> new Artifact("artifacts/step-" + i + ".png", i))
            .toArray(Artifact[]::new);

    var first = list(thread, ANY, many);

    assertThat(labels(first)).hasSize(5).endsWith("Show step-4.png", "More");
    assertThat(first.fallback()).contains("Agent 1 has left 9 files").contains("Page 1");
    var second = asked(Topic.ARTIFACTS).asked(1, Samples.NOON);
    assertThat(labels(said(OnFiles.found(thread, second, files(thread, ANY, many)))))
        .hasSize(6)
        .endsWith("Previous", "More");
  }

  @Test
  void anAgentThatHasLeftNothingSaysSo() {
    assertThat(list(thread, ANY).fallback()).isEqualTo("Agent 1 has left no files to look at.");
  }

  @Test
  void aClickShowsTheFileOnce() {
    var question = asked(Topic.ARTIFACTS);

    var first = clicks(question, FileMark.of(PAGE), true);
    var second = clicks(question, FileMark.of(PAGE), false);

    assertThat(first.effects()).containsExactly(new Effect.Show(agent.id(), FileMark.of(PAGE)));
    assertThat(second.effects()).isEmpty();
    assertThat(second.note()).isPresent();
  }

  @Test
  void aClickShowsAllOfThemOnce() {
    var question = asked(Topic.ARTIFACTS);

    assertThat(question(clicks(question, FileMark.ALL, true)))
        .matches(its -> its.topic() == Topic.SHOW_ARTIFACTS && its.asker().equals(BEN));
    assertThat(clicks(question, FileMark.ALL, false).effects()).isEmpty();
  }

  private Decision clicks(Question question, FileMark mark, boolean first) {
    var key = FileKey.parse(FileKey.of(question, mark)).orElseThrow();
    return OnFiles.clicked(thread, question, key, first, BEN, Deciding.noon());
  }

  @Test
  void allShowsAFewAndNamesTheRest() {
    var pages =
        IntStream.rangeClosed(1, 7)
            .mapToObj(i -> new Artifact("artifacts/step-" + i + ".png", i))
            .toArray(Artifact[]::new);

    var decision = OnFiles.found(thread, asked(Topic.SHOW_ARTIFACTS), files(thread, ANY, pages));

    assertThat(decision.effects().stream().filter(Effect.Show.class::isInstance)).hasSize(5);
    assertThat(said(decision).fallback())
        .contains("Showing 5 of the 7 files of agent 1")
        .contains("step-6.png")
        .contains("step-7.png")
        .doesNotContain("step-5.png");
    assertThat(labels(said(decision))).containsExactly("Open in Cursor");
  }

  @Test
  void aMarkFindsItsFileAndNoOther() {
    assertThat(FileMark.of(PAGE).among(List.of(LOG, PAGE))).contains(PAGE);
    assertThat(FileMark.of(PAGE).among(List.of(LOG, FILM))).isEmpty();
  }

  @Test
  void theCardOfAnEndedRunOffersWhatThereIsToLookAt() {
    var without = OnFiles.left(thread, agent.firstRun().id(), List.of(LOG, HUGE));
    var with = OnFiles.left(thread, agent.firstRun().id(), List.of(LOG, PAGE, FILM));

    assertThat(buttonsAfter(without)).doesNotContain("Show artifacts");
    assertThat(buttonsAfter(with)).contains("Show artifacts").hasSizeLessThanOrEqualTo(6);
    assertThat(with.effects()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void whatIsNotShownIsSaidWithItsNameAndTheWayToCursor(Why why) {
    var decision =
        OnFiles.unshown(thread, agent.id(), "unshown/1", Optional.of("login page.png"), why);

    var notice = said(decision);
    assertThat(notice.fallback()).contains("“login page.png”").contains(".");
    assertThat(labels(notice)).containsExactly("Open in Cursor");
    assertThat(
            said(OnFiles.unshown(thread, agent.id(), "unshown/1", Optional.empty(), why))
                .fallback())
        .containsIgnoringCase("the file");
  }

  private Post list(Conversation conversation, ChatPlatform.Files taken, Artifact... files) {
    return said(
        OnFiles.found(conversation, asked(Topic.ARTIFACTS), files(conversation, taken, files)));
  }

  private static Files files(
      Conversation conversation, ChatPlatform.Files taken, Artifact... files) {
    return new Files(List.of(files), conversation.address().thread().platform(), taken);
  }

  private Question asked(Topic topic) {
    return new Question(
        UUID.randomUUID(),
        topic,
        ANN,
        false,
        Optional.of(agent.id()),
        "",
        0,
        Question.Stage.ASKED,
        Samples.NOON);
  }

  private Conversation onTeams() {
    var there = new ChatThread(Platform.TEAMS, "T1", "C1", "r");
    return new Conversation(thread.id(), new Address(there, ""), thread.agents());
  }

  private static Question question(Decision decision) {
    return decision.effects().stream()
        .filter(Effect.Ask.class::isInstance)
        .map(effect -> ((Effect.Ask) effect).question())
        .findFirst()
        .orElseThrow();
  }

  private static Post said(Decision decision) {
    return decision.effects().stream()
        .filter(Effect.Say.class::isInstance)
        .map(effect -> ((Effect.Say) effect).post())
        .findFirst()
        .orElseThrow();
  }

  private static List<String> labels(Post post) {
    return post.buttons().stream().map(Button::label).toList();
  }

  private List<String> buttonsAfter(Decision decision) {
    var now = decision.after().agent(agent.id()).orElseThrow();
    return Deciding.buttons(now, now.firstRun());
  }
}
