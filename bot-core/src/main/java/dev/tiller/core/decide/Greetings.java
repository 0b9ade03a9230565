package dev.tiller.core.decide;

import dev.tiller.core.agents.Repository;
import dev.tiller.core.chat.Arrival;
import dev.tiller.core.chat.InboundMessage;
import dev.tiller.core.chat.Notice;
import dev.tiller.core.chat.Place;
import dev.tiller.core.chat.Post;
import dev.tiller.core.chat.RichText;
import dev.tiller.core.chat.RichText.Block;
import dev.tiller.core.chat.RichText.Mark;
import dev.tiller.core.chat.RichText.Span;
import dev.tiller.core.command.Command;
import dev.tiller.core.command.Options;
import dev.tiller.core.routing.Known;
import dev.tiller.core.settings.SettingName;
import dev.tiller.core.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// How the bot introduces itself: what to type, what is set, and what is missing with who can mend
/// it.
public final class Greetings {

  private static final Set<String> HELLO =
      Set.of(
          "hi",
          "hello",
          "hey",
          "hi there",
          "hello there",
          "hey there",
          "hiya",
          "good morning",
          "good afternoon",
          "good evening",
          "hallo",
          "hallo zusammen",
          "moin",
          "servus",
          "guten morgen",
          "guten tag",
          "guten abend");

  /// What a repository looks like. A listed one may be nobody's business here.
  private static final String ANY = "owner/name";

  private Greetings() {}

  /// @param the place's settings, as they bear on who brought the bot there
  public static Post of(Arrival arrival, SettingsCase the, Known known) {
    return arrival.outside()
        ? Replies.text(Texts.get("greeting.outside"))
        : introduction(arrival.place(), arrival.botName(), the, known);
  }

  /// What a mere hello from one of the organisation's own people gets.
  static Post hello(InboundMessage said, SettingsCase the, Known known) {
    return introduction(said.place(), said.addressing().botName(), the, known);
  }

  /// Whether a task is nothing but a hello, which no agent should be paid for.
  static boolean isHello(Command.Ask ask) {
    var words = ask.prompt().toLowerCase(Locale.ROOT).replaceAll("[^\\p{L} ]", "").strip();
    return ask.options().equals(Options.NONE) && HELLO.contains(words);
  }

  private static Post introduction(
      Place place, Optional<String> botName, SettingsCase the, Known known) {
    var repository = usual(place, the);
    var mention = place == Place.DIRECT ? "" : Replies.mention(botName) + " ";
    var blocks = new ArrayList<Block>();
    blocks.add(paragraph(Texts.get(lead(place))));
    blocks.add(new RichText.Code(mention + example(repository)));
    blocks.add(where(place, mention, repository, the));
    known.trouble().map(its -> missing(its, repository, the)).ifPresent(blocks::addAll);
    blocks.add(toType("greeting.more", mention + "help", ""));
    return new Notice(Optional.empty(), new RichText(blocks), List.of());
  }

  private static String lead(Place place) {
    return switch (place) {
      case CHANNEL -> "greeting.channel";
      case GROUP_CHAT -> "greeting.group";
      case DIRECT -> "greeting.direct";
    };
  }

  /// Where tasks go that name no repository.
  private static Optional<Repository> usual(Place place, SettingsCase the) {
    var all = the.all();
    var own = place == Place.DIRECT ? all.person().repository() : Optional.<Repository>empty();
    return all.channel()
        .repository()
        .or(() -> own)
        .or(() -> all.workspace().repository())
        .or(the.rules()::defaultRepository);
  }

  private static String example(Optional<Repository> usual) {
    return usual.isPresent()
        ? Texts.get("greeting.example")
        : Texts.get("greeting.example-in", ANY);
  }

  private static Block where(
      Place place, String mention, Optional<Repository> usual, SettingsCase the) {
    if (usual.isPresent()) {
      return paragraph(Texts.get("greeting.set", usual.get().display()));
    }
    var value = SettingName.REPOSITORY.key() + "=" + ANY;
    if (place == Place.DIRECT) {
      return toType("greeting.unset-direct", "settings me " + value, "");
    }
    var command = mention + "settings channel " + value;
    return the.reviewed().membersSetChannels()
        ? toType("greeting.unset-members", command, "")
        : toType("greeting.unset", command, " " + admins(the));
  }

  /// A key that lists no repository is enough where one is set.
  private static List<Block> missing(
      Known.Trouble trouble, Optional<Repository> usual, SettingsCase the) {
    if (trouble == Known.Trouble.NO_REPOSITORIES && usual.isPresent()) {
      return List.of();
    }
    var sentence =
        switch (trouble) {
          case KEY -> Texts.get("greeting.key");
          case PLAN -> Texts.get("greeting.plan");
          case NO_REPOSITORIES -> Texts.get("greeting.no-repositories");
        };
    var title = new Span(Texts.get("greeting.missing") + " ", Set.of(Mark.BOLD));
    var rest = new Span(sentence + " " + admins(the), Set.of());
    return List.of(new RichText.Paragraph(Stream.of(title, rest).toList()));
  }

  /// A sentence that says who can mend what an admin can.
  public static String admins(SettingsCase the) {
    return the.reviewed().hasAdmins(the.thread().platform())
        ? SettingReplies.whoCan(the)
        : Texts.get("greeting.no-admins");
  }

  /// A sentence with something to type, which stands out from it.
  private static Block toType(String sentence, String command, String after) {
    var text = Texts.get(sentence, command) + after;
    int at = text.indexOf(command);
    return new RichText.Paragraph(
        List.of(
            new Span(text.substring(0, at), Set.of()),
            new Span(command, Set.of(Mark.CODE)),
            new Span(text.substring(at + command.length()), Set.of())));
  }

  private static Block paragraph(String text) {
    return new RichText.Paragraph(List.of(new Span(text, Set.of())));
  }
}
