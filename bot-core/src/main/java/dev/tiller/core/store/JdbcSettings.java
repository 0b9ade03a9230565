package dev.tiller.core.store;

import dev.tiller.core.chat.ChatThread;
import dev.tiller.core.chat.Person;
import dev.tiller.core.settings.Defaults;
import dev.tiller.core.settings.KeywordRule;
import dev.tiller.core.settings.Preferences;
import dev.tiller.core.settings.Reviewed;
import dev.tiller.core.settings.Scope;
import dev.tiller.core.settings.ScopeKey;
import dev.tiller.core.settings.SettingChange;
import dev.tiller.core.settings.SettingStore;
import dev.tiller.core.settings.WordsEdit;
import java.time.InstantSource;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;

/// What was chosen in chat as rows, with the reviewed file laid over it.
final class JdbcSettings implements SettingStore {

  private final InstantSource clock;
  private final SettingTable settings;
  private final KeywordTable keywords;
  private final Supplier<Reviewed> reviewed;

  JdbcSettings(Handle handle, Turns.Turn turn, InstantSource clock, Supplier<Reviewed> reviewed) {
    this.clock = clock;
    this.settings = new SettingTable(handle, turn);
    this.keywords = new KeywordTable(handle);
    this.reviewed = reviewed;
  }

  @Override
  public Preferences preferences(ChatThread thread, Person person) {
    return reviewed.get().over(chosen(thread, person), thread, person);
  }

  @Override
  public Preferences chosen(ChatThread thread, Person person) {
    var defaults = settings.of(thread, person);
    var words = keywords.of(thread);
    return new Preferences(
        defaults.getOrDefault(Scope.CHANNEL, Defaults.NONE),
        defaults.getOrDefault(Scope.PERSON, Defaults.NONE),
        defaults.getOrDefault(Scope.WORKSPACE, Defaults.NONE),
        words.rules().entrySet().stream()
            .map(rule -> new KeywordRule(rule.getKey(), rule.getValue(), false))
            .toList(),
        words.aliases());
  }

  @Override
  public void change(ScopeKey key, SettingChange change, Person by) {
    settings.change(key, change, by, clock.instant());
  }

  @Override
  public void change(ChatThread any, WordsEdit edit, Person by) {
    keywords.change(any, edit, by, clock.instant());
  }

  @Override
  public void seenOutsider(ChatThread thread) {
    settings.seenOutsider(thread, clock.instant());
  }

  @Override
  public boolean outsidersRead(ChatThread thread) {
    return settings.outsidersRead(thread);
  }
}
