package dev.tiller.core.agents;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PullRequestTest {

  @ParameterizedTest
  @CsvSource({
    "https://github.com/acme/web/pull/7, acme/web",
    "https://git.example.com:8443/acme/web/pull/7, git.example.com:8443/acme/web",
    "https://gitlab.com/group/sub/app/-/merge_requests/7, gitlab.com/group/sub/app",
    "https://gitlab.example.com/group/app/merge_requests/7, gitlab.example.com/group/app",
    "https://bitbucket.org/acme/web/pull-requests/7, bitbucket.org/acme/web",
    "https://dev.azure.com/org/a%20b/_git/app/pullrequest/7, dev.azure.com/org/a%20b/_git/app"
  })
  void theRepositoryFollowsFromTheAddress(String address, String repository) {
    var found = PullRequest.parse(address).orElseThrow();

    assertThat(found.url()).hasToString(address);
    assertThat(found.repository().display()).isEqualTo(repository);
    assertThat(found.number()).isEqualTo("7");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "7",
        "acme/web#7",
        "https://github.com/acme/web",
        "https://github.com/acme/pull/7",
        "https://github.com/acme/web/pull/7x",
        "https://github.com/acme/web/pull/new",
        "https://github.com/acme/web/pull/07",
        "https://github.com/acme/%zz/pull/7",
        "https://evil.example.com?x=https://github.com/acme/web/pull/7",
        "javascript://github.com/acme/web/pull/7",
        "https://git.example.com/projects/A/repos/web/pull-requests/7"
      })
  void anythingElseIsNoPullRequest(String written) {
    assertThat(PullRequest.parse(written)).isEmpty();
  }
}
