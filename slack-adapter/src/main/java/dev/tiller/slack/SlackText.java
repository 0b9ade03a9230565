package dev.tiller.slack;

import dev.tiller.core.chat.OptionPrefix;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Slack's message markup: taken out of what people write, kept out of what the bot writes (Slack,
/// "Formatting message text" and "Retrieving messages").
///
/// In markup every literal `<`, `>` and `&` is escaped, so whatever stands in angle brackets is a
/// mention, a channel or a link.
final class SlackText {

  private static final Pattern MARKUP = Pattern.compile("<([^<>\\n]+)>");
  private static final Pattern LEADING_MENTION = Pattern.compile("\\s*<@([UW][A-Z0-9]+)[|>]");
  private static final Pattern LINK =
      Pattern.compile("([a-zA-Z][a-zA-Z0-9+.-]*:(?://)?)([^|]+)(?:\\|(.*))?");
  private static final Pattern ESCAPED = Pattern.compile("&(lt|gt|amp);");

  /// The name of an option before its value.
  private static final Pattern KEY = Pattern.compile(OptionPrefix.REGEX + "[\"'“”‘’]?$");

  private static final int LONGEST_KEY = 40;

  private SlackText() {}

  /// The text as its author sees it, without the mentions of the bot, each taken out with one space
  /// beside it.
  static String undo(String markup, Optional<String> bot) {
    var plain = new StringBuilder();
    var matcher = MARKUP.matcher(markup);
    int copied = 0;
    while (matcher.find()) {
      plain.append(markup, copied, matcher.start());
      copied = matcher.end();
      if (bot.isPresent() && isMention(matcher.group(1), bot.get())) {
        copied = closeGap(plain, markup, copied);
      } else {
        var inner = matcher.group(1);
        plain.append(asValue(plain, inner).orElseGet(() -> shown(inner)));
      }
    }
    return unescape(plain.append(markup, copied, markup.length()).toString());
  }

  /// Whether the markup mentions this user.
  static boolean mentions(String markup, String user) {
    return MARKUP.matcher(markup).results().anyMatch(found -> isMention(found.group(1), user));
  }

  /// The user whose mention the markup begins with.
  static Optional<String> leadingMention(String markup) {
    var matcher = LEADING_MENTION.matcher(markup);
    return matcher.lookingAt() ? Optional.of(matcher.group(1)) : Optional.empty();
  }

  /// Text with the characters escaped that Slack would read as markup; its beginning and an
  /// ellipsis where that is longer than `limit`.
  static String escape(String text, int limit) {
    var escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    if (escaped.length() <= limit) {
      return escaped;
    }
    int end = limit - 1;
    int entity = escaped.lastIndexOf('&', end - 1);
    boolean inEntity = entity >= 0 && escaped.indexOf(';', entity) >= end;
    return before(escaped, inEntity ? entity : end) + "…";
  }

  /// The text; its beginning and an ellipsis where it is longer than `limit`.
  static String cut(String text, int limit) {
    return text.length() <= limit ? text : before(text, limit - 1) + "…";
  }

  /// The text up to `end`, without half a character there.
  private static String before(String text, int end) {
    boolean splits = end > 0 && Character.isHighSurrogate(text.charAt(end - 1));
    return text.substring(0, splits ? end - 1 : end);
  }

  private static boolean isMention(String inner, String user) {
    return inner.equals("@" + user) || inner.startsWith("@" + user + "|");
  }

  /// Takes the space after a removed mention, else the one before it unless that is indentation.
  private static int closeGap(StringBuilder before, String markup, int after) {
    if (after < markup.length() && markup.charAt(after) == ' ') {
      return after + 1;
    }
    int last = before.length() - 1;
    if (last > 0
        && before.charAt(last) == ' '
        && !Character.isWhitespace(before.charAt(last - 1))) {
      before.setLength(last);
    }
    return after;
  }

  private static String shown(String inner) {
    return switch (inner.charAt(0)) {
      case '@' -> "@" + labelOr(inner, 1);
      case '#' -> "#" + labelOr(inner, 1);
      case '!' -> broadcast(inner);
      default -> link(inner);
    };
  }

  /// What follows the bar, or the part before it without its first characters.
  private static String labelOr(String inner, int skipped) {
    int bar = inner.indexOf('|');
    if (bar < 0) {
      return inner.substring(skipped);
    }
    return bar + 1 < inner.length() ? inner.substring(bar + 1) : inner.substring(skipped, bar);
  }

  /// `!here`, `!subteam^S1|@group`, `!date^…|fallback` and the like.
  private static String broadcast(String inner) {
    if (inner.startsWith("!date^")) {
      return labelOr(inner, 1);
    }
    var label = labelOr(inner, inner.startsWith("!subteam^") ? "!subteam^".length() : 1);
    return label.startsWith("@") ? label : "@" + label;
  }

  /// The address of a link that is the value of an option, such as `repo=` with a link whose label
  /// is shorter: an address in parentheses behind the label would end up in the task. A label that
  /// is an address of something else stays beside it.
  private static Optional<String> asValue(CharSequence before, String inner) {
    var matcher = LINK.matcher(inner);
    if (!KEY.matcher(tail(before)).find() || !matcher.matches() || !inner.startsWith("http")) {
      return Optional.empty();
    }
    var url = matcher.group(1) + matcher.group(2);
    var label = Optional.ofNullable(matcher.group(3)).orElse("");
    var bare = withoutSlash(url);
    var isPart = bare.endsWith("/" + label) && !bare.endsWith("://" + label);
    var isName = label.indexOf('/') < 0 && label.indexOf('.') < 0;
    var isWord = label.chars().noneMatch(Character::isWhitespace);
    return isWord && (isPart || isName) ? Optional.of(url) : Optional.empty();
  }

  private static CharSequence tail(CharSequence text) {
    return text.subSequence(Math.max(0, text.length() - LONGEST_KEY), text.length());
  }

  private static String link(String inner) {
    Matcher matcher = LINK.matcher(inner);
    if (!matcher.matches()) {
      return "<" + inner + ">";
    }
    var url = matcher.group(1) + matcher.group(2);
    var label = matcher.group(3);
    if (label == null || label.isBlank()) {
      return url;
    }
    var bare = withoutSlash(label);
    var same = bare.equals(withoutSlash(url)) || bare.equals(withoutSlash(matcher.group(2)));
    return same ? label : label + " (" + url + ")";
  }

  private static String withoutSlash(String url) {
    return url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
  }

  private static String unescape(String text) {
    return ESCAPED
        .matcher(text)
        .replaceAll(found ->
            switch (found.group(1)) {
              case "lt" -> "<";
              case "gt" -> ">";
              default -> "&";
            });
  }
}
