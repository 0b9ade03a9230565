package dev.tiller.app.standin.teams;

import dev.tiller.app.standin.chat.PlatformView;
import dev.tiller.app.standin.chat.PlatformView.Channel;
import dev.tiller.app.standin.chat.PlatformView.Form;
import dev.tiller.app.standin.chat.PlatformView.Member;
import dev.tiller.app.standin.chat.PlatformView.Message;
import dev.tiller.app.standin.teams.TeamsWorld.Author;
import java.util.List;

/// Teams' state as the playground shows it.
final class TeamsViewer {

  private TeamsViewer() {}

  static PlatformView view(
      Author bot, boolean enabled, List<TeamsMessage> messages, List<TeamsForm> forms) {
    return new PlatformView(
        "teams",
        "Microsoft Teams",
        TeamsWorld.TENANT_NAME,
        enabled,
        new Member(bot.id(), bot.name()),
        TeamsWorld.PEOPLE.stream().map(it -> new Member(it.id(), it.name())).toList(),
        TeamsWorld.PLACES.stream()
            .map(it -> new Channel(it.id(), it.name(), it.kind(), it.person()))
            .toList(),
        messages.stream().map(message -> message(message, bot)).toList(),
        forms.stream()
            .map(form -> new Form(form.id(), form.person(), form.task(), form.errors()))
            .toList(),
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
        TeamsText.readable(message.activity(), bot),
        message.activity(),
        message.seenBy(),
        List.of());
  }
}
