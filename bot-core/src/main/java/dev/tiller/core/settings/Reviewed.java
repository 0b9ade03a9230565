package dev.tiller.core.settings;

import dev.tiller.core.agents.Repository;
import dev.tiller.core.chat.ChatThread;
import dev.tiller.core.chat.Person;
import dev.tiller.core.chat.Platform;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What those who run the bot have laid down, outside of chat: who is an admin, and the reviewed
/// file. For the same workspace, channel or person, the file wins over what was set in chat.
///
/// @param file how people know the file; absent when there is none
/// @param trouble why the file as it is now is not in use, but the last good one; usually absent
/// @param admins from the configuration and the file together
/// @param membersSetChannels whether everybody of a channel may change its settings
/// @param defaults by whose they are
/// @param words by workspace
public record Reviewed(
    Optional<String> file,
    Optional<String> trouble,
    Set<Admin> admins,
    boolean membersSetChannels,
    Map<ScopeKey, Defaults> defaults,
    Map<ScopeKey, Vocabulary> words) {

  /// Nothing is laid down, and nobody is an admin.
  public static final Reviewed NONE =
      new Reviewed(Optional.empty(), Optional.empty(), Set.of(), false, Map.of(), Map.of());

  public Reviewed {
    admins = Set.copyOf(admins);
    defaults = Map.copyOf(defaults);
    words = Map.copyOf(words);
  }

  /// The file's settings of one workspace, channel or person.
  public Defaults of(ScopeKey key) {
    return defaults.getOrDefault(key, Defaults.NONE);
  }

  /// The file's words of a thread's workspace.
  public Vocabulary wordsOf(ChatThread any) {
    return words.getOrDefault(ScopeKey.workspace(any), Vocabulary.NONE);
  }

  /// Whether the file says what this setting is, so that it cannot be changed in chat.
  public boolean fixes(ScopeKey key, SettingName name) {
    return SettingValues.written(of(key), name).isPresent();
  }

  public boolean isAdmin(Platform platform, Person person) {
    return admins.contains(Admin.of(platform, person));
  }

  public boolean hasAdmins(Platform platform) {
    return admins.stream().anyMatch(admin -> admin.platform() == platform);
  }

  /// The file together with what was set in chat for the same thread and person.
  public Preferences over(Preferences chat, ChatThread thread, Person person) {
    var words = wordsOf(thread);
    var aliases = new HashMap<>(chat.aliases());
    aliases.putAll(words.aliases());
    return new Preferences(
        of(ScopeKey.channel(thread)).over(chat.channel()),
        of(ScopeKey.person(thread, person)).over(chat.person()),
        of(ScopeKey.workspace(thread)).over(chat.workspace()),
        rules(words.rules(), chat.rules()),
        aliases);
  }

  private static List<KeywordRule> rules(Map<String, Repository> fixed, List<KeywordRule> chat) {
    var all = new ArrayList<KeywordRule>();
    fixed.forEach((word, repository) -> all.add(new KeywordRule(word, repository, true)));
    chat.stream().filter(rule -> !fixed.containsKey(rule.word())).forEach(all::add);
    return all;
  }
}
