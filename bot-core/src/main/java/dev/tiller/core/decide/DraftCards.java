package dev.tiller.core.decide;

import dev.tiller.core.agents.Repository;
import dev.tiller.core.chat.Button;
import dev.tiller.core.chat.Card;
import dev.tiller.core.chat.Card.Fact;
import dev.tiller.core.chat.Card.Tone;
import dev.tiller.core.chat.Choice;
import dev.tiller.core.chat.Menu;
import dev.tiller.core.chat.Person;
import dev.tiller.core.chat.RichText;
import dev.tiller.core.command.Pick;
import dev.tiller.core.conversation.Draft;
import dev.tiller.core.routing.Doubt;
import dev.tiller.core.routing.Known;
import dev.tiller.core.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The card of a request that waits for a choice, as it changes.
final class DraftCards {

  private static final int TASK_LENGTH = 200;
  private static final int LONGEST_NAME = 34;

  private DraftCards() {}

  /// The card that asks; empty when there is nothing to choose from.
  static Optional<Card> asking(Draft draft, Doubt doubt, Known known) {
    var buttons = buttons(draft, doubt);
    var menu = menu(draft, known);
    if (buttons.isEmpty() && menu.isEmpty()) {
      return Optional.empty();
    }
    var card =
        card(
            draft,
            title(doubt),
            Tone.WAITING,
            lead(doubt, menu.isPresent()),
            facts(doubt),
            buttons,
            Texts.get("draft.foot", asker(draft), Draft.PATIENCE.toMinutes()));
    return Optional.of(menu.map(card::with).orElse(card));
  }

  /// The name may still have to be found out.
  private static String asker(Draft draft) {
    var author = draft.message().author();
    return author.nameless() ? Texts.get("draft.asker") : author.name();
  }

  static String notYours(Draft draft) {
    return Texts.get("draft.not-yours", asker(draft));
  }

  private static String title(Doubt doubt) {
    return switch (doubt) {
      case Doubt.NoRepository(), Doubt.Tie(_) -> Texts.get("draft.which-repository");
      case Doubt.UnknownRepository(_, _, var near) ->
          near.size() == 1
              ? Texts.get("draft.did-you-mean", near.getFirst().display())
              : Texts.get("draft.which-repository");
      case Doubt.UnknownModel(_, _, var near) ->
          near.size() == 1
              ? Texts.get("draft.did-you-mean", near.getFirst())
              : Texts.get("draft.which-model");
    };
  }

  private static String lead(Doubt doubt, boolean menu) {
    var why =
        switch (doubt) {
          case Doubt.NoRepository() -> Texts.get("draft.no-repository");
          case Doubt.Tie(_) -> Texts.get("draft.tie");
          case Doubt.UnknownRepository(var written, _, _) ->
              Texts.get("draft.unknown-repository", Words.excerpt(written, 100));
          case Doubt.UnknownModel(var written, var source, _) ->
              Texts.get("draft.unknown-model", Words.excerpt(written, 100), source.words());
        };
    return Texts.get(menu ? "draft.choose-one" : "draft.choose", why);
  }

  private static List<Fact> facts(Doubt doubt) {
    return doubt instanceof Doubt.Tie(var candidates)
        ? candidates.stream()
            .map(its -> new Fact(its.repository().display(), its.source().words()))
            .toList()
        : List.of();
  }

  private static List<Button> buttons(Draft draft, Doubt doubt) {
    var buttons = new ArrayList<Button>();
    switch (doubt) {
      case Doubt.NoRepository() -> {}
      case Doubt.Tie(var candidates) ->
          candidates.stream()
              .limit(4)
              .forEach(its -> buttons.add(button(draft, its.repository(), Button.Style.DEFAULT)));
      case Doubt.UnknownRepository(_, var asWritten, var near) -> {
        near.forEach(its -> buttons.add(button(draft, its, Button.Style.PRIMARY)));
        asWritten.ifPresent(its -> buttons.add(button(draft, its, Button.Style.DEFAULT)));
      }
      case Doubt.UnknownModel(var written, _, var near) -> {
        near.forEach(its -> buttons.add(button(draft, its, its, Button.Style.PRIMARY)));
        buttons.add(button(draft, written, written, Button.Style.DEFAULT));
        buttons.add(
            new Button.Press(
                Texts.get("draft.let-cursor"),
                DraftKey.choosing(draft, new Pick.Auto().toString())));
      }
    }
    return buttons;
  }

  private static Button button(Draft draft, Repository repository, Button.Style style) {
    return button(draft, repository.display(), address(repository), style);
  }

  private static Button button(Draft draft, String name, String value, Button.Style style) {
    return new Button.Press(
        Texts.get("draft.use", Words.cut(name, LONGEST_NAME)),
        DraftKey.choosing(draft, value),
        style);
  }

  private static String address(Repository repository) {
    return repository.url().toString();
  }

  private static Optional<Menu> menu(Draft draft, Known known) {
    var all = choices(draft, known, "");
    var what =
        draft.want() == Draft.Want.MODEL
            ? Texts.get("draft.choose-model")
            : Texts.get("draft.choose-repository");
    return all.isEmpty()
        ? Optional.empty()
        : Optional.of(new Menu(what, DraftKey.of(Verbs.CHOOSE, draft), all));
  }

  static List<Choice> choices(Draft draft, Known known, String typed) {
    return switch (draft.want()) {
      case REPOSITORY -> Choices.repositories(known, typed);
      case MODEL -> Choices.models(known, typed);
      case AGENT, TEXT -> List.of();
    };
  }

  /// The request has gone on.
  ///
  /// @param rememberable whether the channel could have the choice as its default
  static Card taken(Draft draft, boolean rememberable) {
    return card(
        draft,
        Texts.get("draft.goes-on", chosen(draft)),
        Tone.NEUTRAL,
        Texts.get("draft.taken"),
        List.of(),
        rememberable
            ? List.of(
                new Button.Press(Texts.get("draft.remember"), DraftKey.of(Verbs.REMEMBER, draft)))
            : List.of(),
        "");
  }

  static Card remembered(Draft draft, Person by) {
    return card(
        draft,
        Texts.get("draft.goes-on", chosen(draft)),
        Tone.NEUTRAL,
        by.nameless()
            ? Texts.get("draft.remembered-by-somebody")
            : Texts.get("draft.remembered", by.name()),
        List.of(),
        List.of(),
        "");
  }

  static Card expired(Draft draft) {
    return card(
        draft,
        Texts.get("draft.expired"),
        Tone.NEUTRAL,
        Texts.get("draft.nothing-started"),
        List.of(),
        List.of(),
        "");
  }

  private static String chosen(Draft draft) {
    return switch (draft.want()) {
      case REPOSITORY ->
          draft
              .repository()
              .map(Repository::display)
              .orElseGet(() -> Texts.get("draft.your-choice"));
      case MODEL ->
          draft.model().flatMap(Pick::name).orElseGet(() -> Texts.get("draft.cursors-choice"));
      case AGENT, TEXT -> "“" + Words.excerpt(draft.message().text(), 80) + "”";
    };
  }

  private static Card card(
      Draft draft,
      String title,
      Tone tone,
      String lead,
      List<Fact> more,
      List<Button> buttons,
      String footnote) {
    var facts = new ArrayList<>(more);
    facts.add(new Fact(Texts.get("fact.task"), Words.excerpt(draft.message().text(), TASK_LENGTH)));
    return new Card(title, tone, lead, facts, RichText.EMPTY, Optional.empty(), buttons, footnote);
  }
}
