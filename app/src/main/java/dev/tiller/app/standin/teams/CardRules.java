package dev.tiller.app.standin.teams;

import static dev.tiller.app.standin.schema.Rules.anything;
import static dev.tiller.app.standin.schema.Rules.bool;
import static dev.tiller.app.standin.schema.Rules.byType;
import static dev.tiller.app.standin.schema.Rules.lazy;
import static dev.tiller.app.standin.schema.Rules.list;
import static dev.tiller.app.standin.schema.Rules.oneOf;
import static dev.tiller.app.standin.schema.Rules.text;
import static dev.tiller.app.standin.schema.Rules.webAddress;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tiller.app.standin.schema.Problem;
import dev.tiller.app.standin.schema.Problems;
import dev.tiller.app.standin.schema.Rule;
import dev.tiller.app.standin.schema.Shape;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Rules for Adaptive Cards up to version 1.5, the newest that Teams shows.
final class CardRules {

  static final String CONTENT_TYPE = "application/vnd.microsoft.card.adaptive";

  private static final int LONG = 50_000;
  private static final Rule ELEMENTS = lazy(CardRules::elements);
  private static final Rule ACTIONS = lazy(CardRules::actions);

  private static final Rule COLUMN =
      Shape.open()
          .may("type", oneOf("Column"))
          .may("items", ELEMENTS)
          .may("selectAction", action());

  /// A date or time to be shown in the reader's own way (Adaptive Cards, "Text features"). Whatever
  /// is not exactly this is shown as it stands.
  private static final Pattern MOMENT =
      Pattern.compile(
          "\\{\\{(?:DATE|TIME)\\(\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(?:Z|[+-]\\d\\d:\\d\\d)"
              + "(?:, ?(?:COMPACT|SHORT|LONG))?\\)}}");

  private static final Pattern FUNCTION = Pattern.compile("\\{\\{(?:DATE|TIME)\\(");

  private static final Rule WORDS =
      text(LONG)
          .and((value, at, problems) -> {
            if (FUNCTION.matcher(MOMENT.matcher(value.asText()).replaceAll("")).find()) {
              problems.add("malformed date or time function", at);
            }
          });

  private static final Rule FACT = Shape.open().with("title", WORDS).with("value", WORDS);

  private static final Rule RUN =
      lazy(() ->
          Shape.open()
              .with("type", oneOf("TextRun"))
              .with("text", WORDS)
              .may("selectAction", action()));

  /// A `TextRun`, or bare text.
  private static final Rule INLINE =
      (value, at, problems) -> {
        if (!value.isTextual()) {
          RUN.check(value, at, problems);
        }
      };

  private static final Rule CELL =
      Shape.open().with("type", oneOf("TableCell")).may("items", ELEMENTS);

  private static final Rule ROW =
      Shape.open().with("type", oneOf("TableRow")).may("cells", list(0, 50, CELL));

  private static final Map<String, Rule> KINDS =
      Map.ofEntries(
          Map.entry("TextBlock", Shape.open().with("text", WORDS)),
          Map.entry("RichTextBlock", Shape.open().with("inlines", list(0, 500, INLINE))),
          Map.entry("Image", Shape.open().with("url", text(1, LONG)).may("selectAction", action())),
          Map.entry(
              "Container", Shape.open().with("items", ELEMENTS).may("selectAction", action())),
          Map.entry("ColumnSet", Shape.open().may("columns", list(0, 50, COLUMN))),
          Map.entry("FactSet", Shape.open().with("facts", list(0, 100, FACT))),
          Map.entry("ImageSet", Shape.open().with("images", list(0, 100, anything()))),
          Map.entry("ActionSet", Shape.open().with("actions", ACTIONS)),
          Map.entry("Table", Shape.open().may("rows", list(0, 500, ROW))),
          Map.entry("CodeBlock", Shape.open().with("codeSnippet", text(LONG))));

  private static final Shape INPUT = Shape.open().with("id", text(1, 500));

  private static final Rule CHOICE =
      Shape.open().with("title", text(LONG)).with("value", text(LONG));

  private static final Rule CHOICES =
      INPUT
          .may("choices", list(0, 500, CHOICE))
          .may("style", oneOf("compact", "expanded", "filtered"))
          .may("isMultiSelect", bool())
          .may("isRequired", bool())
          .may("label", text(LONG))
          .may("placeholder", text(LONG))
          .may("value", text(LONG));

  private static final Map<String, Rule> INPUTS =
      Stream.of("Text", "Number", "Date", "Time", "Toggle", "ChoiceSet")
          .collect(
              Collectors.toUnmodifiableMap(
                  it -> "Input." + it, it -> it.equals("ChoiceSet") ? CHOICES : INPUT));

  private static final Shape ACTION =
      Shape.open().may("title", text(LONG)).may("mode", oneOf("primary", "secondary"));

  private static final Rule SENDING = ACTION.may("associatedInputs", oneOf("auto", "none"));

  private static final Rule CARD =
      Shape.open()
          .with("type", oneOf("AdaptiveCard"))
          .with("version", oneOf("1.0", "1.1", "1.2", "1.3", "1.4", "1.5"))
          .may("body", ELEMENTS)
          .may("actions", ACTIONS)
          .may("fallbackText", text(LONG));

  private CardRules() {}

  /// What is wrong with a card; empty when Teams would show it.
  static List<Problem> problems(JsonNode card) {
    return Problems.of(CARD, card, "");
  }

  private static Rule elements() {
    var kinds = new HashMap<>(KINDS);
    kinds.putAll(INPUTS);
    return list(0, 500, byType(kinds));
  }

  private static Rule actions() {
    return list(0, 50, action());
  }

  private static Rule action() {
    return lazy(() ->
        byType(
            Map.of(
                "Action.OpenUrl", ACTION.with("url", webAddress(8000)),
                "Action.Submit", SENDING,
                "Action.Execute", SENDING,
                "Action.ShowCard", ACTION.with("card", Shape.open().may("body", ELEMENTS)),
                "Action.ToggleVisibility",
                    ACTION.with("targetElements", list(1, 100, anything())))));
  }
}
