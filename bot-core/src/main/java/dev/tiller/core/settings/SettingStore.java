package dev.tiller.core.settings;

import dev.tiller.core.chat.ChatThread;
import dev.tiller.core.chat.Person;

/// Where what people have chosen is kept, and in which channels outsiders read along.
public interface SettingStore {

  /// All settings that bear on what a person asks for in a thread's channel, the reviewed file's
  /// among them.
  Preferences preferences(ChatThread thread, Person person);

  /// The same without the reviewed file: what was chosen in chat.
  Preferences chosen(ChatThread thread, Person person);

  /// Changes a setting of a workspace, channel or person, or takes it back.
  void change(ScopeKey key, SettingChange change, Person by);

  /// Adds or removes a word of a thread's workspace.
  void change(ChatThread any, WordsEdit edit, Person by);

  /// Notes that outsiders read what is written in a thread's channel.
  void seenOutsider(ChatThread thread);

  /// Whether that was noted.
  boolean outsidersRead(ChatThread thread);
}
