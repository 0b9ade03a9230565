package dev.tiller.app.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RoutesTest {

  private static final HttpHandler NONE = _ -> {};

  @ParameterizedTest
  @CsvSource({
    "/agents/{id}, /agents/bc-1, id=bc-1",
    "/agents/{id}, /agents/a%20b, id=a b",
    "/agents/{id}, /agents/a+b, id=a+b",
    "/{a}/x/{b}, /1/x/2, 'a=1,b=2'",
    "/files/{rest*}, /files/a/b, rest=a/b",
    "/, /, ''"
  })
  void aFittingPathGivesItsParameters(String pattern, String path, String params) {
    var routes = Routes.builder().get(pattern, NONE).build();

    assertThat(routes.find(path))
        .hasValueSatisfying(it -> assertThat(it.params()).isEqualTo(map(params)));
  }

  @ParameterizedTest
  @CsvSource({
    "/agents/{id}, /agents",
    "/agents/{id}, /agents/",
    "/agents/{id}, /agents/1/runs",
    "/agents, /agents/",
    "/agents, /Agents",
    "/files/{rest*}, /files"
  })
  void anotherShapeOfPathDoesNotFit(String pattern, String path) {
    assertThat(Routes.builder().get(pattern, NONE).build().find(path)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/files/../secret", "/files/%2e%2e/secret", "/files/./a", "*"})
  void aPathThatStepsOutOfItsPlaceFitsNothing(String path) {
    assertThat(Routes.builder().get("/files/{rest*}", NONE).build().find(path)).isEmpty();
  }

  @Test
  void aLiteralSegmentBeatsAParameterAndARest() {
    HttpHandler literal = _ -> {};
    var routes =
        Routes.builder()
            .get("/agents/{rest*}", NONE)
            .get("/agents/{id}", NONE)
            .get("/agents/models", literal)
            .build();

    assertThat(routes.find("/agents/models").flatMap(it -> it.handler("GET")))
        .containsSame(literal);
    assertThat(routes.find("/agents/1").orElseThrow().params()).containsKey("id");
    assertThat(routes.find("/agents/1/2").orElseThrow().params()).containsKey("rest");
  }

  @Test
  void headIsAnsweredByGetAndNamedInAllow() {
    var match = Routes.builder().get("/a", NONE).post("/a", NONE).build().find("/a").orElseThrow();

    assertThat(match.handler("HEAD")).containsSame(NONE);
    assertThat(match.handler("PUT")).isEmpty();
    assertThat(match.allow()).isEqualTo("GET, HEAD, POST");
  }

  @Test
  void twoHandlersForOneRequestAreRefused() {
    var routes = Routes.builder().get("/a", NONE);

    assertThatThrownBy(() -> routes.get("/a", NONE)).hasMessageContaining("GET /a");
  }

  private static Map<String, String> map(String params) {
    return params.isEmpty()
        ? Map.of()
        : java.util.Arrays.stream(params.split(","))
            .map(it -> it.split("=", 2))
            .collect(java.util.stream.Collectors.toMap(it -> it[0], it -> it[1]));
  }
}
