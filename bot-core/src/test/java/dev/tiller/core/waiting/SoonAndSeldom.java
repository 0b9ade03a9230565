package dev.tiller.core.waiting;

import static org.awaitility.pollinterval.IterativePollInterval.iterative;

import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/// Makes waiting tests look at once, again after a few milliseconds, and the less often the longer
/// it takes: most conditions hold at once or soon. How long they wait at most stays as it is.
/// Registered for all tests of a module that has it on its class path.
public final class SoonAndSeldom implements BeforeAllCallback {

  private static final Duration FIRST = Duration.ofMillis(5);
  private static final Duration MOST = Duration.ofMillis(100);

  @Override
  public void beforeAll(ExtensionContext context) {
    Awaitility.setDefaultPollDelay(Duration.ZERO);
    Awaitility.setDefaultPollInterval(iterative(SoonAndSeldom::after, FIRST));
  }

  private static Duration after(Duration last) {
    var longer = last.multipliedBy(3).dividedBy(2);
    return longer.compareTo(MOST) < 0 ? longer : MOST;
  }
}
