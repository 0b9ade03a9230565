package dev.tiller.core.decide;

import dev.tiller.core.chat.InboundMessage;
import dev.tiller.core.conversation.Draft;
import dev.tiller.core.conversation.Draft.Stage;
import dev.tiller.core.conversation.Draft.Want;
import dev.tiller.core.routing.Wish.Picked;
import java.util.Optional;

/// Beginning requests that wait.
final class Drafts {

  private Drafts() {}

  /// @param picked what was chosen so far
  static Draft asking(InboundMessage message, Want want, Picked picked, Moment moment) {
    return new Draft(
        moment.newId(),
        message,
        want,
        picked.repository(),
        picked.model(),
        Stage.WAITING,
        moment.now());
  }

  /// A message that goes on as another text.
  static Draft corrected(InboundMessage message, String text, Moment moment) {
    var meant =
        new InboundMessage(
            message.address(),
            message.message(),
            message.author(),
            message.place(),
            text,
            message.edited(),
            message.outsider(),
            message.attachments(),
            message.addressing());
    return new Draft(
        moment.newId(),
        meant,
        Want.TEXT,
        Optional.empty(),
        Optional.empty(),
        Stage.WAITING,
        moment.now());
  }
}
