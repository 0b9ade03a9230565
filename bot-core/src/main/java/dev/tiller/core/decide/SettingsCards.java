package dev.tiller.core.decide;

import dev.tiller.core.chat.Button;
import dev.tiller.core.chat.Card;
import dev.tiller.core.chat.Card.Fact;
import dev.tiller.core.chat.Notice;
import dev.tiller.core.chat.Post;
import dev.tiller.core.chat.RichText;
import dev.tiller.core.chat.RichText.Mark;
import dev.tiller.core.chat.RichText.Span;
import dev.tiller.core.settings.Scope;
import dev.tiller.core.settings.SettingChange;
import dev.tiller.core.settings.SettingName;
import dev.tiller.core.settings.SettingValues;
import dev.tiller.core.text.Texts;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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
    return card(Texts.get("settings.title"), "", facts, the, the.scopes());
  }

  /// What one scope says itself.
  static Card own(SettingsCase the, Scope scope) {
    var facts =
        SettingName.of(scope).stream().map(name -> fact(name, own(the, scope, name))).toList();
    return card(SettingReplies.titleOf(scope), "", facts, the, List.of(scope));
  }

  private static String own(SettingsCase the, Scope scope, SettingName name) {
    var value =
        SettingValues.written(the.own(scope), name)
            .map(its -> the.shown(name, its))
            .orElseGet(() -> Texts.get("settings.not-set"));
    return the.fixed(scope, name) ? Texts.get("settings.fixed", value) : value;
  }

  /// The bot's own page: the visitor's agents, and below them their settings.
  public static Card home(SettingsCase the, List<Found.Listed> agents) {
    var settings =
        Stream.of(SettingName.values())
            .filter(name -> name.holdsFor(Scope.PERSON))
            .map(name -> item(fact(name, the.effective(name).toString())));
    var body =
        Stream.of(
                HomeAgents.of(agents, the.person()),
                Stream.of(HomeAgents.heading(Texts.get("home.settings"))),
                settings)
            .flatMap(part -> part)
            .toList();
    var plain = card(Texts.get("home.title"), Texts.get("home.lead"), List.of(), the, the.scopes());
    return new Card(
        plain.title(),
        plain.tone(),
        plain.lead(),
        plain.facts(),
        new RichText(body),
        Optional.empty(),
        plain.buttons(),
        plain.footnote());
  }

  private static RichText.Block item(Fact fact) {
    return new RichText.Item(
        0,
        "•",
        List.of(new Span(fact.name() + ": ", Set.of(Mark.BOLD)), new Span(fact.value(), Set.of())));
  }

  private static Fact fact(SettingName name, String value) {
    return new Fact("%s (%s)".formatted(name.label(), name.key()), value);
  }

  private static Card card(
      String title, String lead, List<Fact> facts, SettingsCase the, List<Scope> scopes) {
    var all = new ArrayList<>(facts);
    if (the.isAdmin()) {
      the.reviewed()
          .trouble()
          .ifPresent(why -> all.add(new Fact(Texts.get("settings.reviewed-file"), why)));
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
      case CHANNEL -> Texts.get("settings.edit-channel");
      case PERSON -> Texts.get("settings.edit-mine");
      case WORKSPACE -> Texts.get("settings.edit-workspace");
    };
  }

  private static String footnote(SettingsCase the) {
    var ways = Texts.get("settings.by-text");
    return the.reviewed()
        .file()
        .map(file -> ways + " · " + Texts.get("settings.file-wins", file))
        .orElse(ways);
  }

  /// A question back about a value, with the likely answer as a button.
  static Post doubt(Scope scope, SettingChanges.Doubtful doubt) {
    var buttons = new ArrayList<Button>();
    doubt
        .instead()
        .ifPresent(its -> buttons.add(use("settings.use", scope, its, Button.Style.PRIMARY)));
    doubt
        .asWritten()
        .ifPresent(its -> buttons.add(use("settings.keep", scope, its, Button.Style.DEFAULT)));
    return new Notice(Optional.empty(), RichText.plain(doubt.text()), buttons);
  }

  private static Button use(
      String label, Scope scope, List<SettingChange> changes, Button.Style style) {
    var values = String.join(", ", changes.stream().flatMap(its -> its.value().stream()).toList());
    return new Button.Press(
        Words.excerpt(Texts.get(label, values), LABEL),
        new SettingKey(scope, changes).press(),
        style);
  }
}
