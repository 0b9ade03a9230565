package dev.tiller.core.agents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.tiller.core.agents.CloudAgentsException.AlreadyLaunched;
import dev.tiller.core.agents.CloudAgentsException.Busy;
import dev.tiller.core.agents.CloudAgentsException.Gone;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

/// What every [CloudAgents] must do besides when the service has runs of its own and lets us choose
/// the agent's id.
public interface AgentRunsContract extends LaunchOptionsContract {

  @Test
  default void theSameLaunchTwiceIsOneAgent() {
    var request = request("Fix the login bug");
    var launched = agents().launch(request);

    assertThatThrownBy(() -> agents().launch(request)).isInstanceOf(AlreadyLaunched.class);

    assertThat(agents().findLaunch(request)).contains(launched);
  }

  @Test
  default void aFollowUpToABusyAgentHasNoEffect() {
    var launched = agents().launch(request("Fix the login bug #slow"));

    assertThatThrownBy(() -> agents().followUp(launched.agent(), followUp("Add a test", launched)))
        .isInstanceOf(Busy.class);
  }

  @Test
  default void aRunThatIsOverCannotBeCancelled() {
    var launched = agents().launch(request("Fix the login bug"));
    settle(launched);

    assertThatThrownBy(() -> agents().cancel(launched.agent(), launched.run()))
        .isInstanceOf(Gone.class);
  }

  @Test
  default void aRunTellsItsStepsAndThatItMayHaveEnded() {
    var launched = agents().launch(request("Fix the login bug"));
    var events = new ArrayList<RunEvent>();

    agents().stream(launched.agent(), launched.run().orElseThrow(), Optional.empty(), events::add);

    assertThat(events).hasAtLeastOneElementOfType(RunEvent.Step.class);
    assertThat(events).hasAtLeastOneElementOfType(RunEvent.Said.class);
    assertThat(events).hasAtLeastOneElementOfType(RunEvent.MayHaveEnded.class);
    assertThat(events).doesNotHaveAnyElementsOfTypes(RunEvent.Unrecognized.class);
    assertThat(settle(launched).state()).isEqualTo(RunState.FINISHED);
  }

  @Test
  default void aRunIsTakenUpWithLaterEventsOnly() {
    var launched = agents().launch(request("Fix the login bug"));
    settle(launched);
    var all = cursors(launched, Optional.empty());
    var middle = all.size() / 2;

    assertThat(all).hasSizeGreaterThan(3);
    assertThat(cursors(launched, Optional.of(all.get(middle))))
        .isEqualTo(all.subList(middle + 1, all.size()));
  }

  @Test
  default void aPlaceThatIsNoneReplaysTheRun() {
    var launched = agents().launch(request("Fix the login bug"));
    settle(launched);

    assertThat(cursors(launched, Optional.of("no such place")))
        .isEqualTo(cursors(launched, Optional.empty()));
  }

  private List<String> cursors(Launched launched, Optional<String> after) {
    var cursors = new ArrayList<String>();
    agents().stream(
        launched.agent(),
        launched.run().orElseThrow(),
        after,
        event -> event.cursor().filter(c -> !cursors.contains(c)).ifPresent(cursors::add));
    return cursors;
  }

  @Test
  default void interruptingEndsAStream() throws InterruptedException {
    var launched = agents().launch(request("Fix the login bug #slow"));
    var events = new CopyOnWriteArrayList<RunEvent>();
    var watcher =
        Thread.ofVirtual()
            .start(() ->
                agents().stream(
                    launched.agent(), launched.run().orElseThrow(), Optional.empty(), events::add));
    await().atMost(patience()).until(() -> !events.isEmpty());

    watcher.interrupt();

    assertThat(watcher.join(patience())).isTrue();
    assertThat(agents().look(launched.agent(), launched.run()).state().terminal()).isFalse();
  }

  @Test
  default void aRunThatNobodyKnowsHasNoStream() {
    var launched = agents().launch(request("Fix the login bug"));
    var nobody = new RunId("run-00000000-0000-4000-8000-000000000000");

    assertThatThrownBy(() -> agents().stream(launched.agent(), nobody, Optional.empty(), _ -> {}))
        .isInstanceOf(Gone.class);
  }

  @Test
  default void anAgentRunsInTheDefaultPoolOrOnAMachine() {
    for (var place :
        List.of(
            new LaunchOptions.Place(LaunchOptions.Kind.POOL, Optional.empty()),
            new LaunchOptions.Place(LaunchOptions.Kind.MACHINE, Optional.of("build-7")))) {
      var options =
          new LaunchOptions(Optional.empty(), List.of(), false, false, Optional.of(place));

      assertThat(settle(agents().launch(request("Fix it", options))).state())
          .isEqualTo(RunState.FINISHED);
    }
  }
}
