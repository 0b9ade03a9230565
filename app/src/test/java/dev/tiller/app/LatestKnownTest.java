package dev.tiller.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tiller.core.agents.Account;
import dev.tiller.core.agents.CloudAgentsException.Reason;
import dev.tiller.core.agents.CloudAgentsException.Refused;
import dev.tiller.core.agents.Repository;
import dev.tiller.core.catalogue.Catalogue;
import dev.tiller.core.routing.Known.Trouble;
import dev.tiller.core.store.FreshDatabase;
import dev.tiller.core.store.JdbcStore;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LatestKnownTest {

  private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

  /// What is amiss when Cursor refuses for a reason, or lists so many repositories.
  @ParameterizedTest
  @CsvSource({
    "KEY, 0, KEY",
    "PLAN, 0, PLAN",
    "FEATURE, 0, ",
    "USAGE_LIMIT, 0, ",
    ", 0, NO_REPOSITORIES",
    ", 2, "
  })
  void whatIsAmissIsKnown(Reason refusal, int repositories, Trouble trouble) {
    var account = new Cursor(Optional.ofNullable(refusal), repositories);
    try (var store = JdbcStore.open(FreshDatabase.settings(), () -> NOON);
        var catalogue = new Catalogue(store.catalogue(), account, () -> NOON)) {
      var known = new LatestKnown(catalogue);

      catalogue.refresh();

      assertThat(known.get().trouble()).isEqualTo(Optional.ofNullable(trouble));
      assertThat(known.get().repositories()).hasSize(repositories);
      assertThat(known.get()).isSameAs(known.get());
    }
  }

  private record Cursor(Optional<Reason> refusal, int count) implements Account {

    @Override
    public KeyOwner me() {
      throw new AssertionError("nobody asks");
    }

    @Override
    public List<Model> models() {
      refuse();
      return List.of();
    }

    @Override
    public List<Repository> repositories() {
      refuse();
      return List.of("acme/web", "acme/api").subList(0, count).stream()
          .map(name -> Repository.parse(name).orElseThrow())
          .toList();
    }

    private void refuse() {
      refusal.ifPresent(reason -> {
        throw new Refused(reason, "refused", "");
      });
    }
  }
}
