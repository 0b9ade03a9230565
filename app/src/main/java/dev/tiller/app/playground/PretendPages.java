package dev.tiller.app.playground;

import dev.tiller.app.http.Exchange;
import dev.tiller.app.playground.CursorState.AgentLine;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/// What stands behind the links of the playground's cards: pages that say that they are pretend.
final class PretendPages {

  private static final Pattern PULL = Pattern.compile("(.+)/pull/(\\d+)(/files)?");
  private static final Pattern COMPARE = Pattern.compile("(.+)/compare/(.+)");
  private static final Pattern AGENT = Pattern.compile("cursor\\.com/agents/?(?:\\?id=)?(bc-.+)");

  private final Supplier<CursorState> cursor;

  PretendPages(Supplier<CursorState> cursor) {
    this.cursor = cursor;
  }

  void serve(Exchange exchange) throws IOException {
    var query = exchange.query().isEmpty() ? "" : "?" + exchange.query();
    var place = exchange.pathParam("host") + "/" + exchange.pathParam("rest") + query;
    exchange.respond(200, "text/html; charset=utf-8", html(place));
  }

  private String html(String place) {
    var pull = PULL.matcher(place);
    if (pull.matches()) {
      return pullRequest(place, pull.group(1), pull.group(2), pull.group(3) != null);
    }
    var compare = COMPARE.matcher(place);
    if (compare.matches()) {
      return compare(place, compare.group(1), compare.group(2));
    }
    var agent = AGENT.matcher(place);
    return agent.matches() ? agent(place, agent.group(1)) : other(place);
  }

  private String pullRequest(String place, String repository, String number, boolean changes) {
    var agents = of(repository);
    var title = agents.isEmpty() ? "A change by an agent" : agents.getLast().name();
    return page(
        place,
        "Pull request",
        title + " #" + number,
        List.of(
            "Repository: " + repository,
            changes ? "This is its list of changed files." : "Status: open, ready for review."));
  }

  private static String compare(String place, String repository, String branches) {
    return page(
        place,
        "Compare",
        branches.replaceFirst("\\?.*$", ""),
        List.of(
            "Repository: " + repository,
            "On the real page you would open the pull request for this branch here."));
  }

  private String agent(String place, String id) {
    var agent = cursor.get().agents().stream().filter(line -> line.id().equals(id)).findFirst();
    return page(
        place,
        "Cursor agent",
        agent.map(AgentLine::name).orElse(id),
        List.of(
            "Agent: " + id,
            "Status: " + agent.map(AgentLine::status).orElse("unknown"),
            "Repository: " + agent.map(AgentLine::repository).orElse("unknown")));
  }

  private static String other(String place) {
    return page(place, "Elsewhere", place, List.of("A page outside the playground."));
  }

  private List<AgentLine> of(String repository) {
    return cursor.get().agents().stream()
        .filter(line -> line.repository().equals(repository))
        .toList();
  }

  private static String page(String place, String kind, String title, List<String> lines) {
    var paragraphs = new StringBuilder();
    lines.forEach(line -> paragraphs.append("<p>").append(escaped(line)).append("</p>\n"));
    return """
    <!doctype html>
    <html lang="en">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>%s (pretend)</title>
    <link rel="stylesheet" href="/assets/pretend.css">
    </head>
    <body>
    <main>
    <p class="note" role="note">Pretend page. Nothing here is real: the playground shows it in
    place of <code>https://%s</code>.</p>
    <p class="kind">%s</p>
    <h1>%s</h1>
    %s
    </main>
    </body>
    </html>
    """
        .formatted(escaped(title), escaped(place), escaped(kind), escaped(title), paragraphs);
  }

  private static String escaped(String text) {
    return Optional.of(text)
        .map(it -> it.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;"))
        .map(it -> it.replace("\"", "&quot;").replace("'", "&#39;"))
        .orElseThrow();
  }
}
