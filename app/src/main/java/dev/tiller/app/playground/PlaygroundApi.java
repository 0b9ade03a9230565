package dev.tiller.app.playground;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tiller.app.http.Exchange;
import dev.tiller.app.http.HttpHandler;
import dev.tiller.app.http.Routes;
import dev.tiller.app.standin.Traffic;
import dev.tiller.app.standin.chat.ChatStandIn;
import dev.tiller.app.standin.chat.Refusal;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/// What the playground's page talks to: the state of the stand-ins as JSON, and what a person can
/// do.
public final class PlaygroundApi {

  private static final String CONTENT_SECURITY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
          + " connect-src 'self'; font-src 'self'; base-uri 'none'; form-action 'none';"
          + " frame-ancestors 'none'";

  private final Map<String, ChatStandIn> platforms;
  private final Supplier<CursorState> cursor;
  private final Traffic traffic;
  private final Changes changes = new Changes();

  /// @param platforms by id, in the order the page shows them
  public PlaygroundApi(
      Map<String, ChatStandIn> platforms, Supplier<CursorState> cursor, Traffic traffic) {
    this.platforms = new LinkedHashMap<>(platforms);
    this.cursor = cursor;
    this.traffic = traffic;
    platforms.values().forEach(platform -> platform.onChange(changes::changed));
    traffic.onChange(changes::changed);
  }

  public Routes routes() {
    var stream = new StateStream(changes, this::state);
    var pretend = new PretendPages(cursor);
    return Routes.builder()
        .everyAnswer("Content-Security-Policy", CONTENT_SECURITY)
        .everyAnswer("Cache-Control", "no-store")
        .everyAnswer("X-Content-Type-Options", "nosniff")
        .everyAnswer("Referrer-Policy", "no-referrer")
        .get("/", LocalOnly.guard(Assets::page))
        .get("/assets/{file}", LocalOnly.guard(Assets::asset))
        .get("/pretend/{host}/{rest*}", LocalOnly.guard(pretend::serve))
        .get("/api/state", LocalOnly.guard(this::answerState))
        .get("/api/events", LocalOnly.guard(stream::serve))
        .get("/api/traffic", LocalOnly.guard(this::answerTraffic))
        .post("/api/say", act(this::say))
        .post("/api/edit", act(this::edit))
        .post("/api/press", act(this::press))
        .post("/api/submit", act(this::submit))
        .post("/api/dismiss", act(this::dismiss))
        .post("/api/redeliver", act(this::redeliver))
        .build();
  }

  private String state(long version) {
    var views = platforms.values().stream().map(ChatStandIn::view).toList();
    return StateJson.state(version, views, cursor.get());
  }

  private void answerState(Exchange exchange) throws IOException {
    exchange.respondJson(200, state(changes.version()));
  }

  private void answerTraffic(Exchange exchange) throws IOException {
    long after =
        exchange
            .queryParam("after")
            .filter(PlaygroundApi::isNumber)
            .map(Long::parseLong)
            .orElse(0L);
    exchange.respondJson(200, StateJson.traffic(traffic.after(after), after));
  }

  private static boolean isNumber(String text) {
    return text.matches("\\d{1,15}");
  }

  /// Something a person does. What they may not do is answered with the reason.
  private interface Act {
    ObjectNode perform(ChatStandIn platform, JsonNode request);
  }

  private HttpHandler act(Act act) {
    return LocalOnly.guard(exchange -> {
      try {
        var request = StateJson.JSON.readTree(exchange.bodyText());
        var platform = platforms.get(text(request, "platform"));
        if (platform == null) {
          throw Refusal.invalid("There is no such platform.");
        }
        exchange.respondJson(200, StateJson.write(act.perform(platform, request)));
      } catch (JsonProcessingException e) {
        exchange.respondError(400, "The request is not JSON.");
      } catch (Refusal e) {
        exchange.respondError(e.status(), e.sentence());
      }
    });
  }

  private ObjectNode say(ChatStandIn platform, JsonNode request) {
    var id =
        platform.say(
            text(request, "person"),
            text(request, "channel"),
            optional(request, "thread"),
            text(request, "text"));
    return object().put("id", id);
  }

  private ObjectNode edit(ChatStandIn platform, JsonNode request) {
    platform.edit(
        text(request, "person"),
        text(request, "channel"),
        text(request, "message"),
        text(request, "text"));
    return object();
  }

  private ObjectNode press(ChatStandIn platform, JsonNode request) {
    if (!(request.get("action") instanceof ObjectNode action)) {
      throw Refusal.invalid("A click needs the button's action.");
    }
    var answer = object();
    platform
        .press(text(request, "person"), text(request, "channel"), text(request, "message"), action)
        .ifPresent(note -> answer.put("note", note));
    return answer;
  }

  private ObjectNode submit(ChatStandIn platform, JsonNode request) {
    var values = new LinkedHashMap<String, String>();
    for (var value : request.path("values").properties()) {
      values.put(value.getKey(), value.getValue().asText());
    }
    var submitted = platform.submit(text(request, "person"), text(request, "form"), values);
    var answer = object();
    submitted.note().ifPresent(note -> answer.put("note", note));
    if (!submitted.errors().isEmpty()) {
      answer.set("errors", StateJson.JSON.valueToTree(submitted.errors()));
    }
    return answer;
  }

  private ObjectNode dismiss(ChatStandIn platform, JsonNode request) {
    platform.dismiss(text(request, "person"), text(request, "form"));
    return object();
  }

  private ObjectNode redeliver(ChatStandIn platform, JsonNode request) {
    platform.redeliver(text(request, "message"));
    return object();
  }

  private static ObjectNode object() {
    return StateJson.JSON.createObjectNode();
  }

  private static String text(JsonNode request, String field) {
    return optional(request, field)
        .orElseThrow(() -> Refusal.invalid("The request needs “" + field + "”."));
  }

  private static Optional<String> optional(JsonNode request, String field) {
    return Optional.of(request.path(field).asText("")).filter(value -> !value.isBlank());
  }

  /// Tells the page that something has changed which the stand-ins do not announce.
  public void changed() {
    changes.changed();
  }
}
