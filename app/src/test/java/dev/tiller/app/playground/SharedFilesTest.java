package dev.tiller.app.playground;

import static dev.tiller.app.standin.chat.Json.object;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tiller.app.http.HttpServer;
import dev.tiller.app.http.Limits;
import dev.tiller.app.http.Routes;
import dev.tiller.app.standin.Traffic;
import dev.tiller.app.standin.chat.Wire;
import dev.tiller.app.standin.slack.SlackSettings;
import dev.tiller.app.standin.slack.SlackStandIn;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SharedFilesTest {

  private final SlackSettings settings = SlackSettings.playground();
  private SlackStandIn slack;
  private HttpServer server;

  @BeforeEach
  void start() throws IOException {
    slack = SlackStandIn.start(settings, new Traffic(InstantSource.system()));
    var files = new SharedFiles(List.of(slack));
    var routes = Routes.builder().get("/api/files/{platform}/{file}", files::serve).build();
    server = HttpServer.start("127.0.0.1", 0, routes, Limits.DEFAULT);
  }

  @AfterEach
  void stop() {
    server.close();
    slack.close();
  }

  @Test
  void aFileIsShownWhenABrowserCanShowItElseOfferedForDownload() throws IOException {
    var picture = share("page.png");
    var script = share("page.html");

    var shown = get("/api/files/slack/" + picture);
    var offered = get("/api/files/slack/" + script);

    assertThat(shown.headers().firstValue("Content-Type")).contains("image/png");
    assertThat(shown.body()).isEqualTo("pixels");
    assertThat(offered.headers().firstValue("Content-Type")).contains("application/octet-stream");
    assertThat(offered.headers().firstValue("Content-Disposition")).contains("attachment");
    assertThat(get("/api/files/teams/" + picture).statusCode()).isEqualTo(404);
    assertThat(get("/api/files/slack/F1").statusCode()).isEqualTo(404);
  }

  private HttpResponse<String> get(String path) throws IOException {
    var address = URI.create("http://127.0.0.1:" + server.port() + path);
    return Wire.send(HttpRequest.newBuilder(address));
  }

  /// Adds a file to a channel as the bot does.
  private String share(String name) throws IOException {
    var ticket = call("files.getUploadURLExternal", object("filename", name, "length", 6));
    Wire.send(
        HttpRequest.newBuilder(URI.create(ticket.path("upload_url").asText()))
            .POST(BodyPublishers.ofString("pixels")));
    var id = ticket.path("file_id").asText();
    call(
        "files.completeUploadExternal",
        object("files", List.of(object("id", id)), "channel_id", "C0WEB"));
    return id;
  }

  private ObjectNode call(String method, ObjectNode arguments) throws IOException {
    return Wire.json(
        Wire.send(
            Wire.postJson(slack.apiUrl().resolve(method), arguments)
                .header("Authorization", "Bearer " + settings.botToken())));
  }
}
