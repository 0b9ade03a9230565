package dev.tiller.app.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Brings the environment and the file together. The environment wins; an empty value counts as
/// absent; a secret may be in a file of its own.
final class Sources {

  private static final List<String> PREFIXES = List.of("SLACK_", "TEAMS_", "CURSOR_", "TILLER_");

  private final List<Problem> problems = new ArrayList<>();
  private final List<String> notices = new ArrayList<>();

  /// @param file absent when there is none
  Values read(Map<String, String> environment, Optional<Path> file) {
    var inFile = file.map(it -> new YamlFile(it, problems).read()).orElse(Map.of());
    var given = new EnumMap<Setting, String>(Setting.class);
    for (var setting : Setting.values()) {
      value(setting, environment)
          .or(() -> value(setting, inFile))
          .ifPresent(value -> given.put(setting, value));
    }
    inFile.keySet().forEach(this::checkNameInFile);
    environment.keySet().forEach(name -> checkNameInEnvironment(name, given.keySet()));
    return new Values(given, problems, notices);
  }

  private Optional<String> value(Setting setting, Map<String, String> source) {
    var direct = filled(source, setting.name());
    var path = setting.secret() ? filled(source, setting + Setting.FILE) : Optional.<String>empty();
    if (direct.isPresent() && path.isPresent()) {
      problem(setting + Setting.FILE, "and " + setting + " are both set: keep one.");
      return direct;
    }
    return direct.or(() -> path.flatMap(it -> content(setting, it)));
  }

  private Optional<String> content(Setting setting, String path) {
    try {
      var text = Files.readString(Path.of(path)).strip();
      if (text.isEmpty()) {
        problem(setting + Setting.FILE, "names an empty file: " + path);
      }
      return Optional.of(text).filter(it -> !it.isEmpty());
    } catch (IOException e) {
      problem(setting + Setting.FILE, "names " + path + ", but " + Reasons.of(e));
      return Optional.empty();
    }
  }

  private void checkNameInFile(String name) {
    if (Names.all().noneMatch(name::equals)) {
      problem(name, "in the settings file is no setting." + didYouMean(name));
    }
  }

  private void checkNameInEnvironment(String name, Set<Setting> given) {
    boolean ours = PREFIXES.stream().anyMatch(name::startsWith);
    if (!ours || Names.LAUNCHER.contains(name) || Names.all().anyMatch(name::equals)) {
      return;
    }
    var near = Names.near(name);
    var names = given.stream().map(Setting::name).collect(Collectors.toSet());
    if (near.isPresent() && !names.contains(near.get())) {
      problem(name, "is no setting." + didYouMean(name));
    } else if (near.isPresent() || name.startsWith("TILLER_")) {
      notices.add(name + " is no setting and is ignored.");
    }
  }

  private static String didYouMean(String name) {
    return Names.near(name).map(it -> " Did you mean " + it + "?").orElse("");
  }

  private static Optional<String> filled(Map<String, String> source, String name) {
    return Optional.ofNullable(source.get(name)).map(String::strip).filter(it -> !it.isEmpty());
  }

  private void problem(String setting, String mend) {
    problems.add(new Problem(setting, mend));
  }
}
