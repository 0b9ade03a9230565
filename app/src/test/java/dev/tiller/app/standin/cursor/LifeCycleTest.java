package dev.tiller.app.standin.cursor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tiller.app.standin.cursor.Launch.Environment;
import dev.tiller.app.standin.cursor.Launch.Prompt;
import dev.tiller.app.standin.cursor.Launch.Repository;
import dev.tiller.app.standin.cursor.Launch.Target;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LifeCycleTest {

  private final AgentStore store = new AgentStore();
  private final InstantSource clock = InstantSource.system();
  private final LifeCycle lifeCycle = new LifeCycle(store, new RunLogs(clock), clock);

  @Test
  void aRunEndsOnce() {
    var agent = launch();
    var run = agent.latest().id();
    lifeCycle.cancel(agent.id(), run);

    lifeCycle.end(agent.id(), run, Ending.PULL_REQUEST);

    assertThat(store.get(agent.id()).latest().status()).isEqualTo(RunStatus.CANCELLED);
    assertThat(store.get(agent.id()).pushed()).isEmpty();
  }

  @Test
  void nothingHappensToADeletedAgent() {
    var agent = launch();
    lifeCycle.delete(agent.id());

    lifeCycle.end(agent.id(), agent.latest().id(), Ending.PULL_REQUEST);

    assertThat(store.find(agent.id()).orElseThrow().pushed()).isEmpty();
  }

  @Test
  void aPromptThatWaitsIsTurnedIntoARunAfterAnyEnding() {
    for (var ending : new Ending[] {Ending.PULL_REQUEST, Ending.NOTHING, Ending.ERROR}) {
      var agent = launch();
      lifeCycle.promptOrWait(agent.id(), prompt("next"));

      lifeCycle.end(agent.id(), agent.latest().id(), ending);

      assertThat(store.get(agent.id()).active()).map(Run::prompt).contains(prompt("next"));
    }
  }

  @Test
  void aPromptThatWaitsIsNotBegunOnceTheAgentExpired() {
    var agent = launch();
    lifeCycle.promptOrWait(agent.id(), prompt("next"));

    lifeCycle.end(agent.id(), agent.latest().id(), Ending.EXPIRED);

    assertThat(store.get(agent.id()).active()).isEmpty();
  }

  private Agent launch() {
    return lifeCycle.launch(
        Optional.empty(),
        new Launch(
            prompt("x"),
            Optional.empty(),
            Environment.CLOUD,
            List.of(new Repository("github.com/acme/web", Optional.empty(), Optional.empty())),
            new Target(false, true, false, false, Optional.empty()),
            Optional.empty(),
            Optional.empty()));
  }

  private static Prompt prompt(String text) {
    return new Prompt(text, 0, Optional.empty(), Optional.empty());
  }
}
