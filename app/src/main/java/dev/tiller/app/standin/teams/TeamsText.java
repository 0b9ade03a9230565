package dev.tiller.app.standin.teams;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tiller.app.standin.chat.Json;
import dev.tiller.app.standin.teams.TeamsWorld.Author;
import dev.tiller.app.standin.teams.TeamsWorld.Person;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Text as people type it in Teams and as activities carry it.
final class TeamsText {

  private static final Pattern TYPED_MENTION =
      Pattern.compile(
          "(?<![\\w.])@(tiller|" + names() + ")(?![\\w-])", Pattern.CASE_INSENSITIVE);
  private static final Pattern QUOTED = Pattern.compile("<quoted [^<>]*/>");
  private static final Pattern AT = Pattern.compile("<at[^>]*>(.*?)</at>");

  private TeamsText() {}

  /// A text with the mentions of the bot and of people as `<at>` tags.
  static String typed(String text, Author bot) {
    return TYPED_MENTION
        .matcher(text)
        .replaceAll(match -> Matcher.quoteReplacement(tag(meant(match.group(1), bot))));
  }

  private static String names() {
    return Stream.concat(
            TeamsWorld.PEOPLE.stream().map(Person::name),
            TeamsWorld.PEOPLE.stream().map(Person::givenName))
        .map(Pattern::quote)
        .collect(Collectors.joining("|"));
  }

  private static Author meant(String name, Author bot) {
    return TeamsWorld.PEOPLE.stream()
        .filter(person -> person.isCalled(name))
        .map(Person::author)
        .findFirst()
        .orElse(bot);
  }

  static boolean mentions(String text, Author bot) {
    return text.contains(tag(bot));
  }

  /// Whom a text mentions, in its order, each time that it does.
  static List<Author> mentioned(String text, Author bot) {
    return AT.matcher(text)
        .results()
        .map(match -> match.group(1))
        .filter(name -> isName(name, bot))
        .map(name -> meant(name, bot))
        .toList();
  }

  private static boolean isName(String name, Author bot) {
    return name.equals(bot.name())
        || TeamsWorld.PEOPLE.stream().anyMatch(person -> person.name().equals(name));
  }

  static String tag(Author mentioned) {
    return "<at>" + mentioned.name() + "</at>";
  }

  /// The HTML twin that Teams attaches to a text.
  static String html(String text, Author bot) {
    var html = new StringBuilder("<p>");
    var tags = AT.matcher(text);
    int end = 0;
    for (int number = 0; tags.find(); number++) {
      html.append(escape(text.substring(end, tags.start())));
      end = tags.end();
      if (!isName(tags.group(1), bot)) {
        html.append(escape(tags.group()));
        continue;
      }
      html.append(mention(meant(tags.group(1), bot), number));
      if (text.startsWith(" ", end)) {
        html.append("&nbsp;");
        end++;
      }
    }
    html.append(escape(text.substring(end))).append("</p>");
    return html.toString().replace("\n", "<br>");
  }

  private static String mention(Author mentioned, int number) {
    return "<span itemtype=\"http://schema.skype.com/Mention\" itemscope=\"\" itemid=\"%d\">%s</span>"
        .formatted(number, mentioned.name());
  }

  /// A text as a person would read it, or type it again.
  private static String readable(String text, Author bot) {
    return AT.matcher(own(text))
        .replaceAll(match -> {
          var name = match.group(1);
          var typed = name.equals(bot.name()) ? name.toLowerCase(Locale.ROOT) : name;
          return Matcher.quoteReplacement("@" + typed);
        });
  }

  /// A text without the marks of what it quotes.
  static String own(String text) {
    return QUOTED.matcher(text).replaceAll("");
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

  static String escape(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
