package dev.tiller.app.playground;

import dev.tiller.app.http.Exchange;
import dev.tiller.app.playground.CursorState.Agent;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What stands behind links in the playground: pages that say what the real ones would be.
final class PretendPages {

  private static final Pattern PULL_REQUEST =
      Pattern.compile(
          "(?<repo>.+?)/(?:-/)?(?:pull|merge_requests|pull-requests|pullrequest)/(?<number>\\d+)(?:/.*)?");
  private static final Pattern COMPARE =
      Pattern.compile("(?<repo>.+?)/(?:-/)?compare/(?<base>.+?)\\.\\.\\.?(?<head>.+)");
  private static final Pattern AGENT = Pattern.compile("agents(?:/(?<id>[^/]+))?(?:/.*)?");

  private final CursorView cursor;

  PretendPages(CursorView cursor) {
    this.cursor = cursor;
  }

  /// Answers `/pretend/{host}/{path}`.
  void serve(Exchange exchange) throws IOException {
    var host = exchange.pathParam("host");
    var path = exchange.pathParam("path");
    var page = page(host, path, exchange.queryParam("id"));
    var query = exchange.query().isEmpty() ? "" : "?" + exchange.query();
    var address = "https://" + host + "/" + path + query;
    exchange.respond(200, "text/html; charset=utf-8", page.html(address));
  }

  private PretendPage page(String host, String path, Optional<String> id) {
    var pullRequest = PULL_REQUEST.matcher(path);
    if (pullRequest.matches()) {
      return pullRequest(host, path, pullRequest);
    }
    var compare = COMPARE.matcher(path);
    if (compare.matches()) {
      return compare(host, compare);
    }
    var agent = AGENT.matcher(path);
    if (host.endsWith("cursor.com") && agent.matches()) {
      return agent(Optional.ofNullable(agent.group("id")).or(() -> id).orElse(""));
    }
    return new PretendPage("Page", path, List.of(), "");
  }

  private PretendPage pullRequest(String host, String path, Matcher match) {
    var found = agent(it -> it.pullRequest().filter(url -> isAt(url, host, path)).isPresent());
    var number = "#" + match.group("number");
    var facts = new ArrayList<PretendPage.Fact>();
    facts.add(new PretendPage.Fact("Repository", host + "/" + match.group("repo")));
    found
        .flatMap(Agent::branch)
        .ifPresent(branch -> facts.add(new PretendPage.Fact("Branch", branch)));
    found.ifPresent(
        it -> facts.add(new PretendPage.Fact("Agent", it.name() + " (" + it.id() + ")")));
    return new PretendPage(
        "Pull request " + number,
        found.map(Agent::name).orElse("Pull request " + number),
        facts,
        "Open");
  }

  private PretendPage compare(String host, Matcher match) {
    var head = match.group("head");
    var facts =
        List.of(
            new PretendPage.Fact("Repository", host + "/" + match.group("repo")),
            new PretendPage.Fact("From", head),
            new PretendPage.Fact("Into", match.group("base")));
    var title =
        agent(it -> it.branch().equals(Optional.of(head)))
            .map(Agent::name)
            .orElse("Changes on " + head);
    return new PretendPage("Comparing changes", title, facts, "");
  }

  private PretendPage agent(String id) {
    var found = agent(it -> it.id().equals(id));
    var facts = new ArrayList<PretendPage.Fact>();
    facts.add(new PretendPage.Fact("Agent", id));
    found.ifPresent(it -> facts.add(new PretendPage.Fact("Repository", it.repository())));
    found
        .flatMap(Agent::branch)
        .ifPresent(branch -> facts.add(new PretendPage.Fact("Branch", branch)));
    return new PretendPage(
        "Cursor agent",
        found.map(Agent::name).orElse("Agent"),
        facts,
        found.map(Agent::status).orElse(""));
  }

  private Optional<Agent> agent(Predicate<Agent> wanted) {
    return cursor.state().agents().stream().filter(wanted).findFirst();
  }

  private static boolean isAt(URI url, String host, String path) {
    return host.equals(url.getAuthority()) && ("/" + path + "/").startsWith(url.getPath() + "/");
  }
}
