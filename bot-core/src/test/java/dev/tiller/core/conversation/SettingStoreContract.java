package dev.tiller.core.conversation;

import static dev.tiller.core.conversation.Samples.ANN;
import static dev.tiller.core.conversation.Samples.BEN;
import static dev.tiller.core.conversation.Samples.WEB;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tiller.core.agents.Repository;
import dev.tiller.core.chat.ChatThread;
import dev.tiller.core.chat.Person;
import dev.tiller.core.chat.Platform;
import dev.tiller.core.command.ContextChoice;
import dev.tiller.core.command.Pick;
import dev.tiller.core.settings.Defaults;
import dev.tiller.core.settings.Etiquette;
import dev.tiller.core.settings.KeywordRule;
import dev.tiller.core.settings.Preferences;
import dev.tiller.core.settings.ScopeKey;
import dev.tiller.core.settings.SettingChange;
import dev.tiller.core.settings.SettingName;
import dev.tiller.core.settings.Steering;
import dev.tiller.core.settings.WordsEdit;
import dev.tiller.core.settings.WordsEdit.Kind;
import dev.tiller.core.text.Language;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// What every store must do with settings, keyword rules and aliases.
public interface SettingStoreContract {

  Repository API = Repository.parse("git.example.com/acme/api").orElseThrow();

  /// A store that other tests may use at the same time.
  Store store();

  private static ChatThread place() {
    return new ChatThread(Platform.SLACK, UUID.randomUUID().toString(), "C1", "1");
  }

  private Preferences preferences(ChatThread thread, Person person) {
    return store().transact(tx -> tx.settings().preferences(thread, person));
  }

  private void set(ScopeKey key, SettingName name, String value) {
    change(key, new SettingChange(name, Optional.of(value)));
  }

  private void change(ScopeKey key, SettingChange change) {
    store()
        .transact(tx -> {
          tx.settings().change(key, change, ANN);
          return key;
        });
  }

  private void teach(ChatThread thread, WordsEdit edit) {
    store()
        .transact(tx -> {
          tx.settings().change(thread, edit, ANN);
          return edit;
        });
  }

  @Test
  default void atFirstNobodyHasChosenAnything() {
    assertThat(preferences(place(), ANN)).isEqualTo(Preferences.NONE);
  }

  @Test
  default void everySettingIsReadBackAsItWasChosen() {
    var thread = place();
    var key = ScopeKey.channel(thread);
    set(key, SettingName.REPOSITORY, "git.example.com/acme/api");
    set(key, SettingName.BRANCH, "größe/1");
    set(key, SettingName.MODEL, "auto");
    set(key, SettingName.AUTOPR, "no");
    set(key, SettingName.CONTEXT, "last:20");
    set(key, SettingName.FOLLOW_UPS, "team");
    set(key, SettingName.SUMMARY_OUTSIDE, "yes");
    set(key, SettingName.LISTEN, "yes");
    set(key, SettingName.QUIET, "yes");
    set(key, SettingName.LANGUAGE, "de");

    assertThat(preferences(thread, ANN).channel())
        .isEqualTo(
            new Defaults(
                Optional.of(API),
                Optional.of(new Pick.Named("größe/1")),
                Optional.of(new Pick.Auto()),
                Optional.of(false),
                Optional.of(new ContextChoice.Last(20)),
                new Etiquette(
                    Optional.of(Steering.team()),
                    Optional.of(true),
                    Optional.of(true),
                    Optional.of(true),
                    Optional.of(Language.GERMAN))));
  }

  @Test
  default void aSettingHoldsForItsWorkspaceChannelOrPersonAlone() {
    var here = place();
    var otherChannel = new ChatThread(here.platform(), here.workspace(), "C2", "1");
    var otherPlatform = new ChatThread(Platform.TEAMS, here.workspace(), "C1", "1");
    set(ScopeKey.workspace(here), SettingName.MODEL, "weak");
    set(ScopeKey.channel(here), SettingName.MODEL, "strong");
    set(ScopeKey.person(here, ANN), SettingName.MODEL, "mine");

    var all = preferences(here, ANN);
    assertThat(all.workspace().model()).contains(new Pick.Named("weak"));
    assertThat(all.channel().model()).contains(new Pick.Named("strong"));
    assertThat(all.person().model()).contains(new Pick.Named("mine"));
    assertThat(preferences(here, BEN).person()).isEqualTo(Defaults.NONE);
    assertThat(preferences(otherChannel, ANN).channel()).isEqualTo(Defaults.NONE);
    assertThat(preferences(otherChannel, ANN).person().model()).contains(new Pick.Named("mine"));
    assertThat(preferences(otherPlatform, ANN)).isEqualTo(Preferences.NONE);
    assertThat(preferences(place(), ANN)).isEqualTo(Preferences.NONE);
  }

