package dev.tiller.app.standin.slack;

import dev.tiller.app.standin.chat.PlatformView.Kind;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The workspace that the stand-in serves: who and what there is from the start.
final class SlackWorld {

  static final String TEAM = "T0ACME";
  static final String TEAM_NAME = "Acme";
  static final String DOMAIN = "acme";

  static final User TILLER =
      User.bot("U0TILLER", "tiller", "tiller", new Bot("B0TILLER", "A0TILLER"));

  /// Another bot, which the product knows nothing of.
  static final User DEPLOYBOT =
      User.bot("U0DEPLOY", "deploybot", "deploybot", new Bot("B0DEPLOY", "A0DEPLOY"));

  static final List<User> PEOPLE =
      List.of(
          User.person("U0ANN", "ann.lee", "Ann Lee"),
          User.person("U0BEN", "ben.ortiz", "Ben Ortiz"),
          User.person("U0CARA", "cara.singh", "Cara Singh"));

  static final List<Channel> CHANNELS =
      List.of(
          Channel.open("C0GENERAL", "general"),
          Channel.open("C0WEB", "web-team"),
          Channel.open("C0API", "api-team"),
          Channel.direct("D0ANN", "U0ANN"),
          Channel.direct("D0BEN", "U0BEN"),
          Channel.direct("D0CARA", "U0CARA"));

  private SlackWorld() {}

  /// A member of the workspace.
  ///
  /// @param handle the name without spaces
  /// @param bot present for bots
  record User(String id, String handle, String name, Optional<Bot> bot) {

    static User person(String id, String handle, String name) {
      return new User(id, handle, name, Optional.empty());
    }

    static User bot(String id, String handle, String name, Bot bot) {
      return new User(id, handle, name, Optional.of(bot));
    }

    boolean isBot() {
      return bot.isPresent();
    }

    String firstName() {
      return name.split(" ", 2)[0];
    }

    /// Whether people mean this one by a name, whole or first, in any case.
    boolean isCalled(String called) {
      return name.equalsIgnoreCase(called) || firstName().equalsIgnoreCase(called);
    }
  }

  /// What a bot has beside its user id.
  record Bot(String id, String app) {}

  /// @param person whose direct channel with Tiller it is
  record Channel(String id, String name, Kind kind, Optional<String> person) {

    static Channel open(String id, String name) {
      return new Channel(id, name, Kind.CHANNEL, Optional.empty());
    }

    static Channel direct(String id, String person) {
      return new Channel(id, TILLER.name(), Kind.DIRECT, Optional.of(person));
    }

    boolean isDirect() {
      return kind == Kind.DIRECT;
    }

    /// The `channel_type` of events (Events API, `message`).
    String eventType() {
      return isDirect() ? "im" : "channel";
    }

    boolean includes(String user) {
      return !isDirect() || person.equals(Optional.of(user)) || user.equals(TILLER.id());
    }
  }

  /// Tiller's ids as a bot.
  static Bot tillerBot() {
    return TILLER.bot().orElseThrow();
  }

  static Stream<User> users() {
    return Stream.concat(PEOPLE.stream(), Stream.of(TILLER, DEPLOYBOT));
  }

  static Optional<User> user(String id) {
    return users().filter(user -> user.id().equals(id)).findFirst();
  }

  static Optional<User> person(String id) {
    return PEOPLE.stream().filter(user -> user.id().equals(id)).findFirst();
  }

  static Optional<Channel> channel(String id) {
    return CHANNELS.stream().filter(channel -> channel.id().equals(id)).findFirst();
  }

  /// A channel by its name, with or without `#`.
  static Optional<Channel> namedChannel(String name) {
    var bare = name.startsWith("#") ? name.substring(1) : name;
    return CHANNELS.stream()
        .filter(channel -> !channel.isDirect() && channel.name().equals(bare))
        .findFirst();
  }

  static Optional<Channel> directChannel(String person) {
    return CHANNELS.stream()
        .filter(channel -> channel.person().equals(Optional.of(person)))
        .findFirst();
  }
}
