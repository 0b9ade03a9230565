package dev.tiller.core.cursor.v0;

import static dev.tiller.core.cursor.CursorHttp.segment;

import dev.tiller.core.agents.CloudAgentsException.Gone;
import dev.tiller.core.agents.CloudAgentsException.Reason;
import dev.tiller.core.agents.CloudAgentsException.Refused;
import dev.tiller.core.agents.LaunchRequest;
import dev.tiller.core.cursor.CursorHttp;
import dev.tiller.core.cursor.CursorText;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/// Finds the agent that a launch with a lost answer made, among the newest 500.
///
/// An agent is known by the branch name that the launch asked for. Where a launch works on a pull
/// request, that name may not be honoured, and pushing to the request's own branch there is none:
/// then an agent counts that works on the same pull request, began no earlier than the launch, and
/// began with the very same prompt, if it is the only such one.
final class LaunchSearch {

  /// How far the service's clock may be behind ours.
  private static final Duration SKEW = Duration.ofSeconds(30);

  private static final int PAGES = 5;

  private final CursorHttp http;

  LaunchSearch(CursorHttp http) {
    this.http = http;
  }

  Optional<V0Agent> find(LaunchRequest request) {
    return request
        .options()
        .pullRequest()
        .map(pullRequest -> on(pullRequest, request))
        .orElseGet(() -> first("", agent -> named(agent, request)));
  }

  private Optional<V0Agent> on(URI pullRequest, LaunchRequest request) {
    var filter = "&prUrl=" + segment(pullRequest.toString());
    return first(filter, agent -> named(agent, request))
        .or(() -> only(filter, agent -> recent(agent, request) && asked(agent, request)));
  }

  private static boolean named(V0Agent agent, LaunchRequest request) {
    return agent
        .target()
        .flatMap(V0Agent.Target::branchName)
        .equals(Optional.of(BranchName.of(request)));
  }

  private static boolean recent(V0Agent agent, LaunchRequest request) {
    var created = agent.createdAt().flatMap(CursorText::instant);
    var earliest = request.calledAt().map(called -> called.minus(SKEW));
    return created.isPresent() && earliest.isPresent() && !created.get().isBefore(earliest.get());
  }

  private boolean asked(V0Agent agent, LaunchRequest request) {
    try {
      return agent
          .id()
          .map(
              id -> http.get("/agents/" + segment(id) + "/conversation", V0Wire.Conversation.class))
          .filter(conversation -> conversation.beganWith(request.prompt()))
          .isPresent();
    } catch (Gone e) {
      return false;
    } catch (Refused e) {
      if (e.reason() == Reason.ARCHIVED) {
        return false;
      }
      throw e;
    }
  }

  private Optional<V0Agent> first(String filter, Predicate<V0Agent> wanted) {
    return matching(filter, wanted, 1).stream().findFirst();
  }

  private Optional<V0Agent> only(String filter, Predicate<V0Agent> wanted) {
    var found = matching(filter, wanted, 2);
    return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
  }

  /// The newest agents that are so, at most so many.
  private List<V0Agent> matching(String filter, Predicate<V0Agent> wanted, int most) {
    var found = new ArrayList<V0Agent>();
    var cursor = Optional.<String>empty();
    for (var page = 0; page < PAGES; page++) {
      var query = "?limit=100" + filter + cursor.map(next -> "&cursor=" + segment(next)).orElse("");
      var agents = http.get("/agents" + query, V0Wire.Agents.class);
      agents.agents().stream().filter(wanted).limit(most - found.size()).forEach(found::add);
      cursor = agents.nextCursor().filter(next -> !next.isEmpty());
      if (found.size() == most || cursor.isEmpty()) {
        break;
      }
    }
    return found;
  }
}
