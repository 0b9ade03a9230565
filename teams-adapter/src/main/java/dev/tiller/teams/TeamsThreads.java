package dev.tiller.teams;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tiller.core.chat.Address;
import dev.tiller.core.chat.ChatFailure;
import dev.tiller.core.chat.ChatThread;
import dev.tiller.core.chat.History;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/// Reads what was said in threads and chats from Microsoft Graph v1.0, with the permission that the
/// app has where it is installed (`ChannelMessage.Read.Group`, `ChatMessage.Read.Chat`).
final class TeamsThreads {

  private static final int PAGE = 50;
  private static final int MOST_PAGES = 8;

  private static final String NOT_GRANTED = "http_403";

  /// How long a no is believed.
  private static final Duration FORGOTTEN = Duration.ofMinutes(5);

  private static final int REMEMBERED = 1_000;

  private final TeamsSettings settings;
  private final TeamsGroups groups;
  private final TeamsLogin graph;
  private final TeamsReader reader;
  private final InstantSource clock;
  private final Map<String, Instant> refused = new ConcurrentHashMap<>();

  /// @param connector logs in to the connector
  /// @param graph logs in to Graph
  TeamsThreads(
      TeamsSettings settings,
      TeamsHosts hosts,
      TeamsLogin connector,
      TeamsLogin graph,
      TeamsReader reader,
      InstantSource clock) {
    this.settings = settings;
    this.groups = new TeamsGroups(hosts, connector, reader);
    this.graph = graph;
    this.reader = reader;
    this.clock = clock;
  }

  /// In a personal chat all that is said is said to the bot, so there is nothing to read.
  History history(Address to, Optional<String> after, String before, int most) {
    var channel = to.thread().channel();
    if (channel.startsWith("a:")) {
      return new History.Told(List.of(), true);
    }
    var place = to.thread().workspace() + " " + channel;
    if (isRefused(place)) {
      return new History.NotGranted();
    }
    try {
      return read(to, new Range(after, before, most));
    } catch (ChatFailure.Refused refusal) {
      if (!NOT_GRANTED.equals(refusal.getMessage())) {
        throw refusal;
      }
      remember(place);
      return new History.NotGranted();
    }
  }

  /// Whether the app may read a thread's channel or chat; asks each time.
  ///
  /// @throws ChatFailure when Graph says neither yes nor no
  boolean mayRead(Address to) {
    try {
      var _ = reader.get(address(beginning(to)), graph);
      return true;
    } catch (ChatFailure.Refused refusal) {
      if (NOT_GRANTED.equals(refusal.getMessage())) {
        return false;
      }
      throw refusal;
    }
  }

  /// The least that can be read of it.
  private String beginning(Address to) {
    var thread = to.thread();
    return thread.root().equals(thread.channel()) ? chat(thread) + "?$top=1" : root(to);
  }

  private boolean isRefused(String place) {
    var until = refused.get(place);
    return until != null && clock.instant().isBefore(until);
  }

  private void remember(String place) {
    if (refused.size() >= REMEMBERED) {
      refused.clear();
    }
    refused.put(place, clock.instant().plus(FORGOTTEN));
  }

  private History read(Address to, Range range) {
    var thread = to.thread();
    if (thread.root().equals(thread.channel())) {
      var messages = chat(thread) + "?$top=" + PAGE;
      return range.newest(
          newestFirst(messages + "&$orderby=createdDateTime%20desc", range), Optional.empty());
    }
    var root = root(to);
    return range.newest(
        all(root + "/replies?$top=" + PAGE), Optional.of(reader.get(address(root), graph)));
  }

  private static String chat(ChatThread thread) {
    return "/chats/" + encoded(thread.channel()) + "/messages";
  }

  private String root(Address to) {
    var group = groups.of(TeamsRoute.of(to.route()));
    return "/teams/%s/channels/%s/messages/%s"
        .formatted(encoded(group), encoded(to.thread().channel()), encoded(to.thread().root()));
  }

  /// The pages of a list whose order is not known.
  private Pages all(String path) {
    return pages(path, messages -> false, messages -> false);
  }

  /// The pages of a list, newest messages first, as far as they are needed.
  private Pages newestFirst(String path, Range range) {
    return pages(path, range::isFull, range::reachesBack);
  }

  private Pages pages(
      String path, Predicate<List<JsonNode>> enough, Predicate<List<JsonNode>> complete) {
    var messages = new ArrayList<JsonNode>();
    var next = Optional.of(address(path));
    for (int page = 0; page < MOST_PAGES && next.isPresent(); page++) {
      var answer = reader.get(next.get(), graph);
      answer.path("value").forEach(messages::add);
      if (enough.test(messages)) {
        return new Pages(messages, complete.test(messages));
      }
      next = following(answer);
    }
    return new Pages(messages, next.isEmpty());
  }

  /// @param all whether there are no older ones in the range
  private record Pages(List<JsonNode> messages, boolean all) {}

  /// The next page, which must be Graph's own.
  private Optional<URI> following(JsonNode answer) {
    var link = answer.path("@odata.nextLink").asText();
    return link.startsWith(base() + "/") ? Optional.of(URI.create(link)) : Optional.empty();
  }

  private URI address(String path) {
    return URI.create(base() + path);
  }

  private String base() {
    return settings.graph().toString().replaceFirst("/+$", "");
  }

  private static String encoded(String part) {
    return URLEncoder.encode(part, StandardCharsets.UTF_8).replace("+", "%20");
  }

  /// Ids are milliseconds of a time.
  private static final Comparator<JsonNode> NEWEST_FIRST =
      Comparator.<JsonNode>comparingLong(message -> message.path("id").asLong()).reversed();

  /// Which messages are wanted.
  private final class Range {
    private final Optional<String> after;
    private final String before;
    private final int most;

    Range(Optional<String> after, String before, int most) {
      this.after = after;
      this.before = before;
      this.most = most;
    }

    boolean isFull(List<JsonNode> newestFirst) {
      return reachesBack(newestFirst)
          || newestFirst.stream().filter(this::isWanted).count() >= most;
    }

    /// Whether the last one is not wanted any more.
    boolean reachesBack(List<JsonNode> newestFirst) {
      return !newestFirst.isEmpty()
          && after
              .map(since -> !later(newestFirst.getLast().path("id").asText(), since))
              .orElse(false);
    }

    History newest(Pages pages, Optional<JsonNode> root) {
      var wanted = new ArrayList<>(pages.messages().stream().filter(this::isWanted).toList());
      root.filter(this::isWanted).ifPresent(wanted::add);
      wanted.sort(NEWEST_FIRST);
      var kept = wanted.subList(0, Math.min(most, wanted.size())).reversed();
      return new History.Told(
          kept.stream().map(message -> TeamsChatMessage.told(message, settings.appId())).toList(),
          pages.all() && wanted.size() <= most);
    }

    private boolean isWanted(JsonNode message) {
      var id = message.path("id").asText();
      return message.path("messageType").asText("message").equals("message")
          && message.path("deletedDateTime").asText("").isEmpty()
          && id.matches("\\d{1,19}")
          && later(before, id)
          && after.map(since -> later(id, since)).orElse(true);
    }

    private static boolean later(String one, String other) {
      return one.length() == other.length()
          ? one.compareTo(other) > 0
          : one.length() > other.length();
    }
  }
}
