package dev.tiller.core.agents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tiller.core.agents.AgentRecords.Content;
import dev.tiller.core.agents.CloudAgentsException.Gone;
import org.junit.jupiter.api.Test;

/// What every [AgentRecords] must do about files, shown against a service where a finished run
/// leaves some, with `#no-artifacts` none.
public interface ArtifactsContract extends AgentRecordsContract {

  @Test
  default void theFilesThatARunHasLeftAreFetchedWhole() {
    var launched = settled("Fix the login bug");

    var artifacts = service().records().artifacts(launched.agent());

    assertThat(artifacts).isNotEmpty();
    for (var artifact : artifacts) {
      assertThat(artifact.name()).isNotBlank();
      assertThat(service().records().fetch(launched.agent(), artifact, artifact.bytes()))
          .isInstanceOfSatisfying(
              Content.Bytes.class,
              content -> {
                assertThat(content.content()).hasSize((int) artifact.bytes());
                assertThat(content.mediaType()).contains("/");
              });
    }
  }

  @Test
  default void aFileThatIsLargerThanWantedIsNotFetched() {
    var launched = settled("Fix the login bug");
    var artifact = service().records().artifacts(launched.agent()).getFirst();

    assertThat(service().records().fetch(launched.agent(), artifact, artifact.bytes() - 1))
        .isInstanceOf(Content.TooLarge.class);
  }

  @Test
  default void aFileThatIsNotThereIsNotFetched() {
    var launched = settled("Fix the login bug #no-artifacts");
    var other = service().records().artifacts(settled("Fix the login bug").agent()).getFirst();

    assertThat(service().records().artifacts(launched.agent())).isEmpty();
    assertThatThrownBy(() -> service().records().fetch(launched.agent(), other, 1000))
        .isInstanceOf(Gone.class);
  }
}
