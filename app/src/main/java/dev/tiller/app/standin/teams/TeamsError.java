package dev.tiller.app.standin.teams;

import static dev.tiller.app.standin.chat.Json.object;

import dev.tiller.app.standin.chat.Reply;

/// A refusal of the connector (Bot Framework REST API, `ErrorResponse`).
final class TeamsError extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final int status;
  private final String code;

  TeamsError(int status, String code, String message) {
    super(message);
    this.status = status;
    this.code = code;
  }

  static TeamsError unknownConversation() {
    return new TeamsError(404, "ConversationNotFound", "Conversation not found.");
  }

  static TeamsError unknownActivity() {
    return new TeamsError(
        404, "ActivityNotFoundInConversation", "The activity is not in this conversation.");
  }

  static TeamsError badArgument(String message) {
    return new TeamsError(400, "BadArgument", message);
  }

  Reply reply() {
    return Reply.json(
        status, object("error", object("code", code, "message", String.valueOf(getMessage()))));
  }
}
