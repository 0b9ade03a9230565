package dev.tiller.app.standin.slack;

import static dev.tiller.app.standin.schema.Rules.bool;
import static dev.tiller.app.standin.schema.Rules.byType;
import static dev.tiller.app.standin.schema.Rules.list;
import static dev.tiller.app.standin.schema.Rules.number;
import static dev.tiller.app.standin.schema.Rules.oneOf;
import static dev.tiller.app.standin.schema.Rules.text;
import static dev.tiller.app.standin.schema.Rules.webAddress;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tiller.app.standin.schema.Problems;
import dev.tiller.app.standin.schema.Rule;
import dev.tiller.app.standin.schema.Shape;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/// Rules for `rich_text` blocks (Block Kit reference, October 2026).
final class RichTextRules {

  private static final int LONGEST = 13_200;

  private static final Pattern TOKEN = Pattern.compile("\\{([^}]*)\\}");
  private static final Set<String> TOKENS =
      Set.of(
          "day_divider_pretty",
          "date_num",
          "date_slash",
          "date",
          "date_short",
          "date_long",
          "date_long_full",
          "date_pretty",
          "date_short_pretty",
          "date_long_pretty",
          "time",
          "time_secs",
          "ago");

  private static final Rule STYLE =
      Shape.closed()
          .may("bold", bool())
          .may("italic", bool())
          .may("strike", bool())
          .may("code", bool())
          .may("underline", bool())
          .may("highlight", bool())
          .may("client_highlight", bool())
          .may("unlink", bool());

  private static final Rule TEXT = run("text").with("text", text(1, LONGEST));

  private static final Rule LINK =
      run("link").with("url", text(1, 3000)).may("text", text(LONGEST)).may("unsafe", bool());

  private static final Rule RUNS =
      list(
          0,
          1000,
          byType(
              Map.of(
                  "text", TEXT,
                  "link", LINK,
                  "user", run("user").with("user_id", text(1, 40)),
                  "usergroup", run("usergroup").with("usergroup_id", text(1, 40)),
                  "channel", run("channel").with("channel_id", text(1, 40)),
                  "broadcast", run("broadcast").with("range", oneOf("here", "channel", "everyone")),
                  "emoji", run("emoji").with("name", text(1, 100)).may("unicode", text(100)),
                  "color", run("color").with("value", text(1, 20)),
                  "date",
                      part("date")
                          .with("timestamp", number(0, Integer.MAX_VALUE))
                          .with("format", text(1, 200).and(RichTextRules::checkFormat))
                          .may("fallback", text(1, 2000))
                          .may("url", webAddress(3000)))));

  private static final Rule SECTION = part("rich_text_section").with("elements", RUNS);

  private static final Rule PLAIN_RUNS = list(0, 1000, byType(Map.of("text", TEXT, "link", LINK)));

  private static final Rule LIST =
      part("rich_text_list")
          .with("style", oneOf("bullet", "ordered"))
          .with("elements", list(0, 1000, byType(Map.of("rich_text_section", SECTION))))
          .may("indent", number(0, 8))
          .may("offset", number(0, 1000))
          .may("border", number(0, 1));

  private static final Rule PREFORMATTED =
      part("rich_text_preformatted")
          .with("elements", PLAIN_RUNS)
          .may("border", number(0, 1))
          .may("language", text(50));

  private static final Rule QUOTE =
      part("rich_text_quote").with("elements", RUNS).may("border", number(0, 1));

  /// The `elements` of a `rich_text` block.
  static final Rule ELEMENTS =
      list(
          1,
          1000,
          byType(
              Map.of(
                  "rich_text_section", SECTION,
                  "rich_text_list", LIST,
                  "rich_text_preformatted", PREFORMATTED,
                  "rich_text_quote", QUOTE)));

  private RichTextRules() {}

  /// A date says where in its words the date goes, in names that Slack knows.
  private static void checkFormat(JsonNode format, String at, Problems problems) {
    var names = TOKEN.matcher(format.asText("")).results().map(found -> found.group(1)).toList();
    if (names.isEmpty() || !TOKENS.containsAll(names)) {
      problems.add("invalid date format", at);
    }
  }

  private static Shape run(String type) {
    return part(type).may("style", STYLE);
  }

  private static Shape part(String type) {
    return Shape.closed().with("type", oneOf(type));
  }
}
