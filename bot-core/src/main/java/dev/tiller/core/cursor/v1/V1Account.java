package dev.tiller.core.cursor.v1;

import dev.tiller.core.agents.Account;
import dev.tiller.core.agents.Repository;
import dev.tiller.core.cursor.CursorHttp;
import dev.tiller.core.cursor.CursorText;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What a key has at Cursor API v1.
public final class V1Account implements Account {

  private final CursorHttp http;

  public V1Account(CursorHttp http) {
    this.http = http;
  }

  private record Me(
      Optional<String> apiKeyName,
      Optional<String> createdAt,
      Optional<String> userEmail,
      Optional<String> userFirstName,
      Optional<String> userLastName) {}

  private record Models(List<Item> items) {}

  private record Item(
      Optional<String> id,
      Optional<String> displayName,
      Optional<String> description,
      List<String> aliases) {}

  private record Repositories(List<Url> items) {}

  private record Url(Optional<String> url) {}

  @Override
  public KeyOwner me() {
    var me = http.get("/me", Me.class);
    var name =
        Stream.of(me.userFirstName(), me.userLastName())
            .flatMap(part -> line(part).stream())
            .collect(Collectors.joining(" "));
    return new KeyOwner(
        line(me.apiKeyName()).orElse("unnamed"),
        me.createdAt().flatMap(CursorText::instant),
        line(me.userEmail()),
        line(Optional.of(name)));
  }

  @Override
  public List<Model> models() {
    return http.get("/models", Models.class).items().stream()
        .flatMap(item -> model(item).stream())
        .toList();
  }

  private static Optional<Model> model(Item item) {
    return line(item.id())
        .map(id ->
            new Model(
                id, line(item.displayName()).orElse(id), line(item.description()), item.aliases()));
  }

  @Override
  public List<Repository> repositories() {
    return http.getOnce("/repositories", Repositories.class).items().stream()
        .flatMap(item -> item.url().flatMap(Repository::parse).stream())
        .distinct()
        .toList();
  }

  private static Optional<String> line(Optional<String> text) {
    return text.map(its -> CursorText.line(its, 300)).filter(its -> !its.isEmpty());
  }
}
