package dev.tiller.app.doctor;

import dev.tiller.app.Deployment;
import dev.tiller.app.config.Secret;
import dev.tiller.app.config.Settings;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.function.Predicate;

/// Sends to the bot what the services send, signed as theirs is where we have the secret, and looks
/// who answers. Nothing of it has an effect: a check of the URL, a message without a token, a
/// webhook of a kind that is no ending.
record InboundWays(
    Settings settings, DoctorKeys keys, Web web, Patience patience, InstantSource clock) {

  private static final String JSON = "application/json";

  /// The launch that no agent ever belongs to.
  private static final UUID LAUNCH = new UUID(0, 0);

  private static final String WEBHOOK =
      "{\"event\":\"probe\",\"id\":\"bc-00000000-0000-0000-0000-000000000000\",\"status\":\"CREATING\"}";

  /// Tries all at once: a way that nobody answers takes long, and the others tell, too.
  ///
  /// @param base where to send it; absent when nothing can be tried
  List<Finding> tried(Optional<URI> base) throws InterruptedException {
    var ways = new ArrayList<Callable<Finding>>();
    settings.slack().ifPresent(its -> ways.add(() -> slack(base, its.signingSecret())));
    settings.teams().ifPresent(_ -> ways.add(() -> teams(base)));
    ways.add(() -> cursor(base));
    var findings = new ArrayList<Finding>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var one : threads.invokeAll(ways)) {
        findings.add(one.get());
      }
    } catch (ExecutionException e) {
      throw new IllegalStateException("a way in could not be tried", e.getCause());
    }
    return findings;
  }

  private Finding slack(Optional<URI> base, Optional<Secret> secret) throws InterruptedException {
    if (secret.isEmpty()) {
      return Finding.unused(Check.SLACK_INBOUND, "not in use: events come by Socket Mode");
    }
    if (base.isEmpty()) {
      return untried(Check.SLACK_INBOUND);
    }
    var challenge = Challenge.fresh();
    var body = "{\"type\":\"url_verification\",\"token\":\"\",\"challenge\":\"" + challenge + "\"}";
    var time = clock.instant().getEpochSecond();
    var request =
        post(way(base.get(), "/slack/events"), body)
            .header("X-Slack-Request-Timestamp", String.valueOf(time))
            .header(
                "X-Slack-Signature",
                "v0=" + Signatures.hex(secret.get().reveal(), "v0:" + time + ":" + body));
    return judged(
        Check.SLACK_INBOUND,
        way(base.get(), "/slack/events"),
        request,
        answer -> answer.status() == 200 && answer.text().contains(challenge));
  }

  private Finding teams(Optional<URI> base) throws InterruptedException {
    if (base.isEmpty()) {
      return untried(Check.TEAMS_INBOUND);
    }
    var way = way(base.get(), "/api/messages");
    return judged(Check.TEAMS_INBOUND, way, post(way, "{}"), answer -> answer.status() == 401);
  }

  private Finding cursor(Optional<URI> base) throws InterruptedException {
    if (settings.cursor().api() != Settings.CursorApi.V0) {
      return Finding.unused(Check.CURSOR_INBOUND, "not in use: v1 has no webhooks");
    }
    var webhook = keys.webhooks().forLaunch(base, LAUNCH);
    if (webhook.isEmpty()) {
      return untried(Check.CURSOR_INBOUND);
    }
    return judged(
        Check.CURSOR_INBOUND,
        way(base.orElseThrow(), "/webhooks/cursor"),
        post(webhook.get().url(), WEBHOOK)
            .header(
                "X-Webhook-Signature", "sha256=" + Signatures.hex(webhook.get().secret(), WEBHOOK)),
        answer -> answer.status() == 200);
  }

  private static HttpRequest.Builder post(URI way, String body) {
    return HttpRequest.newBuilder(way)
        .header("Content-Type", JSON)
        .POST(BodyPublishers.ofString(body));
  }

  private static URI way(URI base, String path) {
    return URI.create(base.toString().replaceFirst("/+$", "") + path);
  }

  private static Finding untried(Check check) {
    return Finding.unused(check, "not tried: there is no address to try");
  }

  private Finding judged(
      Check check, URI way, HttpRequest.Builder request, Predicate<Reply.Answered> right)
      throws InterruptedException {
    var challenge = Challenge.fresh();
    return switch (web.send(request.header(Deployment.HEADER, challenge))) {
      case Reply.Unanswered unanswered -> unanswered.finding(check);
      case Reply.Answered answer -> {
        yield judged(check, way, answer, keys.answered(challenge, answer), right.test(answer));
      }
    };
  }

  private Finding judged(
      Check check, URI way, Reply.Answered answer, DoctorKeys.Who who, boolean right) {
    var said = way + " answers " + answer.status();
    if (answer.status() / 100 == 3) {
      return Finding.of(check, Symptom.INBOUND_REDIRECTED, said, way);
    }
    if (who == DoctorKeys.Who.SOME_BOT) {
      return Finding.of(check, Symptom.INBOUND_UNTOLD, keys.untold(way.toString()));
    }
    if (who != DoctorKeys.Who.THIS_BOT) {
      return Finding.of(check, Symptom.INBOUND_ELSEWHERE, said + ", not as this bot", way);
    }
    if (!right) {
      return Finding.of(check, Symptom.INBOUND_REFUSED, said, way);
    }
    return answer.took().compareTo(patience.slow()) > 0
        ? Finding.of(
            check, Symptom.INBOUND_SLOW, said + " after " + answer.took().toMillis() + " ms", way)
        : Finding.ok(check, way + " leads to this bot");
  }
}
