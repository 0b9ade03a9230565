package dev.tiller.app.endtoend.walk;

/// Something a person has written during the walk.
///
/// @param word occurs in nothing else
/// @param message its id
/// @param thread the id of the thread's first message
/// @param kind what it was meant to be
record Written(String word, String author, String message, String thread, Kind kind) {

  enum Kind {
    /// Begins a thread or, with `agent …`, another agent in one.
    TASK,
    FOLLOW_UP,
    /// Something for the bot that is no prompt: a question, a stop.
    COMMAND,
    /// Not for the bot.
    CHATTER,
    /// Written in a form rather than in a thread.
    FORM
  }

  boolean inThread() {
    return kind != Kind.FORM;
  }

  boolean wantsAnswer() {
    return kind != Kind.CHATTER && kind != Kind.FORM;
  }
}
