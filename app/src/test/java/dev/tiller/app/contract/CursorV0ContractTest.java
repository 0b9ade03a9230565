package dev.tiller.app.contract;

import dev.tiller.core.agents.CloudAgents;
import dev.tiller.core.agents.LaunchOptionsContract;
import dev.tiller.core.cursor.ApiVersion;
import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

class CursorV0ContractTest implements LaunchOptionsContract {

  private static CursorStandInHarness harness;

  @BeforeAll
  static void start() throws IOException {
    harness = new CursorStandInHarness(ApiVersion.V0);
  }

  @AfterAll
  static void stop() {
    harness.close();
  }

  @Override
  public CloudAgents agents() {
    return harness.service("crsr_good").agents();
  }

  @Override
  public CloudAgents agentsWithKey(String key) {
    return harness.service(key).agents();
  }
}
