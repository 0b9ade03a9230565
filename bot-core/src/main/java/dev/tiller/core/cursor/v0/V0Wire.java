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

  /// @param images one to five; absent when there are none
  record Prompt(String text, Optional<List<Image>> images) {}

  /// @param data Base64
  record Image(String data) {}

  /// @param repository left out, like the ref, with a pull request, from which both follow
  record Source(Optional<String> repository, Optional<String> ref, Optional<String> prUrl) {}

  /// @param branchName of the new branch; absent when there is to be none
  /// @param autoBranch only ever false: pushes to the head of the pull request
  record Target(boolean autoCreatePr, Optional<String> branchName, Optional<Boolean> autoBranch) {}

  record Webhook(String url, String secret) {}

  /// The answer to a follow-up.
  record Taken(Optional<String> id) {}

  /// @param nextCursor absent on the last page
  record Agents(List<V0Agent> agents, Optional<String> nextCursor) {}

  /// An agent's messages, oldest first.
  record Conversation(List<Message> messages) {

    /// Whether this is the first thing that the user said.
    boolean beganWith(String prompt) {
      return messages.stream()
          .filter(message -> message.type().equals(Optional.of("user_message")))
          .findFirst()
          .flatMap(Message::text)
          .filter(text -> sameText(text, prompt))
          .isPresent();
    }
  }

  /// @param type `user_message` or `assistant_message`
  record Message(Optional<String> type, Optional<String> text) {}

  /// The service does not keep the space around a text, nor its kind of line breaks.
  static boolean sameText(String one, String other) {
    return one.replace("\r\n", "\n").strip().equals(other.replace("\r\n", "\n").strip());
  }
}
