package dev.tiller.core.decide;

import dev.tiller.core.agents.Repository;
import dev.tiller.core.chat.ActionKey;
import dev.tiller.core.chat.Ask.Answer;
import dev.tiller.core.chat.Choice;
import dev.tiller.core.chat.ChoiceQuery;
import dev.tiller.core.chat.Form;
import dev.tiller.core.chat.FormSubmission;
import dev.tiller.core.chat.InboundMessage;
import dev.tiller.core.chat.Place;
import dev.tiller.core.chat.Platform;
import dev.tiller.core.chat.Shortcut;
import dev.tiller.core.command.Command;
import dev.tiller.core.command.CommandPrinter;
import dev.tiller.core.command.Options;
import dev.tiller.core.conversation.Conversation;
import dev.tiller.core.decide.LaunchFields.Read;
import dev.tiller.core.routing.Background;
import dev.tiller.core.routing.Known;
import dev.tiller.core.routing.Resolution.Settled;
import dev.tiller.core.routing.Routing;
import dev.tiller.core.routing.Wish;
import dev.tiller.core.routing.Wish.Picked;
import dev.tiller.core.text.Texts;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// *Send to Tiller*: a new agent that works on any message of a channel, after whoever sends it has
/// said what is to be done. The form says all that the launch needs: its key names the message, its
/// fields hold the task. So nothing is stored until it is sent.
public final class Sending {

  private Sending() {}

  /// @param already the agent that the message has asked for; absent when there is none
  public static Answer open(
      Shortcut shortcut, Optional<Integer> already, Background background, String nonce) {
    if (shortcut.outsider()) {
      return new Answer.Refuse(outsider());
    }
    var fields =
        new LaunchFields(
            task(shortcut),
            files(shortcut),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            hint(shortcut.text(), already, background),
            false);
    return new Answer.Open(
        new Form(
            new ActionKey(Verbs.LAUNCH, shortcut.message()),
            nonce,
            Texts.get("send.title"),
            Texts.get("send.submit"),
            fields.fields(background.known())));
  }

  /// Why an outsider gets no form.
  public static String outsider() {
    return Texts.get("send.outsider");
  }

  /// Why there is no form for a follow-up from a message.
  public static String notARequest() {
    return Texts.get("send.not-a-request");
  }

  /// What somebody else has written is quoted, with their name.
  private static String task(Shortcut shortcut) {
    var text = shortcut.text().strip();
    if (text.isEmpty() || shortcut.author().id().equals(shortcut.actor().id())) {
      return text;
    }
    var quoted = text.lines().map(line -> "> " + line).collect(Collectors.joining("\n"));
    var author = shortcut.author();
    var lead =
        author.nameless()
            ? Texts.get("send.quoted-nameless")
            : Texts.get("send.quoted", author.name());
    return lead + "\n" + quoted + "\n";
  }

  /// In Teams the message's files are out of reach when the form is sent.
  private static String files(Shortcut shortcut) {
    var stay =
        shortcut.address().thread().platform() == Platform.TEAMS
            && !shortcut.attachments().isEmpty();
    return stay ? Texts.get("send.no-files") : "";
  }

  private static String hint(String text, Optional<Integer> already, Background background) {
    var repository =
        Routing.of(new Wish(Options.NONE, text), background)
            .repository()
            .settled()
            .map(Settled::value)
            .map(Repository::display);
    var where =
        repository
            .map(its -> Texts.get("send.left-empty", Words.cut(its, 100)))
            .orElseGet(() -> Texts.get("send.left-open"));
    return already.map(number -> where + " " + Texts.get("send.already", number)).orElse(where);
  }

  /// What somebody finds who searches in the form.
  public static List<Choice> choices(ChoiceQuery query, Known known) {
    return LaunchFields.choices(query, known);
  }

  /// Goes on as a mention with the same task would: what is in doubt is asked in the thread.
  public static Decision submitted(
      Conversation conversation, FormSubmission form, Surroundings around) {
    var background = around.background().get();
    return switch (LaunchFields.read(form, background.known())) {
      case Read.Wrong(var why) -> Decision.note(conversation, why);
      case Read.Filled(var task, var options) -> {
        var message = message(form, new Command.NewAgent(task, options));
        var launching =
            new Launching(conversation, message, background, around.rules(), around.moment());
        yield told(launching.launch(task, options, Picked.NOTHING), message);
      }
    };
  }

  /// The request as if its sender had written it where the message is.
  private static InboundMessage message(FormSubmission form, Command asked) {
    return new InboundMessage(
        form.address(),
        form.key().subject(),
        form.actor(),
        Place.CHANNEL,
        CommandPrinter.print(asked),
        false,
        false);
  }

  /// What would be the answer to the message, which somebody else may have written, is told to the
  /// sender alone.
  private static Decision told(Decision decision, InboundMessage message) {
    var answer = OnMessage.answerKey(decision.after(), message);
    return decision.effects().stream()
        .filter(Effect.Say.class::isInstance)
        .map(Effect.Say.class::cast)
        .filter(say -> say.key().equals(answer))
        .findFirst()
        .map(say -> Decision.note(decision.after(), say.post().fallback()))
        .orElseGet(() -> decision.noting(Texts.get("send.see-thread")));
  }
}
