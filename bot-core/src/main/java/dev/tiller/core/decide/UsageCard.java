package dev.tiller.core.decide;

import dev.tiller.core.agents.Usage;
import dev.tiller.core.agents.Usage.Cost;
import dev.tiller.core.agents.Usage.Tokens;
import dev.tiller.core.chat.Card;
import dev.tiller.core.chat.Card.Fact;
import dev.tiller.core.chat.RichText;
import dev.tiller.core.conversation.Agent;
import dev.tiller.core.conversation.Run;
import dev.tiller.core.conversation.Spent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The answer to `usage`: tokens and cost of an agent, whole and by run.
final class UsageCard {

  /// Platforms show no more facts than this and the total's.
  private static final int MOST_RUNS = 6;

  private UsageCard() {}

  static Card of(Agent agent, Usage usage) {
    return new Card(
        "Agent %d has used %s".formatted(agent.number(), total(usage)),
        Card.Tone.NEUTRAL,
        "",
        facts(agent, usage),
        RichText.EMPTY,
        Optional.empty(),
        RunButtons.page(agent).stream().toList(),
        usage.cost().isPresent() ? "" : "Cursor does not tell the cost for this account.");
  }

  private static String total(Usage usage) {
    return Words.spent(new Spent(usage.total().total(), usage.cost().map(Cost::charged)));
  }

  private static List<Fact> facts(Agent agent, Usage usage) {
    var facts = new ArrayList<Fact>();
    facts.add(new Fact("Tokens", tokens(usage.total())));
    var runs = agent.runs();
    var latest = runs.subList(Math.max(0, runs.size() - MOST_RUNS), runs.size());
    if (runs.size() > 1) {
      latest.forEach(run -> of(run, usage).ifPresent(facts::add));
    }
    return facts;
  }

  private static String tokens(Tokens tokens) {
    return "%s in, %s out, cache %s written, %s read"
        .formatted(
            Words.tokens(tokens.input()),
            Words.tokens(tokens.output()),
            Words.tokens(tokens.cacheWrite()),
            Words.tokens(tokens.cacheRead()));
  }

  private static Optional<Fact> of(Run run, Usage usage) {
    return OnUsage.of(run, usage)
        .map(spent ->
            new Fact(
                run.number() == 1 ? "First task" : "Follow-up " + (run.number() - 1),
                Words.spent(spent)));
  }
}
