package dev.tiller.core.decide;

import dev.tiller.core.chat.Notice;
import dev.tiller.core.chat.Post;
import dev.tiller.core.chat.RichText;
import dev.tiller.core.conversation.Agent;
import dev.tiller.core.conversation.Ending;
import dev.tiller.core.conversation.Run;
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
    var task = "“" + Words.excerpt(run.prompt(), 80) + "”";
    return switch (ending.how()) {
      case FINISHED -> finished(agent, run, ending) + ": " + task;
      case FAILED -> "The agent failed: " + task + ". The card above says more.";
      case STOPPED, DECLINED -> "Stopped: " + task + ".";
      case EXPIRED -> "The agent's time ran out: " + task + ".";
      case REFUSED -> "This did not start: " + task + ". " + ending.cause().orElse("");
    };
  }

  private static String finished(Agent agent, Run run, Ending ending) {
    if (RunCards.planReady(agent, run)) {
      return "Done, the plan is ready";
    }
    if (ending.pullRequest().isPresent()) {
      return "Done, the pull request is ready";
    }
    return RunCards.changedNothing(agent, run, ending)
        ? "Done, without any changes"
        : ending.branch().map(branch -> "Done, the work is on branch " + branch).orElse("Done");
  }
}
