package dev.tiller.core.conversation;

/// What there can be to do.
public enum WorkKind {
  /// Bring a message up to date. Subject: the message.
  DELIVER,
  /// Find out how a person is called. Subject: the person's id.
  NAME,
  /// Find out whether messages without a mention reach the bot in a thread. Subject: none.
  HEARING,
  /// Put a mark on somebody's message. Subject: the mark and the message's id.
  REACT,
  /// Have the platform's own display of the bot's status follow the thread. Subject: the
  /// conversation.
  STATUS,
  /// Collect what goes along with a prompt. Subject: the run.
  CONTEXT,
  /// Create an agent. Subject: the agent.
  LAUNCH,
  /// Send a follow-up. Subject: the run.
  PROMPT,
  /// Stop a run at the service. Subject: the run.
  CANCEL,
  /// Stop what a person has asked for in the conversation. Subject: the question they said yes to.
  STOP,
  /// Find the answer to a question, or let it expire. Subject: the question.
  ANSWER,
  /// Let a request go that nobody has completed in time. Subject: the draft.
  EXPIRE,
  /// Find out what an ended run has used. Subject: the run.
  MEASURE,
  /// Find out what files an ended run's agent has left. Subject: the run.
  GATHER,
  /// Add a file of an agent's to the thread. Subject: the agent and the file's mark.
  UPLOAD;

  /// Whether it only shows something, so that giving it up loses nothing else.
  public boolean shows() {
    return this == DELIVER
        || this == NAME
        || this == HEARING
        || this == REACT
        || this == STATUS
        || this == MEASURE
        || this == GATHER
        || this == UPLOAD;
  }
}
