package dev.tiller.core.agents;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A call to the agent service that failed, named for what can be done next.
public abstract sealed class CloudAgentsException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private CloudAgentsException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }

  /// Understood and refused, without effect: a person can mend it.
  public static final class Refused extends CloudAgentsException {
    private static final long serialVersionUID = 1L;

    private final Reason reason;
    private final String detail;

    /// @param detail the service's own sentence, shortened; may be empty. Data, for people only
    public Refused(Reason reason, String code, String detail) {
      super(reason + " " + code, null);
      this.reason = reason;
      this.detail = detail;
    }

    public Reason reason() {
      return reason;
    }

    public String detail() {
      return detail;
    }
  }

  /// What a person has to mend.
  public enum Reason {
    KEY,
    /// The plan, the role of the key's owner, or the account's privacy settings.
    PLAN,
    /// Something that the service offers to other accounts.
    FEATURE,
    USAGE_LIMIT,
    REPOSITORY,
    PULL_REQUEST,
    BRANCH,
    MODEL,
    ARCHIVED,
    REQUEST
  }

  /// Refused for now, without effect: safe to repeat after the delay.
  public static final class NotNow extends CloudAgentsException {
    private static final long serialVersionUID = 1L;

    private final transient Optional<Duration> delay;

    public NotNow(String code, Optional<Duration> delay, @Nullable Throwable cause) {
      super(code, cause);
      this.delay = delay;
    }

    /// How long the service asked to wait; absent when it did not say.
    public Optional<Duration> delay() {
      return delay;
    }
  }

  /// The agent is at work on something else; the prompt had no effect.
  public static final class Busy extends CloudAgentsException {
    private static final long serialVersionUID = 1L;

    public Busy(String code) {
      super(code, null);
    }
  }

  /// The agent or run does not exist any more; for a cancel, the run is over already.
  public static final class Gone extends CloudAgentsException {
    private static final long serialVersionUID = 1L;

    public Gone(String code) {
      super(code, null);
    }
  }

  /// The agent id is taken: the launch, or an earlier try of it, took effect.
  public static final class AlreadyLaunched extends CloudAgentsException {
    private static final long serialVersionUID = 1L;

    public AlreadyLaunched(String code) {
      super(code, null);
    }
  }

  /// May have taken effect: look before repeating.
  public static final class OutcomeUnknown extends CloudAgentsException {
    private static final long serialVersionUID = 1L;

    public OutcomeUnknown(String code, @Nullable Throwable cause) {
      super(code, cause);
    }
  }
}
