package dev.tiller.app.standin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tiller.app.standin.Traffic.Direction;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class TrafficTest {

  private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

  private final Traffic traffic = new Traffic(InstantSource.fixed(NOW));

  @Test
  void entriesAreNumberedFromOneAndReadFromAnyPoint() {
    add("first");
    add("second");

    assertThat(traffic.after(0)).extracting(Traffic.Entry::n).containsExactly(1L, 2L);
    assertThat(traffic.after(1)).extracting(Traffic.Entry::request).containsExactly("second");
    assertThat(traffic.after(0)).extracting(Traffic.Entry::at).containsOnly(NOW);
  }

  @Test
  void theOldestEntriesGiveWay() {
    for (int i = 0; i <= Traffic.CAPACITY; i++) {
      add("body");
    }

    assertThat(traffic.after(0)).hasSize(Traffic.CAPACITY);
    assertThat(traffic.after(0).getFirst().n()).isEqualTo(2);
  }

  @Test
  void longBodiesAreCut() {
    add("x".repeat(Traffic.BODY_LIMIT + 100));

    assertThat(traffic.after(0).getFirst().request()).hasSize(Traffic.BODY_LIMIT + 1).endsWith("…");
  }

  @Test
  void listenersHearOfEachEntry() {
    var heard = new AtomicInteger();
    traffic.onChange(heard::incrementAndGet);

    add("first");
    add("second");

    assertThat(heard).hasValue(2);
  }

  private void add(String request) {
    traffic.add("slack", Direction.RECEIVED, "POST", "/api/auth.test", 200, 3, request, "{}");
  }
}
