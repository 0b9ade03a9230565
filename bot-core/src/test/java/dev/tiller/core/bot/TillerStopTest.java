package dev.tiller.core.bot;

import static dev.tiller.core.bot.UsualRules.RULES;
import static dev.tiller.core.conversation.Samples.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tiller.core.agents.Account;
import dev.tiller.core.agents.AgentRecords;
import dev.tiller.core.agents.CloudAgents;
import dev.tiller.core.agents.CloudService;
import dev.tiller.core.conversation.Replicas;
import dev.tiller.core.conversation.Store;
import dev.tiller.core.conversation.WorkQueue;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// A bot is asked to end while its database does not answer.
@Timeout(30)
class TillerStopTest {

  private final CountDownLatch handingOver = new CountDownLatch(1);
  private final CountDownLatch interrupted = new CountDownLatch(1);
  private final AtomicInteger takenSince = new AtomicInteger();

  /// A port of which only what is named is of interest.
  private static <T> T port(Class<T> port, Map<String, Function<Object[], Object>> answers) {
    return port.cast(
        Proxy.newProxyInstance(
            port.getClassLoader(),
            new Class<?>[] {port},
            (_, method, arguments) -> {
              var answer = answers.get(method.getName());
              return answer == null ? null : answer.apply(arguments);
            }));
  }

  private Tiller tiller() {
    var replicas = port(Replicas.class, Map.of("adopt", _ -> List.of(), "handOver", _ -> hang()));
    var work = port(WorkQueue.class, Map.of("take", _ -> take()));
    var hanging = port(Store.class, Map.of("replicas", _ -> replicas, "work", _ -> work));
    var service =
        new CloudService(
            port(CloudAgents.class, Map.of()),
            port(AgentRecords.class, Map.of()),
            port(Account.class, Map.of()));
    return new Tiller(
        hanging,
        service,
        BotSettings.of(RULES, "me"),
        () -> NOON,
        Optional::empty,
        () -> {
          throw new AssertionError("nobody chooses");
        },
        () -> {
          throw new AssertionError("nobody asks for settings");
        },
        _ -> Optional.empty());
  }

  private List<?> take() {
    if (handingOver.getCount() == 0) {
      takenSince.incrementAndGet();
    }
    return List.of();
  }

  private Object hang() {
    handingOver.countDown();
    try {
      return new CountDownLatch(1).await(1, TimeUnit.HOURS);
    } catch (InterruptedException e) {
      interrupted.countDown();
      throw new IllegalStateException(e);
    }
  }

  @Test
  void whileTheHandOverHangsNoWorkIsTakenAndAtTheDeadlineItIsLeft() throws Exception {
    var tiller = tiller();
    tiller.start(List.of());

    tiller.finish(Deadline.in(Duration.ofSeconds(2)));

    assertThat(handingOver.getCount()).isZero();
    assertThat(interrupted.await(5, TimeUnit.SECONDS)).isTrue();
    // One may be on its way at this instant.
    assertThat(takenSince).hasValueLessThanOrEqualTo(1);
  }
}
