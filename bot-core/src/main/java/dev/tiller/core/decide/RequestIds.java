package dev.tiller.core.decide;

import dev.tiller.core.agents.AgentId;
import dev.tiller.core.agents.RunId;
import dev.tiller.core.text.Texts;

/// *View request id*: the ids by which those who run the bot, and Cursor's support, find a run.
/// They open nothing, so whoever reads the card may have them.
final class RequestIds {

  private RequestIds() {}

  static Decision told(Click click) {
    var agent = click.agent();
    var here = Texts.get("ids.here", click.run().id().toString(), agent.id().toString());
    var cursors =
        agent
            .serviceId()
            .map(AgentId::value)
            .map(id ->
                click
                    .run()
                    .serviceRun()
                    .map(RunId::value)
                    .map(run -> Texts.get("ids.cursor-run", id, run))
                    .orElseGet(() -> Texts.get("ids.cursor", id)))
            .orElseGet(() -> Texts.get("ids.no-cursor"));
    return click.note(here + "\n" + cursors);
  }
}
