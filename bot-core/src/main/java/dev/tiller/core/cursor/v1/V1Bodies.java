package dev.tiller.core.cursor.v1;

import dev.tiller.core.agents.FollowUp;
import dev.tiller.core.agents.Image;
import dev.tiller.core.agents.LaunchOptions.Place;
import dev.tiller.core.agents.LaunchRequest;
import dev.tiller.core.agents.Mode;
import dev.tiller.core.agents.Repository;
import java.net.URI;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// From the core's vocabulary to the bodies of requests. Pure.
final class V1Bodies {

  private V1Bodies() {}

  static V1Wire.CreateAgent create(LaunchRequest request) {
    var options = request.options();
    return new V1Wire.CreateAgent(
        V1Values.agentOf(request).value(),
        prompt(request.prompt(), request.images()),
        request.model().map(V1Wire.Model::new),
        options.place().map(V1Bodies::env),
        repositories(request),
        Optional.of(true).filter(_ -> options.currentBranch()),
        request.createPullRequest(),
        Optional.of(Mode.PLAN.word()).filter(_ -> options.plan()));
  }

  static V1Wire.CreateRun create(FollowUp followUp) {
    return new V1Wire.CreateRun(
        prompt(followUp.prompt(), followUp.images()),
        followUp.model().map(V1Wire.Model::new),
        followUp.mode().map(Mode::word));
  }

  private static V1Wire.Prompt prompt(String text, List<Image> images) {
    var wire = images.stream().map(V1Bodies::image).toList();
    return new V1Wire.Prompt(text, Optional.of(wire).filter(some -> !some.isEmpty()));
  }

  private static V1Wire.Image image(Image image) {
    return new V1Wire.Image(Base64.getEncoder().encodeToString(image.content()), image.mediaType());
  }

  private static V1Wire.Env env(Place place) {
    return new V1Wire.Env(place.kind().name().toLowerCase(Locale.ROOT), place.name());
  }

  private static List<V1Wire.Source> repositories(LaunchRequest request) {
    var main =
        new V1Wire.Source(
            request.repository().url().toString(),
            request.branch(),
            request.options().pullRequest().map(URI::toString));
    return Stream.concat(
            Stream.of(main), request.options().further().stream().map(V1Bodies::further))
        .toList();
  }

  private static V1Wire.Source further(Repository repository) {
    return new V1Wire.Source(repository.url().toString(), Optional.empty(), Optional.empty());
  }
}
