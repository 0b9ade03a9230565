package dev.tiller.app.standin.cursor;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.tiller.app.standin.cursor.Options.Account;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// How the stand-in is to behave, as a file or a button says it.
///
/// @param title a few words
/// @param about a sentence
/// @param pace absent leaves it
/// @param repositories absent leaves those of the account
/// @param pools absent leaves those of the account
/// @param quotas absent leaves them
public record Scenario(
    String title,
    String about,
    Optional<Pace> pace,
    Optional<List<String>> repositories,
    Optional<Set<String>> pools,
    Optional<Quotas> quotas,
    List<FaultRule> rules) {

  public Scenario {
    rules = List.copyOf(rules);
  }

  @JsonCreator
  static Scenario of(
      @JsonProperty("title") @Nullable String title,
      @JsonProperty("about") @Nullable String about,
      @JsonProperty("pace") Optional<Pace> pace,
      @JsonProperty("repositories") Optional<List<String>> repositories,
      @JsonProperty("pools") Optional<Set<String>> pools,
      @JsonProperty("quotas") Optional<Quotas> quotas,
      @JsonProperty("rules") @Nullable List<FaultRule> rules) {
    return new Scenario(
        Objects.requireNonNullElse(title, ""),
        Objects.requireNonNullElse(about, ""),
        pace,
        repositories,
        pools,
        quotas,
        Objects.requireNonNullElse(rules, List.of()));
  }

  /// Options with what this scenario says of pace, account and quotas; the rest as it was.
  public Options applyTo(Options options) {
    var old = options.account();
    var account =
        new Account(
            old.keys(),
            repositories.orElse(old.repositories()),
            pools.orElse(old.pools()),
            old.refuseShas());
    return options
        .withPace(pace.orElse(options.pace()))
        .withAccount(account)
        .withQuotas(quotas.orElse(options.quotas()));
  }

  /// Begins to apply the rules.
  public void addTo(Faults faults) {
    rules.forEach(faults::add);
  }
}
