package dev.tiller.app.standin.cursor;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/// What a client asked for when it made an agent, the same for both versions of the API.
///
/// @param name absent when it is to be made from the prompt
/// @param repositories empty for an agent without one; the first is the one it pushes to
/// @param subagents as they came
record Launch(
    Prompt prompt,
    Optional<String> name,
    Environment environment,
    List<Repository> repositories,
    Target target,
    Optional<Hook> webhook,
    Optional<JsonNode> subagents) {

  /// @param images how many came with the text
  /// @param mode `agent` or `plan`; absent keeps the mode of the conversation
  /// @param model absent keeps the model of the conversation, at first the default
  /// @param ending how its run ends; absent leaves it to the words of the text
  record Prompt(
      String text,
      int images,
      Optional<String> mode,
      Optional<String> model,
      Optional<Ending> ending) {

    Prompt(String text, int images, Optional<String> mode, Optional<String> model) {
      this(text, images, mode, model, Optional.empty());
    }

    Prompt withEnding(Ending other) {
      return new Prompt(text, images, mode, model, Optional.of(other));
    }

    /// How its run is to end.
    Ending wanted() {
      return ending.orElseGet(() -> Wishes.of(text).ending());
    }
  }

  /// @param type `cloud`, `pool` or `machine`
  record Environment(String type, Optional<String> name) {

    static final Environment CLOUD = new Environment("cloud", Optional.empty());
  }

  /// @param url without scheme, as the service answers it
  /// @param ref the branch to start from
  record Repository(String url, Optional<String> ref, Optional<String> pullRequest) {}

  /// Where changes go.
  ///
  /// @param branchName chosen by the client, v0 only
  record Target(
      boolean currentBranch,
      boolean autoCreatePr,
      boolean openAsApp,
      boolean skipReviewer,
      Optional<String> branchName) {}

  /// Where to tell endings, v0 only.
  ///
  /// @param secret absent means unsigned
  record Hook(URI url, Optional<String> secret) {

    /// Without the secret.
    @Override
    public String toString() {
      return "Hook[url=" + url + "]";
    }
  }

  Launch withPrompt(Prompt other) {
    return new Launch(other, name, environment, repositories, target, webhook, subagents);
  }

  Optional<Repository> repository() {
    return repositories.stream().findFirst();
  }
}
