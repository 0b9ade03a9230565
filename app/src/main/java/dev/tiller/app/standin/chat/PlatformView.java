package dev.tiller.app.standin.chat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What a chat platform shows, all people's views together.
///
/// @param id `slack` or `teams`
/// @param enabled whether a bot is connected
/// @param messages in the order they were written
public record PlatformView(
    String id,
    String name,
    String workspace,
    boolean enabled,
    Member bot,
    List<Member> people,
    List<Channel> channels,
    List<Message> messages,
    List<Form> forms,
    List<Home> homes) {

  public PlatformView {
    people = List.copyOf(people);
    channels = List.copyOf(channels);
    messages = List.copyOf(messages);
    forms = List.copyOf(forms);
    homes = List.copyOf(homes);
  }

  /// Somebody by platform id.
  public record Member(String id, String name) {}

  /// A place to talk in.
  ///
  /// @param person whose direct chat with the bot it is
  public record Channel(String id, String name, Kind kind, Optional<String> person) {}

  /// Only channels have threads.
  public enum Kind {
    CHANNEL,
    GROUP,
    DIRECT
  }

  /// A message.
  ///
  /// @param thread the id of the thread's first message, its own id when it is that; where there
  ///   are no threads the channel's id
  /// @param onlyFor the one person who sees it; empty when everybody does
  /// @param text as a person would read it, or write it again
  /// @param wire the message as the platform's API has it
  /// @param seenBy what certain people see instead of `wire`, by person
  public record Message(
      String id,
      String channel,
      String thread,
      Author author,
      Instant at,
      boolean edited,
      Optional<String> onlyFor,
      String text,
      ObjectNode wire,
      Map<String, ObjectNode> seenBy,
      List<Reaction> reactions) {}

  /// Who wrote a message.
  public record Author(String id, String name, boolean bot) {}

  /// @param by people and bots, by id
  public record Reaction(String name, List<String> by) {}

  /// The bot's own page, as a person was last shown it.
  ///
  /// @param wire Slack: the view
  public record Home(String person, ObjectNode wire) {}

  /// A form that is open in front of a person.
  ///
  /// @param wire Slack: the view; Teams: the task module's `title`, `width`, `height`, `card`
  /// @param errors by field
  public record Form(String id, String person, ObjectNode wire, Map<String, String> errors) {}
}
