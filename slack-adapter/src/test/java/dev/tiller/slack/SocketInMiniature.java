package dev.tiller.slack;

import static org.awaitility.Awaitility.await;

import com.google.gson.JsonObject;
import dev.tiller.core.chat.WebResponse;
import dev.tiller.slack.RecordingSlack.Answer;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.awaitility.core.ConditionTimeoutException;

/// The adapter with a socket to a Slack on loopback.
final class SocketInMiniature implements AutoCloseable {

  /// Everything in the time of a test.
  static final SocketPace QUICK =
      new SocketPace(
          Duration.ofSeconds(5),
          Duration.ofMillis(150),
          3,
          Duration.ofMillis(20),
          Duration.ofMillis(100),
          Duration.ofMinutes(1),
          Duration.ZERO,
          Duration.ofMillis(300),
          Duration.ofSeconds(5));

  /// How long to wait for an acknowledgement that should not come.
  private static final Duration A_MOMENT = Duration.ofMillis(700);

  final SocketServer server = new SocketServer();
  final List<RecordingSlack.Call> openings = new CopyOnWriteArrayList<>();
  final SlackSocket socket;
  private final RecordingBot bot;
  private final SlackAdapter adapter;
  private int count;

  SocketInMiniature(RecordingSlack api, RecordingBot bot, InstantSource clock, SocketPace pace) {
    this.bot = bot;
    api.answerOpenings(call -> {
      openings.add(call);
      return ticket();
    });
    adapter = new SlackAdapter(api.socketSettings(), clock);
    socket = adapter.socket(bot, bot, pace).orElseThrow().start();
  }

  /// A good answer to who asks for a socket.
  Answer ticket() {
    return Answer.json("{\"ok\":true,\"url\":\"" + server.address() + "\"}");
  }

  /// Sends through the newest socket and waits for what comes of it: 200 with the answer when it is
  /// acknowledged, 503 when it is not.
  WebResponse deliver(String type, JsonObject payload) {
    await().until(() -> socket.connected() && !server.ends().isEmpty());
    var end = server.ends().getLast();
    var id = "envelope-" + ++count;
    end.say(envelope(id, type, payload));
    try {
      await()
          .atMost(bot.broken ? A_MOMENT : Duration.ofSeconds(10))
          .until(() -> end.acknowledged().contains(id));
    } catch (ConditionTimeoutException e) {
      return WebResponse.empty(503);
    }
    var answer =
        end.heard.stream()
            .filter(frame -> frame.get("envelope_id").getAsString().equals(id))
            .findFirst()
            .orElseThrow();
    return answer.has("payload")
        ? WebResponse.json(200, answer.get("payload").toString())
        : WebResponse.empty(200);
  }

  static String envelope(String id, String type, JsonObject payload) {
    var envelope = new JsonObject();
    envelope.addProperty("envelope_id", id);
    envelope.addProperty("type", type);
    envelope.addProperty("accepts_response_payload", !type.equals("events_api"));
    envelope.add("payload", payload);
    return envelope.toString();
  }

  @Override
  public void close() {
    socket.close();
    adapter.close();
    server.close();
  }
}
