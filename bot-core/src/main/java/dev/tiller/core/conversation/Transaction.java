package dev.tiller.core.conversation;

import dev.tiller.core.chat.Address;
import dev.tiller.core.chat.ChatThread;
import dev.tiller.core.chat.InboundMessage;
import dev.tiller.core.chat.Person;
import dev.tiller.core.chat.ThreadMessage;
import dev.tiller.core.command.ListFilter;
import dev.tiller.core.command.Topic;
import dev.tiller.core.routing.Recent;
import dev.tiller.core.settings.SettingStore;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// What can be done inside one transaction of the [Store].
public interface Transaction {

  Claims claims();

  Outbox outbox();

  SettingStore settings();

  EnclosureStore enclosures();

  AuditRecord audit();

  /// The conversation of a thread, begun if it is new, locked until the end of the transaction. Its
  /// route becomes the one given.
  Conversation lock(Address address);

  /// The same for a thread in which the bot was addressed before; empty for others.
  Optional<Conversation> lockKnown(Address address);

  /// Whether the bot was addressed anywhere in a thread's channel, or has spoken there.
  boolean knows(ChatThread anyThread);

  /// A known conversation, locked until the end of the transaction.
  Optional<Conversation> lock(UUID conversation);

  /// The conversation an agent belongs to, by our id of the agent.
  Optional<UUID> conversationOfAgent(UUID agent);

  Optional<UUID> conversationOfRun(UUID run);

  /// The run whose card a message of the thread's channel is, or that it asked for.
  Optional<UUID> runOfMessage(ChatThread anyThread, String message);

  /// The runs at work in the thread's workspace that a person has asked for and nobody has stopped.
  ///
  /// @param until none that was asked for later
  List<UUID> runsAtWork(ChatThread anyThread, Person requester, Instant until);

  /// Keeps what differs between the two.
  void save(Conversation before, Conversation after);

  /// Agents of a thread's workspace, newest first, without deleted ones.
  List<AgentLine> agents(
      ChatThread here, AgentScope scope, ListFilter filter, int offset, int limit);

  Optional<Question> question(UUID question);

  Optional<UUID> conversationOfQuestion(UUID question);

  /// Whether a question about this is open: asked back, or being answered.
  boolean pending(UUID agent, Topic topic);

  /// Keeps a question as it is now.
  void keep(UUID conversation, Question question);

  Optional<Draft> draft(UUID draft);

  Optional<UUID> conversationOfDraft(UUID draft);

  /// Keeps a waiting request as it is now.
  void keep(UUID conversation, Draft draft);

  /// Keeps what somebody thinks of a run, instead of what they thought of it before.
  void keep(UUID conversation, Feedback feedback);

  /// What people think of runs, newest first.
  ///
  /// @param any a thread of the workspace that is asked about; absent for all workspaces
  List<FeedbackLine> feedback(Optional<ChatThread> any, int most);

  /// Where a person has last had an agent work in a thread's channel because they, and no rule or
  /// default, wanted it there.
  ///
  /// @param since nothing older counts
  Optional<Recent> recent(ChatThread anyThread, Person person, Instant since);

  /// How a person of a thread's workspace is called, as far as we were told.
  Optional<String> nameOf(ChatThread thread, String person);

  void named(ChatThread thread, String person, String name);

  /// Keeps a message that was addressed to the bot, for 30 days.
  void saw(InboundMessage message);

  /// What [#saw] has kept of a thread, the newest, oldest first.
  ///
  /// @param after only messages with later ids than this
  /// @param before only messages with earlier ids than this
  List<ThreadMessage> seen(ChatThread thread, Optional<String> after, String before, int most);

  void add(NewWork work);

  /// Takes a piece of work off the queue, if it is still ours.
  void done(WorkItem item);
}
