package dev.tiller.core.decide;

import dev.tiller.core.chat.Person;
import dev.tiller.core.chat.RichText;
import dev.tiller.core.chat.RichText.Mark;
import dev.tiller.core.chat.RichText.Span;
import dev.tiller.core.conversation.Agent;
import dev.tiller.core.conversation.Ending;
import dev.tiller.core.conversation.Run;
import dev.tiller.core.conversation.RunPhase;
import dev.tiller.core.text.Texts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Agents as lines of a list: how each stands, where, since when, what waits for it and in which
/// place, and the way to its thread.
final class AgentItems {

  private static final int TASK = 70;

  private AgentItems() {}

  /// @param reader whose own agents need no owner's name
  /// @param withTask whether the reader, and whoever else sees this, may read what it works on
  static Stream<RichText.Block> of(Found.Listed listed, Person reader, boolean withTask) {
    var agent = listed.line().agent();
    var item = new RichText.Item(0, "•", line(listed, reader, withTask));
    return Stream.concat(Stream.of(item), withTask ? waiting(agent) : Stream.empty());
  }

  private static List<Span> line(Found.Listed listed, Person reader, boolean withTask) {
    var agent = listed.line().agent();
    var spans = new ArrayList<Span>();
    spans.add(new Span(RunCards.title(agent), Set.of(Mark.BOLD)));
    spans.add(plain(" · #" + agent.number() + " · " + where(agent)));
    var owner = agent.request().owner();
    if (!owner.id().equals(reader.id())) {
      spans.add(plain(" · " + owner.name()));
    }
    if (withTask) {
      spans.add(plain(" · " + Words.excerpt(agent.currentRun().prompt(), TASK)));
    }
    spans.add(plain(" · "));
    spans.add(Dates.span(since(agent.currentRun())));
    listed
        .link()
        .ifPresent(url -> {
          spans.add(plain(" · "));
          spans.add(new Span(Texts.get("list.open"), Set.of(), Optional.of(url)));
        });
    return spans;
  }

  /// What waits beside the run that the line tells of.
  private static Stream<RichText.Block> waiting(Agent agent) {
    return agent.runs().stream()
        .filter(run -> waits(run) && !run.equals(agent.currentRun()))
        .map(run ->
            new RichText.Item(
                1,
                "•",
                List.of(
                    plain(
                        Texts.get(
                            "list.waits",
                            RunCards.title(agent, run),
                            Words.excerpt(run.prompt(), TASK))))));
  }

  static boolean waits(Run run) {
    return switch (run.phase()) {
      case SUGGESTED, WAITING, HELD, UNCERTAIN -> true;
      case STARTING, SENDING, RUNNING, ENDED -> false;
    };
  }

  /// When it came to stand as it does.
  private static Instant since(Run run) {
    return run.ending()
        .map(Ending::at)
        .or(() -> run.phase() == RunPhase.RUNNING ? run.sentAt() : Optional.empty())
        .orElseGet(run::askedAt);
  }

  private static String where(Agent agent) {
    return agent.request().repository().display();
  }

  private static Span plain(String text) {
    return new Span(text, Set.of());
  }
}
