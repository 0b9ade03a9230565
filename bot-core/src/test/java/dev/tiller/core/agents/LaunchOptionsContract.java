package dev.tiller.core.agents;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tiller.core.agents.CloudAgents.Feature;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What launches and follow-ups may carry beyond a task, as far as the version has it.
public interface LaunchOptionsContract extends CloudAgentsContract {

  /// A launch that has never been made, with options.
  default LaunchRequest request(String prompt, LaunchOptions options) {
    var plain = request(prompt);
    return new LaunchRequest(
        plain.launch(),
        prompt,
        plain.repository(),
        options.pullRequest().isPresent() ? Optional.empty() : plain.branch(),
        plain.model(),
        plain.createPullRequest(),
        plain.webhook(),
        options,
        List.of(new Image("image/png", new byte[] {1, 2, 3})),
        Optional.of(Instant.now()));
  }

  /// A pull request that no other launch works on.
  private static LaunchOptions onPullRequest(boolean currentBranch) {
    var number = ThreadLocalRandom.current().nextInt(1_000, 1_000_000_000);
    return new LaunchOptions(
        Optional.of(URI.create("https://github.com/acme/web/pull/" + number)),
        List.of(),
        false,
        currentBranch,
        Optional.empty());
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  default void aLaunchOnAPullRequestEndsAndIsFound(boolean currentBranch) {
    var options = onPullRequest(currentBranch);
    var request = request("Fix the login bug", options);
    agents().launch(request("Say something else", options));
    var launched = agents().launch(request);

    assertThat(agents().findLaunch(request)).contains(launched);
    var report = settle(launched);
    assertThat(report.state()).isEqualTo(RunState.FINISHED);
    assertThat(report.changes())
        .allSatisfy(change -> assertThat(change.repository().display()).isEqualTo("acme/web"));
    if (currentBranch) {
      assertThat(report.changes())
          .allMatch(change -> change.pullRequest().equals(options.pullRequest()));
    }
  }

  @Test
  default void aLaunchOnAPullRequestThatWasNeverMadeIsNotFound() {
    var options = onPullRequest(true);
    agents().launch(request("Say something else", options));

    assertThat(agents().findLaunch(request("Fix the login bug", options))).isEmpty();
  }

  @Test
  default void everyOptionThatTheVersionHasIsTaken() {
    var has = agents().abilities().features();
    var further =
        has.contains(Feature.SEVERAL_REPOSITORIES)
            ? List.of(new Repository(URI.create("https://github.com/acme/api")))
            : List.<Repository>of();
    var options =
        new LaunchOptions(
            Optional.empty(),
            further,
            has.contains(Feature.PLAN),
            has.contains(Feature.CURRENT_BRANCH),
            Optional.empty());

    var report = settle(agents().launch(request("Fix the login bug", options)));

    assertThat(report.state()).isEqualTo(RunState.FINISHED);
    if (options.plan()) {
      assertThat(report.changes()).isEmpty();
    }
  }

  @Test
  default void aFollowUpMayBringPicturesAndWhatTheVersionHas() {
    var has = agents().abilities().features();
    var launched = agents().launch(request("Fix the login bug"));
    settle(launched);

    var accepted =
        agents()
            .followUp(
                launched.agent(),
                new FollowUp(
                    "Plan the rest",
                    Instant.now(),
                    launched.run().map(Set::of).orElse(Set.of()),
                    List.of(new Image("image/webp", new byte[] {1, 2, 3})),
                    Optional.of(Mode.PLAN).filter(_ -> has.contains(Feature.PLAN)),
                    Optional.of("default").filter(_ -> has.contains(Feature.FOLLOW_UP_MODEL))));

    assertThat(settle(launched.agent(), accepted.run()).state()).isEqualTo(RunState.FINISHED);
  }
}
