package dev.tiller.core.decide;

import dev.tiller.core.conversation.Conversation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// What should happen: the thread's new state, and what to do about it.
///
/// Cards are no effects: each run's card follows from the state.
///
/// @param note what to tell the person who clicked, and nobody else; absent for messages
public record Decision(Conversation after, List<Effect> effects, Optional<String> note) {

  public Decision {
    effects = List.copyOf(effects);
  }

  public static Decision of(Conversation after, List<Effect> effects) {
    return new Decision(after, effects, Optional.empty());
  }

  public static Decision of(Conversation after, Effect... effects) {
    return of(after, List.of(effects));
  }

  /// Nothing changes; the person is told something.
  public static Decision note(Conversation same, String note) {
    return new Decision(same, List.of(), Optional.of(note));
  }

  public static Decision nothing(Conversation same) {
    return of(same);
  }

  /// This, and then what follows from the state after it.
  Decision then(Function<Conversation, Decision> next) {
    var more = next.apply(after);
    var all = new ArrayList<>(effects);
    all.addAll(more.effects);
    return new Decision(more.after, all, more.note.or(() -> note));
  }

  /// This, and one thing more.
  Decision and(Effect more) {
    var all = new ArrayList<>(effects);
    all.add(more);
    return new Decision(after, all, note);
  }

  Decision noting(String text) {
    return new Decision(after, effects, Optional.of(text));
  }
}
