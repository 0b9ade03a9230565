package dev.tiller.core.decide;

import dev.tiller.core.chat.Button;
import dev.tiller.core.chat.Card;
import dev.tiller.core.chat.Card.Fact;
import dev.tiller.core.chat.Notice;
import dev.tiller.core.chat.Post;
import dev.tiller.core.chat.RichText;
import dev.tiller.core.settings.Scope;
import dev.tiller.core.settings.SettingChange;
import dev.tiller.core.settings.SettingName;
import dev.tiller.core.settings.SettingValues;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Settings as cards: each with the value that holds and where it comes from.
public final class SettingsCards {

  private static final int LABEL = 40;

  private SettingsCards() {}

  /// All settings that hold for somebody in a place.
  static Card effective(SettingsCase the) {
    var facts =
        Arrays.stream(SettingName.values())
            .map(name -> fact(name, the.effective(name).toString()))
            .toList();
    return card("Settings that hold for you here", "", facts, the, the.scopes());
  }

  /// What one scope says itself.
  static Card own(SettingsCase the, Scope scope) {
    var facts =
        SettingName.of(scope).stream().map(name -> fact(name, own(the, scope, name))).toList();
    return card(SettingReplies.titleOf(scope), "", facts, the, List.of(scope));
  }

  private static String own(SettingsCase the, Scope scope, SettingName name) {
    var file = the.fixed(scope, name) ? " (set in the reviewed file)" : "";
    return SettingValues.written(the.own(scope), name)
            .map(value -> the.shown(name, value))
            .orElse("not set")
        + file;
  }

  /// The bot's own page.
  public static Card home(SettingsCase the) {
    var facts =
        Stream.of(SettingName.values())
            .filter(name -> name.holdsFor(Scope.PERSON))
            .map(name -> fact(name, the.effective(name).toString()))
            .toList();
    return card(
        "Your settings",
        "They hold wherever a channel has none of its own. Mention me in a channel with a task, or"
            + " write to me directly.",
        facts,
        the,
        the.scopes());
  }

  private static Fact fact(SettingName name, String value) {
    return new Fact("%s (%s)".formatted(name.label(), name.key()), value);
  }

  private static Card card(
      String title, String lead, List<Fact> facts, SettingsCase the, List<Scope> scopes) {
    var all = new ArrayList<>(facts);
    if (the.isAdmin()) {
      the.reviewed().trouble().ifPresent(why -> all.add(new Fact("Reviewed file", why)));
    }
    var buttons =
        scopes.stream()
            .filter(scope -> the.mayChange(scope).allowed())
            .<Button>map(scope -> new Button.OpenForm(label(scope), SettingKey.form(scope)))
            .toList();
    return new Card(
        title,
        Card.Tone.NEUTRAL,
        lead,
        all,
        RichText.EMPTY,
        Optional.empty(),
        buttons,
        footnote(the));
  }

  private static String label(Scope scope) {
    return switch (scope) {
      case CHANNEL -> "Edit this channel's";
      case PERSON -> "Edit mine";
      case WORKSPACE -> "Edit the workspace's";
    };
  }

  private static String footnote(SettingsCase the) {
    var ways = "By text: settings repo=owner/name, settings me model=auto, rules list";
    return the.reviewed()
        .file()
        .map(file -> ways + " · what %s says wins over chat".formatted(file))
        .orElse(ways);
  }

  /// A question back about a value, with the likely answer as a button.
  static Post doubt(Scope scope, SettingChanges.Doubtful doubt) {
    var buttons = new ArrayList<Button>();
    doubt.instead().ifPresent(its -> buttons.add(use("Use ", scope, its, Button.Style.PRIMARY)));
    doubt.asWritten().ifPresent(its -> buttons.add(use("Keep ", scope, its, Button.Style.DEFAULT)));
    return new Notice(Optional.empty(), RichText.plain(doubt.text()), buttons);
  }

  private static Button use(
      String verb, Scope scope, List<SettingChange> changes, Button.Style style) {
    var values = String.join(", ", changes.stream().flatMap(its -> its.value().stream()).toList());
    return new Button.Press(
        Words.excerpt(verb + values, LABEL), new SettingKey(scope, changes).press(), style);
  }
}
