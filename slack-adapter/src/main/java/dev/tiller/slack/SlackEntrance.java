package dev.tiller.slack;

import com.slack.api.bolt.App;
import com.slack.api.bolt.request.Request;
import com.slack.api.bolt.request.RequestHeaders;
import com.slack.api.bolt.response.Response;
import com.slack.api.bolt.util.SlackRequestParser;
import dev.tiller.core.chat.WebRequest;
import dev.tiller.core.chat.WebResponse;
import dev.tiller.core.logs.Trace;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Where everything comes in that is known to be from Slack, by HTTP or through a socket.
///
/// 400 for what Slack does not send, 503 when the request could not be put on disk, so that Slack
/// sends it again; else what Bolt says.
final class SlackEntrance {

  private static final Logger log = LoggerFactory.getLogger(SlackEntrance.class);

  private final App app;
  private final SlackRequestParser parser;

  SlackEntrance(App app) {
    this.app = app;
    this.parser = new SlackRequestParser(app.config());
  }

  /// @param request with the body that Slack sends over HTTP
  WebResponse take(WebRequest request) {
    var body = new String(request.body(), StandardCharsets.UTF_8);
    return switch (SlackBody.of(body)) {
      case MALFORMED -> WebResponse.empty(400);
      case UNKNOWN -> WebResponse.empty(200);
      case KNOWN -> parse(request, body).map(this::run).orElseGet(() -> WebResponse.empty(400));
    };
  }

  private Optional<Request<?>> parse(WebRequest request, String body) {
    var raw =
        SlackRequestParser.HttpRequest.builder()
            .requestUri(request.path())
            .requestBody(body)
            .headers(new RequestHeaders(request.headers()))
            .remoteAddress(request.remote())
            .build();
    try {
      return Optional.ofNullable(parser.parse(raw));
    } catch (RuntimeException e) {
      log.atWarn().addKeyValue("failure", e.getClass().getName()).log("Slack request not readable");
      return Optional.empty();
    }
  }

  private WebResponse run(Request<?> request) {
    try {
      return answer(app.run(request));
    } catch (Exception e) {
      log.atError().setCause(Trace.of(e)).log("Slack request not accepted");
      return WebResponse.empty(503);
    }
  }

  private static WebResponse answer(Response response) {
    if (response.getBody() == null || response.getBody().isEmpty()) {
      return WebResponse.empty(response.getStatusCode());
    }
    return new WebResponse(
        response.getStatusCode(),
        response.getContentType(),
        response.getBody().getBytes(StandardCharsets.UTF_8));
  }
}
