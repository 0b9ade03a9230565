package dev.tiller.core.decide;

import dev.tiller.core.chat.ChatThread;
import dev.tiller.core.chat.Person;
import dev.tiller.core.chat.Post;
import dev.tiller.core.chat.Reaction;
import dev.tiller.core.conversation.Draft;
import dev.tiller.core.conversation.Feedback;
import dev.tiller.core.conversation.Question;
import dev.tiller.core.settings.ScopeKey;
import dev.tiller.core.settings.SettingChange;
import dev.tiller.core.settings.WordsEdit;
import java.util.UUID;

/// Something a decision asks for, beyond the new state.
public sealed interface Effect {

  /// A new message in the thread.
  ///
  /// @param key names the message for good: the same key never posts twice
  record Say(String key, Post post) implements Effect {}

  /// A new direct message to one person.
  ///
  /// @param key as in [Say]
  record Tell(Person reader, String key, Post post) implements Effect {}

  /// The bot's mark on somebody's message.
  record React(String message, Reaction reaction) implements Effect {}

  /// Create an agent.
  record Launch(UUID agent) implements Effect {}

  /// Send a follow-up whose turn has come.
  record Prompt(UUID agent, UUID run) implements Effect {}

  /// Stop a run at the service.
  record Cancel(UUID run) implements Effect {}

  /// Stop what a person has asked for in the workspace, wherever it is at work.
  ///
  /// @param question who wants that, and when they said so
  record StopAll(Question question) implements Effect {}

  /// Keep a question, and do what its stage asks for: find the answer, or wait for a person.
  record Ask(Question question) implements Effect {}

  /// Keep a waiting request, and let it go when nobody completes it in time.
  record Hold(Draft draft) implements Effect {}

  /// Add a file of an agent's to the thread.
  record Show(UUID agent, FileMark file) implements Effect {}

  /// Find out what files an ended run's agent has left.
  record Gather(UUID run) implements Effect {}

  /// Find out what a run has used.
  record Measure(UUID run) implements Effect {}

  /// Find out whether messages without a mention reach the bot in the thread, and say so if not.
  record CheckHearing() implements Effect {}

  /// Change a setting. Who may was decided before.
  record Configure(ScopeKey key, SettingChange change, Person by) implements Effect {}

  /// Add or remove a word of a thread's workspace. Who may was decided before.
  record Teach(ChatThread any, WordsEdit edit, Person by) implements Effect {}

  /// Keep what somebody thinks of a run.
  record Keep(Feedback feedback) implements Effect {}

  /// A line for the audit record.
  ///
  /// @param act such as `launch` or `stop`
  /// @param subject the id of the agent or run
  /// @param rule which rule allowed or refused it
  record Audit(Person actor, String act, String subject, String rule) implements Effect {}
}
