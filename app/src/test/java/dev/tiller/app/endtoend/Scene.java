package dev.tiller.app.endtoend;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tiller.app.config.BadSettings;
import dev.tiller.app.config.Settings.CursorApi;
import dev.tiller.app.playground.Playground;
import dev.tiller.app.playground.Ports;
import dev.tiller.app.standin.chat.ChatStandIn;
import dev.tiller.app.standin.chat.PlatformView.Message;
import dev.tiller.app.standin.chat.SharedFile;
import dev.tiller.app.standin.cursor.AgentView;
import dev.tiller.app.standin.cursor.CursorStandIn;
import dev.tiller.app.standin.cursor.Options;
import dev.tiller.app.standin.cursor.Pace;
import dev.tiller.app.widgets.Widgets;
import dev.tiller.core.bot.BotSettings;
import dev.tiller.core.logs.LogGuard;
import dev.tiller.core.store.FreshDatabase;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/// A bot, quick stand-ins, and eyes for what they show.
final class Scene implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final Playground playground;

  private Scene(Playground playground) {
    this.playground = playground;
  }

  static Scene quick(CursorApi api) throws IOException, BadSettings {
    return start(api, new Pace(Duration.ofMillis(20), Duration.ofMillis(30), 3, false), memory());
  }

  /// Runs go on until they are told how to end.
  static Scene manual(CursorApi api) throws IOException, BadSettings {
    return start(api, Pace.manually(), memory());
  }

  static Scene start(CursorApi api, Pace pace, Map<String, String> settings)
      throws IOException, BadSettings {
    return start(api, Options.playground().withPace(pace), settings, Duration.ofMinutes(20));
  }

  /// @param quietAfter how long an agent may give no sign of life
  static Scene start(
      CursorApi api, Options cursor, Map<String, String> settings, Duration quietAfter)
      throws IOException, BadSettings {
    return new Scene(
        Playground.start(
            Ports.ANY,
            api,
            cursor,
            settings,
            usual -> hurried(usual).withQuietAfter(Optional.of(quietAfter))));
  }

  /// People wait only a moment for answers that Cursor has to give.
  static Scene impatient(CursorApi api) throws IOException, BadSettings {
    return new Scene(
        Playground.start(
            Ports.ANY,
            api,
            Options.playground()
                .withPace(new Pace(Duration.ofMillis(20), Duration.ofMillis(30), 3, false)),
            memory(),
            usual -> hurried(usual).withAnswersWithin(Duration.ofSeconds(2))));
  }

  static Map<String, String> memory() {
    return Map.of("TILLER_DATABASE_URL", FreshDatabase.url());
  }

  private static BotSettings hurried(BotSettings usual) {
    return usual.withPace(
        Duration.ofMillis(100),
        Duration.ofMillis(50),
        new BotSettings.Range(Duration.ofMillis(50), Duration.ofMillis(300)));
  }

  Playground playground() {
    return playground;
  }

  CursorStandIn cursor() {
    return playground.standIns().cursor();
  }

  /// The places and people of one platform.
  Desk slack() {
    return new Desk(playground.standIns().slack(), "C0WEB", "D0ANN", "U0ANN", "U0BEN");
  }

  Desk teams() {
    return new Desk(
        playground.standIns().teams(),
        "19:acme-web@thread.tacv2",
        "a:1ann-lee",
        "29:1ann-lee",
        "29:1ben-ortiz");
  }

  /// Waits for the agents to look so, and returns them.
  List<AgentView> agents(Predicate<List<AgentView>> condition) {
    return await().atMost(PATIENCE).until(() -> cursor().agents(), condition);
  }

  @Override
  public void close() {
    playground.close();
  }

  /// A platform with a channel and two people.
  record Desk(ChatStandIn platform, String channel, String direct, String ann, String ben) {

    String say(String person, String text) {
      LogGuard.secret(text);
      return platform.say(person, channel, Optional.empty(), text);
    }

    String reply(String person, String thread, String text) {
      LogGuard.secret(text);
      return platform.say(person, channel, Optional.of(thread), text);
    }

    /// Writes with files, in the main line or in a thread.
    String attach(String person, Optional<String> thread, String text, SharedFile... files) {
      LogGuard.secret(text);
      return platform.say(person, channel, thread, text, List.of(files));
    }

    /// The bot's messages in a thread, oldest first.
    List<Message> shown(String thread) {
      return platform.view().messages().stream()
          .filter(message -> message.thread().equals(thread) && message.author().bot())
          .filter(message -> message.onlyFor().isEmpty())
          .toList();
    }

    /// Waits until the bot's messages in a thread are so.
    List<Message> until(String thread, Predicate<List<Message>> condition) {
      return await().atMost(PATIENCE).until(() -> shown(thread), condition);
    }

    /// Waits for a message of the bot's that contains the text.
    Message sees(String thread, String text) {
      return until(thread, all -> all.stream().anyMatch(one -> one.text().contains(text))).stream()
          .filter(one -> one.text().contains(text))
          .findFirst()
          .orElseThrow();
    }

    /// Clicks a button of a message by its label.
    Optional<String> press(String person, Message message, String label) {
      var button = button(message.wire(), label);
      return platform.press(person, message.channel(), message.id(), button);
    }

    /// A person's hands on menus and forms.
    Widgets as(String person) {
      return new Widgets(platform, person);
    }

    /// Waits until the bot has told a person something that others do not see.
    void isTold(String person, Optional<String> answer, String text) {
      await()
          .atMost(PATIENCE)
          .until(() -> answer.orElse("").contains(text) || whispered(person, text));
    }

    private boolean whispered(String person, String text) {
      return platform.view().messages().stream()
          .filter(message -> message.onlyFor().equals(Optional.of(person)))
          .anyMatch(message -> message.text().contains(text));
    }

    static ObjectNode button(JsonNode wire, String label) {
      for (var parent : wire.findParents("type")) {
        var title = parent.path("title").asText(parent.path("text").path("text").asText());
        if (title.equals(label) && parent instanceof ObjectNode button) {
          return button;
        }
      }
      throw new AssertionError("no button “" + label + "” in " + wire);
    }
  }
}
