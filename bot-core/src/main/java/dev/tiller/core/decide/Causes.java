package dev.tiller.core.decide;

import dev.tiller.core.agents.CloudAgentsException;
import dev.tiller.core.agents.CloudAgentsException.AlreadyLaunched;
import dev.tiller.core.agents.CloudAgentsException.Busy;
import dev.tiller.core.agents.CloudAgentsException.Gone;
import dev.tiller.core.agents.CloudAgentsException.NotNow;
import dev.tiller.core.agents.CloudAgentsException.OutcomeUnknown;
import dev.tiller.core.agents.CloudAgentsException.Refused;
import dev.tiller.core.text.Texts;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/// Why something did not work, as a sentence for people, with what to do next.
public final class Causes {

  private Causes() {}

  static String notAnswering() {
    return Texts.get("cause.not-answering");
  }

  static String agentGone() {
    return Texts.get("cause.agent-gone");
  }

  static String stoppedElsewhere() {
    return Texts.get("cause.stopped-elsewhere");
  }

  static String expired() {
    return Texts.get("cause.expired");
  }

  static String agentDeleted() {
    return Texts.get("cause.agent-deleted");
  }

  static String archivedNotDeleted() {
    return Texts.get("cause.archived-not-deleted");
  }

  static String notAnswered() {
    return Texts.get("cause.not-answered");
  }

  static String repositoriesNotTold() {
    return Texts.get("cause.repositories-not-told");
  }

  static String changeUnsure() {
    return Texts.get("cause.change-unsure");
  }

  /// Why a call did not work whose caller has nothing better to do than to say so.
  public static String of(CloudAgentsException failure) {
    return switch (failure) {
      case Refused refused -> of(refused);
      case NotNow notNow -> Texts.get("cause.not-now", minutes(notNow.delay()));
      case Busy _ -> Texts.get("cause.busy");
      case Gone _ -> Texts.get("cause.gone");
      case AlreadyLaunched _ -> Texts.get("cause.already-launched");
      case OutcomeUnknown _ -> Texts.get("cause.outcome-unknown");
    };
  }

  private static long minutes(Optional<Duration> delay) {
    return delay.map(its -> its.plusSeconds(59).toMinutes()).orElse(0L);
  }

  public static String of(Refused refusal) {
    var sentence =
        switch (refusal.reason()) {
          case KEY -> Texts.get("cause.key");
          case PLAN -> Texts.get("cause.plan");
          case FEATURE -> Texts.get("cause.feature");
          case USAGE_LIMIT -> Texts.get("cause.usage-limit");
          case REPOSITORY -> Texts.get("cause.repository");
          case PULL_REQUEST -> Texts.get("cause.pull-request");
          case BRANCH -> Texts.get("cause.branch");
          case MODEL -> Texts.get("cause.model");
          case ARCHIVED -> Texts.get("cause.archived");
          case REQUEST -> Texts.get("cause.request");
        };
    return withDetail(sentence, refusal.detail());
  }

  /// @param menders a sentence that names who can mend what is amiss with the bot's account
  static String of(Refused refusal, Supplier<String> menders) {
    return switch (refusal.reason()) {
      case KEY, PLAN -> of(refusal) + " " + menders.get();
      default -> of(refusal);
    };
  }

  static String failed(Optional<String> detail) {
    return withDetail(Texts.get("cause.failed"), detail.orElse(""));
  }

  private static String withDetail(String sentence, String detail) {
    return detail.isBlank() ? sentence : Texts.get("cause.with-detail", sentence, detail);
  }
}
