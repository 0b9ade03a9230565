package dev.tiller.app.standin.cursor;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.tiller.app.http.Routes;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What an account has, on both versions: the key's owner, models and repositories.
final class AccountRoutes {

  private static final String SINCE = "2026-01-05T09:00:00.000Z";
  private static final String EMAIL = "alex.rivera@acme.example";

  private final Options options;

  AccountRoutes(Options options) {
    this.options = options;
  }

  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Me(
      String apiKeyName,
      String createdAt,
      @Nullable Integer userId,
      @Nullable String userEmail,
      @Nullable String userFirstName,
      @Nullable String userLastName) {}

  record V0Repository(String owner, String name, String repository) {}

  void addTo(Routes.Builder routes, Endpoints api) {
    routes
        .get("/v0/me", api.of(Version.V0, Operation.ME, AccountRoutes::v0Me))
        .get("/v1/me", api.of(Version.V1, Operation.ME, AccountRoutes::v1Me))
        .get("/v0/models", api.of(Version.V0, Operation.MODELS, _ -> v0Models()))
        .get(
            "/v1/models",
            api.of(Version.V1, Operation.MODELS, _ -> Reply.ok(Map.of("items", Model.ALL))))
        .get("/v0/repositories", api.of(Version.V0, Operation.REPOSITORIES, _ -> v0Repositories()))
        .get("/v1/repositories", api.of(Version.V1, Operation.REPOSITORIES, _ -> v1Repositories()));
  }

  /// Keys of service accounts have no owner and are not known to v0.
  private static Reply v0Me(Call call) {
    if (call.serviceAccount()) {
      throw new ApiError(404, "api_key_not_found", "API key not found");
    }
    return Reply.ok(new Me("Acme bot", SINCE, null, EMAIL, null, null));
  }

  private static Reply v1Me(Call call) {
    return Reply.ok(
        call.serviceAccount()
            ? new Me("Acme service", SINCE, null, null, null, null)
            : new Me("Acme bot", SINCE, 42, EMAIL, "Alex", "Rivera"));
  }

  private static Reply v0Models() {
    return Reply.ok(Map.of("models", Model.ALL.stream().map(Model::id).toList()));
  }

  private Reply v0Repositories() {
    var repositories =
        options.account().repositories().stream()
            .map(name -> name.split("/", 2))
            .map(parts -> new V0Repository(parts[0], parts[1], url(parts[0] + "/" + parts[1])))
            .toList();
    return Reply.ok(Map.of("repositories", repositories));
  }

  private Reply v1Repositories() {
    List<Map<String, String>> items =
        options.account().repositories().stream().map(name -> Map.of("url", url(name))).toList();
    return Reply.ok(Map.of("items", items));
  }

  private static String url(String name) {
    return "https://github.com/" + name;
  }
}
