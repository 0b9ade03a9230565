package dev.tiller.app.standin.cursor;

import dev.tiller.app.standin.cursor.Launch.Environment;
import dev.tiller.app.standin.cursor.Launch.Hook;
import dev.tiller.app.standin.cursor.Launch.Prompt;
import dev.tiller.app.standin.cursor.Launch.Repository;
import dev.tiller.app.standin.cursor.Launch.Target;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/// Reads the bodies of v0 requests (Cursor API v0, Oct 2026).
final class V0Bodies {

  private static final int URL_LENGTH = 2048;
  private static final int SECRET_MIN = 32;
  private static final int SECRET_MAX = 256;

  private V0Bodies() {}

  static Launch launch(byte[] body) {
    return Fields.read(body, V0Bodies::launch);
  }

  static Prompt followUp(byte[] body) {
    return Fields.read(body, fields -> PromptReader.v0(fields, Optional.empty()));
  }

  private static Launch launch(Fields body) {
    var model = body.text("model");
    if (model.isPresent() && !Model.known(model.get())) {
      throw body.wrong("model", "'" + model.get() + "' is not available");
    }
    var source = body.requiredObject("source", Source::read);
    return new Launch(
        PromptReader.v0(body, model),
        Optional.empty(),
        Environment.CLOUD,
        List.of(source.repository()),
        body.object("target", target -> target(target, source.pullRequest()))
            .orElse(new Target(false, false, false, false, Optional.empty())),
        body.object("webhook", V0Bodies::hook),
        Optional.empty());
  }

  private record Source(Repository repository, boolean pullRequest) {

    /// With a pull request, repository and branch are taken from it.
    static Source read(Fields source) {
      var url = source.text("repository");
      var ref = source.text("ref").map(BranchName::checked);
      var pullRequest = source.text("prUrl");
      if (pullRequest.isPresent()) {
        var repository =
            RepositoryUrl.ofPullRequest(pullRequest.get())
                .orElseThrow(() -> source.wrong("prUrl", "must be the URL of a pull request"));
        return new Source(new Repository(repository, Optional.empty(), pullRequest), true);
      }
      var repository =
          RepositoryUrl.repository(
                  url.orElseThrow(() -> source.wrong("repository", "or prUrl is required")))
              .orElseThrow(() -> source.wrong("repository", "must be the URL of a repository"));
      return new Source(new Repository(repository, ref, Optional.empty()), false);
    }
  }

  private static Target target(Fields target, boolean ofPullRequest) {
    boolean autoBranch = !target.has("autoBranch") || target.flag("autoBranch");
    return new Target(
        ofPullRequest && !autoBranch,
        target.flag("autoCreatePr"),
        target.flag("openAsCursorGithubApp"),
        target.flag("skipReviewerRequest"),
        target.text("branchName").map(BranchName::checked));
  }

  private static Hook hook(Fields hook) {
    var url = hook.text("url", 1, URL_LENGTH).orElseThrow(() -> hook.wrong("url", "is required"));
    if (!PromptReader.isWeb(url)) {
      throw hook.wrong("url", "must be an http or https URL");
    }
    return new Hook(URI.create(url), hook.text("secret", SECRET_MIN, SECRET_MAX));
  }
}
