package dev.tiller.app.playground;

import dev.tiller.app.standin.cursor.Ending;
import dev.tiller.app.standin.cursor.ErrorShape;
import dev.tiller.app.standin.cursor.Fault;
import dev.tiller.app.standin.cursor.FaultPlaces;
import dev.tiller.app.standin.cursor.FaultRule.When;
import dev.tiller.app.standin.cursor.Operation;
import dev.tiller.app.standin.cursor.RunStatus;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// A fault that the page offers. Scenario files can say more of each.
///
/// @param places the operations that it is offered for
record FaultChoice(String id, Fault fault, Set<Operation> places) {

  private static final Duration LONG = Duration.ofSeconds(35);
  private static final Duration SOON = Duration.ofSeconds(20);
  private static final int HUGE = 5_000_000;

  static final List<FaultChoice> ALL =
      List.of(
          of("error-500", new Fault.Refuse(500, "")),
          of("gateway", new Fault.Refuse(502, "", "", ErrorShape.HTML)),
          of("rate-limited", new Fault.RateLimited(SOON)),
          of("bad-key", new Fault.Refuse(401, "unauthorized")),
          at(
              Operation.CREATE_AGENT,
              "branch-check",
              new Fault.Refuse(
                  400,
                  "validation_error",
                  "Could not verify that the branch exists",
                  ErrorShape.USUAL)),
          of("slow-before", new Fault.Slow(LONG, Duration.ZERO)),
          of("slow-after", new Fault.Slow(Duration.ZERO, LONG)),
          of("lost-answer", new Fault.LostAnswer()),
          of("reset", new Fault.ConnectionReset()),
          of("truncated", new Fault.TruncatedBody()),
          of("odd-status", new Fault.OddStatus("PAUSED")),
          of("extra-fields", new Fault.ExtraFields()),
          of("run-error", new Fault.RunEnds(Ending.ERROR)),
          of("run-expired", new Fault.RunEnds(Ending.EXPIRED)),
          of("cut-inside", new Fault.CutStream(8, true)),
          of("cut-second", new Fault.CutStreamAfter(Duration.ofSeconds(1))),
          of("unavailable", new Fault.StreamUnavailable(1)),
          of("silent", new Fault.StalledStream(6, false)),
          of("heartbeats", new Fault.StalledStream(6, true)),
          of("wrong-status", new Fault.WrongStatus(RunStatus.FINISHED)),
          of("unknown-events", new Fault.UnknownEvents()),
          of("repeated", new Fault.RepeatedFrames(2)),
          of("replayed", new Fault.ReplayedStream()),
          of("huge-line", new Fault.HugeLine(HUGE)),
          at(Operation.STREAM, "expired", new Fault.Refuse(410, "stream_expired")),
          of("webhook-first", new Fault.WebhookFirst()),
          of("webhook-lost", new Fault.LostWebhook()),
          of("webhook-repeated", new Fault.RepeatedWebhook(3)),
          of("webhook-swapped", new Fault.SwappedWebhook()));

  private static FaultChoice of(String id, Fault fault) {
    return new FaultChoice(id, fault, FaultPlaces.of(fault));
  }

  private static FaultChoice at(Operation place, String id, Fault fault) {
    return new FaultChoice(id, fault, EnumSet.of(place));
  }

  /// When a fault of the page happens.
  record Time(String id, When when, String label) {

    static final List<Time> ALL =
        List.of(
            new Time("once", When.next(1), "The next call"),
            new Time("thrice", When.next(3), "The next three calls"),
            new Time("other", When.every(2), "Every other call"),
            new Time("minute", When.during(Duration.ofMinutes(1)), "For one minute"),
            new Time("always", When.always(), "Until it is taken back"));
  }
}
