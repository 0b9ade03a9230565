package dev.tiller.app.playground;

import static dev.tiller.app.standin.chat.Json.object;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tiller.app.standin.chat.Gestures;
import java.util.function.Function;

/// What the page asks for beside messages, clicks and forms: reactions, entries of a message's own
/// menu, the platform's stop, where the bot is, and what an admin grants.
final class GestureDesk {

  private final Function<Body, Gestures> gestures;

  /// @param gestures those of the platform that a request names
  GestureDesk(Function<Body, Gestures> gestures) {
    this.gestures = gestures;
  }

  ObjectNode react(Body body) {
    gestures
        .apply(body)
        .react(
            body.required("person"),
            body.required("channel"),
            body.required("message"),
            body.required("reaction"));
    return object();
  }

  ObjectNode choose(Body body) {
    var note =
        gestures
            .apply(body)
            .choose(
                body.required("person"),
                body.required("channel"),
                body.required("message"),
                body.required("entry"));
    return object("note", note);
  }

  ObjectNode stop(Body body) {
    gestures
        .apply(body)
        .stop(body.required("person"), body.required("channel"), body.required("thread"));
    return object();
  }

  ObjectNode add(Body body) {
    gestures.apply(body).add(body.required("person"), body.required("channel"));
    return object();
  }

  ObjectNode remove(Body body) {
    gestures.apply(body).remove(body.required("person"), body.required("channel"));
    return object();
  }

  ObjectNode letRead(Body body) {
    gestures.apply(body).letRead(body.flag("granted"));
    return object();
  }

  /// @return the new message's id
  String quote(Body body) {
    return gestures
        .apply(body)
        .quote(
            body.required("person"),
            body.required("channel"),
            body.required("quoted"),
            body.optional("text").orElse(""),
            body.files());
  }
}
