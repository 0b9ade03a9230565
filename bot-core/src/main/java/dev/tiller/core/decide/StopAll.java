package dev.tiller.core.decide;

import dev.tiller.core.chat.Button;
import dev.tiller.core.chat.Button.Style;
import dev.tiller.core.chat.Card;
import dev.tiller.core.chat.InboundMessage;
import dev.tiller.core.chat.Person;
import dev.tiller.core.chat.Place;
import dev.tiller.core.chat.Post;
import dev.tiller.core.chat.RichText;
import dev.tiller.core.command.Topic;
import dev.tiller.core.conversation.Conversation;
import dev.tiller.core.conversation.Question;
import dev.tiller.core.conversation.Question.Stage;
import dev.tiller.core.text.Texts;
import java.util.List;
import java.util.Optional;

/// `stop all`: everything that one person has asked for in a workspace and that is at work. Asked
/// back with the number; then each conversation is dealt with under its own lock.
public final class StopAll {

  private StopAll() {}

  static Decision asked(
      Conversation conversation, InboundMessage message, Surroundings surroundings) {
    int count = surroundings.memory().runsAtWork().get();
    if (count == 0) {
      return OnMessage.say(conversation, message, Replies.text(Texts.get("stop.all-nothing")));
    }
    var moment = surroundings.moment();
    var question =
        new Question(
            moment.newId(),
            Topic.STOP_ALL,
            message.author(),
            message.place() == Place.DIRECT,
            Optional.empty(),
            "",
            0,
            Stage.WAITING,
            moment.now());
    return Decision.of(
        conversation,
        new Effect.Ask(question),
        new Effect.Say(question.key(), confirm(question, count)));
  }

  private static Post confirm(Question question, int count) {
    return card(
        Texts.get("stop.all-title", count),
        Card.Tone.WAITING,
        Texts.get("stop.all-lead"),
        List.of(
            new Button.Press(
                Texts.get("stop.all-yes", count),
                QuestionKey.of(Verbs.CONFIRM, question),
                Style.DANGER),
            new Button.Press(
                Texts.get("stop.all-no"), QuestionKey.of(Verbs.KEEP, question), Style.DEFAULT)));
  }

  /// Yes or no, from who has asked.
  public static Decision clicked(
      Conversation conversation,
      Question question,
      QuestionKey key,
      Person actor,
      Surroundings surroundings) {
    if (!actor.id().equals(question.asker().id())) {
      return Decision.note(conversation, Texts.get("stop.all-not-yours", question.asker().name()));
    }
    if (question.stage() != Stage.WAITING) {
      return Decision.note(conversation, Texts.get("stop.all-settled"));
    }
    var now = surroundings.moment().now();
    if (now.isAfter(question.expiresAt())) {
      return expired(conversation, question).noting(Texts.get("stop.all-too-late"));
    }
    return key.verb().equals(Verbs.CONFIRM)
        ? confirmed(
            conversation,
            question.asked(0, now).closed(),
            actor,
            surroundings.memory().runsAtWork().get())
        : settled(conversation, question, Texts.get("stop.all-kept"));
  }

  private static Decision confirmed(
      Conversation conversation, Question question, Person actor, int count) {
    var effects = settled(conversation, question, Texts.get("stop.all-stopping", count));
    return effects.then(now ->
        Decision.of(
            now,
            new Effect.StopAll(question),
            new Effect.Audit(actor, "stop all", question.id().toString(), "requester")));
  }

  /// Nobody has said yes in time.
  static Decision expired(Conversation conversation, Question question) {
    return settled(conversation, question, Texts.get("stop.all-expired"));
  }

  private static Decision settled(Conversation conversation, Question question, String title) {
    return Decision.of(
        conversation,
        new Effect.Ask(question.closed()),
        new Effect.Say(question.key(), card(title, Card.Tone.NEUTRAL, "", List.of())));
  }

  private static Card card(String title, Card.Tone tone, String lead, List<Button> buttons) {
    return new Card(title, tone, lead, List.of(), RichText.EMPTY, Optional.empty(), buttons, "");
  }

  /// What it means for one of the conversations. Who may is checked there once more.
  public static Decision in(
      Conversation conversation, Question question, Rules rules, Moment moment) {
    var decision = Decision.nothing(conversation);
    var asker = question.asker();
    for (var agent : conversation.agents()) {
      var verdict = Authority.maySteer(asker, agent, rules);
      var run =
          agent
              .activeRun()
              .filter(its -> its.requester().id().equals(asker.id()) && !its.unwanted())
              .filter(its -> !its.askedAt().isAfter(question.askedAt()));
      if (run.isPresent() && verdict.allowed()) {
        decision = decision.then(now -> Stops.stop(now, run.get().id(), asker, verdict, moment));
      }
    }
    return decision;
  }
}
