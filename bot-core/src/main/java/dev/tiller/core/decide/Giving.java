package dev.tiller.core.decide;

import dev.tiller.core.chat.InboundMessage;
import dev.tiller.core.chat.Notice;
import dev.tiller.core.chat.Person;
import dev.tiller.core.chat.Post;
import dev.tiller.core.chat.RichText;
import dev.tiller.core.command.Command;
import dev.tiller.core.conversation.Agent;
import dev.tiller.core.conversation.Conversation;
import dev.tiller.core.conversation.LaunchState;
import dev.tiller.core.text.Texts;
import java.util.List;
import java.util.Optional;

/// An agent changes hands. From then on its new owner decides, on old cards, too: who may is looked
/// up at each act.
final class Giving {

  private static final String ACT = "give";
  private static final int QUOTED = 80;

  private final Conversation conversation;
  private final InboundMessage message;
  private final SettingsCase the;

  private Giving(Conversation conversation, InboundMessage message, SettingsCase the) {
    this.conversation = conversation;
    this.message = message;
    this.the = the;
  }

  static Decision said(
      Conversation conversation, InboundMessage message, Command.Give give, SettingsCase the) {
    return new Giving(conversation, message, the).decide(give);
  }

  private Decision decide(Command.Give give) {
    var agents = give.agent().map(this::numbered).orElseGet(this::meant);
    if (agents.size() > 1) {
      int last = agents.getLast().number();
      return say(Texts.get("give.which", agents.size(), last));
    }
    if (agents.isEmpty()) {
      return say(
          give.agent()
              .map(number -> Texts.get("give.no-such", number))
              .orElseGet(() -> Texts.get("give.no-agent")));
    }
    var mentioned = message.addressing().others();
    return SteeringLists.trouble(give.to(), mentioned)
        .map(this::say)
        .orElseGet(() ->
            give(agents.getFirst(), SteeringLists.person(give.to(), mentioned).orElseThrow()));
  }

  private List<Agent> numbered(int number) {
    return present().stream().filter(agent -> agent.number() == number).toList();
  }

  /// The only one there is, or the only one of whoever asks.
  private List<Agent> meant() {
    var all = present();
    var own =
        all.stream()
            .filter(agent -> agent.request().owner().id().equals(message.author().id()))
            .toList();
    return own.size() == 1 ? own : all;
  }

  private List<Agent> present() {
    return conversation.agents().stream()
        .filter(agent -> agent.usable() || agent.state() == LaunchState.ARCHIVED)
        .filter(agent -> agent.movedTo().isEmpty())
        .toList();
  }

  private Decision give(Agent agent, Person to) {
    var owner = agent.request().owner();
    var verdict =
        Authority.mayGive(message.author(), agent, the.thread().platform(), the.reviewed());
    if (!verdict.allowed()) {
      return OnMessage.refuse(
          conversation, message, ACT, verdict.rule(), Replies.text(whoCan(owner)));
    }
    if (to.id().equals(owner.id())) {
      return say(
          to.id().equals(message.author().id())
              ? Texts.get("give.yours", agent.number())
              : Texts.get("give.theirs", agent.number(), owner.name()));
    }
    var given = agent.asked(agent.request().ownedBy(to));
    return Decision.of(
        conversation.with(given),
        new Effect.Say(OnMessage.answerKey(conversation, message), told(agent, to)),
        new Effect.Audit(message.author(), ACT, agent.id() + " " + to.id(), verdict.rule()));
  }

  private String whoCan(Person owner) {
    return the.adminNames().isEmpty()
        ? Texts.get("give.refused", owner.name())
        : Texts.get("give.refused-naming", owner.name(), String.join(", ", the.adminNames()));
  }

  private Post told(Agent agent, Person to) {
    return new Notice(
        Optional.of(to),
        RichText.plain(
            Texts.get(
                "give.done",
                message.author().name(),
                agent.number(),
                Words.excerpt(agent.firstRun().prompt(), QUOTED))),
        List.of());
  }

  private Decision say(String text) {
    return OnMessage.say(conversation, message, Replies.text(text));
  }
}
