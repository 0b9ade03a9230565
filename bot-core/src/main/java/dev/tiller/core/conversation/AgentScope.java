package dev.tiller.core.conversation;

import dev.tiller.core.chat.Person;
import java.time.Instant;

/// Whose agents a list is about, seen from a thread.
public sealed interface AgentScope {

  /// A person's, anywhere in the thread's workspace.
  record Own(Person person) implements AgentScope {}

  /// Those of the thread's channel.
  record Here() implements AgentScope {}

  /// A person's and those of the thread's channel.
  record OwnAndHere(Person person) implements AgentScope {}

  /// Also those of other channels in which the person has asked for something.
  ///
  /// @param since nothing older counts
  record Seen(Person person, Instant since) implements AgentScope {}
}
