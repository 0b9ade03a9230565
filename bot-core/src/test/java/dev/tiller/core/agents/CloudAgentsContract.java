package dev.tiller.core.agents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.tiller.core.agents.CloudAgentsException.Gone;
import dev.tiller.core.agents.CloudAgentsException.Reason;
import dev.tiller.core.agents.CloudAgentsException.Refused;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What every [CloudAgents] must do, shown against a service whose runs end as words of the prompt
/// ask for: `#branch-only`, `#nothing`, `#error`, `#expire`, else with a pull request; `#slow`
/// takes several times longer; `#plan` and `#limit` refuse the launch.
///
/// A run should take some tenths of a second, and one with `#slow` a second or more, so that it can
/// be met while it goes on.
public interface CloudAgentsContract {

  /// Connected with a key that the service takes.
  CloudAgents agents();

  /// Connected to the same service with another key. It must not take `bad-key`.
  CloudAgents agentsWithKey(String key);

  /// The longest wait for a run to end.
  default Duration patience() {
    return Duration.ofSeconds(20);
  }

  /// A launch that has never been made.
  default LaunchRequest request(String prompt) {
    return new LaunchRequest(
        UUID.randomUUID(),
        prompt,
        new Repository(URI.create("https://github.com/acme/web")),
        Optional.of("main"),
        Optional.empty(),
        true,
        Optional.empty());
  }

  /// Waits until the run is over.
  default RunReport settle(AgentId agent, Optional<RunId> run) {
    return await()
        .atMost(patience())
        .pollInterval(Duration.ofMillis(20))
        .until(() -> agents().look(agent, run), report -> report.state().terminal());
  }

  default RunReport settle(Launched launched) {
    return settle(launched.agent(), launched.run());
  }

  /// A prompt that the launched agent has not had yet.
  default FollowUp followUp(String prompt, Launched launched) {
    var known = launched.run().map(Set::of).orElse(Set.of());
    return new FollowUp(prompt, Instant.now(), known);
  }

  @Test
  default void aLaunchEndsWithAPullRequest() {
    var launched = agents().launch(request("Fix the login bug"));

    var report = settle(launched);

    assertThat(report.state()).isEqualTo(RunState.FINISHED);
    assertThat(report.summary()).isPresent();
    assertThat(report.changes())
        .singleElement()
        .satisfies(change -> {
          assertThat(change.repository().display()).isEqualTo("acme/web");
          assertThat(change.branch()).isPresent();
          assertThat(change.pullRequest()).isPresent();
        });
    assertThat(launched.page()).hasScheme("https");
  }

  @Test
  default void aRunIsNotOverWhenItHasJustBegun() {
    var launched = agents().launch(request("Fix the login bug #slow"));

    assertThat(agents().look(launched.agent(), launched.run()).state())
        .isIn(RunState.CREATING, RunState.RUNNING);
  }

  @Test
  default void withoutPullRequestsABranchIsPushed() {
    var plain = request("Fix the login bug");
    var launched =
        agents()
            .launch(
                new LaunchRequest(
                    plain.launch(),
                    plain.prompt(),
                    plain.repository(),
                    Optional.empty(),
                    Optional.empty(),
                    false,
                    Optional.empty()));

    assertOnlyBranch(settle(launched));
  }

  @Test
  default void aRunMayEndWithABranchOnly() {
    assertOnlyBranch(settle(agents().launch(request("Fix the login bug #branch-only"))));
  }

  private static void assertOnlyBranch(RunReport report) {
    assertThat(report.state()).isEqualTo(RunState.FINISHED);
    assertThat(report.changes())
        .singleElement()
        .satisfies(change -> {
          assertThat(change.branch()).isPresent();
          assertThat(change.pullRequest()).isEmpty();
        });
  }

