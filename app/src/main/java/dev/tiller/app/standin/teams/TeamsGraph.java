package dev.tiller.app.standin.teams;

import static dev.tiller.app.standin.chat.Json.object;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tiller.app.http.Exchange;
import dev.tiller.app.http.HttpHandler;
import dev.tiller.app.http.Routes;
import dev.tiller.app.standin.chat.Endpoint;
import dev.tiller.app.standin.chat.Json;
import dev.tiller.app.standin.chat.Reply;
import dev.tiller.app.standin.teams.TeamsWorld.Author;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// Microsoft Graph v1.0 as far as it tells of messages: those of channels and chats, with the
/// permission that an app has where it is installed (resource-specific consent).
final class TeamsGraph {

  static final String BASE = "/graph/v1.0";

  private static final String THREAD = BASE + "/teams/{team}/channels/{channel}/messages/{message}";
  private static final int PAGE = 50;
  private static final String BY_CREATION = "createdDateTime desc";

  private final Author bot;
  private final TeamsStore store;
  private final TeamsLogin login;
  private final Endpoint endpoint;
  private volatile String base = "";
  private volatile boolean granted;

  TeamsGraph(Author bot, TeamsStore store, TeamsLogin login, Endpoint endpoint) {
    this.bot = bot;
    this.store = store;
    this.login = login;
    this.endpoint = endpoint;
  }

  void addTo(Routes.Builder routes) {
    routes
        .get(THREAD, operation("getChatMessage", this::root))
        .get(THREAD + "/replies", operation("listReplies", this::replies))
        .get(BASE + "/chats/{chat}/messages", operation("listChatMessages", this::chat));
  }

  void servedAt(String address) {
    base = address;
  }

  /// Whether the app may read the messages of the places where it is installed.
  boolean granted() {
    return granted;
  }

  void grant(boolean reading) {
    granted = reading;
    store.tell();
  }

  private HttpHandler operation(String name, Function<Exchange, Reply> answerer) {
    return endpoint.handler(
        name,
        call -> {
          if (!login.knows(call, TeamsLogin.GRAPH)) {
            return error(401, "InvalidAuthenticationToken", "Access token validation failure.");
          }
          return granted
              ? answerer.apply(call)
              : error(403, "Forbidden", "Missing role permissions on the request.");
        });
  }

  private static Reply error(int status, String code, String message) {
    return Reply.json(status, object("error", object("code", code, "message", message)));
  }

  private Reply root(Exchange call) {
    return thread(call).stream()
        .filter(message -> message.id().equals(call.pathParam("message")))
        .findFirst()
        .map(message -> Reply.json(200, json(message)))
        .orElseGet(() -> error(404, "NotFound", "The message does not exist."));
  }

  private Reply replies(Exchange call) {
    return page(
        call,
        thread(call).stream()
            .filter(message -> !message.id().equals(call.pathParam("message")))
            .toList());
  }

  private List<TeamsMessage> thread(Exchange call) {
    return call.pathParam("team").equals(TeamsWorld.TEAM.aadGroupId())
        ? messages(store.all(), call.pathParam("channel"), call.pathParam("message"))
        : List.of();
  }

  /// By the time of the last change unless another order is asked for.
  private Reply chat(Exchange call) {
    var place = call.pathParam("chat");
    var all = order(call).equals(BY_CREATION) ? store.all() : store.allByChange();
    return page(call, messages(all, place, place));
  }

  private static String order(Exchange call) {
    return call.queryParam("$orderby").orElse("");
  }

  private static List<TeamsMessage> messages(List<TeamsMessage> all, String place, String root) {
    return all.stream()
        .filter(message -> message.place().id().equals(place) && message.root().equals(root))
        .filter(message -> message.onlyFor().isEmpty())
        .toList();
  }

  /// A page, the last first.
  private Reply page(Exchange call, List<TeamsMessage> messages) {
    var lastFirst = messages.reversed();
    int from = number(call, "$skiptoken", 0);
    int to = Math.min(lastFirst.size(), from + Math.min(PAGE, number(call, "$top", 20)));
    var shown = lastFirst.subList(Math.min(from, to), to).stream().map(this::json).toList();
    var next =
        to < lastFirst.size()
            ? Optional.of(base + call.path() + "?$top=" + PAGE + kept(call) + "&$skiptoken=" + to)
            : Optional.<String>empty();
    return Reply.json(200, object("value", Json.array(shown), "@odata.nextLink", next));
  }

  private static String kept(Exchange call) {
    return order(call).equals(BY_CREATION) ? "&$orderby=createdDateTime%20desc" : "";
  }

  private static int number(Exchange call, String name, int usual) {
    return call.queryParam(name)
        .filter(text -> text.matches("\\d{1,6}"))
        .map(Integer::parseInt)
        .orElse(usual);
  }

  /// A message as Graph has it (`chatMessage`).
  ObjectNode json(TeamsMessage message) {
    var text = TeamsText.own(message.activity().path("text").asText());
    return object(
        "id", message.id(),
        "messageType", "message",
        "createdDateTime", message.at().toString(),
        "from", from(message.author()),
        "body", object("contentType", "html", "content", TeamsText.html(text, bot)),
        "attachments", Json.array(List.of()));
  }

  private static ObjectNode from(Author author) {
    var identity = object("id", author.aadObjectId(), "displayName", author.name());
    return author.isBot()
        ? object("application", identity.put("id", author.id().replaceFirst("^28:", "")))
        : object("user", identity);
  }
}
