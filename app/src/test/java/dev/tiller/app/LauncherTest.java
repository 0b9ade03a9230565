package dev.tiller.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Runs the launcher among folders that stand in for JDKs, Maven and a source checkout. The copy
/// under test looks for JDKs below the test's folder instead of below the root.
class LauncherTest {

  private static final List<String> TOOLS =
      "sh sed dirname readlink find head tail tee grep mkdir rm mv cat"
          .lines()
          .flatMap(it -> Stream.of(it.split(" ")))
          .toList();

  @TempDir Path root;
  private Path checkout;
  private Path tools;
  private Path launcher;
  private final Map<String, String> environment = new HashMap<>();

  record Outcome(int code, String out, String err) {}

  @BeforeEach
  void prepare() throws IOException {
    checkout = Files.createDirectories(root.resolve("my checkout"));
    tools = Files.createDirectories(root.resolve("tools"));
    for (var tool : TOOLS) {
      var real =
          Stream.of("/usr/bin/", "/bin/").map(it -> Path.of(it + tool)).filter(Files::exists);
      Files.createSymbolicLink(tools.resolve(tool), real.findFirst().orElseThrow());
    }
    var text = Files.readString(Path.of("../tiller"));
    for (var folder : List.of("/usr/", "/opt/", "/Library/")) {
      text = text.replace(" " + folder, " " + root + folder);
    }
    launcher = script(checkout.resolve("tiller"), text);
    environment.put("PATH", tools.toString());
    environment.put("HOME", root.resolve("home").toString());
    built();
  }

  @Test
  void argumentsAndTheExitCodePassThrough() throws Exception {
    jdk("usr/lib/jvm/temurin-25", "25.0.3");

    var outcome = run("playground", "--port", "a b", "");

    assertThat(outcome.code()).isEqualTo(7);
    assertThat(outcome.out())
        .contains("\n-jar\n" + checkout.toRealPath() + "/app/target/tiller.jar\n")
        .endsWith("\nplayground\n--port\na b\n\n");
    assertThat(outcome.err()).isEmpty();
  }

  @Test
  void ownVariableComesFirstAndItsOptionsAreWords() throws Exception {
    jdk("usr/lib/jvm/temurin-25", "25.0.3");
    environment.put("TILLER_JAVA_HOME", jdk("own", "26").toString());
    environment.put("TILLER_JAVA_OPTS", "-Xmx99m -Da=b");

    assertThat(run().out()).startsWith(root + "/own/bin/java\n").contains("\n-Xmx99m\n-Da=b\n");
  }

  @Test
  void anAheadOfTimeCacheIsUsedWhereThereIsOne() throws Exception {
    jdk("usr/lib/jvm/temurin-25", "25.0.3");
    assertThat(run().out()).doesNotContain("AOTCache");

    var cache = Files.createFile(checkout.toRealPath().resolve("app/target/tiller.aot"));

    assertThat(run().out()).contains("\n-XX:AOTCache=" + cache + "\n");
  }

  @Test
  void anAheadOfTimeCacheFromBeforeTheJarOrThatIsBeingMadeIsLeftAlone() throws Exception {
    jdk("usr/lib/jvm/temurin-25", "25.0.3");
    var cache = Files.createFile(checkout.resolve("app/target/tiller.aot"));
    environment.put("TILLER_JAVA_OPTS", "-XX:AOTCacheOutput=" + cache);
    assertThat(run().out()).doesNotContain("AOTCache=");
    environment.remove("TILLER_JAVA_OPTS");

    Files.setLastModifiedTime(cache, FileTime.from(Instant.now().minusSeconds(60)));

    assertThat(run().out()).doesNotContain("AOTCache");
  }

  @Test
  void theBuildIsToldTheCommit() throws Exception {
    jdk("usr/lib/jvm/temurin-25", "25.0.3");
    script(tools.resolve("git"), "#!/bin/sh\necho 0123456789ab\n");
    maven("echo \"$*\" >\"$HOME/called\"");
    sources(60);

    run("--help");

    assertThat(root.resolve("home/called")).content().contains("-Dtiller.commit=0123456789ab");
  }

