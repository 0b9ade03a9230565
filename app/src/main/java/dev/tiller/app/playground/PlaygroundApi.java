package dev.tiller.app.playground;

import static dev.tiller.app.standin.chat.Json.object;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tiller.app.http.Exchange;
import dev.tiller.app.http.HttpHandler;
import dev.tiller.app.http.Routes;
import dev.tiller.app.standin.Traffic;
import dev.tiller.app.standin.chat.ChatStandIn;
import dev.tiller.app.standin.chat.Refusal;
import dev.tiller.app.standin.chat.Surface;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// The playground's routes: its page, the page's JSON API, and pretend pages. Serve them on
/// loopback only; requests by another host name or from another site's page are refused.
public final class PlaygroundApi {

  private static final String CONTENT_SECURITY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
          + " media-src 'self'; font-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none';"
          + " frame-ancestors 'none'";

  private final List<ChatStandIn> platforms;
  private final Traffic traffic;
  private final StateFeed feed;
  private final PretendPages pages;
  private final FaultDesk faults;
  private final GestureDesk gestures;

  private PlaygroundApi(List<ChatStandIn> platforms, CursorView cursor, Traffic traffic) {
    this.platforms = List.copyOf(platforms);
    this.traffic = traffic;
    this.feed = new StateFeed(platforms, cursor, traffic);
    this.pages = new PretendPages(cursor);
    this.faults = new FaultDesk(cursor.faults());
    this.gestures = new GestureDesk(body -> platform(body).gestures());
  }

  /// The routes over these stand-ins.
  public static Routes routes(List<ChatStandIn> platforms, CursorView cursor, Traffic traffic) {
    var api = new PlaygroundApi(platforms, cursor, traffic);
    api.feed.begin();
    return api.routes();
  }

  private Routes routes() {
    return Routes.builder()
        .everyAnswer("Cache-Control", "no-store")
        .everyAnswer("Content-Security-Policy", CONTENT_SECURITY)
        .everyAnswer("X-Content-Type-Options", "nosniff")
        .everyAnswer("Referrer-Policy", "no-referrer")
        .everyAnswer("Cross-Origin-Resource-Policy", "same-origin")
        .get("/", Guard.of(Assets::servePage))
        .get(Assets.PATH + "{file*}", Guard.of(it -> Assets.serve(it, it.pathParam("file"))))
        .get(Assets.KEPT + "{file*}", Guard.of(it -> Assets.serveKept(it, it.pathParam("file"))))
        .get("/pretend/{host}/{path*}", Guard.of(pages::serve))
        .get("/api/state", Guard.of(it -> it.respondJson(200, feed.state().toString())))
        .get("/api/events", Guard.of(feed::stream))
        .get("/api/traffic", Guard.of(this::traffic))
        .get("/api/files/{platform}/{file}", Guard.of(new SharedFiles(platforms)::serve))
        .post("/api/say", act(this::say))
        .post("/api/edit", act(this::edit))
        .post("/api/press", act(this::press))
        .post("/api/react", act(gestures::react))
        .post("/api/choose", act(gestures::choose))
        .post("/api/stop", act(gestures::stop))
        .post("/api/reading", act(gestures::letRead))
        .post("/api/bot/add", act(gestures::add))
        .post("/api/bot/remove", act(gestures::remove))
        .post("/api/search", act(this::search))
        .post("/api/home/open", act(this::openHome))
        .post("/api/home/press", act(this::pressHome))
        .post("/api/submit", act(this::submit))
        .post("/api/dismiss", act(this::dismiss))
        .post("/api/redeliver", act(this::redeliver))
        .get("/api/faults", Guard.of(it -> it.respondJson(200, faults.choices().toString())))
        .post("/api/faults/add", act(faults::add))
        .post("/api/faults/scenario", act(faults::addScenario))
        .post("/api/faults/remove", act(faults::remove))
        .post("/api/faults/clear", act(_ -> faults.clear()))
        .build();
  }

  private static HttpHandler act(Function<Body, ObjectNode> act) {
    return Guard.of(exchange -> answer(exchange, act));
  }

  private static void answer(Exchange exchange, Function<Body, ObjectNode> act) throws IOException {
    try {
      exchange.respondJson(200, act.apply(Body.of(exchange)).toString());
    } catch (Refusal refusal) {
      exchange.respondError(refusal.status(), refusal.sentence());
    }
  }

  private void traffic(Exchange exchange) throws IOException {
    long after = exchange.queryParam("after").flatMap(PlaygroundApi::number).orElse(0L);
    var entries = traffic.after(after);
    exchange.respondJson(
        200,
        object(
                "entries",
                StateJson.each(entries, StateJson::entry),
                "last",
                entries.isEmpty() ? after : entries.getLast().n())
            .toString());
  }

  private ObjectNode say(Body body) {
    var id = body.optional("quoted").isPresent() ? gestures.quote(body) : write(body);
    return object("id", id);
  }

  private String write(Body body) {
    return platform(body)
        .say(
            body.required("person"),
            body.required("channel"),
            body.optional("thread"),
            body.optional("text").orElse(""),
            body.files());
  }

  private ObjectNode edit(Body body) {
    platform(body)
        .edit(
            body.required("person"),
            body.required("channel"),
            body.required("message"),
            body.required("text"));
    return object();
  }

  private ObjectNode press(Body body) {
    var note =
        platform(body)
            .press(
                body.required("person"),
                body.required("channel"),
                body.required("message"),
                body.object("action"));
    return object("note", note);
  }

  private ObjectNode search(Body body) {
    var entries =
        platform(body)
            .search(
                body.required("person"),
                surface(body),
                body.object("element"),
                body.optional("typed").orElse(""));
    return object(
        "entries", StateJson.each(entries, it -> object("value", it.value(), "label", it.label())));
  }

  /// A message, else a form, else the bot's own page.
  private static Surface surface(Body body) {
    return body.optional("message")
        .<Surface>map(message -> new Surface.OnMessage(body.required("channel"), message))
        .or(() -> body.optional("form").map(Surface.OnForm::new))
        .orElseGet(Surface.OnHome::new);
  }

  private ObjectNode openHome(Body body) {
    platform(body).openHome(body.required("person"));
    return object();
  }

  private ObjectNode pressHome(Body body) {
    var note = platform(body).pressHome(body.required("person"), body.object("action"));
    return object("note", note);
  }

  private ObjectNode submit(Body body) {
    var submitted =
        platform(body).submit(body.required("person"), body.required("form"), body.texts("values"));
    return object(
        "errors",
        submitted.errors().isEmpty() ? Optional.empty() : Optional.of(submitted.errors()),
        "note",
        submitted.note());
  }

  private ObjectNode dismiss(Body body) {
    platform(body).dismiss(body.required("person"), body.required("form"));
    return object();
  }

  private ObjectNode redeliver(Body body) {
    platform(body).redeliver(body.required("message"));
    return object();
  }

  private ChatStandIn platform(Body body) {
    var id = body.required("platform");
    return platforms.stream()
        .filter(platform -> platform.id().equals(id))
        .findFirst()
        .orElseThrow(() -> Refusal.unknown("There is no platform " + id + "."));
  }

  private static Optional<Long> number(String text) {
    try {
      return Optional.of(Long.parseLong(text));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }
}
