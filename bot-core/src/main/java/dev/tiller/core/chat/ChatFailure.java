package dev.tiller.core.chat;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A call to a chat platform that failed, named for what can be done next. Messages carry the
/// platform's error code, never tokens or message text.
public abstract sealed class ChatFailure extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private ChatFailure(String message, @Nullable Throwable cause) {
    super(message, cause);
  }

  /// Had no effect and will have none when repeated: bad content, missing scope, revoked token.
  public static final class Refused extends ChatFailure {
    private static final long serialVersionUID = 1L;

    public Refused(String code) {
      super(code, null);
    }
  }

  /// The thread, channel or message is gone, or the bot was removed from it.
  public static final class Gone extends ChatFailure {
    private static final long serialVersionUID = 1L;

    public Gone(String code) {
      super(code, null);
    }
  }

  /// Had no effect; may be repeated after the delay.
  public static final class NotNow extends ChatFailure {
    private static final long serialVersionUID = 1L;

    private final transient Optional<Duration> delay;

    public NotNow(String code, Optional<Duration> delay, @Nullable Throwable cause) {
      super(code, cause);
      this.delay = delay;
    }

    /// How long the platform asked to wait; absent when it did not say.
    public Optional<Duration> delay() {
      return delay;
    }
  }

  /// May have taken effect: look before posting again.
  public static final class OutcomeUnknown extends ChatFailure {
    private static final long serialVersionUID = 1L;

    public OutcomeUnknown(String code, @Nullable Throwable cause) {
      super(code, cause);
    }
  }
}
