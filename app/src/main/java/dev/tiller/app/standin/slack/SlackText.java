package dev.tiller.app.standin.slack;

import dev.tiller.app.standin.slack.SlackWorld.User;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Slack's text markup: what is typed, kept, delivered and read ("Formatting text for app
/// surfaces").
final class SlackText {

  private static final String CODE = "(?<code>```[\\s\\S]*?```|`[^`\n]+`)";
  private static final String LINK = "(?<link>https?://[^\\s<>|`]*[^\\s<>|`.,;:!?)\\]'\"])";
  private static final String BARE =
      "(?<bare>(?<![\\w@./:-])(?:[a-z0-9-]+\\.)+(?:com|org|net|io|dev)(?![\\w-])"
          + "(?:/[^\\s<>|`]*[^\\s<>|`.,;:!?)\\]'\"])?)";
  private static final String AT = "(?<![\\w.])@(?<at>" + names() + ")(?![\\w-])";

  private static final Pattern TYPED =
      Pattern.compile(String.join("|", CODE, LINK, BARE, AT), Pattern.CASE_INSENSITIVE);
  private static final Pattern MARKUP =
      Pattern.compile("<(?:[@#!]|[a-z][a-z0-9+.-]*:)[^<>]*>|&(?:amp|lt|gt);|[&<>]");
  private static final Pattern TAG = Pattern.compile("<([^<>|]*)(?:\\|([^<>]*))?>");
  private static final Pattern MENTION =
      Pattern.compile("<@" + SlackWorld.TILLER.id() + "(?:\\|[^<>]*)?>");

  private SlackText() {}

  /// What a person typed, as Slack keeps it: escaped, with mentions and links as markup. Code stays
  /// as it is.
  static String typed(String text) {
    return replace(TYPED, text, SlackText::escape, SlackText::markup);
  }

  /// What an app sent, as Slack keeps it: stray control characters escaped, markup untouched.
  static String sent(String text) {
    return replace(
        MARKUP,
        text,
        Function.identity(),
        match -> match.group().length() == 1 ? escape(match.group()) : match.group());
  }

  /// Text that Slack keeps, as a person reads it, or would type it again.
  static String readable(String text) {
    return unescape(replace(TAG, text, Function.identity(), SlackText::label));
  }

  static boolean mentionsTiller(String text) {
    return MENTION.matcher(text).find();
  }

  static String escape(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  private static String unescape(String text) {
    return text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
  }

  private static String markup(Matcher match) {
    if (match.group("link") != null) {
      return "<" + escape(match.group("link")) + ">";
    }
    if (match.group("bare") != null) {
      var bare = escape(match.group("bare"));
      return "<http://" + bare + "|" + bare + ">";
    }
    return match.group("at") != null ? mention(match.group("at")) : escape(match.group());
  }

  private static String mention(String name) {
    return SlackWorld.users()
        .filter(user -> user.isCalled(name))
        .findFirst()
        .map(user -> "<@" + user.id() + ">")
        .orElseGet(() -> "<!" + name.toLowerCase(Locale.ROOT) + ">");
  }

  private static String label(MatchResult tag) {
    var target = tag.group(1);
    if (target.startsWith("@")) {
      return "@" + SlackWorld.user(target.substring(1)).map(User::name).orElse(target.substring(1));
    }
    var label = tag.group(2);
    if (label != null && !label.isEmpty()) {
      return label;
    }
    return target.startsWith("!") ? "@" + target.substring(1) : target;
  }

  private static String names() {
    return Stream.concat(
                SlackWorld.users().map(User::name), SlackWorld.PEOPLE.stream().map(User::firstName))
            .map(Pattern::quote)
            .collect(Collectors.joining("|"))
        + "|here|channel|everyone";
  }

  /// Replaces the matches by one function and what stands between them by another.
  private static String replace(
      Pattern pattern,
      String text,
      Function<String, String> between,
      Function<Matcher, String> matched) {
    var result = new StringBuilder();
    var matcher = pattern.matcher(text);
    int end = 0;
    while (matcher.find()) {
      result.append(between.apply(text.substring(end, matcher.start())));
      result.append(matched.apply(matcher));
      end = matcher.end();
    }
    return result.append(between.apply(text.substring(end))).toString();
  }
}
