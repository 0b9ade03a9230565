package dev.tiller.core.decide;

import dev.tiller.core.agents.AgentRecords.Artifact;
import dev.tiller.core.chat.Button;
import dev.tiller.core.chat.Card;
import dev.tiller.core.chat.Card.Fact;
import dev.tiller.core.chat.Post;
import dev.tiller.core.chat.RichText;
import dev.tiller.core.conversation.Agent;
import dev.tiller.core.conversation.Question;
import dev.tiller.core.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The answers to `artifacts` and `artifacts all`: the files that an agent has left, with buttons
/// for those that can be shown here.
final class FilesCard {

  /// With a button for each, the page's buttons and the way to Cursor have room on a card.
  private static final int SIZE = 4;

  private static final int MOST_BUTTONS = 6;
  private static final int LABEL = 40;
  private static final int NAME = 80;

  private FilesCard() {}

  /// The list, with buttons.
  static Post list(Agent agent, Question question, Files files) {
    if (files.files().isEmpty()) {
      return nothing(agent);
    }
    var page = Page.of(files.files(), SIZE, question.page());
    return card(
        title(agent, files),
        page.items().stream().map(file -> fact(file, files)).toList(),
        buttons(agent, question, files, page),
        page.number() > 0 || page.more() ? Texts.get("page.number", (page.number() + 1)) : "");
  }

  /// The word that some of them are being shown, with those that are not.
  ///
  /// @param shown what is shown
  static Post showing(Agent agent, Files files, List<Artifact> shown) {
    if (files.files().isEmpty()) {
      return nothing(agent);
    }
    var rest = files.files().stream().filter(file -> !shown.contains(file)).toList();
    return card(
        Texts.get("artifact.showing", shown.size(), files.files().size(), agent.number()),
        rest.stream().limit(SIZE).map(file -> fact(file, files)).toList(),
        rest.isEmpty() ? List.of() : RunButtons.page(agent).stream().toList(),
        rest.size() > SIZE ? Texts.get("artifact.whole-list") : "");
  }

  private static Post nothing(Agent agent) {
    return Replies.text(Texts.get("artifact.none", agent.number()));
  }

  private static String title(Agent agent, Files files) {
    int count = files.files().size();
    return Texts.get("artifact.left", agent.number(), count);
  }

  private static Card card(String title, List<Fact> facts, List<Button> buttons, String footnote) {
    return new Card(
        title, Card.Tone.NEUTRAL, "", facts, RichText.EMPTY, Optional.empty(), buttons, footnote);
  }

  private static Fact fact(Artifact file, Files files) {
    return new Fact(
        Words.excerpt(file.name(), NAME), Words.bytes(file.bytes()) + ", " + files.kind(file));
  }

  private static List<Button> buttons(
      Agent agent, Question question, Files files, Page<Artifact> page) {
    var buttons = new ArrayList<Button>();
    page.items().stream()
        .filter(files::shows)
        .map(file -> show(question, file))
        .forEach(buttons::add);
    buttons.addAll(page.buttons(question, Texts.get("page.previous"), Texts.get("page.more")));
    if (files.shown().size() < files.files().size()) {
      RunButtons.page(agent).ifPresent(buttons::add);
    }
    all(question, files).ifPresent(buttons::add);
    return buttons.stream().limit(MOST_BUTTONS).toList();
  }

  private static Button show(Question question, Artifact file) {
    return new Button.Press(
        Words.excerpt(Texts.get("artifact.show", file.name()), LABEL),
        FileKey.of(question, FileMark.of(file)));
  }

  private static Optional<Button> all(Question question, Files files) {
    int count = files.shown().size();
    return count > 1 && count <= Files.AT_ONCE
        ? Optional.of(
            new Button.Press(
                Texts.get("artifact.show-all", count), FileKey.of(question, FileMark.ALL)))
        : Optional.empty();
  }
}
