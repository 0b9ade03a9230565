package dev.tiller.core.decide;

import dev.tiller.core.agents.Repository;
import dev.tiller.core.routing.Doubt;
import dev.tiller.core.routing.Source;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// What was chosen for a request and why, in a few words each.
final class RouteWords {

  private RouteWords() {}

  static String repository(Repository repository, Source source) {
    return repository.display() + because(source);
  }

  static String branch(Optional<String> branch, Source source) {
    return source.kind() == Source.Kind.PULL_REQUEST
        ? "the pull request's"
        : branch.orElse("the repository's default") + unlessService(source);
  }

  static String model(Optional<String> model, Source source) {
    return model.orElse("Cursor's choice") + unlessService(source);
  }

  static String atTheEnd(boolean pullRequest, Source source) {
    return (pullRequest ? "a pull request" : "no pull request") + because(source);
  }

  private static String unlessService(Source source) {
    return source.kind() == Source.Kind.SERVICE ? "" : because(source);
  }

  private static String because(Source source) {
    return " (" + source.words() + ")";
  }

  /// What would have to be asked.
  static String doubt(Doubt doubt) {
    return switch (doubt) {
      case Doubt.NoRepository() -> "I would ask: nothing says which one";
      case Doubt.Tie(var candidates) ->
          "I would ask which one: "
              + candidates.stream()
                  .map(its -> repository(its.repository(), its.source()))
                  .collect(Collectors.joining(", "));
      case Doubt.UnknownRepository(var written, _, var near) ->
          "I would ask: Cursor does not list %s%s"
              .formatted(written, likely(near.stream().map(Repository::display).toList()));
      case Doubt.UnknownModel(var written, var source, var near) ->
          "I would ask: Cursor does not list %s%s%s"
              .formatted(written, because(source), likely(near));
    };
  }

  private static String likely(List<String> near) {
    return near.isEmpty() ? "" : "; likely " + String.join(", ", near);
  }
}
