package dev.tiller.core.decide;

import static dev.tiller.core.conversation.Samples.ANN;
import static dev.tiller.core.conversation.Samples.BEN;
import static dev.tiller.core.conversation.Samples.NOON;
import static dev.tiller.core.conversation.Samples.WEB;
import static dev.tiller.core.conversation.Samples.thread;
import static dev.tiller.core.decide.Deciding.kinds;
import static dev.tiller.core.decide.Deciding.only;
import static dev.tiller.core.decide.Deciding.said;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tiller.core.agents.Account.Model;
import dev.tiller.core.agents.Repository;
import dev.tiller.core.chat.Attachment;
import dev.tiller.core.chat.Button;
import dev.tiller.core.chat.Card;
import dev.tiller.core.chat.Choice;
import dev.tiller.core.chat.InboundMessage;
import dev.tiller.core.chat.Notice;
import dev.tiller.core.chat.Person;
import dev.tiller.core.chat.Place;
import dev.tiller.core.chat.Post;
import dev.tiller.core.command.Grammar;
import dev.tiller.core.conversation.Conversation;
import dev.tiller.core.conversation.Draft;
import dev.tiller.core.conversation.Draft.Stage;
import dev.tiller.core.conversation.Samples;
import dev.tiller.core.routing.Background;
import dev.tiller.core.routing.Known;
import dev.tiller.core.routing.Source;
import dev.tiller.core.settings.Defaults;
import dev.tiller.core.settings.KeywordRule;
import dev.tiller.core.settings.Preferences;
import dev.tiller.core.settings.Reviewed;
import dev.tiller.core.settings.SettingName;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OnDraftTest {

  private static final Repository API = Repository.parse("acme/api").orElseThrow();
  private static final Known KNOWN =
      Known.of(
          List.of(WEB, API, Repository.parse("acme/web-app").orElseThrow()),
          List.of(new Model("opus-4", "Opus 4", Optional.empty(), List.of())));

  private static Background background(Preferences preferences) {
    return Deciding.background(Deciding.RULES, KNOWN, preferences);
  }

  private static Decision says(Conversation conversation, Person author, String text) {
    return Deciding.says(conversation, author, text, background(Preferences.NONE));
  }

  private static Draft held(Decision decision) {
    return decision.effects().stream()
        .filter(Effect.Hold.class::isInstance)
        .map(effect -> ((Effect.Hold) effect).draft())
        .findFirst()
        .orElseThrow();
  }

  private static Post shown(Decision decision) {
    return decision.effects().stream()
        .filter(Effect.Say.class::isInstance)
        .map(effect -> ((Effect.Say) effect).post())
        .findFirst()
        .orElseThrow();
  }

  private static List<String> labels(Decision decision) {
    return shown(decision).buttons().stream().map(Button::label).toList();
  }

  private static DraftKey key(Decision decision, String label) {
    return shown(decision).buttons().stream()
        .filter(button -> button.label().equals(label))
        .map(button -> DraftKey.parse(((Button.Press) button).key()).orElseThrow())
        .findFirst()
        .orElseThrow();
  }

  private static Decision chooses(
      Conversation conversation, Draft draft, Person actor, String value, Instant now) {
    return chooses(conversation, draft, actor, Optional.of(value), now);
  }

  private static Decision chooses(Conversation conversation, Draft draft, String value) {
    return chooses(conversation, draft, ANN, value, NOON);
  }

  private static Decision chooses(
      Conversation conversation, Draft draft, Person actor, Optional<String> value, Instant now) {
    return clicks(conversation, draft, Verbs.CHOOSE, value, actor, now, Reviewed.NONE);
  }

  private static Decision clicks(
      Conversation conversation,
      Draft draft,
      String verb,
      Optional<String> value,
      Person actor,
      Instant now,
      Reviewed reviewed) {
    return clicks(conversation, draft, verb, value, actor, now, reviewed, Defaults.NONE);
  }

  private static Decision clicks(
      Conversation conversation,
      Draft draft,
      String verb,
      Optional<String> value,
      Person actor,
      Instant now,
      Reviewed reviewed,
      Defaults channel) {
    var chosen = new Preferences(channel, Defaults.NONE, Defaults.NONE, List.of(), Map.of());
    var the =
        new SettingsCase(
            conversation.address().thread(),
            actor,
            chosen,
            reviewed,
            Deciding.RULES,
            KNOWN.repositories(),
            KNOWN.models(),
            List.of());
    return OnDraft.clicked(
        conversation,
        draft,
        new DraftKey(verb, draft.id(), Optional.empty()),
        value,
        actor,
        new Surroundings(
            () -> background(chosen),
            () -> the,
            Preferences.NONE,
            Deciding.RULES,
            Deciding.at(now)));
  }

  @Test
  void whereNothingSaysWhichRepositoryAMenuOffersAllThatAreKnown() {
    var asked = says(thread(), ANN, "fix it");

    assertThat(asked.after().agents()).isEmpty();
    var menu = ((Card) shown(asked)).menu().orElseThrow();
    assertThat(menu.choices())
        .extracting(Choice::label)
        .containsExactly("acme/api", "acme/web", "acme/web-app");
    assertThat(shown(asked).fallback()).contains("Only Ann can choose").contains("10 minutes");
  }

  @Test
  void aChoiceGoesOnWithTheOriginalRequest() {
    var conversation = thread();
    var draft = held(says(conversation, ANN, "branch=dev autopr=no fix it"));

    var decision = chooses(conversation, draft, "acme/api");

    var agent = only(decision);
    assertThat(agent.request().repository()).isEqualTo(API);
    assertThat(agent.request().branch()).contains("dev");
    assertThat(agent.request().createPullRequest()).isFalse();
    assertThat(agent.request().sources().repository()).isEqualTo(new Source(Source.Kind.CHOSEN));
    assertThat(agent.firstRun().prompt()).isEqualTo("fix it");
    assertThat(agent.firstRun().message()).contains("m9");
    assertThat(kinds(decision)).contains(Effect.React.class, Effect.Launch.class);
    assertThat(held(decision).stage()).isEqualTo(Stage.TAKEN);
    assertThat(said(decision)).contains("Goes on with acme/api");
  }

  @Test
  void aRequestForAnotherAgentGoesOnAsOne() {
    var conversation = thread(Samples.running());
    var draft = held(says(conversation, ANN, "agent fix it"));

    var decision = chooses(conversation, draft, "acme/api");

    assertThat(decision.after().agents()).hasSize(2);
  }

  @Test
  void aSecondChoiceDoesNothingAndSaysSo() {
    var conversation = thread();
    var draft = held(says(conversation, ANN, "fix it"));
    var once = chooses(conversation, draft, "acme/api");

    var twice = chooses(once.after(), held(once), "acme/web");

    assertThat(twice.effects()).isEmpty();
    assertThat(twice.note()).hasValueSatisfying(note -> assertThat(note).contains("already"));
  }

  @Test
  void somebodyElseCannotChoose() {
    var conversation = thread();
    var draft = held(says(conversation, ANN, "fix it"));

    var decision = chooses(conversation, draft, BEN, "acme/api", NOON);

    assertThat(decision.effects()).isEmpty();
    assertThat(decision.note()).hasValueSatisfying(note -> assertThat(note).contains("Only Ann"));
    assertThat(OnDraft.choices(draft, BEN, KNOWN, "")).isEmpty();
  }

  @Test
  void afterTenMinutesNobodyCanChoose() {
    var conversation = thread();
    var draft = held(says(conversation, ANN, "fix it"));

    var late = chooses(conversation, draft, ANN, "acme/api", NOON.plusSeconds(601));
    var expired = OnDraft.expired(conversation, draft);

    for (var decision : List.of(late, expired)) {
      assertThat(decision.after().agents()).isEmpty();
      assertThat(held(decision).stage()).isEqualTo(Stage.EXPIRED);
      assertThat(said(decision)).contains("Nobody chose in time").contains("Nothing was started");
    }
    assertThat(late.note()).isPresent();
    assertThat(chooses(conversation, held(expired), "acme/api").after().agents()).isEmpty();
    assertThat(OnDraft.expired(conversation, held(chooses(conversation, draft, "acme/api"))))
        .isEqualTo(Decision.nothing(conversation));
  }

  @Test
  void whatIsNoRepositoryCannotBeChosen() {
    var conversation = thread();
    var draft = held(says(conversation, ANN, "fix it"));

    assertThat(chooses(conversation, draft, "no such thing").effects()).isEmpty();
  }

  @Test
  void ofATieEachCandidateIsAButtonWithItsReason() {
    var rules =
        List.of(new KeywordRule("frontend", WEB, false), new KeywordRule("backend", API, false));
    var preferences = new Preferences(Defaults.NONE, Defaults.NONE, Defaults.NONE, rules, Map.of());

    var asked =
        Deciding.says(thread(), ANN, "connect frontend and backend", background(preferences));

    assertThat(labels(asked)).containsExactly("Use acme/web", "Use acme/api");
    assertThat(((Card) shown(asked)).facts())
        .contains(new Card.Fact("acme/web", "rule “frontend”"));
    assertThat(key(asked, "Use acme/api").value())
        .hasValueSatisfying(value -> assertThat(Repository.parse(value)).contains(API));
  }

  @ParameterizedTest
  @CsvSource({
    "repo=acme/wbe fix it, Did you mean acme/web?, 'Use acme/web,Use acme/wbe'",
    "repo=webapp fix it, Which repository?, 'Use acme/web-app,Use acme/web'",
    "repo=acme/web model=opus-5 fix it, Did you mean opus-4?, "
        + "'Use opus-4,Use opus-5,Let Cursor choose the model'"
  })
  void aNearMissIsAQuestionWithTheLikelyAnswerAsAButton(String text, String title, String buttons) {
    var asked = says(thread(), ANN, text);

    assertThat(asked.after().agents()).isEmpty();
    assertThat(((Card) shown(asked)).title()).isEqualTo(title);
    assertThat(labels(asked)).containsExactly(buttons.split(",", -1));
  }

  @Test
  void theRepositoryAndThenTheModelAreAskedForOneAfterTheOther() {
    var conversation = thread();
    var draft = held(says(conversation, ANN, "model=opus-5 fix it"));

    var then = chooses(conversation, draft, "acme/api");

    assertThat(then.after().agents()).isEmpty();
    var second =
        then.effects().stream()
            .filter(Effect.Hold.class::isInstance)
            .map(effect -> ((Effect.Hold) effect).draft())
            .filter(each -> each.stage() == Stage.WAITING)
            .findFirst()
            .orElseThrow();
    var launched = chooses(conversation, second, "auto");
    assertThat(only(launched).request().repository()).isEqualTo(API);
    assertThat(only(launched).request().model()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "rpeo=acme/web fix it, Use repo=acme/web",
    "repo=acme/web autopr=yse fix it, Use autopr=yes",
  })
  void whatWasProbablyMeantIsAButton(String text, String label) {
    var conversation = thread();
    var asked = says(conversation, ANN, text);

    assertThat(asked.after().agents()).isEmpty();
    assertThat(shown(asked)).isInstanceOf(Notice.class);
    assertThat(said(asked)).contains("Nothing was started");
    assertThat(labels(asked)).containsExactly(label);
    var decision = chooses(conversation, held(asked), ANN, key(asked, label).value(), NOON);
    assertThat(only(decision).request().repository()).isEqualTo(WEB);
    assertThat(only(decision).firstRun().prompt()).isEqualTo("fix it");
  }

  @Test
  void theFilesOfARequestGoOnWithIt() {
    var conversation = thread();
    var file = new Attachment("a.png", "image/png", OptionalLong.of(7), "id");
    var plain = Deciding.message(conversation, ANN, "fix it");
    var message =
        new InboundMessage(
            plain.address(),
            plain.message(),
            ANN,
            Place.CHANNEL,
            plain.text(),
            false,
            false,
            List.of(file));

    var background = background(Preferences.NONE);
    var asked =
        OnMessage.decide(
            conversation,
            message,
            Grammar.parse(message.text()),
            new Surroundings(
                () -> background,
                () -> Deciding.settings(conversation, ANN, background),
                Preferences.NONE,
                Deciding.RULES,
                Deciding.noon()));

    assertThat(held(asked).message()).isEqualTo(message);
  }

  private static Draft taken(Conversation conversation) {
    var draft = held(says(conversation, ANN, "fix it"));
    return held(chooses(conversation, draft, "acme/api"));
  }

  private static Decision remembers(
      Conversation conversation, Draft draft, Defaults channel, boolean allowed) {
    var reviewed =
        new Reviewed(Optional.empty(), Optional.empty(), Set.of(), allowed, Map.of(), Map.of());
    return clicks(
        conversation, draft, Verbs.REMEMBER, Optional.empty(), ANN, NOON, reviewed, channel);
  }

  @Test
  void aChoiceCanBecomeTheDefaultWithoutTheBranchOfTheOldOne() {
    var conversation = thread();
    var old = Deciding.defaults("repo=acme/web branch=dev");

    var decision = remembers(conversation, taken(conversation), old, true);

    var changes =
        decision.effects().stream()
            .filter(Effect.Configure.class::isInstance)
            .map(effect -> ((Effect.Configure) effect).change());
    assertThat(changes.map(its -> its.name() + "=" + its.value().orElse("")))
        .containsExactly(SettingName.REPOSITORY + "=acme/api", SettingName.BRANCH + "=");
    assertThat(held(decision).stage()).isEqualTo(Stage.REMEMBERED);
    assertThat(said(decision)).contains("this channel’s default");
    assertThat(remembers(conversation, held(decision), old, true).effects()).isEmpty();
  }

  @Test
  void whoMayNotChangeTheChannelMakesNoDefaultOfTheirChoice() {
    var conversation = thread();

    var decision = remembers(conversation, taken(conversation), Defaults.NONE, false);

    assertThat(kinds(decision)).containsExactly(Effect.Audit.class);
    assertThat(decision.note()).hasValueSatisfying(note -> assertThat(note).contains("admin"));
  }

  @Test
  void whatWasNotChosenYetIsNotRemembered() {
    var conversation = thread();
    var draft = held(says(conversation, ANN, "fix it"));

    assertThat(remembers(conversation, draft, Defaults.NONE, true).effects()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "web, 'acme/web,acme/web-app'",
    "WEB app, acme/web-app",
    "app acme, acme/web-app",
    "ap, 'acme/api,acme/web-app'",
    "nothing, ''"
  })
  void theMenuIsSearchedByWordsInAnyOrder(String typed, String found) {
    var draft = held(says(thread(), ANN, "fix it"));

    assertThat(OnDraft.choices(draft, ANN, KNOWN, typed).stream().map(Choice::value))
        .containsExactly(found.isEmpty() ? new String[0] : found.split(",", -1));
  }
}
