package dev.tiller.core.command;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Which agents of a list somebody wants to see.
@SuppressWarnings("ImmutableEnumChecker") // its lists are unmodifiable
public enum ListFilter {
  ANY(List.of("")),
  /// Those at work.
  RUNNING(List.of("running", "active", "working")),
  /// Those where something waits.
  WAITING(List.of("waiting", "queued", "pending")),
  /// Those with nothing left to do.
  DONE(List.of("done", "finished", "ended"));

  private final List<String> words;

  ListFilter(List<String> words) {
    this.words = words;
  }

  /// How it is written behind `list`; empty for [#ANY].
  public String word() {
    return words.getFirst();
  }

  /// The filter that somebody wrote, in lower case.
  public static Optional<ListFilter> parse(String written) {
    return Arrays.stream(values()).filter(its -> its.words.contains(written)).findFirst();
  }
}
