package dev.tiller.teams;

import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The text of a message that Microsoft Graph gives as HTML (`chatMessage`, `itemBody`). What is
/// read from it is quoted afterwards, so a tag that is missed does no harm.
final class TeamsHtml {

  private static final Pattern BREAK =
      Pattern.compile("(?i)<br\\s*/?>|</(?:p|div|li|tr|h[1-6]|pre|blockquote)>");
  private static final Pattern MENTION = Pattern.compile("(?is)<at\\b[^>]*>(.*?)</at>");
  private static final Pattern TAG = Pattern.compile("<[^<>]*>");
  private static final Pattern ENTITY =
      Pattern.compile("&(?:(nbsp|lt|gt|quot|apos|amp)|#(\\d{1,7})|#x([0-9a-fA-F]{1,6}));");
  private static final Map<String, String> NAMED =
      Map.of("nbsp", " ", "lt", "<", "gt", ">", "quot", "\"", "apos", "'", "amp", "&");

  private TeamsHtml() {}

  static String text(String html) {
    var lines = BREAK.matcher(html).replaceAll("\n");
    var mentions = MENTION.matcher(lines).replaceAll("@$1");
    var bare = TAG.matcher(mentions).replaceAll("");
    return ENTITY
        .matcher(bare)
        .replaceAll(found -> Matcher.quoteReplacement(character(found)))
        .strip();
  }

  private static String character(MatchResult found) {
    if (found.group(1) != null) {
      return NAMED.getOrDefault(found.group(1), "");
    }
    int point =
        found.group(2) != null
            ? Integer.parseInt(found.group(2))
            : Integer.parseInt(found.group(3), 16);
    return Character.isValidCodePoint(point) ? Character.toString(point) : "";
  }
}
