package dev.tiller.app.standin.cursor;

import dev.tiller.app.http.Routes;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Map;

/// Lists of artifacts and addresses to fetch them from, on both versions (Cursor API v0 and v1, Oct
/// 2026, artifacts). Paths are absolute on v0 and relative on v1.
final class ArtifactRoutes {

  private static final String V0_FOLDER = "/opt/cursor/artifacts/";
  private static final String V1_FOLDER = "artifacts/";
  private static final int V0_MONTHS = 6;

  private final AgentStore store;
  private final ObjectStore files;
  private final InstantSource clock;

  ArtifactRoutes(AgentStore store, ObjectStore files, InstantSource clock) {
    this.store = store;
    this.files = files;
    this.clock = clock;
  }

  record V0Artifact(String absolutePath, int sizeBytes, String updatedAt) {}

  record V1Artifact(String path, int sizeBytes, String updatedAt) {}

  void addTo(Routes.Builder routes, Endpoints api) {
    var path = "/agents/{id}/artifacts";
    routes
        .get("/v0" + path, api.of(Version.V0, Operation.ARTIFACTS, this::v0List))
        .get("/v1" + path, api.of(Version.V1, Operation.ARTIFACTS, this::v1List))
        .get("/v0" + path + "/download", api.of(Version.V0, Operation.DOWNLOAD, this::v0Download))
        .get("/v1" + path + "/download", api.of(Version.V1, Operation.DOWNLOAD, this::v1Download));
    files.addTo(routes, api);
  }

  private Reply v0List(Call call) {
    return Reply.ok(
        Map.of("artifacts", Artifacts.of(v0Agent(call)).stream().map(ArtifactRoutes::v0).toList()));
  }

  private Reply v1List(Call call) {
    call.query().only();
    return Reply.ok(
        Map.of(
            "items",
            Artifacts.of(store.get(call.agentId())).stream().map(ArtifactRoutes::v1).toList()));
  }

  private Reply v0Download(Call call) {
    return download(call, v0Agent(call), call.query(), V0_FOLDER);
  }

  private Reply v1Download(Call call) {
    return download(call, store.get(call.agentId()), call.query().only("path"), V1_FOLDER);
  }

  private Reply download(Call call, Agent agent, Query query, String folder) {
    var path = query.text("path").orElseThrow(() -> ApiError.invalid("path is required"));
    if (!path.startsWith(folder) || path.contains("..")) {
      throw ApiError.invalid("path must be under " + folder);
    }
    var file =
        Artifacts.find(agent, path.substring(folder.length()))
            .orElseThrow(() -> new ApiError(404, "artifact_not_found", "Artifact not found"));
    return Reply.ok(files.address(call, file));
  }

  private static V0Artifact v0(Artifact file) {
    return new V0Artifact(V0_FOLDER + file.name(), file.size(), Json.time(file.updatedAt()));
  }

  private static V1Artifact v1(Artifact file) {
    return new V1Artifact(V1_FOLDER + file.name(), file.size(), Json.time(file.updatedAt()));
  }

  private Agent v0Agent(Call call) {
    var agent = store.get(V0Routes.checkedId(call));
    var oldest = clock.instant().atOffset(ZoneOffset.UTC).minusMonths(V0_MONTHS).toInstant();
    if (agent.createdAt().isBefore(oldest)) {
      throw ApiError.invalid("Artifacts of agents older than 6 months are not available");
    }
    return agent;
  }
}
