package dev.tiller.core.decide;

import dev.tiller.core.chat.MessageRef;
import dev.tiller.core.conversation.FeedbackLine;
import dev.tiller.core.conversation.Recorded;
import dev.tiller.core.routing.Background;
import dev.tiller.core.settings.Preferences;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;

/// What a message or a click is decided by, beyond its conversation.
///
/// @param background what a request goes by where it says nothing itself; asked only where needed
/// @param settings what settings are decided by; asked only where needed
/// @param preferences what bears on this person here
/// @param rules as people of the channel want them
/// @param memory what else is on record
public record Surroundings(
    Supplier<Background> background,
    Supplier<SettingsCase> settings,
    Preferences preferences,
    Rules rules,
    Moment moment,
    Memory memory) {

  /// Without anything else on record.
  public Surroundings(
      Supplier<Background> background,
      Supplier<SettingsCase> settings,
      Preferences preferences,
      Rules rules,
      Moment moment) {
    this(background, settings, preferences, rules, moment, Memory.EMPTY);
  }

  /// What is on record beyond the conversation; asked only where needed.
  ///
  /// @param runOfMessage the run whose card a message of the thread is, or that it asked for
  /// @param runsAtWork how many runs of this person are at work in the workspace
  /// @param record what was decided in the thread lately, newest first
  /// @param feedback what people of the workspace think of runs, newest first
  public record Memory(
      Function<MessageRef, Optional<UUID>> runOfMessage,
      Supplier<Integer> runsAtWork,
      Supplier<List<Recorded>> record,
      Supplier<List<FeedbackLine>> feedback) {

    static final Memory EMPTY = new Memory(_ -> Optional.empty(), () -> 0, List::of);

    /// Where nobody asks what people think.
    Memory(
        Function<MessageRef, Optional<UUID>> runOfMessage,
        Supplier<Integer> runsAtWork,
        Supplier<List<Recorded>> record) {
      this(runOfMessage, runsAtWork, record, List::of);
    }
  }
}
