package dev.tiller.core.cursor.v0;

import static dev.tiller.core.cursor.ScriptedCursor.request;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BranchNameTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Fix the login bug                                  | fix-the-login-bug
          Fix THE login-bug, please, now and for ever        | fix-the-login-bug-please-now
          Füge größere Überschriften hinzu                   | fuge-gro-ere-uberschriften-hinzu
          '  ../..//~^:?*[\\@{.lock  '                       | lock
          ログインのバグを直して                             | task
          ''                                                 | task
          """)
  void theFirstWordsOfThePromptMakeItReadable(String prompt, String slug) {
    assertThat(BranchName.of(request(prompt))).isEqualTo("cursor/" + slug + "-1a2b3c4d");
  }

  @Test
  void veryLongWordsAreCut() {
    assertThat(BranchName.of(request("x".repeat(10_000))))
        .isEqualTo("cursor/" + "x".repeat(48) + "-1a2b3c4d");
  }

  @Test
  void whateverThePromptItIsABranchNameThatGitTakes() {
    var random = new Random(11);
    for (var round = 0; round < 2000; round++) {
      var prompt = new StringBuilder();
      for (var i = random.nextInt(40); i > 0; i--) {
        prompt.appendCodePoint(random.nextInt(i % 3 == 0 ? 0x2FFF : 128));
      }
      assertThat(BranchName.of(request(prompt.toString())))
          .matches("cursor/[a-z0-9]+(-[a-z0-9]+)*-1a2b3c4d");
    }
  }
}
