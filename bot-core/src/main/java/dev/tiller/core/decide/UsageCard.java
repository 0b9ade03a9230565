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
import dev.tiller.core.text.Texts;
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
        Texts.get("usage.title", agent.number(), total(usage)),
        Card.Tone.NEUTRAL,
        "",
        facts(agent, usage),
        RichText.EMPTY,
        Optional.empty(),
        RunButtons.page(agent).stream().toList(),
        usage.cost().isPresent() ? "" : Texts.get("usage.no-cost"));
  }

  private static String total(Usage usage) {
    return Words.spent(new Spent(usage.total().total(), usage.cost().map(Cost::charged)));
  }

  private static List<Fact> facts(Agent agent, Usage usage) {
    var facts = new ArrayList<Fact>();
    facts.add(new Fact(Texts.get("usage.tokens"), tokens(usage.total())));
    var runs = agent.runs();
    var latest = runs.subList(Math.max(0, runs.size() - MOST_RUNS), runs.size());
    if (runs.size() > 1) {
      latest.forEach(run -> of(run, usage).ifPresent(facts::add));
    }
    return facts;
  }

  private static String tokens(Tokens tokens) {
    return Texts.get(
        "usage.detail",
        Words.tokens(tokens.input()),
        Words.tokens(tokens.output()),
        Words.tokens(tokens.cacheWrite()),
        Words.tokens(tokens.cacheRead()));
  }

  private static Optional<Fact> of(Run run, Usage usage) {
    return OnUsage.of(run, usage)
        .map(spent ->
            new Fact(
                run.number() == 1
                    ? Texts.get("usage.first")
                    : Texts.get("usage.follow-up", (run.number() - 1)),
                Words.spent(spent)));
  }
}
