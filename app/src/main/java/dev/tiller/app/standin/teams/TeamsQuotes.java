package dev.tiller.app.standin.teams;

import static dev.tiller.app.standin.chat.Json.object;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tiller.app.standin.teams.TeamsWorld.Author;

/// What a message says of another one that it quotes (Teams SDK, "Quoted replies"): an entity, a
/// mark in the text, and a block in the HTML twin.
final class TeamsQuotes {

  private static final int LONGEST_PREVIEW = 120;

  private TeamsQuotes() {}

  static void add(ObjectNode activity, TeamsMessage quoted, Author bot) {
    var preview = preview(quoted, bot);
    activity
        .withArray("/entities")
        .add(object("type", "quotedReply", "quotedReply", entity(quoted, preview)));
    activity.put(
        "text",
        "<quoted messageId=\"" + quoted.id() + "\"/>" + activity.path("text").asText());
    var twin = (ObjectNode) activity.at("/attachments/0");
    twin.put("content", block(quoted, preview) + twin.path("content").asText());
  }

  private static ObjectNode entity(TeamsMessage quoted, String preview) {
    return object(
        "messageId", quoted.id(),
        "senderId", quoted.author().id(),
        "senderName", quoted.author().name(),
        "preview", preview,
        "time", quoted.id(),
        "validatedMessageReference", true);
  }

  private static String block(TeamsMessage quoted, String preview) {
    return """
        <blockquote itemscope="" itemtype="http://schema.skype.com/Reply" itemid="%s">
        <strong itemprop="mri" itemid="%s">%s</strong><span itemprop="time" itemid="%s"></span>
        <p itemprop="preview">%s</p>
        </blockquote>
        """
        .formatted(
            quoted.id(),
            quoted.author().id(),
            TeamsText.escape(quoted.author().name()),
            quoted.id(),
            TeamsText.escape(preview));
  }

  private static String preview(TeamsMessage quoted, Author bot) {
    var text = TeamsText.readable(quoted.activity(), bot);
    return text.substring(0, Math.min(text.length(), LONGEST_PREVIEW));
  }
}
