package dev.tiller.core.routing;

import dev.tiller.core.agents.Repository;
import dev.tiller.core.text.Texts;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.TextStyle;

/// Where a person has last had an agent work in a channel because they wanted it there.
public record Recent(Repository repository, Instant at) {

  /// What is longer ago does not count.
  public static final Duration REACH = Duration.ofDays(7);

  /// The day in UTC, as people say it.
  String when(Instant now) {
    var day = day(at);
    return day.equals(day(now))
        ? Texts.get("route.today")
        : Texts.get(
            "route.on-day",
            day.getDayOfWeek().getDisplayName(TextStyle.FULL, Texts.language().locale()));
  }

  private static LocalDate day(Instant instant) {
    return instant.atZone(ZoneOffset.UTC).toLocalDate();
  }
}
