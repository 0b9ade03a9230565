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
/// @param sessions where the platform itself says that the bot is at work
public record PlatformView(
    String id,
    String name,
    String workspace,
    boolean enabled,
    Member bot,
    Habits habits,
    List<Member> people,
    List<Channel> channels,
    List<Message> messages,
    List<Form> forms,
    List<Home> homes,
    List<Session> sessions) {

  public PlatformView {
    people = List.copyOf(people);
    channels = List.copyOf(channels);
    messages = List.copyOf(messages);
    forms = List.copyOf(forms);
    homes = List.copyOf(homes);
    sessions = List.copyOf(sessions);
  }

  /// Somebody by platform id.
  public record Member(String id, String name) {}

  /// What people can do on a platform.
  ///
  /// @param reactions those that its client offers first, as it names them
  /// @param menu what the bot adds to the menus of messages
  /// @param quotes whether messages are quoted where there are no threads
  /// @param reading whether the bot may read messages that do not mention it, where an admin decides
  public record Habits(
      List<String> reactions,
      List<MessageMenu.Entry> menu,
      boolean quotes,
      Optional<Boolean> reading) {

    public Habits {
      reactions = List.copyOf(reactions);
      menu = List.copyOf(menu);
    }
  }

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
  /// @param quoted the message that it quotes
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
      Optional<String> quoted,
      String text,
      ObjectNode wire,
      Map<String, ObjectNode> seenBy,
      List<Reaction> reactions) {}

  /// Who wrote a message.
  public record Author(String id, String name, boolean bot) {}

  /// @param by people and bots, by id
  public record Reaction(String name, List<String> by) {}

  /// A thread in which the platform says that the bot is at work, with a button of its own to stop
  /// it.
  ///
  /// @param thread the id of the thread's first message
  /// @param canStop whether the platform would tell the bot of the button
  public record Session(String channel, String thread, boolean canStop) {}

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
