package dev.tiller.core.agents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tiller.core.agents.CloudAgentsException.Reason;
import dev.tiller.core.agents.CloudAgentsException.Refused;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/// What every [Account] must do, shown against a service that offers models and repositories,
/// `acme/web` among them.
public interface AccountContract {

  /// Connected with a user's key that the service takes.
  Account account();

  /// Connected to the same service with another key. It must not take `bad-key`.
  Account accountWithKey(String key);

  @Test
  default void theKeysOwnerIsToldAndTheKeyIsNot() {
    var owner = account().me();

    assertThat(owner.key()).isNotBlank().doesNotContain("crsr_");
    assertThat(owner.createdAt()).isPresent();
    assertThat(owner.email()).hasValueSatisfying(email -> assertThat(email).contains("@"));
  }

  @Test
  default void modelsHaveIdsAndNames() {
    var models = account().models();

    assertThat(models).isNotEmpty();
    assertThat(models).extracting(Account.Model::id).doesNotHaveDuplicates().doesNotContain("");
    assertThat(models).extracting(Account.Model::name).doesNotContain("");
  }

  @Test
  default void repositoriesAreListed() {
    assertThat(account().repositories())
        .extracting(Repository::display)
        .contains("acme/web")
        .doesNotHaveDuplicates();
  }

  @Test
  default void aWrongKeyIsRefused() {
    var stranger = accountWithKey("bad-key");

    assertKeyRefused(stranger::me);
    assertKeyRefused(stranger::models);
    assertKeyRefused(stranger::repositories);
  }

  private static void assertKeyRefused(ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            Refused.class, refused -> assertThat(refused.reason()).isEqualTo(Reason.KEY));
  }
}
