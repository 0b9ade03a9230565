package dev.tiller.app.standin.cursor;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import dev.tiller.app.http.Routes;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What an account has, on both versions: the key's owner, models and repositories; and tokens for
/// users of the team.
final class AccountRoutes {

  private static final String SINCE = "2026-01-05T09:00:00.000Z";

  private final Options options;
  private final Keys keys;

  AccountRoutes(Options options, Keys keys) {
    this.options = options;
    this.keys = keys;
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

  record Token(String accessToken, String expiresAt, int userId, int teamId) {}

  void addTo(Routes.Builder routes, Endpoints api) {
    var v0 = Version.V0;
    var v1 = Version.V1;
    routes
        .get("/v0/me", api.of(v0, Operation.ME, this::v0Me))
        .get("/v1/me", api.of(v1, Operation.ME, this::v1Me))
        .get("/v0/models", api.of(v0, Operation.MODELS, _ -> v0Models()))
        .get("/v1/models", api.of(v1, Operation.MODELS, AccountRoutes::v1Models))
        .get("/v0/repositories", api.of(v0, Operation.REPOSITORIES, _ -> v0Repositories()))
        .get("/v1/repositories", api.of(v1, Operation.REPOSITORIES, this::v1Repositories))
        .post("/v1/sub-tokens", api.of(v1, Operation.SUB_TOKEN, this::subToken));
  }

  /// Keys of service accounts have no owner and are not known to v0.
  private Reply v0Me(Call call) {
    var owner =
        keys.owner(call.key())
            .orElseThrow(() -> new ApiError(404, "api_key_not_found", "API key not found"));
    return Reply.ok(new Me("Acme bot", SINCE, null, owner.email(), null, null));
  }

  private Reply v1Me(Call call) {
    call.query().only();
    return Reply.ok(
        keys.owner(call.key())
            .map(owner ->
                new Me(
                    "Acme bot",
                    SINCE,
                    owner.id(),
                    owner.email(),
                    owner.firstName(),
                    owner.lastName()))
            .orElseGet(() -> new Me("Acme service", SINCE, null, null, null, null)));
  }

  private static Reply v0Models() {
    return Reply.ok(Map.of("models", Model.ALL.stream().map(Model::id).toList()));
  }

  private static Reply v1Models(Call call) {
    call.query().only();
    return Reply.ok(Map.of("items", Model.ALL));
  }

  private Reply v0Repositories() {
    var repositories =
        options.account().repositories().stream()
            .map(name -> name.split("/", 2))
            .map(parts -> new V0Repository(parts[0], parts[1], url(parts[0] + "/" + parts[1])))
            .toList();
    return Reply.ok(Map.of("repositories", repositories));
  }

  private Reply v1Repositories(Call call) {
    call.query().only();
    List<Map<String, String>> items =
        options.account().repositories().stream().map(name -> Map.of("url", url(name))).toList();
    return Reply.ok(Map.of("items", items));
  }

  private Reply subToken(Call call) {
    if (!Keys.isService(call.key())) {
      throw new ApiError(
          403, "service_account_required", "Only keys of service accounts can make sub-tokens");
    }
    var member =
        Fields.read(call.body(), AccountRoutes::member)
            .orElseThrow(() -> new ApiError(404, "user_not_found", "User not found"));
    var expiresAt = options.clock().instant().plus(Keys.TOKEN_LIFE);
    var token = keys.tokenFor(member, expiresAt);
    return Reply.ok(new Token(token, Json.time(expiresAt), member.id(), Member.TEAM));
  }

  private static Optional<Member> member(Fields body) {
    if (body.has("forUserEmail") == body.has("forUserId")) {
      throw body.wrong("forUserEmail", "or forUserId is required, and not both");
    }
    return body.text("forUserEmail")
        .map(Member::withEmail)
        .orElseGet(() -> Member.withId(body.raw("forUserId").map(JsonNode::asText).orElse("")));
  }

  private static String url(String name) {
    return "https://github.com/" + name;
  }
}
