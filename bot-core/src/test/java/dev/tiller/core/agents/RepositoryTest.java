package dev.tiller.core.agents;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RepositoryTest {

  @ParameterizedTest
  @CsvSource({
    "acme/web, https://github.com/acme/web, acme/web",
    "https://github.com/acme/web, https://github.com/acme/web, acme/web",
    "github.com/acme/web, https://github.com/acme/web, acme/web",
    "http://GitHub.com/acme/web.git/, https://github.com/acme/web, acme/web",
    "acme/web.git.git, https://github.com/acme/web, acme/web",
    "git@github.com:acme/web.git, https://github.com/acme/web, acme/web",
    "ssh://git@git.example.com:2222/team/sub/app.git, https://git.example.com/team/sub/app,"
        + " git.example.com/team/sub/app",
    "https://gitlab.com/group/sub/app?tab=x, https://gitlab.com/group/sub/app,"
        + " gitlab.com/group/sub/app",
    "https://github.com/acme/web/tree/main/src, https://github.com/acme/web, acme/web",
    "https://user@dev.azure.com/org/project/_git/app,"
        + " https://dev.azure.com/org/project/_git/app, dev.azure.com/org/project/_git/app"
  })
  void everySpellingBecomesOneAddress(String written, String url, String display) {
    var repository = Repository.parse(written).orElseThrow();

    assertThat(repository.url()).hasToString(url);
    assertThat(repository.display()).isEqualTo(display);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "web",
        "acme/",
        "/web",
        "a b/c",
        "https://github.com/acme",
        "github.com/acme",
        "../etc/passwd",
        "https://github.com/acme/web/settings/x",
        "https://github.com/a.b/web",
        "https://github.com/acme/%zz"
      })
  void anythingElseIsNoRepository(String written) {
    assertThat(Repository.parse(written)).isEmpty();
  }
}
