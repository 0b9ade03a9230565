package dev.tiller.app.config;

import dev.tiller.core.settings.Admin;
import dev.tiller.core.settings.Reviewed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What those who run the bot have laid down, as it is now: the configuration, and the reviewed
/// file if there is one. The file is looked at again and again; a bad edit leaves the last good one
/// in use.
public final class ReviewedFile implements Supplier<Reviewed>, AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(ReviewedFile.class);
  private static final Duration LOOK_EVERY = Duration.ofSeconds(1);

  private final Settings.Governance governance;
  private final ScheduledExecutorService background =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofVirtual().name("settings-file").factory());

  /// What it held when it was last read, and the look before that.
  private String known = "";

  private String seen = "";
  private volatile Reviewed now;

  private ReviewedFile(Settings.Governance governance, Reviewed first) {
    this.governance = governance;
    this.now = first;
  }

  /// Reads the file for the first time. Nothing is looked at again before [#start].
  ///
  /// @throws IOException when it cannot be used
  public static ReviewedFile open(Settings.Governance governance) throws IOException {
    if (governance.file().isEmpty()) {
      return new ReviewedFile(governance, nothing(governance));
    }
    var file = governance.file().get();
    try {
      var text = Files.readString(file);
      var opened = new ReviewedFile(governance, of(governance, file, ReviewedYaml.parse(text)));
      opened.known = text;
      opened.seen = text;
      return opened;
    } catch (BadReviewedFile e) {
      throw new IOException(file + ": " + e.getMessage(), e);
    }
  }

  private static Reviewed nothing(Settings.Governance governance) {
    return new Reviewed(
        Optional.empty(),
        Optional.empty(),
        governance.admins(),
        governance.membersSetChannels(),
        Map.of(),
        Map.of());
  }

  private static Reviewed of(Settings.Governance governance, Path file, ReviewedYaml its) {
    Set<Admin> admins = new HashSet<>(governance.admins());
    admins.addAll(its.allAdmins());
    return new Reviewed(
        Optional.of(String.valueOf(file.getFileName())),
        Optional.empty(),
        admins,
        governance.membersSetChannels(),
        its.allDefaults(),
        its.allWords());
  }

  @Override
  public Reviewed get() {
    return now;
  }

  /// Begins to look for edits.
  public void start() {
    if (governance.file().isPresent()) {
      var _ =
          background.scheduleWithFixedDelay(
              this::look, LOOK_EVERY.toMillis(), LOOK_EVERY.toMillis(), TimeUnit.MILLISECONDS);
    }
  }

  /// Looks once. An edit counts when two looks in a row find the same, so that a file is not read
  /// while it is being written.
  void look() {
    governance
        .file()
        .ifPresent(file -> {
          try {
            var text = Files.readString(file);
            if (!text.equals(known) && text.equals(seen)) {
              known = text;
              take(file, text);
            }
            seen = text;
          } catch (IOException e) {
            trouble(file, Reasons.of(e));
            known = "";
          } catch (RuntimeException e) {
            log.atError().addKeyValue("file", file).setCause(e).log("settings file not understood");
            trouble(file, "it cannot be used. Compare it with the example.");
          }
        });
  }

  private void take(Path file, String text) {
    try {
      now = of(governance, file, ReviewedYaml.parse(text));
      log.atInfo().addKeyValue("file", file).log("settings file read anew");
    } catch (BadReviewedFile e) {
      trouble(file, String.valueOf(e.getMessage()));
    }
  }

  private void trouble(Path file, String why) {
    var sentence = why + " The last good one is in use.";
    if (!now.trouble().equals(Optional.of(sentence))) {
      log.atWarn().addKeyValue("file", file).addKeyValue("why", why).log("settings file not used");
      now =
          new Reviewed(
              now.file(),
              Optional.of(sentence),
              now.admins(),
              now.membersSetChannels(),
              now.defaults(),
              now.words());
    }
  }

  @Override
  public void close() {
    background.shutdownNow();
  }
}
