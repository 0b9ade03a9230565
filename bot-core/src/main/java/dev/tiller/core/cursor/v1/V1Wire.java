package dev.tiller.core.cursor.v1;

import java.util.List;
import java.util.Optional;

/// The parts of Cursor API v1 that Tiller uses (documentation of Oct 2026, OpenAPI of Jul 2026).
/// Bodies that are sent are strict: the service refuses keys it does not know.
final class V1Wire {

  private V1Wire() {}

  /// `POST /v1/agents`.
  ///
  /// @param env absent means the service's own machines
  /// @param workOnCurrentBranch only ever true
  record CreateAgent(
      String agentId,
      Prompt prompt,
      Optional<Model> model,
      Optional<Env> env,
      List<Source> repos,
      Optional<Boolean> workOnCurrentBranch,
      boolean autoCreatePR,
      Optional<String> mode) {}

  /// `POST /v1/agents/{id}/runs`. The model is not in the specification; it was seen to be taken
  /// and to stay for later runs.
  record CreateRun(Prompt prompt, Optional<Model> model, Optional<String> mode) {}

  /// @param images one to five; absent when there are none
  record Prompt(String text, Optional<List<Image>> images) {}

  /// @param data Base64
  record Image(String data, String mimeType) {}

  record Model(String id) {}

  /// @param type `machine` or `pool`
  /// @param name absent for the default pool
  record Env(String type, Optional<String> name) {}

  /// @param url required also with `prUrl`
  record Source(String url, Optional<String> startingRef, Optional<String> prUrl) {}

  /// The answer to both.
  record Created(Optional<Agent> agent, Optional<Run> run) {}

  record Agent(Optional<String> id, Optional<String> url, Optional<String> latestRunId) {}

  /// @param updatedAt of a run that has ended, when it did; at work it stays at its beginning
  /// @param git what the agent has pushed, over all its runs
  record Run(
      Optional<String> id,
      Optional<String> status,
      Optional<String> createdAt,
      Optional<String> updatedAt,
      Optional<Long> durationMs,
      Optional<String> result,
      Optional<Git> git,
      Optional<Failure> error) {}

  record Git(List<Branch> branches) {}

  /// @param repoUrl without a scheme
  record Branch(Optional<String> repoUrl, Optional<String> branch, Optional<String> prUrl) {}

  record Failure(Optional<String> message) {}

  /// A page of an agent's runs, newest first.
  ///
  /// @param nextCursor absent on the last page
  record Runs(List<Run> items, Optional<String> nextCursor) {}
}
