package dev.tiller.app.standin.cursor;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/// A model on offer, in the form of v1's list.
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record Model(
    String id,
    String displayName,
    List<String> aliases,
    List<Parameter> parameters,
    List<Variant> variants) {

  record Value(String value, String displayName) {}

  record Parameter(String id, String displayName, List<Value> values) {}

  record Choice(String id, String value) {}

  @JsonInclude(JsonInclude.Include.NON_DEFAULT)
  record Variant(List<Choice> params, String displayName, boolean isDefault) {}

  private static final Parameter FAST =
      new Parameter(
          "fast", "Fast", List.of(new Value("true", "Fast"), new Value("false", "Standard")));

  private static final Parameter THINKING =
      new Parameter(
          "thinking", "Thinking", List.of(new Value("low", "Low"), new Value("high", "High")));

  /// Invented names among real ones: what accounts see differs.
  static final List<Model> ALL =
      List.of(
          new Model("default", "Default", List.of(), List.of(), List.of()),
          new Model(
              "composer-2",
              "Composer 2",
              List.of("composer-latest", "composer"),
              List.of(FAST),
              List.of(
                  new Variant(List.of(new Choice("fast", "false")), "Composer 2", true),
                  new Variant(List.of(new Choice("fast", "true")), "Composer 2 Fast", false))),
          new Model(
              "claude-4.6-sonnet-thinking",
              "Claude 4.6 Sonnet (thinking)",
              List.of("sonnet"),
              List.of(THINKING),
              List.of()),
          new Model("claude-4.6-opus", "Claude 4.6 Opus", List.of("opus"), List.of(), List.of()),
          new Model("gpt-5.3-codex", "GPT-5.3 Codex", List.of(), List.of(), List.of()));

  static boolean known(String id) {
    return ALL.stream().anyMatch(model -> model.id().equals(id) || model.aliases().contains(id));
  }
}
