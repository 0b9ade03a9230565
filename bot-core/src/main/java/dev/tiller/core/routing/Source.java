package dev.tiller.core.routing;

import dev.tiller.core.text.Texts;
import java.util.Locale;

/// Where a value came from.
///
/// @param detail what people are told beyond the kind; often empty. May quote what somebody wrote
public record Source(Kind kind, String detail) {

  private static final int LONGEST = 80;

  /// From the strongest to the weakest.
  public enum Kind {
    /// Picked by hand. Detail: how, where it was not when the bot asked.
    CHOSEN,
    /// Detail: the option, such as `repo=`.
    OPTION,
    /// The pull request that is to be worked on.
    PULL_REQUEST,
    /// Words of the task. Detail: the words.
    MENTION,
    /// Where the person worked lately. Detail: when, such as *on Tuesday*.
    RECENT,
    /// A keyword rule. Detail: its word.
    RULE,
    CHANNEL,
    PERSON,
    WORKSPACE,
    /// What whoever runs the bot has set.
    CONFIGURED,
    /// Nobody has said anything; the bot does as it always does.
    USUAL,
    /// Nobody has said anything, or `auto`; the service chooses.
    SERVICE
  }

  public Source {
    var line = detail.strip().replaceAll("\\s+", " ");
    detail = line.length() <= LONGEST ? line : line.substring(0, LONGEST - 1) + "…";
  }

  public Source(Kind kind) {
    this(kind, "");
  }

  /// Why it is this value, in a few words for people.
  public String words() {
    return switch (kind) {
      case CHOSEN -> detail.isEmpty() ? Texts.get("route.chosen") : detail;
      case OPTION -> Texts.get("route.option", detail);
      case PULL_REQUEST -> Texts.get("route.pull-request");
      case MENTION -> Texts.get("route.mention", detail);
      case RECENT -> Texts.get("route.recent", detail);
      case RULE -> Texts.get("route.rule", detail);
      case CHANNEL -> Texts.get("route.channel");
      case PERSON -> Texts.get("route.person");
      case WORKSPACE -> Texts.get("route.workspace");
      case CONFIGURED -> Texts.get("route.configured");
      case USUAL -> Texts.get("route.usual");
      case SERVICE -> Texts.get("route.service");
    };
  }

  /// Whether the person said so for this request, rather than a rule or a default.
  public boolean said() {
    return switch (kind) {
      case CHOSEN, OPTION, PULL_REQUEST, MENTION -> true;
      case RECENT, RULE, CHANNEL, PERSON, WORKSPACE, CONFIGURED, USUAL, SERVICE -> false;
    };
  }

  /// As one word and the detail, read back by [#decode].
  public String encoded() {
    return (kind.name().toLowerCase(Locale.ROOT) + " " + detail).strip();
  }

  /// Reads what [#encoded] wrote.
  public static Source decode(String encoded) {
    var parts = encoded.split(" ", 2);
    return new Source(
        Kind.valueOf(parts[0].toUpperCase(Locale.ROOT)), parts.length > 1 ? parts[1] : "");
  }
}
