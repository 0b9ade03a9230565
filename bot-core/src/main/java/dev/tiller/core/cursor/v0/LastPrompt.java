package dev.tiller.core.cursor.v0;

import java.util.Optional;

/// The last thing that a user said in an agent's conversation.
///
/// @param first whether it is the prompt that the agent was launched with
/// @param answered whether the agent has said something since
record LastPrompt(String text, boolean first, boolean answered) {

  static Optional<LastPrompt> of(V0Wire.Conversation conversation) {
    var last = Optional.<LastPrompt>empty();
    for (var message : conversation.messages()) {
      if (message.type().equals(Optional.of("user_message"))) {
        last = Optional.of(new LastPrompt(message.text().orElse(""), last.isEmpty(), false));
      } else {
        last = last.map(prompt -> new LastPrompt(prompt.text(), prompt.first(), true));
      }
    }
    return last;
  }

  /// Whether this is a further prompt with that text.
  boolean furtherWith(String prompt) {
    return !first && V0Wire.sameText(text, prompt);
  }
}
