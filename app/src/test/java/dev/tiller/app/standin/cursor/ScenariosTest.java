package dev.tiller.app.standin.cursor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tiller.app.standin.cursor.FaultRule.When;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScenariosTest {

  @Test
  void theExampleInTheDocumentationShowsEveryFault() throws BadScenario {
    var example = Scenarios.read(Path.of("../docs/scenario.example.yaml"));

    assertThat(example.rules().stream().map(rule -> FaultPlaces.word(rule.fault())))
        .containsAll(Arrays.stream(FaultPlaces.types()).map(type -> type.name()).toList());
    var options = example.applyTo(Options.playground());
    assertThat(options.pace().create()).isEqualTo(Duration.ofSeconds(2));
    assertThat(options.account().repositories()).contains("acme/web");
    assertThat(options.quotas().activeAgents()).isEqualTo(256);
  }

  @Test
  void theDocumentationNamesEveryFaultAndEveryBuiltInScenario() throws IOException {
    var page = Files.readString(Path.of("../docs/playground.md"));

    assertThat(FaultPlaces.types())
        .allSatisfy(type -> assertThat(page).contains("`" + type.name() + "`"));
    assertThat(Scenarios.builtIn().keySet())
        .allSatisfy(name -> assertThat(page).contains("`" + name + "`"));
  }

  @Test
  void theBuiltInOnesCanBeRead() {
    assertThat(Scenarios.builtIn().values())
        .hasSize(6)
        .allSatisfy(it -> {
          assertThat(it.title()).isNotBlank();
          assertThat(it.about()).endsWith(".");
          assertThat(it.rules()).isNotEmpty();
        });
  }

  @Test
  void aRuleSaysWhereWhenAndWhat() throws BadScenario {
    var scenario =
        Scenarios.parse(
            "x.yaml",
            """
            rules:
              - operation: create-agent
                agent: bc-1
                when: {first: 2, every: 3, times: 4, for: 90s}
                fault: {type: refuse, status: 503, shape: b}
            """);

    assertThat(scenario.rules())
        .containsExactly(
            new FaultRule(
                Optional.of(Operation.CREATE_AGENT),
                Optional.of("bc-1"),
                new When(2, 3, 4, Duration.ofSeconds(90)),
                new Fault.Refuse(503, "", "", ErrorShape.B)));
  }

  @Test
  void whatIsLeftOutLeavesThingsAsTheyAre() throws BadScenario {
    var scenario = Scenarios.parse("x.yaml", "rules: [{fault: {type: lost-answer}}]");

    assertThat(scenario.rules())
        .containsExactly(
            new FaultRule(
                Optional.empty(), Optional.empty(), When.always(), new Fault.LostAnswer()));
    assertThat(scenario.applyTo(Options.playground()).quotas()).isEqualTo(Quotas.PUBLISHED);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "rule: [] | , line 1: `rule` is not known here; did you mean `rules`?",
        "rules: [{fault: {type: lost-anser}}] "
            + "| , line 1, rule 1: no fault is called `lost-anser`; did you mean `lost-answer`?",
        "rules: [{fault: {type: cut-stream, frame: 3}}] "
            + "| , line 1, rule 1: `frame` is not known here; did you mean `frames`?",
        "rules: [{operation: lauch, fault: {type: slow}}] | `operation` cannot be `lauch`; ",
        "rules: [{operation: create-agnet, fault: {type: slow}}] "
            + "| cannot be `create-agnet`; did you mean `create-agent`?",
        "rules: [{fault: {type: slow, before: 40}}] "
            + "| `40` is no time; write it with its unit, such as `650ms`, `40s` or `2m`.",
        "rules: [{operation: me}] | rule 1: `fault` is missing.",
        "rules: [{fault: {type: refuse}}] | rule 1: `status` is missing.",
        "rules: [{fault: {status: 3}}] | rule 1: the fault needs a `type`, one of `answer`, ",
        "rules: [{fault: {type: run-ends, ending: eror}}] | did you mean `error`?",
        "rules: [{operation: me, fault: {type: cut-stream}}] "
            + "| the fault `cut-stream` cannot happen in `me`, only in `stream`.",
        "rules: [{when: {times: -1}, fault: {type: slow}}] | numbers cannot be negative.",
        "rules: [{when: {times: x}, fault: {type: slow}}] | `times` cannot be `x`.",
        "rules: {a: 1} | `rules` cannot be this.",
        "a: [ | this is not valid YAML."
      })
  void whatIsWrongIsSaidWithItsPlace(String yaml, String problem) {
    assertThatThrownBy(() -> Scenarios.parse("x.yaml", yaml))
        .isInstanceOf(BadScenario.class)
        .hasMessageStartingWith("The scenario file x.yaml")
        .hasMessageContaining(problem);
  }

  @Test
  void theLineOfAProblemIsTold() {
    var yaml =
        """
        title: x
        rules:
          - fault: {type: lost-answer}
          - operation: stream
            fault:
              type: cut-stream
              frames: 3
              insde: true
        """;

    assertThatThrownBy(() -> Scenarios.parse("x.yaml", yaml))
        .hasMessageContaining("line 8, rule 2");
  }

  @Test
  void anEmptyFileIsNoScenario() {
    assertThatThrownBy(() -> Scenarios.parse("x.yaml", "\n"))
        .hasMessage("The scenario file x.yaml is empty.");
  }

  @Test
  void aScenarioIsFoundByItsNameOrFile() throws BadScenario {
    assertThat(Scenarios.find("cut-streams")).isEqualTo(Scenarios.builtIn().get("cut-streams"));
    assertThat(Scenarios.find("../docs/scenario.example.yaml").title()).isEqualTo("One of each");
    assertThatThrownBy(() -> Scenarios.find("cut-stream"))
        .hasMessageStartingWith(
            "There is no scenario file cut-stream. Built in are cursor-is-down");
  }
}
