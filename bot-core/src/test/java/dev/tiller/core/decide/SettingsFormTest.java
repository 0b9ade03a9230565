package dev.tiller.core.decide;

import static dev.tiller.core.conversation.Samples.ANN;
import static dev.tiller.core.conversation.Samples.BEN;
import static dev.tiller.core.conversation.Samples.thread;
import static dev.tiller.core.decide.Deciding.said;
import static dev.tiller.core.decide.Settling.ADMINS;
import static dev.tiller.core.decide.Settling.GOVERNED;
import static dev.tiller.core.decide.Settling.HOME;
import static dev.tiller.core.decide.Settling.THREAD;
import static dev.tiller.core.decide.Settling.chosen;
import static dev.tiller.core.decide.Settling.configured;
import static dev.tiller.core.decide.Settling.defaults;
import static dev.tiller.core.decide.Settling.the;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tiller.core.chat.ActionKey;
import dev.tiller.core.chat.Ask.Answer;
import dev.tiller.core.chat.Choice;
import dev.tiller.core.chat.Form;
import dev.tiller.core.chat.Form.ChoiceField;
import dev.tiller.core.chat.Form.TextField;
import dev.tiller.core.chat.FormSubmission;
import dev.tiller.core.settings.Preferences;
import dev.tiller.core.settings.Scope;
import dev.tiller.core.settings.ScopeKey;
import dev.tiller.core.settings.SettingChange;
import dev.tiller.core.settings.SettingName;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SettingsFormTest {

  private static Form open(SettingsCase the, Scope scope) {
    return ((Answer.Open) answer(the, scope)).form();
  }

  private static Answer answer(SettingsCase the, Scope scope) {
    return SettingsForm.open(new SettingKey(scope, List.of()), the, "n1");
  }

  private static ChoiceField choice(Form form, String name) {
    return (ChoiceField) field(form, name);
  }

  private static Form.Field field(Form form, String name) {
    return form.fields().stream()
        .filter(field -> field.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  /// The form as it comes back when nobody touches it.
  private static Map<String, String> untouched(Form form) {
    var values = new HashMap<String, String>();
    for (var field : form.fields()) {
      switch (field) {
        case ChoiceField its -> values.put(its.name(), its.initial().orElseThrow().value());
        case TextField its when !its.initial().isEmpty() -> values.put(its.name(), its.initial());
        case TextField _ -> {}
      }
    }
    return values;
  }

  private static FormSubmission sent(ActionKey key, SettingsCase the, Map<String, String> values) {
    return new FormSubmission(thread().address(), the.person(), key, "n1", values);
  }

  private static Decision submits(Scope scope, SettingsCase the, Map<String, String> values) {
    return submits(opened(scope, the), the, values);
  }

  private static Decision submits(ActionKey key, SettingsCase the, Map<String, String> values) {
    return OnSettings.submitted(
        thread(),
        SettingKey.parse(key).orElseThrow(),
        sent(key, the, values),
        the,
        Deciding.noon());
  }

  /// As an admin gets it; who may open it is another matter.
  private static ActionKey opened(Scope scope, SettingsCase the) {
    return open(the(ANN, the.chosen(), the.reviewed()), scope).key();
  }

  @Test
  void everyFieldSaysWhatHoldsAndWhy() {
    var before =
        chosen(
            Map.of(Scope.CHANNEL, defaults("repo=acme/api"), Scope.PERSON, defaults("model=opus")));

    var form = open(the(ANN, before, GOVERNED), Scope.CHANNEL);

    assertThat(form.fields())
        .extracting(Form.Field::name)
        .containsExactly(
            "repo",
            "branch",
            "model",
            "autopr",
            "context",
            "followups",
            "summary_outside",
            "listen",
            "quiet",
            "language");
    assertThat(field(form, "repo").hint())
        .isEqualTo("In effect for you: acme/api (set for this channel)");
    assertThat(field(form, "model").hint()).isEqualTo("In effect for you: opus (set by you)");
    assertThat(choice(form, "repo").initial()).contains(new Choice("acme/api", "acme/api"));
    assertThat(choice(form, "repo").searchable()).isTrue();
    assertThat(choice(form, "model").initial()).contains(new Choice("-", "Not set here"));
    assertThat(open(the(BEN), Scope.PERSON).fields()).hasSize(6);
  }

  @ParameterizedTest
  @EnumSource(Scope.class)
  void whatNobodyTouchesStaysAsItIs(Scope scope) {
    var before = chosen(Map.of(scope, defaults("repo=acme/api", "branch=dev", "context=last:33")));
    var the = the(ANN, before, GOVERNED);

    var decision = submits(scope, the, untouched(open(the, scope)));

    assertThat(configured(decision.effects())).isEmpty();
  }

  @Test
  void whatOthersHaveChangedMeanwhileStays() {
    var before = the(ANN, chosen(Map.of(Scope.CHANNEL, defaults("repo=acme/api"))), GOVERNED);
    var form = open(before, Scope.CHANNEL);
    var values = untouched(form);
    values.put("followups", "team");
    var now = the(ANN, chosen(Map.of(Scope.CHANNEL, defaults("repo=acme/web"))), GOVERNED);

    var decision = submits(form.key(), now, values);

    assertThat(configured(decision.effects())).containsExactly("channel followups=team");
  }

  @Test
  void whatIsChangedIsChangedAndShownToTheOthers() {
    var before = chosen(Map.of(Scope.CHANNEL, defaults("repo=acme/api", "branch=dev")));
    var the = the(ANN, before, GOVERNED);
    var values = untouched(open(the, Scope.CHANNEL));
    values.put("repo", "-");
    values.remove("branch");
    values.put("followups", "team");

    var decision = submits(Scope.CHANNEL, the, values);

    assertThat(configured(decision.effects()))
        .containsExactly("channel repo=", "channel branch=", "channel followups=team");
    assertThat(said(decision))
        .contains("Ann has changed settings", "Repository: acme/api → not set");
  }

  @Test
  void onesOwnSettingsAreNobodyElsesBusiness() {
    var decision = submits(Scope.PERSON, the(BEN), Map.of("model", "opus"));

    assertThat(configured(decision.effects())).containsExactly("me model=opus");
    assertThat(said(decision)).isEmpty();
    assertThat(decision.note().orElseThrow()).contains("Model: not set → opus");
  }

  @Test
  void authorityIsCheckedWhenItIsOpenedAndAgainWhenItIsSent() {
    assertThat(answer(the(BEN), Scope.CHANNEL)).isInstanceOf(Answer.Refuse.class);

    var decision = submits(Scope.CHANNEL, the(BEN), Map.of("model", "opus"));

    assertThat(configured(decision.effects())).isEmpty();
    assertThat(decision.note().orElseThrow()).contains("Only admins can change");
  }

  @Test
  void aMistakeInAFieldChangesNothingAndIsTold() {
    var decision = submits(Scope.PERSON, the(BEN), Map.of("branch", "two words", "model", "opus"));

    assertThat(configured(decision.effects())).isEmpty();
    assertThat(decision.note().orElseThrow()).contains("branch=two words is not");
  }

  @Test
  void whatTheReviewedFileSaysHasNoField() {
    var file =
        Settling.reviewed(
            ADMINS, false, Map.of(ScopeKey.channel(THREAD), defaults("repo=acme/api")));
    var the = the(ANN, Preferences.NONE, file);

    assertThat(open(the, Scope.CHANNEL).fields())
        .extracting(Form.Field::name)
        .doesNotContain("repo")
        .contains("model");
    assertThat(configured(submits(Scope.CHANNEL, the, Map.of("repo", "acme/web")).effects()))
        .isEmpty();
  }

  @Test
  void repositoriesAndModelsAreFoundByTyping() {
    var key = new SettingKey(Scope.CHANNEL, List.of());

    assertThat(SettingsForm.choices(the(ANN), key, "repo", "API"))
        .extracting(Choice::value)
        .containsExactly("acme/api", "other/api");
    assertThat(SettingsForm.choices(the(ANN), key, "model", ""))
        .extracting(Choice::value)
        .containsExactly("auto", "claude-opus-4", "gpt-5.2");
    assertThat(SettingsForm.choices(the(ANN), key, "repo", "not set"))
        .extracting(Choice::value)
        .containsExactly("-");
    assertThat(SettingsForm.choices(the(BEN), key, "repo", "api")).isEmpty();
  }

  @Test
  void whereNothingIsListedPeopleWrite() {
    var unknown =
        new SettingsCase(
            THREAD,
            ANN,
            Preferences.NONE,
            GOVERNED,
            Deciding.RULES,
            List.of(),
            List.of(),
            List.of());

    assertThat(field(open(unknown, Scope.CHANNEL), "repo")).isInstanceOf(TextField.class);
    assertThat(field(open(unknown, Scope.CHANNEL), "model")).isInstanceOf(TextField.class);
  }

  @Test
  void theBotsOwnPageNeedsNoConversation() {
    var atHome = Settling.at(HOME, ANN, Preferences.NONE, GOVERNED);
    var key = open(atHome, Scope.PERSON).key();
    var mine = SettingKey.parse(key).orElseThrow();
    var sent = sent(key, atHome, Map.of("model", "opus"));

    var outcome = OnSettings.submittedAtHome(mine, sent, atHome);

    assertThat(configured(outcome.effects())).containsExactly("me model=opus");
    assertThat(outcome.effects()).noneMatch(Effect.Say.class::isInstance);
    assertThat(outcome.note()).contains("not set → opus");
  }

  @Test
  void thereIsNoChannelOnTheBotsOwnPage() {
    var atHome = Settling.at(HOME, ANN, Preferences.NONE, GOVERNED);
    var model = new SettingChange(SettingName.MODEL, Optional.empty());
    var channel = new SettingKey(Scope.CHANNEL, List.of(model));
    var sent = sent(channel.opened(), atHome, Map.of("model", "opus"));

    assertThat(answer(atHome, Scope.CHANNEL)).isInstanceOf(Answer.Refuse.class);
    assertThat(configured(OnSettings.submittedAtHome(channel, sent, atHome).effects())).isEmpty();
  }
}
