package dev.tiller.core.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.tiller.core.command.Mention.Kind;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MentionsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '>',
      value = {
        "fix the login in web-app                      > web-app (in web-app)",
        "In web-app, fix the login                     > web-app (In web-app)",
        "fix it in web-app.                            > web-app (in web-app)",
        "fix it in *web-app*                           > web-app (in web-app)",
        "fix the login in web app                      > web app (in web app) | web (in web)",
        "fix the login in the web-app repo             > web-app (in the web-app)",
        "clean up the old billing service repository   > old billing service (old billing service repository) | billing service (billing service repository) | service (service repository)",
        "in repo web-app fix it                        > repo web-app fix (in repo web-app fix) | repo web-app (in repo web-app) | repo (in repo) | web-app (repo web-app)",
        "write docs for web-app                        > web-app (for web-app)",
        "write docs for the web-app                    > web-app (for the web-app)",
        "write docs for everybody                      > ",
        "the typo in the docs                          > ",
        "work on web_2 and on api.v3                   > web_2 (on web_2) | api.v3 (on api.v3)",
        "fix it for acme/web                           > acme/web (acme/web)",
        "acme/web: fix it                              > acme/web (acme/web)",
        "web-app: fix it                               > web-app (web-app)",
        "docs: fix it                                  > ",
        "acme/web fix it                               > acme/web (acme/web)",
        "fix it (acme/web)                             > acme/web (acme/web)",
        "see https://github.com/acme/web               > https://github.com/acme/web (https://github.com/acme/web)",
        "fix https://github.com/acme/web/issues/7#x    > https://github.com/acme/web (https://github.com/acme/web/issues/7#x)",
        "read https://github.com/acme/web/pull/7/files > https://github.com/acme/web (https://github.com/acme/web/pull/7/files)",
        "fix github.com/acme/web, please               > https://github.com/acme/web (github.com/acme/web)",
        "fix https://gitlab.com/a/b/c/-/issues/1       > https://gitlab.com/a/b/c (https://gitlab.com/a/b/c/-/issues/1)",
        "fix git@github.com:acme/web.git               > https://github.com/acme/web (git@github.com:acme/web.git)",
        "curl x?repo=acme/web                          > ",
        "fix `in web-app` and \"in web-app\"           > ",
        "fix 'in web-app' and “acme/web”               > ",
        "don't fix it in web-app or in api's           > web-app or in (in web-app or in) | web-app or (in web-app or) | web-app (in web-app) | api's (in api's)",
        "it is in, web-app                             > ",
      })
  void repositories(String prompt, String expected) {
    assertThat(written(Kind.REPOSITORY, prompt)).isEqualTo(expected == null ? "" : expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '>',
      value = {
        "on branch dev fix it                  > dev (on branch dev)",
        "fix it on the branch fix/login.       > fix/login (on the branch fix/login)",
        "fix it on the dev branch              > dev (on the dev branch)",
        "fix it in the feature-7 branch, now   > feature-7 (in the feature-7 branch)",
        "start from branch v1.2.x              > v1.2.x (from branch v1.2.x)",
        "branch dev, fix it                    > dev (branch dev)",
        "in acme/web, branch dev: fix it       > dev (branch dev)",
        "in acme/web and branch dev fix it     > dev (and branch dev)",
        "starting from the branch called ann/x > ann/x (from the branch called ann/x)",
        "branch off from the dev branch        > dev (from the dev branch)",
        "cherry-pick it from the release branch > ",
        "from the release branch take the fix  > ",
        "take it from branch dev               > ",
        "diff against the main branch          > ",
        "diff against branch main              > ",
        "on dev branch                         > dev (on dev branch)",
        "turn on branch protection             > ",
        "improve on branch coverage            > ",
        "cover the if/else branch              > ",
        "fix the bug in the else-if branch     > ",
        "create branch fix/login               > ",
        "create a new branch dev               > ",
        "merge branch dev into main            > ",
        "delete the branch fix/login           > ",
        "delete the dev branch                 > ",
        "push to branch fix/login              > ",
        "rename branch dev to main             > ",
        "on branch 404                         > ",
        "on branch --force                     > ",
        "on branch `dev`                       > ",
        "on 'branch dev'                       > ",
        "which branch. dev is slow             > ",
        "the branch                            > ",
      })
  void branches(String prompt, String expected) {
    assertThat(written(Kind.BRANCH, prompt)).isEqualTo(expected == null ? "" : expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '>',
      value = {
        "with opus fix it                 > opus fix it (with opus fix it) | opus fix (with opus fix) | opus (with opus)",
        "fix it with opus                 > opus (with opus)",
        "fix it using gpt-5.2.            > gpt-5.2 (using gpt-5.2)",
        "Use gpt-5.2, fix it              > gpt-5.2 (Use gpt-5.2)",
        "fix it with claude opus 4.5      > claude opus 4.5 (with claude opus 4.5) | claude opus (with claude opus) | claude (with claude)",
        "fix it with the opus model       > opus (with the opus model)",
        "fix it with model opus           > opus (with model opus)",
        "use the haiku format             > ",
        "fill it with default values      > ",
        "use auto, please                 > ",
        "install it using composer        > ",
        "fix it with composer-1           > composer-1 (with composer-1)",
        "fix it with the default model    > default (with the default model)",
        "fix it with model composer       > composer (with model composer)",
        "use composer model               > composer (use composer)",
        "use `opus` as the codename       > ",
        "use \"opus\" as the codename     > ",
        "magnum opus                      > ",
      })
  void models(String prompt, String expected) {
    assertThat(written(Kind.MODEL, prompt)).isEqualTo(expected == null ? "" : expected);
  }

  @Test
  void theLongestKnownNameOfAPlaceIsMeant() {
    var known = List.of("web", "web app", "api");

    assertThat(Mentions.in("fix it in web app and in web", its -> known.contains(its.name())))
        .extracting(Mention::name)
        .containsExactly("web app", "web");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '>',
      value = {
        "fix it in web                           > web?",
        "fix it in web app                       > web app? | web?",
        "fix it in web-app                       > web-app",
        "fix it in the web repo                  > web",
        "fix it in web repo                      > web repo? | web",
        "create a web repo                       > web?",
        "fix it in the web project               > ",
        "fix it in the web-app project           > web-app",
        "project web                             > ",
        "use it from acme/web                    > acme/web?",
        "do as in acme/api; see: the acme/web    > acme/api | acme/web?",
        "it is better than acme/web, or acme/api > acme/web? | acme/api",
        "like acme/web, but in acme/web          > acme/web",
        "https://github.com/acme/web/issues/7    > https://github.com/acme/web?",
        "https://gitlab.com/a/b/-/issues/7       > https://gitlab.com/a/b?",
        "https://github.com/acme/web/tree/x      > https://github.com/acme/web",
      })
  void whatMayBeMereProseIsNotSure(String prompt, String expected) {
    var found =
        Mentions.in(prompt).stream()
            .filter(mention -> mention.kind() == Kind.REPOSITORY)
            .map(mention -> mention.name() + (mention.sure() ? "" : "?"))
            .collect(Collectors.joining(" | "));

    assertThat(found).isEqualTo(expected == null ? "" : expected);
  }

  @Test
  void aNameIsToldOnceAndNotTooManyAre() {
    assertThat(Mentions.in("fix acme/web and Acme/Web")).hasSize(1);
    assertThat(
            Mentions.in(
                java.util.stream.IntStream.range(0, 999)
                    .mapToObj(i -> "a/b" + i)
                    .collect(Collectors.joining(" "))))
        .hasSize(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "in ", "in a ", "with a b c ", "on the ", "branch ", "the dev branch ", "a/", "/", "a.",
            "'", "'a ",
        "\"", "“a", "`", "> ", "repo ", "https://", "https://a/b/", "git@a:", "in\u0000", "\uD800",
            "- "
      })
  void muchOfItIsReadAtOnce(String piece) {
    assertTimeoutPreemptively(
        Duration.ofSeconds(10), () -> Mentions.in(piece.repeat(1_000_000 / piece.length())));
  }

  @Test
  void noInputThrows() {
    var messages = new Messages(11);
    for (var i = 0; i < 3_000; i++) {
      Mentions.in(messages.noise());
      Mentions.in(messages.message());
    }
  }

  private static String written(Kind kind, String prompt) {
    return Mentions.in(prompt).stream()
        .filter(mention -> mention.kind() == kind)
        .map(mention -> mention.name() + " (" + mention.phrase() + ")")
        .collect(Collectors.joining(" | "));
  }
}
