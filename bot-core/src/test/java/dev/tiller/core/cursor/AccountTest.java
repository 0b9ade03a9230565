package dev.tiller.core.cursor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tiller.core.agents.Account;
import dev.tiller.core.agents.Account.KeyOwner;
import dev.tiller.core.agents.Account.Model;
import dev.tiller.core.agents.CloudAgentsException.Reason;
import dev.tiller.core.agents.CloudAgentsException.Refused;
import dev.tiller.core.agents.Repository;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AccountTest {

  private final ScriptedCursor cursor = new ScriptedCursor();
  private final Account v1 = cursor.service(ApiVersion.V1).account();
  private final Account v0 = cursor.service(ApiVersion.V0).account();

  @AfterEach
  void close() {
    cursor.close();
  }

  @Test
  void aUsersKeyHasAnOwner() {
    cursor.server.answer(
        200,
        """
        {"apiKeyName":"Acme bot","createdAt":"2026-01-05T09:00:00.000Z","userId":42,
         "userEmail":"alex@acme.example","userFirstName":"Alex","userLastName":"Rivera"}
        """);

    assertThat(v1.me())
        .isEqualTo(
            new KeyOwner(
                "Acme bot",
                Optional.of(Instant.parse("2026-01-05T09:00:00Z")),
                Optional.of("alex@acme.example"),
                Optional.of("Alex Rivera")));
  }

  @Test
  void theKeyOfAServiceAccountHasNoOwner() {
    cursor.server.answer(200, "{\"apiKeyName\":\"CI\"}");

    assertThat(v1.me())
        .isEqualTo(new KeyOwner("CI", Optional.empty(), Optional.empty(), Optional.empty()));
  }

  @Test
  void v0DoesNotKnowTheKeyOfAServiceAccount() {
    cursor.server.answer(404, "{\"error\":\"API key not found\"}");

    assertThatThrownBy(v0::me)
        .isInstanceOfSatisfying(
            Refused.class, refused -> assertThat(refused.reason()).isEqualTo(Reason.KEY));
  }

  @Test
  void modelsComeAsObjectsOrAsIds() {
    cursor.server.answer(
        200,
        """
        {"items":[{"id":"fast-1","displayName":"Fast","description":"Quick","aliases":["fast"],
                   "parameters":[{"id":"x","values":[]}]},
                  {"id":"deep-2"},{"displayName":"no id"},null]}
        """);
    cursor.server.answer(200, "{\"models\":[\"fast-1\",null,\"\",\"default\"]}");

    assertThat(v1.models())
        .containsExactly(
            new Model("fast-1", "Fast", Optional.of("Quick"), List.of("fast")),
            new Model("deep-2", "deep-2", Optional.empty(), List.of()));
    assertThat(v0.models()).extracting(Model::id).containsExactly("fast-1", "default");
  }

  @Test
  void repositoriesComeWithAndWithoutSchemeAndCountOnce() {
    cursor.server.answer(
        200,
        """
        {"items":[{"url":"https://github.com/acme/web"},{"url":"github.com/acme/web"},
                  {"url":"gitlab.com/a/b/c"},{"url":"nonsense"},{}]}
        """);
    cursor.server.answer(
        200,
        """
        {"repositories":[{"owner":"acme","name":"api","repository":"https://github.com/acme/api"}]}
        """);

    assertThat(v1.repositories())
        .extracting(Repository::display)
        .containsExactly("acme/web", "gitlab.com/a/b/c");
    assertThat(v0.repositories()).extracting(Repository::display).containsExactly("acme/api");
  }
}
