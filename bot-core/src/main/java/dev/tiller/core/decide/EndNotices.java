package dev.tiller.core.decide;

import dev.tiller.core.chat.Notice;
import dev.tiller.core.chat.Post;
import dev.tiller.core.chat.RichText;
import dev.tiller.core.conversation.Agent;
import dev.tiller.core.conversation.Ending;
import dev.tiller.core.conversation.Run;
import dev.tiller.core.text.Texts;
import java.util.Optional;

/// The short message that tells the requester that a run has ended.
final class EndNotices {

  private EndNotices() {}

  static Post of(Agent agent, Run run, Ending ending) {
    var buttons =
        ending
            .pullRequest()
            .map(RunButtons::pullRequest)
            .or(() -> RunButtons.createPullRequest(agent, ending));
    return new Notice(
        Optional.of(run.requester()),
        RichText.plain(sentence(agent, run, ending)),
        buttons.stream().toList());
  }

  private static String sentence(Agent agent, Run run, Ending ending) {
    var sentence = sentence(agent, run, ending, Words.excerpt(run.prompt(), 80));
    return Progress.late(run, ending)
        .map(delay -> sentence + Texts.get("ending.came-late", Words.roughly(delay)))
        .orElse(sentence);
  }

  private static String sentence(Agent agent, Run run, Ending ending, String task) {
    return switch (ending.how()) {
      case FINISHED -> finished(agent, run, ending, task);
      case FAILED -> Texts.get("ending.failed", task);
      case STOPPED, DECLINED -> Texts.get("ending.stopped", task);
      case EXPIRED -> Texts.get("ending.expired", task);
      case REFUSED -> Texts.get("ending.refused", task, ending.cause().orElse("")).strip();
    };
  }

  private static String finished(Agent agent, Run run, Ending ending, String task) {
    if (RunCards.planReady(agent, run)) {
      return Texts.get("ending.plan-ready", task);
    }
    if (ending.pullRequest().isPresent()) {
      return Texts.get("ending.pull-request-ready", task);
    }
    if (RunCards.changedNothing(agent, run, ending)) {
      return Texts.get("ending.nothing-changed", task);
    }
    return ending
        .branch()
        .map(branch -> Texts.get("ending.branch-pushed", task, branch))
        .orElseGet(() -> Texts.get("ending.done", task));
  }
}
