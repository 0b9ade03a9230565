package dev.tiller.slack;

import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Joins the fragments of messages, and leaves out those that are too large. For one thread at a
/// time.
final class SocketText {

  /// In characters; the same as for bodies over HTTP.
  static final int LARGEST = 1024 * 1024;

  private static final Logger log = LoggerFactory.getLogger(SocketText.class);

  private final StringBuilder text = new StringBuilder();
  private boolean tooLarge;

  /// @param last whether the message ends with this fragment
  /// @return the message when it is complete
  Optional<String> add(CharSequence fragment, boolean last) {
    tooLarge |= text.length() + fragment.length() > LARGEST;
    if (tooLarge) {
      text.setLength(0);
    } else {
      text.append(fragment);
    }
    return last ? take() : Optional.empty();
  }

  private Optional<String> take() {
    if (tooLarge) {
      log.atWarn().addKeyValue("most", LARGEST).log("Slack message too large: left alone");
    }
    var whole = tooLarge ? Optional.<String>empty() : Optional.of(text.toString());
    text.setLength(0);
    tooLarge = false;
    return whole;
  }
}
