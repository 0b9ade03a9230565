package dev.tiller.app.config;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.exc.InvalidNullException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.tiller.core.agents.Repository;
import dev.tiller.core.chat.Platform;
import dev.tiller.core.settings.Admin;
import dev.tiller.core.settings.Defaults;
import dev.tiller.core.settings.Scope;
import dev.tiller.core.settings.ScopeKey;
import dev.tiller.core.settings.Vocabulary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.error.MarkedYAMLException;

/// The reviewed file as it is written; docs/settings-file.example.yaml shows all of it.
///
/// @param slack workspaces by their team id; null where nothing is written about one
/// @param teams organisations by their tenant id; null where nothing is written about one
record ReviewedYaml(
    @Nullable List<Admin> admins,
    @JsonSetter(contentNulls = Nulls.SET) @Nullable Map<String, @Nullable Workspace> slack,
    @JsonSetter(contentNulls = Nulls.SET) @Nullable Map<String, @Nullable Workspace> teams) {

  private static final ObjectReader READER = mapper().readerFor(ReviewedYaml.class);

  /// What holds in one workspace.
  ///
  /// @param rules repositories by the words of tasks that lead to them
  /// @param aliases repositories by other names
  /// @param channels their defaults by channel id
  /// @param people their defaults by Slack user id or Entra object id
  record Workspace(
      @Nullable Defaults defaults,
      @Nullable Map<String, Repository> rules,
      @Nullable Map<String, Repository> aliases,
      @Nullable Map<String, Defaults> channels,
      @Nullable Map<String, Defaults> people) {}

  private static ObjectMapper mapper() {
    var factory =
        YAMLFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();
    return YAMLMapper.builder(factory)
        .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
        .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
        .enable(DeserializationFeature.ACCEPT_EMPTY_STRING_AS_NULL_OBJECT)
        .addModule(ReviewedValues.module())
        .defaultSetterInfo(JsonSetter.Value.forContentNulls(Nulls.FAIL))
        .build();
  }

  static ReviewedYaml read(Path file) throws BadReviewedFile {
    try {
      return parse(Files.readString(file));
    } catch (IOException e) {
      throw new BadReviewedFile(Reasons.of(e), e);
    }
  }

  static ReviewedYaml parse(String text) throws BadReviewedFile {
    try {
      ReviewedYaml read = READER.readValue(text);
      if (read == null) {
        throw new BadReviewedFile("it is empty; write {} if nothing is meant.");
      }
      return read;
    } catch (JsonProcessingException e) {
      throw new BadReviewedFile(sentence(e, text), e);
    }
  }

  private static String sentence(JsonProcessingException e, String text) {
    var why = e.getOriginalMessage();
    if (why.startsWith("No content")) {
      return "it is empty; write {} if nothing is meant.";
    }
    if (e instanceof UnrecognizedPropertyException unknown) {
      return line(lineOf(unknown.getPropertyName(), text)) + unknown(unknown);
    }
    var line = e.getLocation() == null ? "" : line(e.getLocation().getLineNr());
    if (why.startsWith("Duplicate field")) {
      return line + "a name is there twice. Keep one.";
    }
    return switch (e) {
      case ReviewedValues.BadValue _ -> line + why;
      case InvalidNullException _ -> line + "a value is missing. Write it, or take the line out.";
      case MismatchedInputException _ ->
          line + "this has another shape than is expected here. Compare it with the example.";
      default -> syntaxLine(e) + "this is not valid YAML.";
    };
  }

  /// The exception's own location is where the parser began to look.
  private static String syntaxLine(JsonProcessingException e) {
    return e.getCause() instanceof MarkedYAMLException marked && marked.getProblemMark() != null
        ? line(marked.getProblemMark().getLine() + 1L)
        : "";
  }

  private static String line(long number) {
    return number < 1 ? "" : "line " + number + ": ";
  }

  /// Where a name first stands, since the parser is past it when it turns out to be unknown.
  private static long lineOf(String name, String text) {
    return text.lines().takeWhile(line -> !line.strip().startsWith(name)).count() + 1;
  }

  private static String unknown(UnrecognizedPropertyException unknown) {
    var known =
        unknown.getKnownPropertyIds().stream()
            .map(Object::toString)
            .sorted()
            .collect(Collectors.joining(", "));
    return "there is no “%s”. Here can stand: %s.".formatted(unknown.getPropertyName(), known);
  }

  Set<Admin> allAdmins() {
    return admins == null ? Set.of() : new HashSet<>(admins);
  }

  Map<ScopeKey, Defaults> allDefaults() {
    var all = new HashMap<ScopeKey, Defaults>();
    each((platform, id, workspace) -> {
      put(all, new ScopeKey(Scope.WORKSPACE, platform, id, ""), workspace.defaults());
      orEmpty(workspace.channels())
          .forEach((its, defaults) ->
              put(all, new ScopeKey(Scope.CHANNEL, platform, id, its), defaults));
      orEmpty(workspace.people())
          .forEach(
              (its, defaults) -> put(all, new ScopeKey(Scope.PERSON, platform, id, its), defaults));
    });
    return all;
  }

  Map<ScopeKey, Vocabulary> allWords() {
    var all = new HashMap<ScopeKey, Vocabulary>();
    each((platform, id, workspace) ->
        all.put(
            new ScopeKey(Scope.WORKSPACE, platform, id, ""),
            new Vocabulary(words(workspace.rules()), words(workspace.aliases()))));
    return all;
  }

  private static Map<String, Repository> words(@Nullable Map<String, Repository> written) {
    var words = new HashMap<String, Repository>();
    orEmpty(written)
        .forEach((word, repository) -> words.put(ReviewedValues.word(word), repository));
    return words;
  }

  private interface Visit {
    void workspace(Platform platform, String id, Workspace workspace);
  }

  private void each(Visit visit) {
    each(Platform.SLACK, slack, visit);
    each(Platform.TEAMS, teams, visit);
  }

  private static void each(
      Platform platform, @Nullable Map<String, @Nullable Workspace> workspaces, Visit visit) {
    if (workspaces != null) {
      workspaces.forEach((id, workspace) -> {
        if (workspace != null) {
          visit.workspace(platform, id, workspace);
        }
      });
    }
  }

  private static void put(Map<ScopeKey, Defaults> all, ScopeKey key, @Nullable Defaults defaults) {
    if (defaults != null) {
      all.put(key, defaults);
    }
  }

  private static <T> Map<String, T> orEmpty(@Nullable Map<String, T> map) {
    return map == null ? Map.of() : map;
  }
}
