package dev.tiller.core.routing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tiller.core.agents.Repository;
import dev.tiller.core.command.Pick;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class RoutingTest {

  /// Each source with a repository of its own, from the strongest to the weakest.
  private static final List<String> ORDER =
      List.of(
          "picked a/picked",
          "repo=a/option",
          "in web",
          "recent a/recent",
          "rule it=a/rule",
          "channel repo=a/channel",
          "person repo=a/person",
          "workspace repo=a/workspace",
          "configured a/configured");

  private static final List<String> LED_TO =
      List.of(
          "a/picked",
          "a/option",
          "acme/web",
          "a/recent",
          "a/rule",
          "a/channel",
          "a/person",
          "a/workspace",
          "a/configured");

  static Stream<String> lines() throws IOException {
    try (var file = RoutingTest.class.getResourceAsStream("routes.txt")) {
      var text = new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
      return text.lines().filter(line -> !line.isBlank() && !line.startsWith("#"));
    }
  }

  @ParameterizedTest
  @MethodSource("lines")
  void aRequestLeadsWhereTheTableSays(String line) {
    var sides = line.split(" => ", -1);
    var found = written(RoutingTable.route(sides[0]));

    assertThat(found).contains(sides[1].split("; ", -1));
  }

  static Stream<Arguments> pairs() {
    return IntStream.range(0, ORDER.size())
        .boxed()
        .flatMap(stronger ->
            IntStream.range(stronger + 1, ORDER.size())
                .mapToObj(weaker -> Arguments.of(stronger, weaker)));
  }

  @ParameterizedTest
  @MethodSource("pairs")
  void theStrongerOfTwoSourcesDecides(int stronger, int weaker) {
    var option = Stream.of(stronger, weaker).filter(at -> at == 1).map(ORDER::get).toList();
    var message = option.isEmpty() ? "fix it" : option.getFirst() + " fix it";
    var others =
        Stream.of(weaker, stronger)
            .filter(at -> at != 1)
            .map(ORDER::get)
            .collect(Collectors.joining("; "));

    var route = RoutingTable.route(message + "; " + others);

    assertThat(route.repository().settled().orElseThrow().value().display())
        .isEqualTo(LED_TO.get(stronger));
  }

  @Test
  void aDoubtInAStrongSourceIsNotSettledByAWeakOne() {
    var route = RoutingTable.route("repo=docs fix it; channel repo=acme/web; picked acme/api");
    var unpicked = RoutingTable.route("repo=docs fix it; channel repo=acme/web");

    assertThat(route.doubt()).isEmpty();
    assertThat(unpicked.doubt().orElseThrow()).isInstanceOf(Doubt.Tie.class);
  }

  @Test
  void theRepositoryIsAskedBeforeTheModel() {
    var route = RoutingTable.route("model=zzz fix it");

    assertThat(route.doubt().orElseThrow()).isInstanceOf(Doubt.NoRepository.class);
  }

  @Test
  void sourcesAreReadBackAsTheyWereWritten() {
    for (var kind : Source.Kind.values()) {
      for (var detail : List.of("", "in web-app", "“in production”, or so")) {
        var source = new Source(kind, detail);
        assertThat(Source.decode(source.encoded())).isEqualTo(source);
      }
    }
  }

  @Test
  void whatIsQuotedFromAMessageIsShortAndOnOneLine() {
    var source = new Source(Source.Kind.MENTION, "in\n web " + "x".repeat(500));

    assertThat(source.words()).startsWith("“in web x").hasSizeLessThan(100);
  }

  private static List<String> written(Route route) {
    var parts = new ArrayList<String>();
    route
        .repository()
        .settled()
        .ifPresent(its -> parts.add("repo " + its.value().display() + because(its.source())));
    parts.add("branch " + pick(route.branch().value()) + because(route.branch().source()));
    route
        .model()
        .settled()
        .ifPresent(its -> parts.add("model " + pick(its.value()) + because(its.source())));
    parts.add("end " + (route.autoPr().value() ? "yes" : "no") + because(route.autoPr().source()));
    Stream.of(route.repository(), route.model())
        .flatMap(each -> each.doubt().stream())
        .forEach(doubt -> parts.add("ask " + written(doubt)));
    return parts;
  }

  private static String pick(Pick pick) {
    return pick.toString();
  }

  private static String because(Source source) {
    return " (" + source.words() + ")";
  }

  private static String written(Doubt doubt) {
    return switch (doubt) {
      case Doubt.NoRepository() -> "missing";
      case Doubt.Tie(var candidates) ->
          "tie "
              + candidates.stream()
                  .map(its -> its.repository().display() + because(its.source()))
                  .collect(Collectors.joining(", "));
      case Doubt.UnknownRepository(var name, _, var near) ->
          "unknown " + name + near(near.stream().map(Repository::display).toList());
      case Doubt.UnknownModel(var name, var source, var near) ->
          "model " + name + because(source) + near(near);
    };
  }

  private static String near(List<String> near) {
    return near.isEmpty() ? "" : ", near " + String.join(" ", near);
  }
}