  @Test
  default void theLatestChoiceCountsUntilItIsTakenBack() {
    var thread = place();
    var key = ScopeKey.person(thread, ANN);
    set(key, SettingName.MODEL, "first");
    set(key, SettingName.BRANCH, "dev");

    set(key, SettingName.MODEL, "second");
    assertThat(preferences(thread, ANN).person().model()).contains(new Pick.Named("second"));

    change(key, new SettingChange(SettingName.MODEL, Optional.empty()));
    change(key, new SettingChange(SettingName.MODEL, Optional.empty()));
    assertThat(preferences(thread, ANN).person())
        .extracting(Defaults::model, Defaults::branch)
        .containsExactly(Optional.empty(), Optional.of(new Pick.Named("dev")));
  }

  @Test
  default void aValueThatThisVersionCannotReadCountsAsNotChosen() {
    var thread = place();
    set(ScopeKey.channel(thread), SettingName.CONTEXT, "everything");
    set(ScopeKey.channel(thread), SettingName.MODEL, "opus");

    assertThat(preferences(thread, ANN).channel())
        .extracting(Defaults::context, Defaults::model)
        .containsExactly(Optional.empty(), Optional.of(new Pick.Named("opus")));
  }

  @Test
  default void rulesAndAliasesAreKeptApartForEachWorkspace() {
    var thread = place();
    teach(thread, new WordsEdit.Add(Kind.RULE, "front end", WEB));
    teach(thread, new WordsEdit.Add(Kind.RULE, "api", API));
    teach(thread, new WordsEdit.Add(Kind.ALIAS, "api", WEB));
    teach(thread, new WordsEdit.Add(Kind.ALIAS, "api", API));
    teach(thread, new WordsEdit.Remove(Kind.RULE, "api"));
    teach(thread, new WordsEdit.Remove(Kind.RULE, "never there"));
    teach(thread, new WordsEdit.Show(Kind.RULE));

    var words = preferences(thread, BEN);
    assertThat(words.rules()).containsExactly(new KeywordRule("front end", WEB, false));
    assertThat(words.aliases()).isEqualTo(Map.of("api", API));
    assertThat(preferences(place(), BEN).aliases()).isEmpty();
  }

  @Test
  default void ofManyWhoChooseAtOnceOneIsLast() throws Exception {
    var thread = place();
    var key = ScopeKey.channel(thread);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var choices =
          IntStream.range(0, 8)
              .<Callable<Void>>mapToObj(number ->
                  () -> {
                    set(key, SettingName.MODEL, "model-" + number);
                    teach(
                        thread, new WordsEdit.Add(Kind.ALIAS, "web", number % 2 == 0 ? WEB : API));
                    return null;
                  })
              .toList();
      for (var done : threads.invokeAll(choices)) {
        done.get();
      }
    }

    assertThat(preferences(thread, ANN).channel().model().orElseThrow().name().orElseThrow())
        .startsWith("model-");
    assertThat(preferences(thread, ANN).aliases()).containsOnlyKeys("web");
  }

  @Test
  default void whereOutsidersWereSeenIsRemembered() {
    var here = place();
    var other = new ChatThread(here.platform(), here.workspace(), "C2", "1");
    for (var time = 0; time < 2; time++) {
      store()
          .transact(tx -> {
            tx.settings().seenOutsider(here);
            return here;
          });
    }

    assertThat(store().<Boolean>transact(tx -> tx.settings().outsidersRead(here))).isTrue();
    assertThat(store().<Boolean>transact(tx -> tx.settings().outsidersRead(other))).isFalse();
  }
}