  @Test
  default void aRunMayChangeNothing() {
    var report = settle(agents().launch(request("Fix the login bug #nothing")));

    assertThat(report.state()).isEqualTo(RunState.FINISHED);
    assertThat(report.changes()).allMatch(change -> change.pullRequest().isEmpty());
    if (agents().abilities().runs()) {
      // A service without runs names the branch from the start, pushed or not.
      assertThat(report.changes()).isEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource({"#error, FAILED", "#expire, EXPIRED"})
  default void aRunMayEndBadly(String word, RunState state) {
    var report = settle(agents().launch(request("Fix the login bug " + word)));

    assertThat(report.state()).isEqualTo(state);
    assertThat(report.changes()).allMatch(change -> change.pullRequest().isEmpty());
  }

  @Test
  default void aLaunchMayBeRefusedForThePlan() {
    assertRefused(() -> agents().launch(request("Fix the login bug #plan")), Reason.PLAN);
  }

  @Test
  default void aLaunchMayBeRefusedForTheUsageLimit() {
    assertRefused(() -> agents().launch(request("Fix the login bug #limit")), Reason.USAGE_LIMIT);
  }

  @Test
  default void aWrongKeyIsRefused() {
    var stranger = agentsWithKey("bad-key");
    var launched = agents().launch(request("Fix the login bug"));

    assertRefused(() -> stranger.launch(request("Fix the login bug")), Reason.KEY);
    assertRefused(() -> stranger.look(launched.agent(), launched.run()), Reason.KEY);
    assertRefused(() -> stranger.findLaunch(request("Fix the login bug")), Reason.KEY);
  }

  private static void assertRefused(ThrowingCallable call, Reason reason) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            Refused.class,
            refused -> {
              assertThat(refused.reason()).isEqualTo(reason);
              assertThat(refused.detail()).isNotEmpty();
            });
  }

  @Test
  default void aLaunchIsFound() {
    var request = request("Fix the login bug");
    agents().launch(request("Fix the login bug"));
    var launched = agents().launch(request);
    agents().launch(request("Fix the login bug"));

    assertThat(agents().findLaunch(request)).contains(launched);
  }

  @Test
  default void aLaunchIsFoundWithItsOwnRunAfterFollowUps() {
    var request = request("Fix the login bug");
    var launched = agents().launch(request);
    settle(launched);
    agents().followUp(launched.agent(), followUp("Add a test", launched));

    assertThat(agents().findLaunch(request)).contains(launched);
  }

  @Test
  default void aLaunchThatWasNeverMadeIsNotFound() {
    assertThat(agents().findLaunch(request("Fix the login bug"))).isEmpty();
  }

  @Test
  default void aFollowUpBeginsAnotherRun() {
    var launched = agents().launch(request("Fix the login bug #branch-only"));
    settle(launched);

    var accepted = agents().followUp(launched.agent(), followUp("Add a test", launched));

    assertThat(accepted.run().isPresent()).isEqualTo(agents().abilities().runs());
    assertThat(settle(launched.agent(), accepted.run()).state()).isEqualTo(RunState.FINISHED);
    if (accepted.run().isPresent()) {
      assertThat(accepted.run()).isNotEqualTo(launched.run());
    }
  }

  @Test
  default void aFollowUpThatArrivedIsFound() {
    var launched = agents().launch(request("Fix the login bug"));
    settle(launched);
    var followUp = followUp("Add a test\n\n- one that fails #slow", launched);
    var accepted = agents().followUp(launched.agent(), followUp);

    assertThat(agents().findFollowUp(launched.agent(), followUp)).contains(accepted);
  }

  @Test
  default void aFollowUpThatNeverArrivedIsNotFound() {
    var launched = agents().launch(request("Fix the login bug"));
    settle(launched);
    agents().followUp(launched.agent(), followUp("Words of somebody else", launched));

    assertThat(agents().findFollowUp(launched.agent(), followUp("Add a test", launched))).isEmpty();
  }

  @Test
  default void aCancelEndsTheRun() {
    var launched = agents().launch(request("Fix the login bug #slow"));

    agents().cancel(launched.agent(), launched.run());

    var report = settle(launched);
    assertThat(report.changes()).allMatch(change -> change.pullRequest().isEmpty());
    if (agents().abilities().runs()) {
      assertThat(report.state()).isEqualTo(RunState.CANCELLED);
    }
  }

  @Test
  default void anAgentThatNobodyKnowsIsGone() {
    var nobody = new AgentId("bc-" + UUID.randomUUID());
    var run =
        Optional.of(new RunId("run-" + UUID.randomUUID())).filter(_ -> agents().abilities().runs());
    var followUp = new FollowUp("Add a test", Instant.now(), Set.of());

    assertThatThrownBy(() -> agents().look(nobody, run)).isInstanceOf(Gone.class);
    assertThatThrownBy(() -> agents().followUp(nobody, followUp)).isInstanceOf(Gone.class);
    assertThatThrownBy(() -> agents().cancel(nobody, run)).isInstanceOf(Gone.class);
  }
}
