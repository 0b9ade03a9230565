package dev.tiller.core.decide;

import dev.tiller.core.chat.ChatPlatform.Hearing;
import dev.tiller.core.chat.InboundMessage;
import dev.tiller.core.chat.Platform;
import dev.tiller.core.chat.Post;
import dev.tiller.core.conversation.Conversation;
import dev.tiller.core.conversation.LaunchState;
import dev.tiller.core.conversation.Manner;
import dev.tiller.core.text.Texts;
import java.util.ArrayList;

/// `mute` and `unmute`: whether messages without a mention count in one thread, whatever its
/// channel has set.
public final class Listening {

  private Listening() {}

  static Decision said(Conversation conversation, InboundMessage message, boolean on, Rules rules) {
    var act = on ? "unmute" : "mute";
    var verdict = Authority.mayMute(message.author(), conversation, rules);
    if (!verdict.allowed()) {
      return conversation.agents().stream()
          .filter(agent -> agent.state() != LaunchState.DELETED)
          .reduce((_, last) -> last)
          .map(agent ->
              OnMessage.refuse(
                  conversation,
                  message,
                  act,
                  verdict.rule(),
                  Replies.text(Texts.get("listen.refused", Refusals.whoCan(agent, rules)))))
          .orElseGet(() ->
              OnMessage.say(conversation, message, Replies.text(Texts.get("listen.no-agent"))));
    }
    var wanted = on ? Manner.Listening.ON : Manner.Listening.OFF;
    var key = OnMessage.answerKey(conversation, message);
    var effects = new ArrayList<Effect>();
    effects.add(
        new Effect.Say(
            key,
            on ? Replies.text(Texts.get("listen.on")) : Replies.text(Texts.get("listen.off"))));
    effects.add(new Effect.Audit(message.author(), act, message.message(), verdict.rule()));
    if (on) {
      effects.add(new Effect.CheckHearing());
    }
    return Decision.of(conversation.with(conversation.manner().listening(wanted)), effects);
  }

  /// What the platform has said about whether messages without a mention arrive at all. Only what
  /// is missing is told.
  ///
  /// @param asked names the question for good
  public static Decision heard(Conversation conversation, long asked, Hearing hearing) {
    return hearing == Hearing.MENTIONS_ONLY
        ? Decision.of(
            conversation,
            new Effect.Say("hearing/" + asked, deaf(conversation.address().thread().platform())))
        : Decision.nothing(conversation);
  }

  private static Post deaf(Platform platform) {
    return switch (platform) {
      case SLACK -> Replies.text(Texts.get("listen.deaf-slack"));
      case TEAMS -> Replies.text(Texts.get("listen.deaf-teams"));
    };
  }
}
