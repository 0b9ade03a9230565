package dev.tiller.app.playground;

import static dev.tiller.app.standin.chat.Json.object;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tiller.app.http.HttpServer;
import dev.tiller.app.standin.Traffic;
import dev.tiller.app.standin.chat.Wire;
import dev.tiller.app.standin.cursor.Fault;
import dev.tiller.app.standin.cursor.Faults;
import dev.tiller.app.standin.cursor.Operation;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FaultDeskTest {

  private final Faults faults = new Faults(InstantSource.system());
  private HttpServer server;

  @BeforeEach
  void start() throws IOException {
    var traffic = new Traffic(InstantSource.system());
    server =
        HttpServer.start("127.0.0.1", 0, PlaygroundApi.routes(List.of(), new NoAgents(), traffic));
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private final class NoAgents implements CursorView {
    @Override
    public CursorState state() {
      return new CursorState("v1", List.of());
    }

    @Override
    public Faults faults() {
      return faults;
    }

    @Override
    public void onChange(Runnable listener) {}
  }

  @Test
  void everyChoiceCanBeMade() throws IOException {
    var choices = get("/api/faults");

    assertThat(choices.path("scenarios")).hasSize(6);
    for (var fault : choices.path("faults")) {
      var call = fault.at("/calls/0").asText();
      post(200, "add", object("call", call, "fault", fault.path("id").asText(), "time", "once"));
      post(200, "add", object("call", "any", "fault", fault.path("id").asText(), "time", "once"));
    }
    assertThat(faults.active()).hasSize(2 * choices.path("faults").size());
  }

  @Test
  void whatGoesWrongIsPartOfTheState() throws IOException {
    post(200, "add", object("call", "create-agent", "fault", "lost-answer", "time", "thrice"));
    post(200, "add", object("call", "any", "fault", "gateway", "time", "minute"));

    var shown = get("/api/state").at("/cursor/faults");

    assertThat(shown.get(0))
        .isEqualTo(
            object(
                "id",
                1,
                "call",
                "Launch",
                "fault",
                "It happens, but the answer is lost",
                "when",
                "every call, 3 times",
                "hits",
                0,
                "left",
                3));
    assertThat(shown.get(1).path("call").asText()).isEqualTo("Any call");
    assertThat(shown.get(1).path("when").asText()).isEqualTo("every call, for 60 s");
    assertThat(shown.get(1).has("until")).isTrue();
  }

  @Test
  void rulesAreTakenBackOneByOneOrAllTogether() throws IOException {
    post(200, "scenario", object("scenario", "cut-streams"));
    var id = post(200, "add", object("call", "me", "fault", "reset", "time", "always")).path("id");

    post(200, "remove", object("id", id.asLong()));
    assertThat(faults.active())
        .extracting(it -> it.rule().operation())
        .containsExactly(Optional.of(Operation.STREAM));
    post(200, "clear", object());
    assertThat(faults.active()).isEmpty();
  }

  @Test
  void aFaultOfOneCallIsOfThatCallOnly() throws IOException {
    post(200, "add", object("call", "any", "fault", "expired", "time", "always"));

    assertThat(faults.active().getFirst().rule().operation()).contains(Operation.STREAM);
    assertThat(faults.active().getFirst().rule().fault()).isInstanceOf(Fault.Refuse.class);
  }

  @Test
  void whatMakesNoSenseIsRefused() throws IOException {
    post(400, "add", object("call", "me", "fault", "silent", "time", "always"));
    post(404, "add", object("call", "none", "fault", "reset", "time", "always"));
    post(404, "add", object("call", "me", "fault", "none", "time", "always"));
    post(404, "scenario", object("scenario", "none"));
    post(400, "add", object("call", "me"));

    assertThat(faults.active()).isEmpty();
  }

  private ObjectNode get(String path) throws IOException {
    return Wire.json(Wire.send(HttpRequest.newBuilder(url(path))));
  }

  private ObjectNode post(int status, String act, ObjectNode body) throws IOException {
    var answer = Wire.send(Wire.postJson(url("/api/faults/" + act), body));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    return Wire.json(answer);
  }

  private URI url(String path) {
    return URI.create("http://127.0.0.1:" + server.port() + path);
  }
}
