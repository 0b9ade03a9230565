package dev.tiller.app.contract;

import dev.tiller.core.agents.Account;
import dev.tiller.core.agents.AccountContract;
import dev.tiller.core.agents.ArtifactsContract;
import dev.tiller.core.agents.CloudService;
import dev.tiller.core.cursor.ApiVersion;
import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

class CursorV0RecordsContractTest implements ArtifactsContract, AccountContract {

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
  public CloudService service() {
    return harness.service("crsr_good");
  }

  @Override
  public Account account() {
    return service().account();
  }

  @Override
  public Account accountWithKey(String key) {
    return harness.service(key).account();
  }
}
