package dev.tiller.core.conversation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// How a run stands among those of its agent that wait.
///
/// @param place a smaller one comes first; the run's number where nobody has moved it
/// @param joined messages before the run's own whose texts go out with it, oldest first
/// @param yields whether it is stopped only so that another goes first: its ending holds nothing
public record Turn(int place, List<String> joined, boolean yields) {

  public Turn {
    joined = List.copyOf(joined);
  }

  /// One alone, in the order of asking.
  public static Turn of(int number) {
    return new Turn(number, List.of(), false);
  }

  public Turn at(int other) {
    return new Turn(other, joined, yields);
  }

  public Turn yielding(boolean its) {
    return new Turn(place, joined, its);
  }

  Turn joining(Optional<String> message) {
    var all = new ArrayList<>(joined);
    message.ifPresent(all::add);
    return new Turn(place, all, yields);
  }
}
