package dev.tiller.slack;

import com.google.gson.JsonObject;
import dev.tiller.core.chat.ChatFailure;
import dev.tiller.core.chat.Person;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What Slack says of people (`users.info`): how they are called and whether they are guests. Never
/// asked while somebody waits, so that a guest is known as one only after having been met.
/// Thread-safe.
final class SlackMembers {

  private static final Logger log = LoggerFactory.getLogger(SlackMembers.class);
  private static final Duration KEPT = Duration.ofHours(6);

  /// How long a look-up may be under way, or have failed, before another is tried.
  private static final Duration TRIED = Duration.ofMinutes(1);

  private static final int MOST = 10_000;

  /// Slack's own bot, the same everywhere, of which Slack does not say that it is one.
  private static final String SLACKBOT = "USLACKBOT";

  private final SlackApi api;
  private final InstantSource clock;
  private final Executor background;
  private final Map<String, Met> met = new LinkedHashMap<>();
  private final Map<String, CompletableFuture<JsonObject>> asking = new ConcurrentHashMap<>();

  SlackMembers(SlackApi api, InstantSource clock) {
    this(api, clock, Thread::startVirtualThread);
  }

  /// @param background where Slack is asked while nobody waits
  SlackMembers(SlackApi api, InstantSource clock, Executor background) {
    this.api = api;
    this.clock = clock;
    this.background = background;
  }

  /// What is known of somebody.
  ///
  /// @param name absent when Slack has never said
  /// @param known whether Slack has ever said who it is
  /// @param until when to look again
  private record Met(boolean guest, Optional<String> name, boolean known, Instant until) {

    static final Met NEVER = new Met(false, Optional.empty(), false, Instant.MIN);

    static Met of(JsonObject user, Instant until) {
      return new Met(isGuest(user) || Json.isTrue(user, "is_bot"), called(user), true, until);
    }

    Met until(Instant later) {
      return new Met(guest, name, known, later);
    }
  }

  /// How somebody is called; empty when Slack does not say. Asks Slack.
  ///
  /// @throws ChatFailure when Slack does not answer
  Optional<String> nameOf(Person person) {
    return called(ask(person.id()));
  }

  /// How somebody was called when Slack last said; empty before. Asks nobody.
  synchronized Optional<String> knownName(String id) {
    return its(id).name();
  }

  private static Optional<String> called(JsonObject user) {
    var profile = Json.object(user, "profile");
    return Stream.of(
            Json.text(profile, "display_name"),
            Json.text(profile, "real_name"),
            Json.text(user, "real_name"),
            Json.text(user, "name"))
        .flatMap(Optional::stream)
        .filter(name -> !name.isBlank())
        .findFirst();
  }

  /// Whether somebody is known to be a guest, of another organisation, or a bot.
  synchronized boolean isGuest(String id) {
    return id.equals(SLACKBOT) || its(id).guest();
  }

  /// Finds out about somebody in the background, unless that is known or under way.
  void meet(String id) {
    if (isNew(id)) {
      inBackground(id, () -> ask(id));
    }
  }

  /// Does something at once where it is known who somebody is, else in the background as soon as it
  /// is; never when Slack does not say.
  void whenKnown(String id, Runnable then) {
    if (isKnown(id)) {
      then.run();
    } else {
      inBackground(
          id,
          () -> {
            ask(id);
            then.run();
          });
    }
  }

  private synchronized boolean isKnown(String id) {
    return its(id).known();
  }

  private void inBackground(String id, Runnable work) {
    background.execute(() -> {
      try {
        work.run();
      } catch (RuntimeException e) {
        log.atInfo()
            .addKeyValue("person", id)
            .addKeyValue("failure", e instanceof ChatFailure ? e.getMessage() : e.getClass())
            .log("person not met");
      }
    });
  }

  /// Whether a `user` or a `user_profile` is a guest's or a stranger's.
  static boolean isGuest(JsonObject user) {
    return Json.isTrue(user, "is_restricted")
        || Json.isTrue(user, "is_ultra_restricted")
        || Json.isTrue(user, "is_stranger");
  }

  private synchronized boolean isNew(String id) {
    var its = its(id);
    if (its.until().isAfter(clock.instant())) {
      return false;
    }
    keep(id, its.until(clock.instant().plus(TRIED)));
    return true;
  }

  private Met its(String id) {
    return met.getOrDefault(id, Met.NEVER);
  }

  /// Two who ask about somebody at the same time share the answer.
  private JsonObject ask(String id) {
    var mine = new CompletableFuture<JsonObject>();
    var running = asking.putIfAbsent(id, mine);
    if (running != null) {
      return answerOf(running);
    }
    try {
      var user = api.call("users.info", Map.of("user", id)).user();
      keep(id, Met.of(user, clock.instant().plus(KEPT)));
      mine.complete(user);
      return user;
    } catch (RuntimeException e) {
      mine.completeExceptionally(e);
      throw e;
    } finally {
      asking.remove(id, mine);
    }
  }

  private static JsonObject answerOf(CompletableFuture<JsonObject> running) {
    try {
      return running.join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof ChatFailure failure ? failure : e;
    }
  }

  private synchronized void keep(String id, Met its) {
    met.remove(id);
    met.put(id, its);
    if (met.size() > MOST) {
      met.remove(met.keySet().iterator().next());
    }
  }
}
