package dev.tiller.app.browser;

import com.microsoft.playwright.assertions.PlaywrightAssertions;
import dev.tiller.app.config.Settings.CursorApi;
import dev.tiller.app.playground.Playground;
import dev.tiller.app.standin.cursor.AgentView;
import dev.tiller.app.standin.cursor.Pace;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;

/// What all browser tests share. The playgrounds are shared, too, so each test has a task of its
/// own, and what a person is known for stays theirs: see the test classes for who speaks where.
@NeedsBrowser
abstract class BrowserTest {

  private static final int PATIENCE_SECONDS = 30;
  private static final AtomicInteger TASKS = new AtomicInteger();

  private @Nullable Visit visit;

  @BeforeAll
  static void bePatient() {
    PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_SECONDS * 1000.0);
  }

  @AfterEach
  void leave() {
    var now = visit;
    visit = null;
    if (now != null) {
      now.close();
    }
  }

  /// The playground with the newer API, where runs end by themselves after half a second.
  static Playground playground() throws Exception {
    return playground(CursorApi.V1, Places.QUICK);
  }

  /// @param pace of the runs that begin from now on
  static Playground playground(CursorApi api, Pace pace) throws Exception {
    return SharedBrowser.places().with(api, pace);
  }

  /// A fresh person's look at the page, until the end of the test. There is one in a test.
  final Visit visit(Playground playground) {
    return visit(playground.page().orElseThrow());
  }

  final Visit visit(URI page) {
    if (visit != null) {
      throw new IllegalStateException("this test is on a visit already");
    }
    var now = new Visit(SharedBrowser.window(), page);
    visit = now;
    return now;
  }

  /// Waits as long for what the page does not show as for what it shows.
  static ConditionFactory await() {
    return Awaitility.await().atMost(Duration.ofSeconds(PATIENCE_SECONDS));
  }

  /// A task that no other test has.
  ///
  /// @param prompt what the agent is told
  record Task(String prompt) {

    /// With the repository, as people write it.
    String text() {
      return "repo=acme/web " + prompt;
    }
  }

  static Task task() {
    return new Task("fix login bug no. " + TASKS.incrementAndGet() + ", the nasty one");
  }

  /// The agents that a task has started, the first first.
  static List<AgentView> agents(Playground playground, Task task) {
    return Places.cursor(playground).agents().stream()
        .filter(agent -> agent.prompts().getFirst().startsWith(task.prompt()))
        .toList();
  }
}
