package dev.tiller.core.decide;

import dev.tiller.core.chat.Button;
import dev.tiller.core.chat.Button.Style;
import dev.tiller.core.chat.Card;
import dev.tiller.core.chat.Card.Fact;
import dev.tiller.core.chat.Card.Tone;
import dev.tiller.core.chat.InboundMessage;
import dev.tiller.core.chat.Person;
import dev.tiller.core.chat.RichText;
import dev.tiller.core.conversation.Agent;
import dev.tiller.core.conversation.Conversation;
import dev.tiller.core.conversation.Draft;
import dev.tiller.core.conversation.Draft.Stage;
import dev.tiller.core.conversation.Draft.Want;
import dev.tiller.core.routing.Wish.Picked;
import dev.tiller.core.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Asks which of a thread's agents a message is for. The message is kept, so that one click sends
/// it. Who wrote it chooses; whether they may steer the agent is checked then.
final class AgentPicker {

  /// Stands for an agent that is to be started.
  private static final String ANOTHER = "another";

  private static final int MOST_BUTTONS = 5;
  private static final int LONGEST_TASK = 24;
  private static final int TEXT = 200;

  private AgentPicker() {}

  static Decision ask(
      Conversation conversation, InboundMessage message, List<Agent> agents, Moment moment) {
    var draft = Drafts.asking(message, Want.AGENT, Picked.NOTHING, moment);
    return Decision.of(
        conversation, new Effect.Hold(draft), new Effect.Say(draft.key(), asking(draft, agents)));
  }

  private static Card asking(Draft draft, List<Agent> agents) {
    var latest = agents.subList(Math.max(0, agents.size() - MOST_BUTTONS), agents.size());
    var buttons = new ArrayList<Button>();
    latest.forEach(agent -> buttons.add(button(draft, agent)));
    buttons.add(
        new Button.Press(
            Texts.get("picker.another"), DraftKey.choosing(draft, ANOTHER), Style.DEFAULT));
    return card(
        Texts.get("picker.title"),
        Tone.WAITING,
        Texts.get("picker.lead", agents.size(), agents.getLast().number()),
        Stream.concat(agents.stream().map(Agents::fact), Stream.of(text(draft))).toList(),
        buttons,
        Texts.get("picker.only", draft.message().author().name(), Draft.PATIENCE.toMinutes()));
  }

  private static Button button(Draft draft, Agent agent) {
    return new Button.Press(
        Texts.get(
            "picker.agent", agent.number(), Words.excerpt(agent.firstRun().prompt(), LONGEST_TASK)),
        DraftKey.choosing(draft, agent.id().toString()),
        Style.DEFAULT);
  }

  /// The message goes on to the agent that was chosen, as if it had named it.
  static Decision chosen(
      Conversation conversation,
      Draft draft,
      Optional<String> value,
      Person actor,
      Surroundings surroundings) {
    var message = draft.message().by(actor);
    if (value.filter(ANOTHER::equals).isPresent()) {
      return taken(conversation, draft, Texts.get("picker.goes-to-another"))
          .then(now -> OnMessage.launched(now, message, surroundings));
    }
    return conversation.agents().stream()
        .filter(agent -> value.filter(agent.id().toString()::equals).isPresent())
        .findFirst()
        .map(agent ->
            taken(conversation, draft, Texts.get("picker.goes-to", agent.number()))
                .then(now -> OnMessage.followUp(now, agent.number(), message, surroundings)))
        .orElseGet(() -> Decision.note(conversation, Texts.get("picker.no-such")));
  }

  private static Decision taken(Conversation conversation, Draft draft, String title) {
    return Decision.of(
        conversation,
        new Effect.Hold(draft.in(Stage.TAKEN)),
        new Effect.Say(
            draft.key(), card(title, Tone.NEUTRAL, "", List.of(text(draft)), List.of(), "")));
  }

  /// The card when nobody has chosen in time.
  static Card expired(Draft draft) {
    return card(
        Texts.get("picker.expired"),
        Tone.NEUTRAL,
        Texts.get("picker.expired-lead"),
        List.of(text(draft)),
        List.of(),
        "");
  }

  private static Fact text(Draft draft) {
    return new Fact(Texts.get("picker.message"), Words.excerpt(draft.message().text(), TEXT));
  }

  private static Card card(
      String title,
      Tone tone,
      String lead,
      List<Fact> facts,
      List<Button> buttons,
      String footnote) {
    return new Card(title, tone, lead, facts, RichText.EMPTY, Optional.empty(), buttons, footnote);
  }
}
