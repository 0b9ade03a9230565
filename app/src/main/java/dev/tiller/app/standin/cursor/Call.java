package dev.tiller.app.standin.cursor;

import dev.tiller.app.http.Exchange;
import dev.tiller.app.standin.cursor.Launch.Prompt;
import java.util.List;

/// A request whose key is accepted.
///
/// @param faults what goes wrong in it
record Call(Exchange exchange, String key, List<Fault> faults) {

  String agentId() {
    return exchange.pathParam("id");
  }

  String runId() {
    return exchange.pathParam("runId");
  }

  byte[] body() {
    return exchange.body();
  }

  Query query() {
    return Query.parse(exchange.query());
  }

  /// The prompt that came, with the ending that a fault makes its run have.
  Prompt destined(Prompt prompt) {
    return Faults.find(faults, Fault.RunEnds.class)
        .map(fault -> prompt.withEnding(fault.ending()))
        .orElse(prompt);
  }
}
