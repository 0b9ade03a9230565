package dev.tiller.core.cursor.v0;

import java.util.List;
import java.util.Optional;

/// The parts of Cursor API v0 that Tiller uses (documentation of Oct 2026, OpenAPI of Mar 2026).
/// Bodies that are sent are strict: the service refuses keys it does not know.
final class V0Wire {

  private V0Wire() {}

  /// `POST /v0/agents`.
  record CreateAgent(
      Prompt prompt,
      Optional<String> model,
      Source source,
      Target target,
      Optional<Webhook> webhook) {}

  /// `POST /v0/agents/{id}/followup`.
  record SendFollowUp(Prompt prompt) {}

  record Prompt(String text) {}

  record Source(String repository, Optional<String> ref) {}

  record Target(boolean autoCreatePr, String branchName) {}

  record Webhook(String url, String secret) {}

  /// The answer to a follow-up.
  record Taken(Optional<String> id) {}

  /// @param nextCursor absent on the last page
  record Agents(List<V0Agent> agents, Optional<String> nextCursor) {}

  /// An agent's messages, oldest first.
  record Conversation(List<Message> messages) {}

  /// @param type `user_message` or `assistant_message`
  record Message(Optional<String> type, Optional<String> text) {}
}
