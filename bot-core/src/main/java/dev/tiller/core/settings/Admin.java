package dev.tiller.core.settings;

import dev.tiller.core.chat.Person;
import dev.tiller.core.chat.Platform;
import java.util.Locale;
import java.util.Optional;

/// Somebody who may change what holds for others, by the platform's stable id.
///
/// @param id the Slack user id or the Entra object id
public record Admin(Platform platform, String id) {

  public Admin {
    id = platform == Platform.SLACK ? id.toUpperCase(Locale.ROOT) : id.toLowerCase(Locale.ROOT);
  }

  /// Who a person of a platform would be as an admin.
  public static Admin of(Platform platform, Person person) {
    return new Admin(platform, person.id());
  }

  /// Reads `slack:U0123` or `teams:` with an Entra object id; empty for anything else.
  public static Optional<Admin> parse(String written) {
    int colon = written.indexOf(':');
    var id = written.substring(colon + 1).strip();
    if (colon < 0 || !id.matches("[A-Za-z0-9-]{1,100}")) {
      return Optional.empty();
    }
    return switch (written.substring(0, colon).strip().toLowerCase(Locale.ROOT)) {
      case "slack" -> Optional.of(new Admin(Platform.SLACK, id));
      case "teams" -> Optional.of(new Admin(Platform.TEAMS, id));
      default -> Optional.empty();
    };
  }

  /// As [#parse] reads it.
  public String written() {
    return platform.name().toLowerCase(Locale.ROOT) + ":" + id;
  }
}
