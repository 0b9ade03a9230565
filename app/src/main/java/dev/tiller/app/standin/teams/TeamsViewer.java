package dev.tiller.app.standin.teams;

import dev.tiller.app.standin.chat.MessageMenu;
import dev.tiller.app.standin.chat.PlatformView;
import dev.tiller.app.standin.chat.PlatformView.Channel;
import dev.tiller.app.standin.chat.PlatformView.Form;
import dev.tiller.app.standin.chat.PlatformView.Habits;
import dev.tiller.app.standin.chat.PlatformView.Member;
import dev.tiller.app.standin.chat.PlatformView.Message;
import dev.tiller.app.standin.chat.PlatformView.Reaction;
import dev.tiller.app.standin.teams.TeamsWorld.Author;
import java.util.List;
import java.util.Optional;

/// Teams' state as the playground shows it.
final class TeamsViewer {

  private TeamsViewer() {}

  static PlatformView view(
      Author bot,
      boolean enabled,
      boolean reading,
      List<TeamsMessage> messages,
      List<TeamsForm> forms) {
    return new PlatformView(
        "teams",
        "Microsoft Teams",
        TeamsWorld.TENANT_NAME,
        enabled,
        new Member(bot.id(), bot.name()),
        new Habits(TeamsGestures.REACTIONS, MessageMenu.ofTeams(), true, Optional.of(reading)),
        TeamsWorld.PEOPLE.stream().map(it -> new Member(it.id(), it.name())).toList(),
        TeamsWorld.PLACES.stream()
            .map(it -> new Channel(it.id(), it.name(), it.kind(), it.person()))
            .toList(),
        messages.stream().map(message -> message(message, bot)).toList(),
        forms.stream()
            .map(form -> new Form(form.id(), form.person(), form.task(), form.errors()))
            .toList(),
        List.of(),
        List.of());
  }

  private static Message message(TeamsMessage message, Author bot) {
    var author = message.author();
    return new Message(
        message.id(),
        message.place().id(),
        message.root(),
        new PlatformView.Author(author.id(), author.name(), author.isBot()),
        message.at(),
        message.edited(),
        message.onlyFor(),
        message.quoted(),
        TeamsText.readable(message.activity(), bot),
        message.activity(),
        message.seenBy(),
        message.reactions().entrySet().stream()
            .map(it -> new Reaction(it.getKey(), it.getValue()))
            .toList());
  }
}
