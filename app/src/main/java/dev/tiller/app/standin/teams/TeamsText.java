package dev.tiller.app.standin.teams;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tiller.app.standin.chat.Json;
import dev.tiller.app.standin.teams.TeamsWorld.Author;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Text as people type it in Teams and as activities carry it.
final class TeamsText {

  private static final Pattern TYPED_MENTION =
      Pattern.compile("(?<![\\w.])@tiller(?![\\w-])", Pattern.CASE_INSENSITIVE);
  private static final Pattern AT = Pattern.compile("<at[^>]*>(.*?)</at>");

  private TeamsText() {}

  /// A text with the bot's mentions as `<at>` tags.
  static String typed(String text, Author bot) {
    return TYPED_MENTION.matcher(text).replaceAll(Matcher.quoteReplacement(tag(bot)));
  }

  static boolean mentions(String text, Author bot) {
    return text.contains(tag(bot));
  }

  static String tag(Author mentioned) {
    return "<at>" + mentioned.name() + "</at>";
  }

  /// The HTML twin that Teams attaches to a text.
  static String html(String text, Author bot) {
    var mention =
        "<span itemtype=\"http://schema.skype.com/Mention\" itemscope=\"\" itemid=\"0\">"
            + bot.name()
            + "</span>";
    return "<p>"
        + escape(text)
            .replace(escape(tag(bot)) + " ", mention + "&nbsp;")
            .replace(escape(tag(bot)), mention)
            .replace("\n", "<br>")
        + "</p>";
  }

  /// A text as a person would read it, or type it again.
  private static String readable(String text, Author bot) {
    return AT.matcher(text)
        .replaceAll(match -> {
          var name = match.group(1);
          var typed = name.equals(bot.name()) ? name.toLowerCase(Locale.ROOT) : name;
          return Matcher.quoteReplacement("@" + typed);
        });
  }

  /// An activity as a person would read it: its text, else what notifications say.
  static String readable(ObjectNode activity, Author bot) {
    var text = Json.text(activity, "text").filter(given -> !given.isBlank());
    if (text.isEmpty()) {
      return Json.text(activity, "summary").orElse("");
    }
    var readable = readable(text.get(), bot);
    return activity.path("textFormat").asText().equals("xml") ? unmarked(readable) : readable;
  }

  /// The text of `xml` format without its markup.
  private static String unmarked(String text) {
    return text.replaceAll("<br */?>", "\n")
        .replaceAll("<[^>]*>", "")
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&apos;", "'")
        .replace("&amp;", "&");
  }

  private static String escape(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
