package dev.tiller.core.decide;

import dev.tiller.core.chat.Button;
import dev.tiller.core.chat.Notice;
import dev.tiller.core.chat.Post;
import dev.tiller.core.chat.RichText;
import dev.tiller.core.conversation.Agent;
import dev.tiller.core.conversation.Conversation;
import dev.tiller.core.conversation.Run;
import dev.tiller.core.conversation.RunPhase;
import dev.tiller.core.text.Texts;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// An agent at work that gives no sign of life. It may be stuck or at something long: nothing is
/// done about it, people are told once for each run and can act.
public final class OnSilence {

  private OnSilence() {}

  /// @param since when it last gave a sign
  public static Decision quiet(Conversation conversation, UUID id, Instant since, Instant now) {
    var agent = conversation.agentOfRun(id).orElseThrow();
    var run = agent.run(id).orElseThrow();
    if (run.phase() != RunPhase.RUNNING || run.stopAskedBy().isPresent()) {
      return Decision.nothing(conversation);
    }
    var shown = Optional.of(Texts.get("silence.since", Words.clock(since)));
    return Decision.of(
        conversation.withRun(id, each -> each.withProgress(shown)),
        new Effect.Say(
            "quiet/" + id,
            notice(agent, run, Duration.between(since, now).truncatedTo(ChronoUnit.MINUTES))));
  }

  /// It has given a sign again.
  public static Decision heard(Conversation conversation, UUID id) {
    var run = conversation.agentOfRun(id).flatMap(agent -> agent.run(id)).orElseThrow();
    return run.phase() == RunPhase.RUNNING
        ? Decision.of(conversation.withRun(id, each -> each.withProgress(Optional.empty())))
        : Decision.nothing(conversation);
  }

  private static Post notice(Agent agent, Run run, Duration quiet) {
    var sentence =
        Texts.get("silence.notice", Words.duration(quiet), Words.excerpt(run.prompt(), 80));
    return new Notice(Optional.of(run.requester()), RichText.plain(sentence), buttons(agent, run));
  }

  private static List<Button> buttons(Agent agent, Run run) {
    var buttons = new ArrayList<>(RunButtons.page(agent).stream().toList());
    buttons.add(
        new Button.Press(
            Texts.get("silence.stop"), Verbs.on(Verbs.STOP, run.id()), Button.Style.DANGER));
    return buttons;
  }
}
