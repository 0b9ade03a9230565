package dev.tiller.core.decide;

import static dev.tiller.core.conversation.Samples.ANN;
import static dev.tiller.core.conversation.Samples.BEN;
import static dev.tiller.core.conversation.Samples.thread;
import static dev.tiller.core.decide.Deciding.audited;
import static dev.tiller.core.decide.Deciding.said;
import static dev.tiller.core.decide.Settling.ADMINS;
import static dev.tiller.core.decide.Settling.GOVERNED;
import static dev.tiller.core.decide.Settling.THREAD;
import static dev.tiller.core.decide.Settling.changes;
import static dev.tiller.core.decide.Settling.chosen;
import static dev.tiller.core.decide.Settling.configured;
import static dev.tiller.core.decide.Settling.defaults;
import static dev.tiller.core.decide.Settling.the;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tiller.core.agents.Repository;
import dev.tiller.core.chat.ActionKey;
import dev.tiller.core.chat.Button;
import dev.tiller.core.chat.InboundMessage;
import dev.tiller.core.chat.Notice;
import dev.tiller.core.chat.Place;
import dev.tiller.core.chat.Post;
import dev.tiller.core.command.Command;
import dev.tiller.core.conversation.Conversation;
import dev.tiller.core.conversation.Samples;
import dev.tiller.core.settings.Preferences;
import dev.tiller.core.settings.Reviewed;
import dev.tiller.core.settings.Scope;
import dev.tiller.core.settings.ScopeKey;
import dev.tiller.core.settings.Steering;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OnSettingsTest {

  private final Conversation conversation = thread();

  private Decision says(SettingsCase the, Optional<Scope> scope, Place place, String... changes) {
    var message =
        new InboundMessage(
            conversation.address(), "m9", the.person(), place, "settings", false, false);
    return OnSettings.said(
        conversation, message, new Command.Settings(scope, changes(changes)), the);
  }

  private Decision says(SettingsCase the, Scope scope, String... changes) {
    return says(the, Optional.of(scope), Place.CHANNEL, changes);
  }

  private static Post post(Decision decision) {
    return decision.effects().stream()
        .filter(Effect.Say.class::isInstance)
        .map(effect -> ((Effect.Say) effect).post())
        .findFirst()
        .orElseThrow();
  }

  @Test
  void aChangeSaysTheOldAndTheNewValueAndIsRecorded() {
    var before = chosen(Map.of(Scope.CHANNEL, defaults("repo=acme/api")));

    var decision = says(the(ANN, before, GOVERNED), Scope.CHANNEL, "repo=acme/web", "model=opus");

    assertThat(configured(decision.effects()))
        .containsExactly("channel repo=acme/web", "channel model=opus");
    assertThat(said(decision))
        .isEqualTo(
            "This channel’s settings:\nRepository: acme/api → acme/web\nModel: not set → opus");
    assertThat(audited(decision)).containsExactly("settings by admin", "settings by admin");
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void anotherLanguageIsSpokenFromItsOwnAnswerOn(boolean typed) {
    var the = the(ANN, chosen(Map.of()), GOVERNED);
    var german = new SettingKey(Scope.WORKSPACE, changes("language=de"));

    var post =
        post(
            typed
                ? says(the, Scope.WORKSPACE, "language=de")
                : OnSettings.clicked(conversation, german, the, Deciding.noon()));

    assertThat(post.fallback())
        .contains("Sprache: nicht gesetzt → Deutsch")
        .doesNotContain("settings");
    assertThat(((Notice) post).buttons()).extracting(Button::label).containsExactly("Bearbeiten");
  }

  @Test
  void takingBackSaysWhatHoldsInstead() {
    var before =
        chosen(
            Map.of(Scope.CHANNEL, defaults("model=opus"), Scope.WORKSPACE, defaults("model=auto")));

    var decision = says(the(ANN, before, GOVERNED), Scope.CHANNEL, "model=");

    assertThat(configured(decision.effects())).containsExactly("channel model=");
    assertThat(said(decision))
        .contains("Model: opus → not set. In effect here: auto (set for this workspace)");
  }

  @Test
  void aValueThatAStrongerOneBeatsIsSaidSo() {
    var before = chosen(Map.of(Scope.CHANNEL, defaults("repo=acme/api")));

    assertThat(said(says(the(BEN, before, GOVERNED), Scope.PERSON, "repo=acme/web")))
        .contains("not set → acme/web. In effect here: acme/api (set for this channel)");
  }

  @Test
  void whatIsSoAlreadyIsNotWrittenDownAgain() {
    var before = chosen(Map.of(Scope.CHANNEL, defaults("repo=acme/api")));

    var decision = says(the(ANN, before, GOVERNED), Scope.CHANNEL, "repo=Acme/API");

    assertThat(configured(decision.effects())).isEmpty();
    assertThat(said(decision)).contains("acme/api, as before");
  }

  @Test
  void withoutAScopeItIsTheChannelAndInADirectChatThePerson() {
    assertThat(configured(says(the(ANN), Optional.empty(), Place.CHANNEL, "autopr=no").effects()))
        .containsExactly("channel autopr=no");
    assertThat(configured(says(the(BEN), Optional.empty(), Place.DIRECT, "autopr=no").effects()))
        .containsExactly("me autopr=no");
  }

  @ParameterizedTest
  @CsvSource({"CHANNEL, this channel’s settings", "WORKSPACE, this workspace’s settings"})
  void whoMayNotIsToldWhoCan(Scope scope, String what) {
    var decision = says(the(BEN), scope, "repo=acme/web");

    assertThat(configured(decision.effects())).isEmpty();
    assertThat(said(decision))
        .isEqualTo("Only admins can change " + what + ". Ask Ann. Nothing was changed.");
    assertThat(audited(decision)).containsExactly("settings refused by admins only");
  }

  @Test
  void withoutAnyAdminPeopleAreToldWhatWhoRunsTheBotMustSet() {
    var nobody = the(BEN, Preferences.NONE, Reviewed.NONE);

    assertThat(said(says(nobody, Scope.CHANNEL, "repo=acme/web")))
        .contains("TILLER_ADMINS", "slack:" + BEN.id(), "Nothing was changed");
  }

  @Test
  void membersMayWhereThatIsConfigured() {
    var open = Settling.reviewed(ADMINS, true, Map.of());

    var decision = says(the(BEN, Preferences.NONE, open), Scope.CHANNEL, "repo=acme/web");

    assertThat(configured(decision.effects())).hasSize(1);
    assertThat(audited(decision)).containsExactly("settings by channel_settings=members");
  }

  @Test
  void whatTheReviewedFileSaysCannotBeChangedInChat() {
    var file =
        Settling.reviewed(
            ADMINS, false, Map.of(ScopeKey.channel(THREAD), defaults("repo=acme/api")));
    var the = the(ANN, Preferences.NONE, file);

    var decision = says(the, Scope.CHANNEL, "model=opus", "repo=acme/web");

    assertThat(configured(decision.effects())).isEmpty();
    assertThat(said(decision))
        .contains("Repository", "set in the reviewed file (tiller-settings.yaml)");
    assertThat(configured(says(the, Scope.WORKSPACE, "repo=acme/web").effects())).hasSize(1);
  }

  @Test
  void settingsOfPlacesAreNoPersonsSettings() {
    assertThat(said(says(the(BEN), Scope.PERSON, "followups=team")))
        .contains("a setting of channels", "followups");
  }

  @ParameterizedTest
  @CsvSource({
    "repo=acme/wbe, acme/web, Did you mean acme/web?",
    "repo=acne/web, acme/web, Did you mean acme/web?",
    "model=gpt-5.3, gpt-5.2, Did you mean gpt-5.2?",
    "model=claude, claude-opus-4, Did you mean claude-opus-4?"
  })
  void aNearMissIsAskedWithTheLikelyAnswerAsAButton(String written, String near, String asked) {
    var decision = says(the(ANN), Scope.CHANNEL, written, "autopr=no");

    assertThat(configured(decision.effects())).isEmpty();
    assertThat(said(decision)).contains(asked, "Nothing was changed yet");
    var key = key(post(decision), 0);
    var clicked = OnSettings.clicked(conversation, key, the(ANN), Deciding.noon());
    assertThat(configured(clicked.effects()))
        .containsExactly("channel " + written.split("=", -1)[0] + "=" + near, "channel autopr=no");
    assertThat(said(clicked)).contains("Ann has changed settings", near);
  }

  private static SettingKey key(Post post, int button) {
    var press = (Button.Press) post.buttons().get(button);
    return SettingKey.parse(ActionKey.parse(press.key().encoded()).orElseThrow()).orElseThrow();
  }

  @Test
  void whoInsistsGetsWhatIsNotListed() {
    var decision = says(the(ANN), Scope.CHANNEL, "repo=acme/secret");

    assertThat(said(decision)).contains("Cursor lists no repository acme/secret");
    var insisted =
        OnSettings.clicked(conversation, key(post(decision), 0), the(ANN), Deciding.noon());
    assertThat(configured(insisted.effects())).containsExactly("channel repo=acme/secret");
  }

  @Test
  void aClickIsCheckedAgainForWhoeverClicks() {
    var key = new SettingKey(Scope.CHANNEL, changes("repo=acme/web"));

    var decision = OnSettings.clicked(conversation, key, the(BEN), Deciding.noon());

    assertThat(configured(decision.effects())).isEmpty();
    assertThat(decision.note().orElseThrow()).contains("Only admins");
    assertThat(audited(decision)).containsExactly("settings refused by admins only");
  }

  @Test
  void nothingIsListedNothingIsQuestioned() {
    var unknown =
        new SettingsCase(
            THREAD,
            ANN,
            Preferences.NONE,
            GOVERNED,
            Deciding.RULES,
            List.<Repository>of(),
            List.of(),
            List.of());

    assertThat(configured(says(unknown, Scope.CHANNEL, "repo=a/b", "model=new").effects()))
        .containsExactly("channel repo=a/b", "channel model=new");
  }

  @ParameterizedTest
  @CsvSource({
    "repo=SITE, repo=acme/web",
    "repo=web, repo=acme/web",
    "repo=ACME/Web, repo=acme/web",
    "model=OPUS, model=opus",
    "model=default, model=auto",
    "autopr=on, autopr=yes",
    "context=LAST:7, context=last:7"
  })
  void valuesAreKeptAsTheyAreCalled(String written, String kept) {
    assertThat(configured(says(the(ANN), Scope.CHANNEL, written).effects()))
        .containsExactly("channel " + kept);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "repo=api",
        "repo=what is this",
        "branch=a b",
        "model=a b",
        "autopr=maybe",
        "context=last:0",
        "followups=nobody",
        "summary_outside=perhaps"
      })
  void whatIsNoValueIsSaidWithWhatIs(String written) {
    var decision = says(the(ANN), Scope.CHANNEL, written);

    assertThat(configured(decision.effects())).isEmpty();
    assertThat(said(decision)).contains(written, "is not", "Write", "Nothing was changed");
  }

  @Test
  void lookingShowsWhatHoldsOrOneScope() {
    assertThat(said(says(the(BEN), Optional.empty(), Place.CHANNEL)))
        .contains("Settings that hold for you here", "Repository (repo): asked each time");
    assertThat(said(says(the(BEN), Scope.WORKSPACE)))
        .contains("Settings of this workspace", "Model (model): not set");
  }

  @Test
  void channelAndWorkspaceDecideWhoMayFollowUp() {
    var agent = Samples.running();
    var team = chosen(Map.of(Scope.CHANNEL, defaults("followups=team")));
    var owner =
        chosen(
            Map.of(
                Scope.CHANNEL,
                defaults("followups=owner"),
                Scope.WORKSPACE,
                defaults("followups=team")));
    var shared = Deciding.rules(Steering.team(), true);

    assertThat(Authority.maySteer(BEN, agent, Deciding.RULES.under(team)).allowed()).isTrue();
    assertThat(Authority.maySteer(BEN, agent, shared.under(owner)).allowed()).isFalse();
    assertThat(Authority.maySteer(BEN, agent, shared.under(Preferences.NONE)).allowed()).isTrue();
    assertThat(Authority.maySteer(ANN, agent, shared.under(owner)).allowed()).isTrue();
  }
}
