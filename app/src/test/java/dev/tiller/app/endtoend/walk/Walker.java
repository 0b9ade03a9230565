package dev.tiller.app.endtoend.walk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tiller.app.config.BadSettings;
import dev.tiller.app.endtoend.walk.Written.Kind;
import dev.tiller.app.standin.chat.PlatformView.Form;
import dev.tiller.app.standin.chat.Refusal;
import dev.tiller.app.standin.cursor.AgentView;
import dev.tiller.app.standin.cursor.Ending;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;

/// Does one thing after the other that people, services or operators do, by chance.
final class Walker {

  /// Asks for the same work again.
  private static final List<String> REPEATING = List.of("Retry", "Send again", "Switch");

  private static final List<String> COMMANDS =
      List.of("stop", "stop #1", "stop #2", "status", "queue", "list", "why", "help");

  private final Stage stage;
  private final Stage.Place place;
  private final Chronicle chronicle;
  private final Promises promises;
  private final Random random;

  Walker(Stage stage, Stage.Place place, Chronicle chronicle, Promises promises, Random random) {
    this.stage = stage;
    this.place = place;
    this.chronicle = chronicle;
    this.promises = promises;
    this.random = random;
  }

  /// One step.
  void step() throws IOException, BadSettings {
    int chance = random.nextInt(100);
    if (chance < 14 || threads().isEmpty()) {
      say(Optional.empty(), Kind.TASK, "@tiller repo=acme/web ");
    } else if (chance < 34) {
      say(Optional.of(any(threads())), Kind.FOLLOW_UP, "@tiller ");
    } else if (chance < 38) {
      say(Optional.of(any(threads())), Kind.TASK, "@tiller agent repo=acme/web ");
    } else if (chance < 46) {
      command(any(threads()), any(COMMANDS));
    } else if (chance < 50) {
      say(Optional.of(any(threads())), Kind.CHATTER, "");
    } else if (chance < 68) {
      press();
    } else if (chance < 88) {
      end();
    } else if (chance < 95) {
      again();
    } else {
      chronicle.step("restart");
      stage.restart();
    }
  }

  /// Ends what still runs, until nothing does.
  boolean endAll() {
    var active = active();
    active.forEach(agent -> stage.cursor().finish(agent.id(), Ending.PULL_REQUEST));
    return active.isEmpty();
  }

  private List<String> threads() {
    return chronicle.written().stream()
        .filter(Written::inThread)
        .map(Written::thread)
        .distinct()
        .toList();
  }

  private <T> T any(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }

  private String anybody() {
    return random.nextInt(3) == 0 ? place.ben() : place.ann();
  }

  private void say(Optional<String> thread, Kind kind, String before) {
    var word = chronicle.newWord();
    say(anybody(), thread, kind, word, before + "do " + word);
  }

  private void command(String thread, String command) {
    say(anybody(), Optional.of(thread), Kind.COMMAND, "none", "@tiller " + command);
  }

  private void say(String author, Optional<String> thread, Kind kind, String word, String text) {
    var id = place.platform().say(author, place.channel(), thread, text);
    chronicle.add(new Written(word, author, id, thread.orElse(id), kind));
    chronicle.step("%s in %s: %s".formatted(author, thread.orElse(id), text));
  }

  /// Clicks any button, perhaps twice, and fills in the form that opens.
  private void press() {
    var messages =
        promises.bots().stream().filter(message -> !buttons(message.wire()).isEmpty()).toList();
    if (messages.isEmpty()) {
      return;
    }
    var message = any(messages);
    var button = any(buttons(message.wire()));
    var person = anybody();
    var label = label(button);
    chronicle.step(
        "%s presses “%s” on “%s” %s"
            .formatted(
                person,
                label,
                message.text().lines().findFirst().orElse(""),
                Chronicle.wordsIn(message.text())));
    if (REPEATING.stream().anyMatch(label::startsWith)) {
      chronicle.repeated(message.text());
    }
    if (label.equals("Accept")) {
      chronicle.accepted(message.text(), person);
    }
    for (int times = random.nextInt(3) == 0 ? 2 : 1; times > 0; times--) {
      try {
        place.platform().press(person, message.channel(), message.id(), button.deepCopy());
      } catch (Refusal e) {
        chronicle.step("refused by the client: " + e.getMessage());
      }
    }
    place.platform().view().forms().forEach(this::fill);
  }

  private static List<ObjectNode> buttons(JsonNode wire) {
    return wire.findParents("type").stream()
        .filter(node -> clickable(node.path("type").asText()))
        .filter(node -> !node.has("url"))
        .flatMap(node -> node instanceof ObjectNode its ? Stream.of(its) : Stream.empty())
        .toList();
  }

  private static boolean clickable(String type) {
    return type.equals("button") || type.equals("Action.Submit") || type.equals("Action.Execute");
  }

  private static String label(JsonNode button) {
    return button.path("title").asText(button.path("text").path("text").asText());
  }

  private void fill(Form form) {
    if (random.nextInt(4) == 0) {
      place.platform().dismiss(form.person(), form.id());
      return;
    }
    var values = new HashMap<String, String>();
    for (var field : form.wire().findParents("type")) {
      field(field)
          .ifPresent(id -> {
            var word = chronicle.newWord();
            chronicle.add(new Written(word, form.person(), form.id(), form.id(), Kind.FORM));
            values.put(id, "do " + word);
          });
    }
    chronicle.step("%s sends a form with %s".formatted(form.person(), values));
    try {
      place.platform().submit(form.person(), form.id(), values);
    } catch (Refusal e) {
      chronicle.step("refused by the client: " + e.getMessage());
      place.platform().dismiss(form.person(), form.id());
    }
  }

  /// The id of a field to write a prompt in.
  private static Optional<String> field(JsonNode node) {
    return switch (node.path("type").asText()) {
      case "input" ->
          node.at("/element/type").asText().equals("plain_text_input")
              ? Optional.of(node.path("block_id").asText())
              : Optional.empty();
      case "Input.Text" -> Optional.of(node.path("id").asText());
      default -> Optional.empty();
    };
  }

  private List<AgentView> active() {
    return stage.cursor().agents().stream().filter(agent -> !agent.status().terminal()).toList();
  }

  private void end() {
    var active = active();
    if (active.isEmpty()) {
      return;
    }
    var agent = any(active);
    var ending = any(List.of(Ending.values()));
    chronicle.step(
        "%s ends: %s".formatted(Chronicle.wordsIn(agent.runs().getLast().prompt()), ending));
    stage.cursor().finish(agent.id(), ending);
  }

  /// The platform delivers something once more, or its author corrects it.
  private void again() {
    var message = any(chronicle.written());
    if (!message.inThread()) {
      return;
    }
    try {
      if (random.nextBoolean()) {
        chronicle.step("again: " + message);
        place.platform().redeliver(message.message());
      } else {
        chronicle.step("edited: " + message);
        place.platform().edit(message.author(), place.channel(), message.message(), "@tiller oops");
      }
    } catch (Refusal e) {
      chronicle.step("refused by the client: " + e.getMessage());
    }
  }
}
