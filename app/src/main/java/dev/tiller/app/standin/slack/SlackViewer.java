package dev.tiller.app.standin.slack;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tiller.app.standin.chat.MessageMenu;
import dev.tiller.app.standin.chat.PlatformView;
import dev.tiller.app.standin.chat.PlatformView.Author;
import dev.tiller.app.standin.chat.PlatformView.Channel;
import dev.tiller.app.standin.chat.PlatformView.Form;
import dev.tiller.app.standin.chat.PlatformView.Habits;
import dev.tiller.app.standin.chat.PlatformView.Home;
import dev.tiller.app.standin.chat.PlatformView.Member;
import dev.tiller.app.standin.chat.PlatformView.Message;
import dev.tiller.app.standin.chat.PlatformView.Reaction;
import dev.tiller.app.standin.chat.PlatformView.Session;
import dev.tiller.app.standin.slack.SlackWorld.User;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Slack's state as the playground shows it.
final class SlackViewer {

  private SlackViewer() {}

  static PlatformView view(
      boolean enabled,
      List<SlackMessage> messages,
      List<SlackForm> forms,
      Map<String, ObjectNode> homes,
      List<Session> sessions) {
    return new PlatformView(
        "slack",
        "Slack",
        SlackWorld.TEAM_NAME,
        enabled,
        member(SlackWorld.TILLER),
        new Habits(SlackGestures.REACTIONS, MessageMenu.ofSlack(), false, Optional.empty()),
        SlackWorld.PEOPLE.stream().map(SlackViewer::member).toList(),
        SlackWorld.CHANNELS.stream()
            .map(it -> new Channel(it.id(), it.name(), it.kind(), it.person()))
            .toList(),
        messages.stream().map(SlackViewer::message).toList(),
        forms.stream()
            .map(form -> new Form(form.id(), form.person(), form.view(), form.errors()))
            .toList(),
        homes.entrySet().stream().map(home -> new Home(home.getKey(), home.getValue())).toList(),
        sessions);
  }

  private static Member member(User user) {
    return new Member(user.id(), user.name());
  }

  private static Message message(SlackMessage message) {
    var author = message.author();
    return new Message(
        message.ts(),
        message.channel(),
        message.root(),
        new Author(author.id(), author.name(), author.isBot()),
        time(message.ts()),
        message.edited().isPresent(),
        message.onlyFor(),
        Optional.empty(),
        SlackText.readable(message.text()),
        SlackJson.withMetadata(message),
        Map.of(),
        message.reactions().entrySet().stream()
            .map(reaction -> new Reaction(reaction.getKey(), reaction.getValue()))
            .toList());
  }

  private static Instant time(String ts) {
    long micros = new BigDecimal(ts).movePointRight(6).longValueExact();
    return Instant.ofEpochSecond(micros / 1_000_000, micros % 1_000_000 * 1000);
  }
}
