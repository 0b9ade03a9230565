package dev.tiller.core.bot;

import dev.tiller.core.chat.Attachment;
import dev.tiller.core.chat.ChatFailure;
import dev.tiller.core.chat.ChatPlatform;
import dev.tiller.core.chat.History;
import dev.tiller.core.chat.Person;
import dev.tiller.core.command.ContextChoice;
import dev.tiller.core.context.Excerpt;
import dev.tiller.core.context.FilePart;
import dev.tiller.core.context.FilePart.Why;
import dev.tiller.core.context.FileSorter;
import dev.tiller.core.context.ThreadPart;
import dev.tiller.core.conversation.Store;
import dev.tiller.core.decide.Showable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What was collected for a prompt so far.
final class Collected {

  private static final Logger log = LoggerFactory.getLogger(Collected.class);

  private static final Duration READING = Duration.ofSeconds(10);
  private static final Duration FETCHING = Duration.ofSeconds(30);

  /// Authors whose names are asked for.
  private static final int NAMES = 20;

  private final Enclosures.Job job;
  private final Store store;
  private final FileSorter files = new FileSorter();
  private ThreadPart thread = new ThreadPart.Unwanted();

  Collected(Enclosures.Job job, Store store) {
    this.job = job;
    this.store = store;
  }

  ThreadPart thread() {
    return thread;
  }

  List<FilePart> files() {
    return files.parts();
  }

  /// Collects all that can be had.
  ///
  /// @throws ChatFailure.NotNow when another try may get more
  void from(ChatPlatform platform) {
    if (job.wanted().thread()) {
      thread = Within.time(READING, () -> read(platform));
    }
    var attached = Within.time(READING, () -> attached(platform));
    var time = new Within.Span(FETCHING);
    attached.forEach(file -> fetch(platform, file, time));
  }

  /// There is no other try; what was not had is left out, and the receipt says so.
  ///
  /// @param code why, for the log
  void without(String code) {
    log.atWarn()
        .addKeyValue("run", job.wanted().run().id())
        .addKeyValue("code", code)
        .log("context left out");
    if (job.wanted().thread() && thread instanceof ThreadPart.Unwanted) {
      thread = new ThreadPart.Unread();
    }
    job.wanted().run().along().files().forEach(file -> files.leave(file.name(), Why.NOT_FETCHED));
  }

  private ThreadPart read(ChatPlatform platform) {
    var wanted = job.wanted();
    try {
      return switch (platform.history(
          job.address(), wanted.after(), wanted.message(), ContextChoice.MOST)) {
        case History.NotGranted() -> seen();
        case History.Told told -> new ThreadPart.Quoted(named(platform, excerpt(told)));
      };
    } catch (ChatFailure.NotNow later) {
      throw later;
    } catch (ChatFailure failure) {
      note(failure);
      return new ThreadPart.Unread();
    }
  }

  /// What was addressed to the bot, which it knows without being allowed to read the thread.
  private ThreadPart seen() {
    var wanted = job.wanted();
    var place = job.address().thread();
    var seen =
        store.transact(tx -> tx.seen(place, wanted.after(), wanted.message(), ContextChoice.MOST));
    var excerpt = excerpt(new History.Told(seen, true)).ofSeen();
    return excerpt.messages().isEmpty()
        ? new ThreadPart.NotGranted()
        : new ThreadPart.Quoted(excerpt);
  }

  private Excerpt excerpt(History.Told told) {
    var wanted = job.wanted();
    return Excerpt.of(told, wanted.choice(), wanted.run().requester(), wanted.prompts());
  }

  private Excerpt named(ChatPlatform platform, Excerpt excerpt) {
    var names = new HashMap<String, Person>();
    return excerpt.naming(author ->
        author.nameless() && (names.containsKey(author.id()) || names.size() < NAMES)
            ? names.computeIfAbsent(author.id(), _ -> named(platform, author))
            : author);
  }

  private Person named(ChatPlatform platform, Person author) {
    var place = job.address().thread();
    var known = store.transact(tx -> tx.nameOf(place, author.id()));
    var name = known.or(() -> asked(platform, author));
    if (known.isEmpty()) {
      name.ifPresent(its ->
          store.transact(tx -> {
            tx.named(place, author.id(), its);
            return its;
          }));
    }
    return new Person(author.id(), author.handle(), name.orElse(author.name()));
  }

  private Optional<String> asked(ChatPlatform platform, Person author) {
    try {
      return platform.nameOf(author);
    } catch (ChatFailure failure) {
      note(failure);
      return Optional.empty();
    }
  }

  private List<Attachment> attached(ChatPlatform platform) {
    var told = job.wanted().run().along().files();
    try {
      var files =
          new ArrayList<>(platform.attachments(job.address(), job.wanted().message(), told));
      for (var joined : job.wanted().run().turn().joined()) {
        files.addAll(platform.attachments(job.address(), joined, List.of()));
      }
      return files;
    } catch (ChatFailure.NotNow later) {
      throw later;
    } catch (ChatFailure failure) {
      note(failure);
      return told;
    }
  }

  private void fetch(ChatPlatform platform, Attachment file, Within.Span time) {
    var hopeless = files.unfetched(file);
    if (hopeless.isPresent()) {
      files.leave(file.name(), hopeless.get());
      return;
    }
    try {
      var content = time.spend(() -> platform.download(file, FileSorter.LARGEST));
      var picture = Showable.of(content).filter(kind -> !kind.film()).map(Showable::mediaType);
      files.add(file.name(), content, picture);
    } catch (ChatFailure failure) {
      note(failure);
      files.leave(file.name(), Causes.of(failure));
    }
  }

  private void note(ChatFailure failure) {
    log.atInfo()
        .addKeyValue("run", job.wanted().run().id())
        .addKeyValue("code", failure.getMessage())
        .log("context not had");
  }

  /// What a failed download means to people.
  private static final class Causes {
    private static final Map<String, Why> KNOWN =
        Map.of(
            "too_large", Why.TOO_LARGE,
            "not_granted", Why.NOT_ALLOWED,
            "missing_scope", Why.NOT_ALLOWED,
            "host_not_allowed", Why.NOT_ALLOWED);

    static Why of(ChatFailure failure) {
      return KNOWN.getOrDefault(String.valueOf(failure.getMessage()), Why.NOT_FETCHED);
    }
  }
}
