package dev.tiller.app.standin.cursor;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/// How the stand-in behaves.
///
/// @param webhookRetries the delay before each further attempt of a delivery
public record Options(
    Pace pace,
    InstantSource clock,
    Streams streams,
    List<Duration> webhookRetries,
    Account account,
    Quotas quotas) {

  public Options {
    webhookRetries = List.copyOf(webhookRetries);
  }

  /// @param firstHeartbeat from the opening of a stream
  /// @param heartbeat between later ones
  /// @param retention how long after its end a run's stream can be read
  public record Streams(Duration firstHeartbeat, Duration heartbeat, Duration retention) {}

  /// What the account behind the keys has.
  ///
  /// @param keys which API keys are accepted; those with `service` in them belong to service
  ///   accounts
  /// @param repositories `owner/name` of the repositories listed; others are accepted too
  /// @param pools names of self-hosted pools
  /// @param refuseShas whether v1 refuses a 40-digit commit as a starting ref, as it was seen to
  public record Account(
      Predicate<String> keys, List<String> repositories, Set<String> pools, boolean refuseShas) {}

  /// As the service was seen to behave, at a pace for people.
  public static Options playground() {
    return new Options(
        Pace.playground(),
        InstantSource.system(),
        new Streams(Duration.ofSeconds(30), Duration.ofSeconds(15), Duration.ofDays(4)),
        List.of(Duration.ofSeconds(1), Duration.ofSeconds(5), Duration.ofSeconds(30)),
        new Account(
            key -> !key.isEmpty() && !key.startsWith("bad"),
            List.of("acme/web", "acme/api", "acme/mobile", "acme/docs"),
            Set.of("default"),
            true),
        Quotas.PUBLISHED);
  }

  public Options withPace(Pace other) {
    return new Options(other, clock, streams, webhookRetries, account, quotas);
  }

  public Options withClock(InstantSource other) {
    return new Options(pace, other, streams, webhookRetries, account, quotas);
  }

  public Options withStreams(Streams other) {
    return new Options(pace, clock, other, webhookRetries, account, quotas);
  }

  public Options withWebhookRetries(Duration... delays) {
    return new Options(pace, clock, streams, List.of(delays), account, quotas);
  }

  public Options withAccount(Account other) {
    return new Options(pace, clock, streams, webhookRetries, other, quotas);
  }

  public Options withQuotas(Quotas other) {
    return new Options(pace, clock, streams, webhookRetries, account, other);
  }
}
