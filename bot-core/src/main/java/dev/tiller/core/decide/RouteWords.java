package dev.tiller.core.decide;

import dev.tiller.core.agents.Repository;
import dev.tiller.core.routing.Doubt;
import dev.tiller.core.routing.Source;
import dev.tiller.core.text.Texts;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// What was chosen for a request and why, in a few words each.
final class RouteWords {

  private RouteWords() {}

  static String repository(Repository repository, Source source) {
    return because(repository.display(), source);
  }

  static String branch(Optional<String> branch, Source source) {
    return source.kind() == Source.Kind.PULL_REQUEST
        ? Texts.get("route.pull-requests-branch")
        : unlessService(branch.orElseGet(() -> Texts.get("route.default-branch")), source);
  }

  static String model(Optional<String> model, Source source) {
    return unlessService(model.orElseGet(() -> Texts.get("route.cursors-model")), source);
  }

  static String atTheEnd(boolean pullRequest, Source source) {
    return because(
        Texts.get(pullRequest ? "route.with-pull-request" : "route.without-pull-request"), source);
  }

  private static String unlessService(String what, Source source) {
    return source.kind() == Source.Kind.SERVICE ? what : because(what, source);
  }

  private static String because(String what, Source source) {
    return Texts.get("route.because", what, source.words());
  }

  /// What would have to be asked.
  static String doubt(Doubt doubt) {
    return switch (doubt) {
      case Doubt.NoRepository() -> Texts.get("route.ask");
      case Doubt.Tie(var candidates) ->
          Texts.get(
              "route.ask-which",
              candidates.stream()
                  .map(its -> repository(its.repository(), its.source()))
                  .collect(Collectors.joining(", ")));
      case Doubt.UnknownRepository(var written, _, var near) ->
          unlisted(written, near.stream().map(Repository::display).toList());
      case Doubt.UnknownModel(var written, var source, var near) ->
          unlisted(because(written, source), near);
    };
  }

  private static String unlisted(String written, List<String> near) {
    return near.isEmpty()
        ? Texts.get("route.ask-unlisted", written)
        : Texts.get("route.ask-unlisted-near", written, String.join(", ", near));
  }
}