  @Test
  void ownVariableThatIsNoSuchJdkIsAnError() throws Exception {
    jdk("usr/lib/jvm/temurin-25", "25.0.3");
    environment.put("TILLER_JAVA_HOME", jdk("own", "21.0.1").toString());

    var outcome = run();

    assertThat(outcome.code()).isEqualTo(78);
    assertThat(outcome.err().lines()).singleElement().asString().contains("TILLER_JAVA_HOME");
  }

  @Test
  void anOlderJavaHomeIsPassedOverForANewerJavaOnThePath() throws Exception {
    environment.put("JAVA_HOME", jdk("old", "17.0.15").toString());
    Files.createSymbolicLink(tools.resolve("java"), jdk("new", "25").resolve("bin/java"));

    assertThat(run().out()).startsWith(root + "/new/bin/java\n");
  }

  @Test
  void aNewEnoughJavaHomeBeatsThePath() throws Exception {
    environment.put("JAVA_HOME", jdk("home25", "25.0.1").toString());
    Files.createSymbolicLink(tools.resolve("java"), jdk("new", "25").resolve("bin/java"));

    assertThat(run().out()).startsWith(root + "/home25/bin/java\n");
  }

  @Test
  void usualFoldersAreSearched() throws Exception {
    jdk("opt/jdk-21", "21.0.2");
    jdk("home/.sdkman/candidates/java/25-tem", "25");

    assertThat(run().out()).startsWith(root + "/home/.sdkman/candidates/java/25-tem/bin/java\n");
  }

  @Test
  void withoutAJdkOneSentenceSaysWhatToInstallAndNoJvmIsStarted() throws Exception {
    Files.createSymbolicLink(tools.resolve("java"), jdk("old", "17.0.15").resolve("bin/java"));
    Files.createDirectories(root.resolve("usr/lib/jvm/half/bin"));

    var outcome = run();

    assertThat(outcome.code()).isEqualTo(78);
    assertThat(outcome.out()).isEmpty();
    assertThat(outcome.err().lines()).singleElement().asString().contains("JDK 25", "install");
  }

  @Test
  void itWorksThroughSymbolicLinksFromElsewhere() throws Exception {
    jdk("usr/lib/jvm/temurin-25", "25.0.3");
    var first = Files.createSymbolicLink(checkout.resolve("first"), Path.of("tiller"));
    launcher = Files.createSymbolicLink(root.resolve("second"), first);

    assertThat(run().out()).contains(checkout.toRealPath() + "/app/target/tiller.jar");
  }

  @Test
  void aFreshBuildIsNotRepeated() throws Exception {
    jdk("usr/lib/jvm/temurin-25", "25.0.3");
    maven("echo unwanted >&2");
    sources(-60);

    assertThat(run().err()).isEmpty();
  }

  @Test
  void newerSourcesAreBuiltWithTheFoundJdkAndThenNotAgain() throws Exception {
    jdk("usr/lib/jvm/temurin-25", "25.0.3");
    maven(
        "echo \"[INFO] Building Tiller: core   1-SNAPSHOT   [2/6]\"; echo \"$JAVA_HOME $*\" >\"$HOME/called\"");
    sources(60);

    var outcome = run("--help");

    assertThat(outcome.code()).isEqualTo(7);
    assertThat(outcome.err()).contains("Building Tiller.", "  Tiller: core [2/6]");
    assertThat(root.resolve("home/called"))
        .content()
        .contains(root + "/usr/lib/jvm/temurin-25 ", "-DskipTests", "package");
    assertThat(checkout.resolve("target/build.log")).content().contains("core");
    sources(-10);
    assertThat(run("--help").err()).isEmpty();
  }

  @Test
  void progressIsShownWhileTheBuildGoesOn() throws Exception {
    jdk("usr/lib/jvm/temurin-25", "25.0.3");
    sources(60);
    maven(
        """
        echo "[INFO] Building Tiller: core   1-SNAPSHOT   [2/6]"
        looks=0
        until grep -q 'Tiller: core' "$HOME/../err" || [ $looks -ge 500 ]; do
          looks=$((looks + 1))
        done
        cat "$HOME/../err" >"$HOME/seen\"\
        """);

    run("--help");

    assertThat(root.resolve("home/seen")).content().contains("  Tiller: core [2/6]");
  }

