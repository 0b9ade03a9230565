package dev.tiller.teams;

import static dev.tiller.teams.TeamsElements.column;
import static dev.tiller.teams.TeamsElements.columns;
import static dev.tiller.teams.TeamsElements.container;
import static dev.tiller.teams.TeamsElements.line;
import static dev.tiller.teams.TeamsElements.run;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tiller.core.chat.ActionKey;
import dev.tiller.core.chat.Button;
import dev.tiller.core.chat.Card;
import dev.tiller.core.chat.Menu;
import dev.tiller.core.chat.RichText;
import dev.tiller.core.text.Texts;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/// Posts as Adaptive Cards 1.5, the version that Teams shows everywhere.
final class TeamsCards {

  static final String CONTENT_TYPE = "application/vnd.microsoft.card.adaptive";

  private static final int SIZE = 17_000;
  private static final int LEAD = 5_000;
  private static final int FACTS = 12;
  private static final int SHORT = 300;

  private TeamsCards() {}

  /// A card without its body's end, should it be too long for a message.
  static ObjectNode card(Card card) {
    int left = SIZE - of(card, RichText.EMPTY).toString().length();
    return of(card, fitting(card.body(), left));
  }

  /// A card that holds nothing but buttons.
  static ObjectNode buttons(List<Button> buttons) {
    return card(List.of(), buttons.stream().map(TeamsCards::button).toList());
  }

  /// A card of these elements and actions.
  static ObjectNode card(Collection<ObjectNode> body, Collection<ObjectNode> actions) {
    var card =
        TeamsElements.element("AdaptiveCard")
            .put("$schema", "http://adaptivecards.io/schemas/adaptive-card.json")
            .put("version", "1.5");
    card.putObject("msteams").put("width", "Full");
    card.putArray("body").addAll(body);
    card.putArray("actions").addAll(actions);
    return card;
  }

  private static ObjectNode of(Card card, RichText text) {
    var body = new ArrayList<ObjectNode>();
    body.add(header(card));
    if (!card.lead().isBlank()) {
      body.addAll(TeamsElements.text(fitting(RichText.plain(card.lead()), LEAD)));
    }
    if (!card.facts().isEmpty()) {
      body.add(facts(card.facts()));
    }
    if (!text.isEmpty()) {
      body.add(container(TeamsElements.text(text)).put("separator", true).put("spacing", "Medium"));
    }
    card.progress().ifPresent(progress -> body.add(progress(progress)));
    card.menu().ifPresent(menu -> body.addAll(menu(menu)));
    if (!card.footnote().isBlank()) {
      body.add(subtle(card.footnote()).put("spacing", "Medium"));
    }
    var buttons = new ArrayList<ObjectNode>();
    card.buttons().forEach(button -> buttons.add(button(button)));
    card.more().forEach(button -> buttons.add(button(button).put("mode", "secondary")));
    if (card.menu().isPresent()) {
      buttons.forEach(TeamsCards::leaveInputsAlone);
    }
    return card(body, buttons);
  }

  /// Something to choose, and the button that sends what was chosen.
  private static List<ObjectNode> menu(Menu menu) {
    var send = action("Action.Execute", Texts.get("adapter.choose"), Button.Style.DEFAULT);
    send.put("verb", menu.key().verb()).set("data", data(menu.key()).put(TeamsForms.MENU, true));
    var actions = TeamsElements.element("ActionSet").put("spacing", "Small");
    actions.putArray("actions").add(send);
    return List.of(TeamsChoices.menu(menu).put("spacing", "Medium"), actions);
  }

  /// Else a click on another button would need something chosen first, too.
  private static void leaveInputsAlone(ObjectNode button) {
    if (!button.path("type").asText().equals("Action.OpenUrl")) {
      button.put("associatedInputs", "none");
    }
  }

  /// A coloured band with the state's sign and its words.
  private static ObjectNode header(Card card) {
    var look = Look.of(card.tone());
    var words = line(run(oneLine(card.title())).put("size", "Medium").put("weight", "Bolder"));
    var title = column("stretch", List.of(words)).put("verticalContentAlignment", "Center");
    var row =
        look.sign().isEmpty()
            ? columns(title)
            : columns(column("auto", List.of(line(run(look.sign())))), title);
    return container(List.of(row)).put("style", look.style()).put("bleed", true);
  }

  private record Look(String sign, String style) {
    static Look of(Card.Tone tone) {
      return switch (tone) {
        case NEUTRAL -> new Look("", "emphasis");
        case WORKING -> new Look("⏳", "accent");
        case WAITING -> new Look("✋", "warning");
        case SUCCESS -> new Look("✅", "good");
        case FAILURE -> new Look("❌", "attention");
      };
    }
  }

  private static ObjectNode facts(List<Card.Fact> facts) {
    return container(facts.stream().limit(FACTS).map(TeamsCards::fact).toList());
  }

  private static ObjectNode fact(Card.Fact fact) {
    var value =
        fact.moment()
            .map(TeamsElements::momentBlock)
            .orElseGet(() -> line(run(oneLine(fact.value()))));
    return columns(column("110px", List.of(subtle(fact.name()))), column("stretch", List.of(value)))
        .put("spacing", "Small");
  }

  private static ObjectNode progress(String progress) {
    var words =
        line(run(Texts.get("adapter.now") + " ").put("weight", "Bolder"), run(oneLine(progress)));
    return container(List.of(words)).put("style", "emphasis").put("spacing", "Medium");
  }

  private static ObjectNode subtle(String text) {
    return line(run(oneLine(text)).put("isSubtle", true).put("size", "Small"));
  }

  private static ObjectNode button(Button button) {
    return switch (button) {
      case Button.Link(var label, var url, var style) ->
          action("Action.OpenUrl", label, style).put("url", url.toASCIIString());
      case Button.Press(var label, var key, var style) ->
          action("Action.Execute", label, style).put("verb", key.verb()).set("data", data(key));
      case Button.OpenForm(var label, var key, var style) ->
          action("Action.Submit", label, style).set("data", dialog(key));
    };
  }

  private static ObjectNode action(String type, String label, Button.Style style) {
    var action = TeamsElements.element(type).put("title", label);
    return switch (style) {
      case DEFAULT -> action;
      case PRIMARY -> action.put("style", "positive");
      case DANGER -> action.put("style", "destructive");
    };
  }

  private static ObjectNode data(ActionKey key) {
    return TeamsJson.object().put(TeamsForms.KEY, key.encoded());
  }

  private static ObjectNode dialog(ActionKey key) {
    var data = data(key);
    data.putObject("msteams").put("type", "task/fetch");
    return data;
  }

  private static String oneLine(String text) {
    return TeamsCut.line(text, SHORT).replaceAll("\\R", " ");
  }

  private static RichText fitting(RichText text, int budget) {
    return TeamsCut.fit(
        text, budget, block -> container(TeamsElements.block(block)).toString().length());
  }
}
