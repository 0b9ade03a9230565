package dev.tiller.teams;

import com.microsoft.bot.schema.Activity;
import dev.tiller.core.chat.OptionPrefix;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The text of a message from Teams as the person wrote it.
///
/// Teams writes a mention as `<at>Name</at>` and puts an entity with the same text beside it. What
/// a person typed comes with `&`, `<`, `>`, quotes and non-breaking spaces as HTML entities; all
/// else comes as typed. So exactly these entities are undone, each once, and no other tag is
/// touched: what looks like one is somebody's code.
final class TeamsText {

  private static final Pattern MENTION =
      Pattern.compile("<at(?: [^<>]{0,200})?>([^<]{0,500})</at>");
  private static final Pattern ENCODED =
      Pattern.compile("&(?:nbsp|lt|gt|quot|apos|#39|#160|amp);|\u00a0");
  private static final int LONGEST_HTML = 200_000;

  /// A link as the value of an option: `repo=[web](https://github.com/acme/web)`, or as HTML; or
  /// code, where a link stays as it is.
  private static final Pattern LINK =
      Pattern.compile(
          "```[\\s\\S]*?(?:```|\\z)|`[^`\\n]+`|(?<key>"
              + OptionPrefix.REGEX
              + ")(?:\\[[^\\[\\]\\s]{0,300}]\\((?<mark>https?://[^\\s()<>\"]{1,500})\\)|<a\\s[^<>]{0,300}?"
              + "href=\"(?<html>https?://[^\\s\"<>]{1,500})\"[^<>]{0,300}>[^<>\\s]{0,300}</a>)");

  private static final Map<String, String> DECODED =
      Map.of("&lt;", "<", "&gt;", ">", "&quot;", "\"", "&apos;", "'", "&#39;", "'", "&amp;", "&");

  private TeamsText() {}

  /// Whether one of the message's mentions is of the bot.
  static boolean mentionsBot(Activity activity) {
    return !TeamsMention.ofBot(activity).isEmpty();
  }

  /// The text without the mentions of the bot and without what it quotes, with mentions of others
  /// as `@Name`, with code between backticks again, and with the address of a link that is the
  /// value of an option.
  static String plain(Activity activity) {
    var sent = Optional.ofNullable(activity.getText()).orElse("");
    var own = TeamsQuote.own(activity, sent, html(activity));
    var text = own.html().map(html -> TeamsCode.marked(own.text(), html)).orElse(own.text());
    for (var mention : TeamsMention.ofBot(activity)) {
      text = text.replace(mention.text(), "");
    }
    return decoded(LINK.matcher(named(text)).replaceAll(TeamsText::address));
  }

  /// How the mention of somebody else stands in the [#plain] text.
  static String written(TeamsMention mention) {
    return mention.text().isEmpty() ? "@" + mention.name() : decoded(named(mention.text()));
  }

  private static String named(String text) {
    return MENTION.matcher(text).replaceAll("@$1");
  }

  private static String address(MatchResult found) {
    var key = found.group("key");
    var url = Optional.ofNullable(found.group("mark")).orElseGet(() -> found.group("html"));
    return Matcher.quoteReplacement(key == null ? found.group() : key + url);
  }

  /// The copy of the message in HTML that Teams puts beside the text.
  static Optional<String> html(Activity activity) {
    return Optional.ofNullable(activity.getAttachments()).orElse(List.of()).stream()
        .filter(attachment -> "text/html".equals(attachment.getContentType()))
        .map(attachment -> TeamsActivity.tree(attachment.getContent()).asText())
        .filter(html -> !html.isEmpty() && html.length() <= LONGEST_HTML)
        .findFirst();
  }

  private static String decoded(String text) {
    return ENCODED
        .matcher(text)
        .replaceAll(found -> Matcher.quoteReplacement(DECODED.getOrDefault(found.group(), " ")));
  }
}
