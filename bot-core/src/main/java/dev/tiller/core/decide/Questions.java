package dev.tiller.core.decide;

import dev.tiller.core.chat.InboundMessage;
import dev.tiller.core.chat.Place;
import dev.tiller.core.command.Command;
import dev.tiller.core.command.Topic;
import dev.tiller.core.conversation.Agent;
import dev.tiller.core.conversation.Conversation;
import dev.tiller.core.conversation.Question;
import java.util.Optional;
import java.util.UUID;

/// What people ask about agents and the account, and what they want done with an agent. What needs
/// the service becomes a [Question]; the rest is answered at once.
final class Questions {

  private final Conversation conversation;
  private final InboundMessage message;
  private final Rules rules;
  private final Moment moment;

  Questions(Conversation conversation, InboundMessage message, Rules rules, Moment moment) {
    this.conversation = conversation;
    this.message = message;
    this.rules = rules;
    this.moment = moment;
  }

  Decision lookup(Command.Lookup lookup) {
    return ask(lookup.topic(), Optional.empty(), lookup.filter());
  }

  Decision about(Command.AboutAgent about) {
    var topic = about.topic();
    return switch (Choice.of(conversation, topic, about.agent())) {
      case Choice.None(var why) -> say(why);
      case Choice.Several(var agents) ->
          OnMessage.say(conversation, message, AgentReplies.which(agents, topic));
      case Choice.One(var agent) -> topic.changes() ? change(agent, topic) : read(agent, topic);
    };
  }

  private Decision read(Agent agent, Topic topic) {
    var absence = Deeds.absence(agent);
    if (absence.isEmpty()) {
      return ask(topic, Optional.of(agent.id()), "");
    }
    return topic == Topic.STATUS
        ? OnMessage.say(
            conversation, message, StatusCard.of(conversation, agent, Optional.empty(), moment))
        : say(absence.get());
  }

  private Decision change(Agent agent, Topic deed) {
    var verdict = Authority.maySteer(message.author(), agent, rules);
    if (!verdict.allowed()) {
      return OnMessage.refuse(
          conversation, message, Deeds.verb(deed), verdict.rule(), Refusals.steering(agent, rules));
    }
    return Deeds.obstacle(agent, deed)
        .map(this::say)
        .orElseGet(() ->
            Deeds.begin(conversation, agent, deed, message.author(), direct(), verdict, moment));
  }

  private Decision ask(Topic topic, Optional<UUID> agent, String filter) {
    var question =
        new Question(
            moment.newId(),
            topic,
            message.author(),
            direct(),
            agent,
            filter,
            0,
            Question.Stage.ASKED,
            moment.now());
    return Decision.of(conversation, new Effect.Ask(question));
  }

  private boolean direct() {
    return message.place() == Place.DIRECT;
  }

  private Decision say(String sentence) {
    return OnMessage.say(conversation, message, Replies.text(sentence));
  }
}
