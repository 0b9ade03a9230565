package dev.tiller.slack;

import com.google.gson.JsonObject;
import dev.tiller.core.chat.Address;
import dev.tiller.core.chat.Card;
import dev.tiller.core.chat.ChatThread;
import dev.tiller.core.chat.Person;
import dev.tiller.core.chat.Platform;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The bot's own page in Slack (App Home, tab Home): who opens it, and how it looks. Its address
/// has the visitor in place of a channel and [#ROOT] in place of a thread.
final class SlackHome {

  private static final String ROOT = "home";
  private static final int NOTE_LIMIT = 500;

  private SlackHome() {}

  /// Somebody who looks at their page.
  record Visit(Address page, Person visitor) {}

  /// Who has opened their page (`app_home_opened`); empty for all else, also for the page's other
  /// tabs.
  static Optional<Visit> opened(JsonObject payload) {
    var event = Json.object(payload, "event");
    if (!Json.text(event, "type").equals(Optional.of("app_home_opened"))
        || !Json.text(event, "tab").equals(Optional.of(ROOT))) {
      return Optional.empty();
    }
    var visitor = Json.text(event, "user").map(id -> new Person(id, id, id));
    var team = SlackEvents.teamOf(payload);
    return visitor.isEmpty() || team.isEmpty()
        ? Optional.empty()
        : Optional.of(new Visit(address(team.get(), visitor.get()), visitor.get()));
  }

  /// The address of a person's page.
  static Address address(String team, Person visitor) {
    return new Address(new ChatThread(Platform.SLACK, team, visitor.id(), ROOT), "");
  }

  static boolean isHome(Address address) {
    return address.thread().root().equals(ROOT);
  }

  /// Whether a `view` is somebody's page rather than a form.
  static boolean isHome(JsonObject view) {
    return Json.text(view, "type").equals(Optional.of(ROOT));
  }

  /// The page as a view, as JSON.
  ///
  /// @param note a word for the visitor above everything; absent when there is none
  static String view(Card card, Optional<String> note) {
    var blocks = new ArrayList<JsonObject>();
    note.ifPresent(text -> {
      blocks.add(BlockKit.richText(List.of(BlockKit.section(words(text)))));
      blocks.add(BlockKit.typed("divider"));
    });
    blocks.addAll(SlackCards.blocks(card));
    var view = BlockKit.typed(ROOT);
    view.add("blocks", BlockKit.array(blocks));
    return view.toString();
  }

  private static List<JsonObject> words(String note) {
    return List.of(
        BlockKit.emoji("information_source"),
        BlockKit.text(" "),
        BlockKit.bold(SlackText.cut(note, NOTE_LIMIT)));
  }
}
