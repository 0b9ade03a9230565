package dev.tiller.app;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.tiller.app.http.Exchange;
import dev.tiller.core.logs.Trace;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Whether the process can do its work now, by named checks that must be quick.
public final class Readiness {

  private static final Logger log = LoggerFactory.getLogger(Readiness.class);

  private final Map<String, BooleanSupplier> checks;
  private final Map<String, BooleanSupplier> told = new ConcurrentHashMap<>();
  private volatile boolean stopping;

  /// @param checks by the name of what they look at, such as `database`; one that throws has failed
  public Readiness(Map<String, BooleanSupplier> checks) {
    this.checks = new LinkedHashMap<>(checks);
  }

  /// One more check that is told and counts for nothing: without what it looks at, the process
  /// still does its work for others.
  void tell(String name, BooleanSupplier check) {
    told.put(name, check);
  }

  /// From now on the process is not ready, whatever the checks say.
  void stop() {
    stopping = true;
  }

  /// Answers 200, or 503 when a check that counts fails or the process is about to end, with what
  /// each check says.
  void answer(Exchange exchange) throws IOException {
    var answer = JsonNodeFactory.instance.objectNode();
    var results = JsonNodeFactory.instance.objectNode();
    boolean ready = !stopping;
    for (var check : checks.entrySet()) {
      boolean passes = passes(check.getKey(), check.getValue());
      results.put(check.getKey(), passes);
      ready &= passes;
    }
    told.forEach((name, check) -> results.put(name, passes(name, check)));
    answer.put("status", status(ready)).set("checks", results);
    exchange.respondJson(ready ? 200 : 503, answer.toString());
  }

  private String status(boolean ready) {
    if (stopping) {
      return "stopping";
    }
    return ready ? "ready" : "not ready";
  }

  private static boolean passes(String name, BooleanSupplier check) {
    try {
      return check.getAsBoolean();
    } catch (RuntimeException e) {
      log.atWarn().addKeyValue("check", name).setCause(Trace.of(e)).log("readiness check failed");
      return false;
    }
  }
}
