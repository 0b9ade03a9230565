package dev.tiller.slack;

import com.google.gson.JsonObject;
import dev.tiller.core.chat.Address;
import dev.tiller.core.chat.Attachment;
import dev.tiller.core.chat.ChatFailure;
import dev.tiller.core.chat.History;
import dev.tiller.core.chat.Person;
import dev.tiller.core.chat.ThreadMessage;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Reads what was said in threads (Web API, `conversations.replies`, 2026).
final class SlackThreads {

  private static final int PAGE = 200;
  private static final int MOST_PAGES = 25;
  private static final Pattern TS = Pattern.compile("([0-9]{1,12})\\.([0-9]{6})");

  /// Messages that somebody has written; the others tell of joining, topics and the like.
  private static final Set<String> WRITTEN =
      Set.of("file_share", "thread_broadcast", "bot_message", "me_message");

  /// What Slack answers when the app may not read there.
  private static final Set<String> NOT_GRANTED =
      Set.of(
          "missing_scope",
          "no_permission",
          "not_in_channel",
          "channel_not_found",
          "access_denied",
          "team_access_not_granted");

  private final SlackApi api;
  private final AtomicReference<@Nullable Self> self = new AtomicReference<>();

  SlackThreads(SlackApi api) {
    this.api = api;
  }

  /// The bot as an author.
  private record Self(String user, String bot) {
    boolean wrote(JsonObject message) {
      return Json.text(message, "user").filter(user::equals).isPresent()
          || Json.text(message, "bot_id").filter(bot::equals).isPresent();
    }
  }

  History history(Address thread, Optional<String> after, String before, int most) {
    try {
      return read(thread, after, before, most);
    } catch (ChatFailure.Refused | ChatFailure.Gone e) {
      if (isNotGranted(e)) {
        return new History.NotGranted();
      }
      throw e;
    }
  }

  /// Whether the failure says that the app may not read there.
  static boolean isNotGranted(ChatFailure failure) {
    return NOT_GRANTED.contains(String.valueOf(failure.getMessage()));
  }

  /// The bot's user id, if it has been asked for already.
  Optional<String> knownBot() {
    return Optional.ofNullable(self.get()).map(Self::user);
  }

  /// Slack tells the oldest first, so that a long thread is read to its end to have the newest.
  private History read(Address thread, Optional<String> after, String before, int most) {
    var arguments = arguments(thread, after, before);
    var newest = new ArrayDeque<ThreadMessage>();
    var seen = new HashSet<String>();
    boolean complete = true;
    for (int page = 0; page < MOST_PAGES; page++) {
      var reply = api.call("conversations.replies", arguments);
      for (var message : reply.messages()) {
        var ts = Json.text(message, "ts").orElse("");
        if (isWritten(message) && isBetween(ts, after, before) && seen.add(ts)) {
          newest.addLast(told(message, ts));
        }
        if (newest.size() > most) {
          newest.removeFirst();
          complete = false;
        }
      }
      var cursor = reply.nextCursor();
      if (cursor.isEmpty()) {
        return new History.Told(List.copyOf(newest), complete);
      }
      arguments.put("cursor", cursor.get());
    }
    return new History.Told(List.copyOf(newest), false);
  }

  private static Map<String, String> arguments(
      Address thread, Optional<String> after, String before) {
    var arguments = new LinkedHashMap<String, String>();
    arguments.put("channel", thread.thread().channel());
    arguments.put("ts", thread.thread().root());
    after.ifPresent(oldest -> arguments.put("oldest", oldest));
    arguments.put("latest", before);
    arguments.put("limit", String.valueOf(PAGE));
    return arguments;
  }

  /// The first message of a thread is on every page, whatever the range.
  private static boolean isBetween(String ts, Optional<String> after, String before) {
    return TS.matcher(ts).matches()
        && later(before, ts)
        && after.map(oldest -> later(ts, oldest)).orElse(true);
  }

  private static boolean later(String one, String other) {
    return one.length() == other.length()
        ? one.compareTo(other) > 0
        : one.length() > other.length();
  }

  private static boolean isWritten(JsonObject message) {
    return Json.text(message, "subtype").map(WRITTEN::contains).orElse(true);
  }

  private ThreadMessage told(JsonObject message, String ts) {
    var its = self();
    return new ThreadMessage(
        ts,
        author(message),
        its.wrote(message),
        time(ts),
        SlackText.undo(text(message), Optional.of(its.user())),
        SlackAttachments.of(message));
  }

  /// Other bots often write all they say into attachments.
  static String text(JsonObject message) {
    return Json.text(message, "text")
        .filter(text -> !text.isBlank())
        .orElseGet(() ->
            Json.objects(message, "attachments").stream()
                .flatMap(it -> Json.text(it, "text").or(() -> Json.text(it, "fallback")).stream())
                .collect(Collectors.joining("\n")));
  }

  /// Who wrote a message; may be a bot.
  static Person author(JsonObject message) {
    var bot = Json.text(Json.object(message, "bot_profile"), "name");
    var name = bot.or(() -> Json.text(message, "username"));
    var id = Json.text(message, "user").or(() -> Json.text(message, "bot_id")).orElse("unknown");
    return new Person(id, id, name.orElse(id));
  }

  private static Instant time(String ts) {
    var parts = TS.matcher(ts);
    return parts.matches()
        ? Instant.ofEpochSecond(
            Long.parseLong(parts.group(1)), Long.parseLong(parts.group(2)) * 1_000)
        : Instant.EPOCH;
  }

  /// The bot's user id. Asks Slack the first time.
  ///
  /// @throws ChatFailure when Slack does not answer
  String bot() {
    return self().user();
  }

  private Self self() {
    var known = self.get();
    if (known != null) {
      return known;
    }
    var reply = api.call("auth.test", Map.of());
    var its = new Self(reply.userId().orElse(""), reply.botId().orElse(""));
    self.set(its);
    return its;
  }

  /// The files on a message, read again unless they are told already: `app_mention` does not tell
  /// of them (Events API, 2026).
  List<Attachment> attachments(Address thread, String message, List<Attachment> told) {
    if (!told.isEmpty()) {
      return told;
    }
    var arguments = new LinkedHashMap<String, String>();
    arguments.put("channel", thread.thread().channel());
    arguments.put("ts", thread.thread().root());
    arguments.put("oldest", message);
    arguments.put("latest", message);
    arguments.put("inclusive", "true");
    arguments.put("limit", "2");
    return api.call("conversations.replies", arguments).messages().stream()
        .filter(one -> Json.text(one, "ts").filter(message::equals).isPresent())
        .findFirst()
        .map(this::filesOf)
        .orElse(List.of());
  }

  private List<Attachment> filesOf(JsonObject message) {
    return Json.objects(message, "files").stream().map(this::unveiled).toList();
  }

  private Attachment unveiled(JsonObject file) {
    var id = Json.text(file, "id");
    if (!SlackAttachments.isVeiled(file) || id.isEmpty()) {
      return SlackAttachments.one(file);
    }
    try {
      return SlackAttachments.one(api.call("files.info", Map.of("file", id.get())).file());
    } catch (ChatFailure.Refused | ChatFailure.Gone e) {
      return SlackAttachments.one(file);
    }
  }
}
