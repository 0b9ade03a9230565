package dev.tiller.core.command;

/// What people can ask about, or have done with an agent.
public enum Topic {
  /// Their own agents.
  LIST,
  /// The agents of the channel.
  LIST_HERE,
  /// All agents that they may see.
  LIST_ALL,
  /// Whose key the bot works with, and who the bot takes them for.
  WHO_AM_I,
  MODELS,
  REPOSITORIES,
  STATUS,
  /// What was said to and by an agent.
  CONVERSATION,
  /// Tokens and cost.
  USAGE,
  /// The files that an agent has left to look at.
  ARTIFACTS,
  /// The same, shown in the thread.
  SHOW_ARTIFACTS,
  ARCHIVE,
  UNARCHIVE,
  DELETE,
  /// All that a person has at work in the workspace, which is asked back before it is stopped.
  STOP_ALL;

  /// Whether it changes the agent, which is not for everybody.
  public boolean changes() {
    return this == ARCHIVE || this == UNARCHIVE || this == DELETE;
  }

  /// Whether the answer is something to read, which can be asked for again page by page.
  public boolean paged() {
    return !changes() && this != SHOW_ARTIFACTS && this != STOP_ALL;
  }
}
