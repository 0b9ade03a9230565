package dev.tiller.core.conversation;

import dev.tiller.core.agents.AgentId;
import dev.tiller.core.agents.LaunchOptions;
import dev.tiller.core.agents.Repository;
import dev.tiller.core.agents.RunId;
import dev.tiller.core.chat.Address;
import dev.tiller.core.chat.ChatThread;
import dev.tiller.core.chat.Notice;
import dev.tiller.core.chat.Person;
import dev.tiller.core.chat.Platform;
import dev.tiller.core.chat.Post;
import dev.tiller.core.chat.RichText;
import dev.tiller.core.routing.Source;
import dev.tiller.core.routing.Sources;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Values that tests begin from.
public final class Samples {

  public static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
  public static final Person ANN = new Person("U1", "U1", "Ann");
  public static final Person BEN = new Person("U2", "U2", "Ben");
  public static final Repository WEB = Repository.parse("acme/web").orElseThrow();

  /// Only the repository was written out.
  public static final Sources SOURCES =
      new Sources(
          new Source(Source.Kind.OPTION, "repo="),
          new Source(Source.Kind.SERVICE),
          new Source(Source.Kind.SERVICE),
          new Source(Source.Kind.USUAL));

  public static final URI PAGE = URI.create("https://cursor.com/agents/bc-1");

  private Samples() {}

  /// A Slack thread nobody has used yet.
  public static Address newThread() {
    return new Address(
        new ChatThread(Platform.SLACK, "T1", "C1", UUID.randomUUID().toString()), "");
  }

  public static AgentRequest request() {
    return new AgentRequest(
        ANN, WEB, Optional.empty(), Optional.empty(), true, LaunchOptions.NONE, SOURCES);
  }

  /// All that a launch can be asked for with.
  public static LaunchOptions everyOption() {
    return new LaunchOptions(
        Optional.of(URI.create("https://github.com/acme/web/pull/7")),
        List.of(
            Repository.parse("acme/api").orElseThrow(),
            Repository.parse("https://git.example.com/a/b").orElseThrow()),
        true,
        true,
        Optional.of(new LaunchOptions.Place(LaunchOptions.Kind.POOL, Optional.of("gpu"))));
  }

  /// An agent that was asked for just now with these options.
  public static Agent requested(LaunchOptions options) {
    var plain = request();
    return requested()
        .asked(
            new AgentRequest(
                plain.owner(),
                plain.repository(),
                plain.branch(),
                plain.model(),
                plain.createPullRequest(),
                options,
                plain.sources()));
  }

  /// A first run whose turn has come.
  public static Run firstRun() {
    return Run.asked(
        UUID.randomUUID(), 1, ANN, Optional.of("m1"), "fix the login bug", RunPhase.STARTING, NOON);
  }

  /// An agent that was asked for just now.
  public static Agent requested() {
    return new Agent(
        UUID.randomUUID(),
        1,
        request(),
        LaunchState.REQUESTED,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        List.of(firstRun()));
  }

  /// An agent at work on its first run.
  public static Agent running() {
    return running(LaunchOptions.NONE);
  }

  /// An agent that was asked for with these options, at work on its first run.
  public static Agent running(LaunchOptions options) {
    var agent = requested(options).calling(NOON).launched(new AgentId("bc-1"), Optional.of(PAGE));
    return agent.withRun(
        agent.firstRun().id(), run -> run.sending(NOON).running(Optional.of(new RunId("run-1"))));
  }

  /// An agent whose first run has ended with a pull request.
  public static Agent finished() {
    var agent = running();
    return agent.withRun(agent.firstRun().id(), run -> run.ended(success()));
  }

  public static Ending success() {
    return new Ending(
        Ending.How.FINISHED,
        NOON.plusSeconds(60),
        Optional.empty(),
        Optional.of("Fixed **it**."),
        Optional.of("cursor/fix"),
        Optional.of(URI.create("https://github.com/acme/web/pull/7")),
        Optional.of(Duration.ofSeconds(55)),
        Optional.of(new Spent(41_234, Optional.of(37.2))),
        0);
  }

  /// A follow-up that is the agent's next run.
  public static Run followUp(Agent agent, RunPhase phase) {
    return Run.asked(
        UUID.randomUUID(),
        agent.runs().size() + 1,
        ANN,
        Optional.of("m" + (agent.runs().size() + 1)),
        "also add tests",
        phase,
        NOON);
  }

  public static Conversation thread(Agent... agents) {
    return new Conversation(UUID.randomUUID(), newThread(), List.of(agents));
  }

  public static Post notice(String text) {
    return new Notice(Optional.empty(), RichText.plain(text), List.of());
  }
}
