package dev.tiller.app.standin.cursor;

import dev.tiller.app.http.Exchange;
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

  boolean serviceAccount() {
    return key.contains("service");
  }
}
