package dev.tiller.app.playground;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tiller.app.http.HttpServer;
import dev.tiller.app.http.Routes;
import dev.tiller.app.playground.CursorState.Agent;
import dev.tiller.app.standin.chat.Wire;
import dev.tiller.app.standin.cursor.Faults;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PretendPagesTest {

  private static final Agent AGENT =
      new Agent(
          "bc-1",
          "Fix the <login> bug",
          "FINISHED",
          "github.com/acme/web",
          Optional.of("cursor/fix-login"),
          Optional.of(URI.create("https://github.com/acme/web/pull/7")));

  private HttpServer server;

  @BeforeEach
  void start() throws IOException {
    var cursor =
        new CursorView() {
          @Override
          public CursorState state() {
            return new CursorState("v1", List.of(AGENT));
          }

          @Override
          public Faults faults() {
            return new Faults(InstantSource.system());
          }

          @Override
          public void onChange(Runnable listener) {}
        };
    var pages = new PretendPages(cursor);
    var routes = Routes.builder().get("/pretend/{host}/{path*}", pages::serve).build();
    server = HttpServer.start("127.0.0.1", 0, routes);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void aPullRequestShowsItsTitleBranchAndRepository() throws IOException {
    assertThat(page("github.com/acme/web/pull/7"))
        .contains(
            "Pull request #7",
            "<h1>Fix the &lt;login&gt; bug</h1>",
            "github.com/acme/web",
            "cursor/fix-login",
            "https://github.com/acme/web/pull/7");
  }

  @Test
  void anotherPullRequestIsNotTakenForAnAgents() throws IOException {
    assertThat(page("github.com/acme/web/pull/71")).doesNotContain("bc-1");
    assertThat(page("github.com/acme/web/pull/7/files")).contains("bc-1");
  }

  @Test
  void everyPageSaysThatItIsPretend() throws IOException {
    for (var path :
        List.of(
            "github.com/acme/web/pull/99",
            "gitlab.com/acme/group/web/-/merge_requests/3",
            "github.com/acme/web/compare/main...cursor/fix-login",
            "cursor.com/agents/bc-1",
            "cursor.com/agents?id=bc-2",
            "example.com/some/where")) {
      assertThat(page(path)).as(path).contains("This page is pretend.");
    }
  }

  @Test
  void aComparePageNamesBothBranches() throws IOException {
    assertThat(page("github.com/acme/web/compare/main...cursor/fix-login?expand=1"))
        .contains("<dd>cursor/fix-login</dd>", "<dd>main</dd>", "Fix the &lt;login&gt; bug");
  }

  @Test
  void anAgentsPageShowsItsState() throws IOException {
    assertThat(page("cursor.com/agents/bc-1")).contains("FINISHED", "bc-1");
    assertThat(page("cursor.com/agents?id=bc-1")).contains("FINISHED");
  }

  @Test
  void whatStandsInTheAddressIsOnlyText() throws IOException {
    var page = page("github.com/acme/web/compare/main...%3Cscript%3Ealert(1){title}");

    assertThat(page).doesNotContain("<script>").contains("&lt;script&gt;");
  }

  private String page(String address) throws IOException {
    HttpResponse<String> answer =
        Wire.send(
            HttpRequest.newBuilder(
                URI.create(
                    "http://127.0.0.1:"
                        + server.port()
                        + "/pretend/"
                        + address.replace("{", "%7B").replace("}", "%7D"))));
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("content-type")).contains("text/html; charset=utf-8");
    return answer.body();
  }
}
