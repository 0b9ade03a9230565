package dev.tiller.core.cursor.v0;

import dev.tiller.core.agents.FollowUp;
import dev.tiller.core.agents.Image;
import dev.tiller.core.agents.LaunchRequest;
import java.net.URI;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/// From the core's vocabulary to the bodies of requests. Pure.
final class V0Bodies {

  private V0Bodies() {}

  static V0Wire.CreateAgent create(LaunchRequest request) {
    return new V0Wire.CreateAgent(
        prompt(request.prompt(), request.images()),
        request.model(),
        source(request),
        target(request),
        request.webhook().map(hook -> new V0Wire.Webhook(hook.url().toString(), hook.secret())));
  }

  static V0Wire.SendFollowUp followUp(FollowUp followUp) {
    return new V0Wire.SendFollowUp(prompt(followUp.prompt(), followUp.images()));
  }

  private static V0Wire.Prompt prompt(String text, List<Image> images) {
    var wire =
        images.stream()
            .map(image -> new V0Wire.Image(Base64.getEncoder().encodeToString(image.content())))
            .toList();
    return new V0Wire.Prompt(text, Optional.of(wire).filter(some -> !some.isEmpty()));
  }

  private static V0Wire.Source source(LaunchRequest request) {
    var pullRequest = request.options().pullRequest().map(URI::toString);
    return pullRequest.isPresent()
        ? new V0Wire.Source(Optional.empty(), Optional.empty(), pullRequest)
        : new V0Wire.Source(
            Optional.of(request.repository().url().toString()), request.branch(), Optional.empty());
  }

  private static V0Wire.Target target(LaunchRequest request) {
    var head = request.options().pullRequest().isPresent() && request.options().currentBranch();
    return new V0Wire.Target(
        request.createPullRequest(),
        Optional.of(BranchName.of(request)).filter(_ -> !head),
        Optional.of(false).filter(_ -> head));
  }
}
