package dev.tiller.core.decide;

import static dev.tiller.core.conversation.Samples.ANN;
import static dev.tiller.core.conversation.Samples.BEN;
import static dev.tiller.core.conversation.Samples.thread;
import static dev.tiller.core.decide.Deciding.audited;
import static dev.tiller.core.decide.Deciding.message;
import static dev.tiller.core.decide.Deciding.said;
import static dev.tiller.core.decide.Settling.chosen;
import static dev.tiller.core.decide.Settling.repository;
import static dev.tiller.core.decide.Settling.the;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tiller.core.settings.KeywordRule;
import dev.tiller.core.settings.Preferences;
import dev.tiller.core.settings.Vocabulary;
import dev.tiller.core.settings.WordsEdit;
import dev.tiller.core.settings.WordsEdit.Kind;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OnWordsTest {

  private static Decision says(SettingsCase the, WordsEdit edit) {
    var conversation = thread();
    return OnWords.said(conversation, message(conversation, the.person(), "rules"), edit, the);
  }

  private static List<WordsEdit> taught(Decision decision) {
    return decision.effects().stream()
        .filter(Effect.Teach.class::isInstance)
        .map(effect -> ((Effect.Teach) effect).edit())
        .toList();
  }

  @Test
  void everybodyMayReadThem() {
    assertThat(said(says(the(BEN), new WordsEdit.Show(Kind.RULE))))
        .isEqualTo(
            "Rules of this workspace:\nfrontend → acme/web\nTo add one: rules add word owner/name");
    assertThat(said(says(the(BEN), new WordsEdit.Show(Kind.ALIAS)))).contains("site → acme/web");
    assertThat(
            said(
                says(
                    the(BEN, Preferences.NONE, Settling.GOVERNED), new WordsEdit.Show(Kind.ALIAS))))
        .isEqualTo("There are no aliases yet. To add one: aliases add word owner/name");
  }

  @Test
  void anAdminAddsChangesAndRemovesThem() {
    var add = new WordsEdit.Add(Kind.RULE, "backend", repository("ACME/api"));
    var added = says(the(ANN), add);
    assertThat(taught(added))
        .containsExactly(new WordsEdit.Add(Kind.RULE, "backend", repository("acme/api")));
    assertThat(said(added))
        .isEqualTo("Rule “backend”: none → acme/api. To take it back: rules remove backend");
    assertThat(audited(added)).containsExactly("rules by admin");

    var changed = says(the(ANN), new WordsEdit.Add(Kind.RULE, "frontend", repository("acme/api")));
    assertThat(said(changed))
        .isEqualTo(
            "Rule “frontend”: acme/web → acme/api."
                + " To take it back: rules add frontend acme/web");

    var removed = says(the(ANN), new WordsEdit.Remove(Kind.ALIAS, "site"));
    assertThat(taught(removed)).hasSize(1);
    assertThat(said(removed)).contains("Alias “site”: acme/web → none");
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void nobodyElseDoes(Kind kind) {
    var decision = says(the(BEN), new WordsEdit.Add(kind, "backend", repository("acme/api")));

    assertThat(taught(decision)).isEmpty();
    assertThat(said(decision)).contains("Only admins can change this workspace’s", "Ask Ann");
    assertThat(audited(decision)).singleElement().asString().endsWith("refused by admins only");
  }

  @Test
  void whatIsNotThereCannotBeRemoved() {
    assertThat(said(says(the(ANN), new WordsEdit.Remove(Kind.RULE, "nothing"))))
        .contains("There is no rule “nothing”", "rules list");
  }

  @Test
  void aNearMissIsAsked() {
    var decision = says(the(ANN), new WordsEdit.Add(Kind.RULE, "x", repository("acme/wbe")));

    assertThat(taught(decision)).isEmpty();
    assertThat(said(decision)).contains("Did you mean acme/web?");
  }

  @Test
  void aRepositoryThatTheServiceDoesNotListIsTaken() {
    assertThat(taught(says(the(ANN), new WordsEdit.Add(Kind.RULE, "x", repository("far/away")))))
        .hasSize(1);
  }

  @Test
  void theReviewedFilesWordsStay() {
    var file =
        Settling.reviewed(new Vocabulary(Map.of("frontend", repository("acme/api")), Map.of()));
    var the = the(ANN, chosen(Map.of()), file);

    assertThat(said(says(the, new WordsEdit.Show(Kind.RULE))))
        .contains("frontend → acme/api (set in the reviewed file)");
    assertThat(said(says(the, new WordsEdit.Remove(Kind.RULE, "frontend"))))
        .contains("set in the reviewed file (tiller-settings.yaml)", "Nothing was changed");
  }

  @Test
  void thereIsAMost() {
    var rules =
        IntStream.range(0, 200)
            .mapToObj(number -> new KeywordRule("word" + number, repository("acme/web"), false))
            .toList();
    var many =
        new Preferences(
            Preferences.NONE.channel(),
            Preferences.NONE.person(),
            Preferences.NONE.workspace(),
            rules,
            Map.of());
    var the = the(ANN, many, Settling.GOVERNED);

    assertThat(taught(says(the, new WordsEdit.Add(Kind.RULE, "new", repository("acme/web")))))
        .isEmpty();
    assertThat(taught(says(the, new WordsEdit.Add(Kind.RULE, "word7", repository("acme/api")))))
        .hasSize(1);
    assertThat(said(says(the, new WordsEdit.Show(Kind.RULE)))).contains("and 160 more");
  }
}
