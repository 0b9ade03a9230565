package dev.tiller.core.decide;

import dev.tiller.core.chat.Person;
import dev.tiller.core.chat.RichText;
import dev.tiller.core.chat.RichText.Span;
import dev.tiller.core.text.Texts;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// A person's own agents as the bot's page shows them: at work, waiting, lately done.
final class HomeAgents {

  private HomeAgents() {}

  static Stream<RichText.Block> of(List<Found.Listed> agents, Person visitor) {
    if (agents.isEmpty()) {
      var none = new Span(Texts.get("home.none"), Set.of());
      return Stream.of(new RichText.Paragraph(List.of(none)));
    }
    return Stream.of(
            group(Texts.get("home.running"), agents, visitor, HomeAgents::runs),
            group(Texts.get("home.waiting"), agents, visitor, each -> !runs(each) && waits(each)),
            group(Texts.get("home.done"), agents, visitor, each -> !runs(each) && !waits(each)))
        .flatMap(part -> part);
  }

  private static Stream<RichText.Block> group(
      String title, List<Found.Listed> all, Person visitor, Predicate<Found.Listed> belongs) {
    var agents = all.stream().filter(belongs).toList();
    return agents.isEmpty()
        ? Stream.empty()
        : Stream.concat(
            Stream.of(heading(title)),
            agents.stream().flatMap(each -> AgentItems.of(each, visitor, true)));
  }

  static RichText.Block heading(String title) {
    return new RichText.Heading(List.of(new Span(title, Set.of())));
  }

  private static boolean runs(Found.Listed listed) {
    return listed.line().agent().activeRun().isPresent();
  }

  private static boolean waits(Found.Listed listed) {
    return listed.line().agent().runs().stream().anyMatch(AgentItems::waits);
  }
}
