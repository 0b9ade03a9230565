package dev.tiller.core.bot;

import dev.tiller.core.decide.Rules;
import java.time.Duration;
import java.util.Optional;

/// What the bot needs to know to run.
///
/// @param replica names this process; new at each start
/// @param lease how long others wait before they take over what this process held
/// @param lookAgain how long to wait between looks for a launch or a follow-up with a lost answer
/// @param progressEvery the shortest time between two edits of a card that only show progress
/// @param pollEvery the shortest and the longest wait between two looks at a run
/// @param quietAfter how long a run may give no sign of life before people are told; absent when
///   they never are
/// @param answerWithin how long people wait for an answer that the service has to give
/// @param giveUpAfter how long the service may decline for now before the request is given back
public record BotSettings(
    Rules rules,
    String replica,
    Duration lease,
    Duration lookAgain,
    Duration progressEvery,
    Range pollEvery,
    Optional<Duration> quietAfter,
    Duration answerWithin,
    Duration giveUpAfter) {

  /// From the shortest to the longest.
  public record Range(Duration shortest, Duration longest) {}

  /// The values that suit the real service.
  public static BotSettings of(Rules rules, String replica) {
    return new BotSettings(
        rules,
        replica,
        Duration.ofSeconds(15),
        Duration.ofSeconds(5),
        Duration.ofSeconds(3),
        new Range(Duration.ofSeconds(5), Duration.ofSeconds(60)),
        Optional.of(Duration.ofMinutes(20)),
        Duration.ofSeconds(30),
        Duration.ofMinutes(15));
  }

  /// The same at another pace.
  public BotSettings withPace(Duration look, Duration progress, Range poll) {
    return new BotSettings(
        rules, replica, lease, look, progress, poll, quietAfter, answerWithin, giveUpAfter);
  }

  /// The same with another patience for silent runs.
  public BotSettings withQuietAfter(Optional<Duration> patience) {
    return new BotSettings(
        rules,
        replica,
        lease,
        lookAgain,
        progressEvery,
        pollEvery,
        patience,
        answerWithin,
        giveUpAfter);
  }

  /// The same with another wait for answers.
  public BotSettings withAnswersWithin(Duration wait) {
    return new BotSettings(
        rules, replica, lease, lookAgain, progressEvery, pollEvery, quietAfter, wait, giveUpAfter);
  }
}
