package dev.tiller.core.cursor.v0;

import dev.tiller.core.agents.Account;
import dev.tiller.core.agents.CloudAgentsException.Gone;
import dev.tiller.core.agents.CloudAgentsException.Reason;
import dev.tiller.core.agents.CloudAgentsException.Refused;
import dev.tiller.core.agents.Repository;
import dev.tiller.core.cursor.CursorHttp;
import dev.tiller.core.cursor.CursorText;
import java.util.List;
import java.util.Optional;

/// What a key has at Cursor API v0.
public final class V0Account implements Account {

  private final CursorHttp http;

  public V0Account(CursorHttp http) {
    this.http = http;
  }

  private record Me(
      Optional<String> apiKeyName, Optional<String> createdAt, Optional<String> userEmail) {}

  private record Models(List<String> models) {}

  private record Repositories(List<Listed> repositories) {}

  private record Listed(Optional<String> repository) {}

  /// v0 does not know the keys of service accounts, and says 404.
  @Override
  public KeyOwner me() {
    try {
      var me = http.get("/me", Me.class);
      return new KeyOwner(
          line(me.apiKeyName()).orElse("unnamed"),
          me.createdAt().flatMap(CursorText::instant),
          line(me.userEmail()),
          Optional.empty());
    } catch (Gone e) {
      throw new Refused(Reason.KEY, "api_key_not_found", "");
    }
  }

  @Override
  public List<Model> models() {
    return http.get("/models", Models.class).models().stream()
        .flatMap(id -> line(Optional.of(id)).stream())
        .map(id -> new Model(id, id, Optional.empty(), List.of()))
        .toList();
  }

  @Override
  public List<Repository> repositories() {
    return http.getOnce("/repositories", Repositories.class).repositories().stream()
        .flatMap(listed -> listed.repository().flatMap(Repository::parse).stream())
        .distinct()
        .toList();
  }

  private static Optional<String> line(Optional<String> text) {
    return text.map(its -> CursorText.line(its, 300)).filter(its -> !its.isEmpty());
  }
}
