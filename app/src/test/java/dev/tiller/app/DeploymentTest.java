package dev.tiller.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tiller.app.config.Secret;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeploymentTest {

  private static final String CHALLENGE = "abcdefghijklmnop";

  private static Deployment with(String... keys) {
    return new Deployment(Arrays.stream(keys).map(Secret::new).toList());
  }

  @Test
  void onlyWhoHasAKeyOfTheDeploymentProvesIt() {
    var proof = with("new", "old").proof(CHALLENGE).orElseThrow();

    assertThat(with("new").proves(CHALLENGE, proof)).isTrue();
    assertThat(with("newer", "new").proves(CHALLENGE, proof)).isTrue();
    assertThat(with("old").proves(CHALLENGE, proof)).isFalse();
    assertThat(with("new").proves("abcdefghijklmnoq", proof)).isFalse();
    assertThat(with().proves(CHALLENGE, proof)).isFalse();
  }

  @Test
  void withoutKeysThereIsNoProof() {
    assertThat(with().proof(CHALLENGE)).isEmpty();
    assertThat(with().proves(CHALLENGE, "")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "short", "with space in the text", "slash/slash/slash/slash"})
  void whatIsNoChallengeIsNotAnswered(String text) {
    assertThat(with("key").proof(text)).isEmpty();
  }

  @Test
  void theProofTellsNothingOfTheKey() {
    assertThat(List.of(with("a key").proof(CHALLENGE).orElseThrow()))
        .singleElement()
        .asString()
        .matches("[0-9a-f]{64}");
  }
}
