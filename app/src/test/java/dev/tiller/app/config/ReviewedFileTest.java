package dev.tiller.app.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tiller.core.agents.Repository;
import dev.tiller.core.chat.Platform;
import dev.tiller.core.command.ContextChoice;
import dev.tiller.core.command.Pick;
import dev.tiller.core.settings.Admin;
import dev.tiller.core.settings.Defaults;
import dev.tiller.core.settings.Etiquette;
import dev.tiller.core.settings.Reviewed;
import dev.tiller.core.settings.Scope;
import dev.tiller.core.settings.ScopeKey;
import dev.tiller.core.settings.Steering;
import dev.tiller.core.text.Language;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReviewedFileTest {

  private static final Admin ANN = new Admin(Platform.SLACK, "U0ANN");
  private static final Admin BEN = new Admin(Platform.SLACK, "U0BEN");
  private static final ScopeKey ACME = new ScopeKey(Scope.WORKSPACE, Platform.SLACK, "T0ACME", "");
  private static final Repository WEB = Repository.parse("acme/web").orElseThrow();
  private static final Repository API = Repository.parse("acme/api").orElseThrow();

  @TempDir Path folder;

  private Path file;

  @BeforeEach
  void name() {
    file = folder.resolve("settings.yaml");
  }

  private ReviewedFile open(String... lines) throws IOException {
    write(lines);
    return ReviewedFile.open(new Settings.Governance(Set.of(BEN), true, Optional.of(file)));
  }

  private void write(String... lines) throws IOException {
    Files.writeString(file, String.join("\n", lines) + "\n");
  }

  private static void looks(ReviewedFile reviewed) {
    reviewed.look();
    reviewed.look();
  }

  private static Optional<Repository> repository(Reviewed reviewed) {
    return reviewed.of(ACME).repository();
  }

  @Test
  void theExampleHoldsAllThereIs() throws Exception {
    var example = ReviewedYaml.read(Path.of("../docs/settings-file.example.yaml"));

    assertThat(example.allAdmins()).hasSize(2).contains(ANN);
    assertThat(example.allDefaults().get(ACME))
        .isEqualTo(
            new Defaults(
                Optional.of(WEB),
                Optional.of(new Pick.Named("main")),
                Optional.of(new Pick.Auto()),
                Optional.of(true),
                Optional.of(new ContextChoice.WholeThread()),
                new Etiquette(
                    Optional.of(Steering.owner()),
                    Optional.of(false),
                    Optional.of(false),
                    Optional.of(false),
                    Optional.of(Language.ENGLISH))));
    assertThat(example.allDefaults())
        .containsKeys(
            new ScopeKey(Scope.CHANNEL, Platform.SLACK, "T0ACME", "C0WEB"),
            new ScopeKey(Scope.PERSON, Platform.SLACK, "T0ACME", "U0BEN"),
            new ScopeKey(
                Scope.CHANNEL,
                Platform.TEAMS,
                "22222222-aaaa-4bbb-8ccc-000000000002",
                "19:acme-web@thread.tacv2"))
        .hasSize(5);
    var words = Objects.requireNonNull(example.allWords().get(ACME));
    assertThat(words.rules()).containsEntry("frontend", WEB).containsEntry("payment service", API);
    assertThat(words.aliases()).containsEntry("api", API);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          slack:;  T0ACME:;    defaults:;      rpo: acme/web | line 4: there is no setting “rpo” here. Write one of repo, branch
          slack:;  T0ACME:;    defaults:;      repo: nonsense | line 4: repo: nonsense is no value
          slack:;  T0ACME:;    people:;      U0BEN:;        followups: team | line 5: there is no setting “followups” here
          slack:;  T0ACME:;    defualts:;      repo: acme/web | line 3: there is no “defualts”. Here can stand: aliases, channels, defaults
          slack:;  T0ACME:;    rules:;      web: nonsense | line 4: “nonsense” is no repository
          admins:;  - U0ANN | line 2: “U0ANN” is no person's id. Write slack:U0123ABCD
          admins: [slack:U1];admins: [slack:U2] | line 2: a name is there twice
          slack:;	T0ACME: {} | line 2: this is not valid YAML
          slack: T0ACME | line 1: this has another shape
          slack:;  T0ACME:;    defaults: yes | line 3: here settings are expected
          slack:;  T0ACME:;    defaults:;      model: [a] | line 4: here one value is expected
          slack:;  T0ACME:;    rules:;      frontend: ~ | line 4: a value is missing
          slack:;  T0ACME:;    aliases: {web: ~} | line 3: a value is missing
          slack:;  T0ACME:;    channels:;      C0WEB: ~;      C0API: {} | line 4: a value is missing
          slack:;  T0ACME:;    people: {U0BEN: null} | line 3: a value is missing
          admins:;  - ~ | line 2: a value is missing
          # nothing | it is empty
          """)
  void aMistakeIsToldWithItsLineAndWhatToDo(String lines, String told) {
    assertThatThrownBy(() -> open(lines.split(";", -1))).hasMessageContaining(told);
  }

  @Test
  void whatIsLeftOutOrEmptyMeansNothing() throws Exception {
    try (var reviewed = open("admins:", "slack:", "  T0ACME:", "    defaults:", "    rules:")) {
      assertThat(reviewed.get().admins()).containsExactly(BEN);
      assertThat(reviewed.get().of(ACME)).isEqualTo(Defaults.NONE);
      assertThat(reviewed.get().membersSetChannels()).isTrue();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"slack:;  T0ACME:", "slack: {T0ACME: ~}", "teams:;  t-1:;slack:;  T0ACME: ''"})
  void aWorkspaceWithNothingUnderItIsEmpty(String lines) throws Exception {
    try (var reviewed = open(lines.split(";", -1))) {
      assertThat(reviewed.get().of(ACME)).isEqualTo(Defaults.NONE);
    }
  }

  @Test
  void anEditThatLeavesAValueOutIsToldAndTheNextOneIsTakenOver() throws Exception {
    try (var reviewed = open("admins: ['slack:U0ANN']")) {
      write("admins:", "  - ~");
      looks(reviewed);
      assertThat(reviewed.get().trouble().orElseThrow()).contains("line 2", "a value is missing");

      write("admins: []");
      looks(reviewed);
      assertThat(reviewed.get().admins()).containsExactly(BEN);
    }
  }

  @Test
  void anEditIsTakenOverOnceItIsFinished() throws Exception {
    try (var reviewed = open("slack: {T0ACME: {defaults: {repo: acme/web}}}")) {
      assertThat(repository(reviewed.get())).contains(WEB);

      write("admins: ['slack:U0ANN']", "slack: {T0ACME: {defaults: {repo: acme/api}}}");
      reviewed.look();
      assertThat(repository(reviewed.get())).contains(WEB);
      reviewed.look();

      assertThat(repository(reviewed.get())).contains(API);
      assertThat(reviewed.get().admins()).containsExactlyInAnyOrder(ANN, BEN);
    }
  }

  @Test
  void aBadEditLeavesTheLastGoodOneInUseAndIsTold() throws Exception {
    try (var reviewed = open("slack: {T0ACME: {defaults: {repo: acme/web}}}")) {
      write("slack: {T0ACME: {defaults: {repo: nonsense}}}");
      looks(reviewed);

      assertThat(repository(reviewed.get())).contains(WEB);
      assertThat(reviewed.get().trouble().orElseThrow())
          .contains("line 1", "nonsense", "The last good one is in use.");

      write("slack: {T0ACME: {defaults: {repo: acme/web}}}");
      looks(reviewed);
      assertThat(reviewed.get().trouble()).isEmpty();
    }
  }

  @Test
  void aFileThatIsGoneLeavesTheLastGoodOneInUse() throws Exception {
    try (var reviewed = open("slack: {T0ACME: {defaults: {repo: acme/web}}}")) {
      Files.delete(file);
      looks(reviewed);
      assertThat(repository(reviewed.get())).contains(WEB);
      assertThat(reviewed.get().trouble().orElseThrow()).contains("no such file");

      write("slack: {T0ACME: {defaults: {repo: acme/web}}}");
      looks(reviewed);
      assertThat(reviewed.get().trouble()).isEmpty();
    }
  }
}
