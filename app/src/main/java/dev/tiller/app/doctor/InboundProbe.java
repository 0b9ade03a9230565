package dev.tiller.app.doctor;

import dev.tiller.app.config.Settings;
import java.io.IOException;
import java.net.BindException;
import java.net.URI;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Looks at the way in: who listens, where the public URL leads, and whether what the services send
/// arrives at this bot. Where no bot runs, it listens itself for as long as it sends that.
final class InboundProbe implements Probe {

  private final Settings settings;
  private final LocalServer local;
  private final DoctorKeys keys;
  private final Web web;
  private final Patience patience;
  private final InstantSource clock;

  InboundProbe(
      Settings settings,
      LocalServer local,
      DoctorKeys keys,
      Web web,
      Patience patience,
      InstantSource clock) {
    this.settings = settings;
    this.local = local;
    this.keys = keys;
    this.web = web;
    this.patience = patience;
    this.clock = clock;
  }

  @Override
  public Check check() {
    return Check.SERVER;
  }

  @Override
  public List<Finding> look() throws IOException, InterruptedException {
    return switch (local.look()) {
      case LocalServer.Ours ours -> found(running(ours), true);
      case LocalServer.SomeBot _ ->
          found(finding(Symptom.SERVER_UNTOLD, keys.untold(address())), true);
      case LocalServer.SomethingElse _ ->
          found(
              finding(Symptom.PORT_TAKEN, "not the bot, but something answers at " + address()),
              false);
      case LocalServer.Unknown _ -> found(finding(Symptom.PORT_ANY, "TILLER_PORT is 0"), false);
      case LocalServer.Nobody _ -> meanwhile();
    };
  }

  private List<Finding> meanwhile() throws IOException, InterruptedException {
    try (var _ = TemporaryServer.start(settings, keys, clock)) {
      var said =
          address() + " is free; no bot runs, so doctor listens there while it tries the way in";
      return found(Finding.ok(Check.SERVER, said), true);
    } catch (BindException e) {
      var taken = String.valueOf(e.getMessage()).contains("in use");
      var symptom = taken ? Symptom.PORT_TAKEN : Symptom.PORT_DENIED;
      return found(finding(symptom, String.valueOf(e.getMessage())), false);
    }
  }

  private static Finding running(LocalServer.Ours ours) {
    var failing = String.join(", ", ours.failing());
    return ours.ready()
        ? Finding.ok(Check.SERVER, "the bot runs and is ready")
        : Finding.of(
            Check.SERVER, Symptom.SERVER_NOT_READY, "the bot runs; not ready: " + failing, failing);
  }

  private static Finding finding(Symptom symptom, String said) {
    return Finding.of(Check.SERVER, symptom, said);
  }

  private String address() {
    return local.address().getAuthority();
  }

  /// @param listening whether the ways in can be tried on this machine without a public URL
  private List<Finding> found(Finding server, boolean listening) throws InterruptedException {
    var findings = new ArrayList<Finding>();
    findings.add(server);
    var publicUrl = PublicUrl.judge(settings);
    publicUrl.ifPresent(findings::add);
    var base = settings.web().publicUrl().or(() -> listening ? here() : Optional.empty());
    var ways = new InboundWays(settings, keys, web, patience, clock);
    findings.addAll(ways.tried(base));
    return findings;
  }

  private Optional<URI> here() {
    return Optional.of(local.address());
  }
}