  @Test
  void hundredsOfDownloadsAreALineEach() throws Exception {
    jdk("usr/lib/jvm/temurin-25", "25.0.3");
    sources(60);
    var line = "echo '[INFO] Downloaded from central: a.pom'\n";
    maven(line.repeat(150) + line.replace("[INFO] ", "").repeat(50));

    assertThat(run("--help").err().lines().filter(it -> it.contains("files downloaded")))
        .containsExactly("  100 files downloaded", "  200 files downloaded");
  }

  @Test
  void aMissingJarIsBuilt() throws Exception {
    jdk("usr/lib/jvm/temurin-25", "25.0.3");
    sources(-60);
    Files.delete(checkout.resolve("app/target/tiller.jar"));
    maven(": >\"${3%/pom.xml}/app/target/tiller.jar\"");

    assertThat(run("--help").code()).isEqualTo(7);
  }

  @Test
  void aFailedBuildShowsItsErrorsAndStartsNothing() throws Exception {
    jdk("usr/lib/jvm/temurin-25", "25.0.3");
    sources(60);
    maven("echo '[INFO] fine'; echo '[ERROR] no such symbol'; exit 1");

    var outcome = run("--help");

    assertThat(outcome.code()).isEqualTo(1);
    assertThat(outcome.err())
        .contains("[ERROR] no such symbol", "build.log")
        .doesNotContain("fine");
    assertThat(outcome.out()).isEmpty();
  }

  @Test
  void withoutMavenASentenceSaysSo() throws Exception {
    jdk("usr/lib/jvm/temurin-25", "25.0.3");
    sources(60);

    var outcome = run();

    assertThat(outcome.code()).isEqualTo(78);
    assertThat(outcome.err().lines()).singleElement().asString().contains("Maven");
  }

  private void built() throws IOException {
    Files.createDirectories(checkout.resolve("app/target/lib"));
    var jar = Files.createFile(checkout.resolve("app/target/tiller.jar"));
    Files.setLastModifiedTime(jar, FileTime.from(Instant.now().minusSeconds(30)));
  }

  /// Puts a source file into the checkout, its time so many seconds from now.
  private void sources(int seconds) throws IOException {
    var file = checkout.resolve("bot-core/src/main/java/A.java");
    Files.createDirectories(file.getParent());
    Files.writeString(checkout.resolve("pom.xml"), "");
    Files.writeString(file, "");
    try (var all = Files.walk(checkout)) {
      for (var path : all.filter(it -> !it.toString().contains("target")).toList()) {
        Files.setLastModifiedTime(path, FileTime.from(Instant.now().plusSeconds(seconds)));
      }
    }
  }

  /// A folder that looks like a JDK. Its `java` says how it was called, and fails where it is old.
  private Path jdk(String folder, String version) throws IOException {
    var home = root.resolve(folder);
    Files.createDirectories(home.resolve("bin"));
    Files.writeString(
        home.resolve("release"), "IMPLEMENTOR=\"x\"\nJAVA_VERSION=\"" + version + "\"\n");
    script(home.resolve("bin/java"), "#!/bin/sh\nprintf '%s\\n' \"$0\" \"$@\"\nexit 7\n");
    return home;
  }

  private void maven(String body) throws IOException {
    Files.createDirectories(root.resolve("home"));
    script(tools.resolve("mvn"), "#!/bin/sh\n" + body + "\n");
  }

  private static Path script(Path file, String text) throws IOException {
    Files.writeString(file, text);
    assertThat(file.toFile().setExecutable(true)).isTrue();
    return file;
  }

  private Outcome run(String... arguments) throws IOException, InterruptedException {
    var command = Stream.concat(Stream.of(launcher.toString()), Stream.of(arguments)).toList();
    var builder =
        new ProcessBuilder(command)
            .directory(Files.createDirectories(root.resolve("else")).toFile());
    builder.environment().clear();
    builder.environment().putAll(environment);
    var process = builder.redirectError(root.resolve("err").toFile()).start();
    process.getOutputStream().close();
    var out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Outcome(process.waitFor(), out, Files.readString(root.resolve("err")));
  }
}
