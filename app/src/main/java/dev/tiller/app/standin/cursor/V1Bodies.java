package dev.tiller.app.standin.cursor;

import dev.tiller.app.standin.cursor.Launch.Environment;
import dev.tiller.app.standin.cursor.Launch.Prompt;
import dev.tiller.app.standin.cursor.Launch.Repository;
import dev.tiller.app.standin.cursor.Launch.Target;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// Reads the bodies of v1 requests (Cursor API v1, Oct 2026), with the fields that the official SDK
/// sends beyond the specification.
final class V1Bodies {

  private static final Pattern AGENT_ID =
      Pattern.compile("bc-\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}");
  private static final Pattern SHA = Pattern.compile("\\p{XDigit}{40}");
  private static final int NAME_LENGTH = 100;
  private static final int REPOSITORIES = 20;

  private V1Bodies() {}

  record Create(Optional<String> agentId, Launch launch) {}

  static Create create(byte[] body, Options options) {
    return Fields.read(body, fields -> create(fields, options));
  }

  static Prompt prompt(byte[] body) {
    return Fields.read(
        body,
        fields -> {
          V1Extras.check(fields);
          var model = fields.object("model", V1Bodies::model);
          if (model.isPresent() && !Model.known(model.get())) {
            throw fields.wrong("model", "'" + model.get() + "' is not available");
          }
          return PromptReader.v1(fields, model);
        });
  }

  private static Create create(Fields body, Options options) {
    var agentId = body.text("agentId").map(id -> agentId(body, id));
    if (agentId.isPresent() && body.has("envVars")) {
      throw body.wrong("agentId", "cannot be combined with envVars");
    }
    V1Extras.check(body);
    body.textMap("runEnvVars");
    body.text("agentServeAgent");
    var model = body.object("model", V1Bodies::model);
    if (model.isPresent() && !Model.known(model.get())) {
      throw new ApiError(400, "invalid_model", "Model '" + model.get() + "' is not available");
    }
    var environment = body.object("env", V1Bodies::environment).orElse(Environment.CLOUD);
    var repositories =
        body.objects("repos", REPOSITORIES, repository -> repository(repository, options));
    checkTogether(body, environment, repositories, options);
    return new Create(
        agentId,
        new Launch(
            PromptReader.v1(body, model),
            body.text("name", 1, NAME_LENGTH),
            environment,
            repositories,
            target(body),
            Optional.empty(),
            V1Extras.subagents(body)));
  }

  private static String agentId(Fields body, String id) {
    if (!AGENT_ID.matcher(id).matches()) {
      throw body.wrong("agentId", "must be bc- and a UUID");
    }
    return id.toLowerCase(Locale.ROOT);
  }

  /// A model's id; its parameters are only checked for their form.
  static String model(Fields model) {
    model.objects(
        "params",
        Integer.MAX_VALUE,
        param -> {
          param.required("id");
          return param.required("value");
        });
    return model.required("id");
  }

  private static Environment environment(Fields env) {
    var type = env.requiredWord("type", List.of("cloud", "pool", "machine"));
    return new Environment(type, env.text("name"));
  }

  private static Repository repository(Fields repository, Options options) {
    var url =
        RepositoryUrl.repository(repository.required("url"))
            .orElseThrow(() -> repository.wrong("url", "must be the URL of a repository"));
    var ref = repository.text("startingRef").map(BranchName::checked);
    var pullRequest = repository.text("prUrl");
    if (pullRequest.isPresent() && RepositoryUrl.ofPullRequest(pullRequest.get()).isEmpty()) {
      throw new ApiError(400, "pr_resolution_failed", "Could not resolve the pull request");
    }
    if (options.account().refuseShas()
        && ref.filter(text -> SHA.matcher(text).matches()).isPresent()) {
      throw repository.wrong("startingRef", "could not be verified as a branch");
    }
    return new Repository(url, ref, pullRequest);
  }

  private static void checkTogether(
      Fields body, Environment environment, List<Repository> repositories, Options options) {
    boolean named = environment.name().isPresent();
    if (environment.type().equals("cloud") && named && !repositories.isEmpty()) {
      throw body.wrong("repos", "cannot be combined with a named cloud environment");
    }
    boolean single =
        environment.type().equals("machine")
            || (environment.type().equals("pool")
                && environment.name().orElse("default").equals("default"));
    if (single && repositories.size() > 1) {
      throw body.wrong("repos", "must have at most 1 entry on a machine or in the default pool");
    }
    if (environment.type().equals("pool")
        && !options.account().pools().contains(environment.name().orElse("default"))) {
      throw body.wrong("env.name", "is not a known pool");
    }
  }

  private static Target target(Fields body) {
    return new Target(
        body.flag("workOnCurrentBranch"),
        body.flag("autoCreatePR"),
        body.flag("openAsCursorGithubApp"),
        body.flag("skipReviewerRequest"),
        Optional.empty());
  }
}
