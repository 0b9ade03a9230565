package dev.tiller.core.cursor.webhook;

import dev.tiller.core.agents.AgentId;
import dev.tiller.core.agents.RunReport;
import dev.tiller.core.agents.RunReports;
import dev.tiller.core.agents.RunState;
import dev.tiller.core.chat.WebHandler;
import dev.tiller.core.chat.WebRequest;
import dev.tiller.core.chat.WebResponse;
import dev.tiller.core.cursor.CursorJson;
import dev.tiller.core.cursor.CursorText;
import dev.tiller.core.cursor.v0.V0Agent;
import dev.tiller.core.logs.Trace;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Takes Cursor's webhook deliveries at `POST /webhooks/cursor/{launch}` (API v0 webhooks, event
/// `statusChange`). A delivery counts only at an address and with a signature of [WebhookKeys];
/// whichever is wrong, the answer is the same.
public final class CursorWebhook implements WebHandler {

  private static final Logger log = LoggerFactory.getLogger(CursorWebhook.class);
  private static final int LARGEST_BODY = 1 << 20;

  private final WebhookKeys keys;
  private final RunReports reports;
  private final InstantSource time;

  public CursorWebhook(WebhookKeys keys, RunReports reports, InstantSource time) {
    this.keys = keys;
    this.reports = reports;
    this.time = time;
  }

  @Override
  public WebResponse handle(WebRequest request) {
    if (!request.method().equals("POST")) {
      return WebResponse.text(405, "Only POST is allowed here.");
    }
    var launch = keys.launchOf(request.path().substring(request.path().lastIndexOf('/') + 1));
    if (launch.isEmpty()) {
      return unauthorized();
    }
    if (request.body().length > LARGEST_BODY) {
      return WebResponse.text(413, "The body is too large.");
    }
    var signature = request.header("X-Webhook-Signature").orElse("");
    return keys.signed(launch.get(), request.body(), signature)
        ? authentic(launch.get(), request.body())
        : unauthorized();
  }

  private static WebResponse unauthorized() {
    return WebResponse.text(401, "This request is not authorized.");
  }

  private WebResponse authentic(UUID launch, byte[] body) {
    var delivery = CursorJson.read(body, Delivery.class);
    var agent = CursorJson.read(body, V0Agent.class);
    var id = agent.flatMap(V0Agent::id).filter(text -> !text.isBlank());
    if (delivery.isEmpty() || agent.isEmpty() || id.isEmpty() || agent.get().status().isEmpty()) {
      return WebResponse.text(400, "This is no delivery that Tiller can read.");
    }
    var reportedAt =
        delivery.get().timestamp().flatMap(CursorText::instant).orElseGet(time::instant);
    var report = agent.get().report(reportedAt);
    var taken =
        !delivery.get().ofStatus()
            || report.state() == RunState.UNRECOGNIZED
            || report(launch, new AgentId(id.get()), report);
    return taken ? WebResponse.empty(200) : WebResponse.text(503, "Please deliver this again.");
  }

  private boolean report(UUID launch, AgentId agent, RunReport report) {
    try {
      reports.reported(launch, agent, report);
      return true;
    } catch (RuntimeException e) {
      log.atError()
          .addKeyValue("launch", launch)
          .addKeyValue("agent", agent)
          .setCause(Trace.of(e))
          .log("webhook not taken");
      return false;
    }
  }

  /// The parts of a delivery that are not the agent's.
  ///
  /// @param timestamp when the service says that it happened
  private record Delivery(Optional<String> event, Optional<String> timestamp) {

    /// Of another kind than status changes are only those that say so.
    boolean ofStatus() {
      return event.isEmpty() || event.get().equals("statusChange");
    }
  }
}
