package dev.tiller.teams;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.bot.schema.Activity;
import dev.tiller.core.chat.Action;
import dev.tiller.core.chat.ActionKey;
import dev.tiller.core.chat.Addressing;
import dev.tiller.core.chat.Addressing.Mentioned;
import dev.tiller.core.chat.FormSubmission;
import dev.tiller.core.chat.InboundMessage;
import dev.tiller.core.chat.MessageRef;
import dev.tiller.core.chat.Person;
import dev.tiller.core.chat.Place;
import dev.tiller.teams.TeamsEvent.Kind;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// What an activity means to the bot. Pure; the activity is known to be genuine and of the bot's
/// tenant.
final class TeamsEvents {

  private TeamsEvents() {}

  /// @param tenant the bot's tenant, as the settings write it
  static TeamsEvent of(Activity activity, String tenant) {
    return of(activity, tenant, _ -> Optional.empty());
  }

  /// @param accounts the Entra object id behind an id of Teams, as far as it is known
  static TeamsEvent of(
      Activity activity, String tenant, Function<String, Optional<String>> accounts) {
    return switch (activity.getType()) {
      case "message" -> message(activity, tenant, accounts, false);
      case "messageUpdate" -> message(activity, tenant, accounts, true);
      case "messageReaction" -> TeamsSign.of(activity, tenant);
      case "installationUpdate", "conversationUpdate" -> TeamsArrivals.of(activity, tenant);
      case "invoke" -> invoke(activity, tenant);
      default -> new TeamsEvent.Ignored(activity.getType());
    };
  }

  private static TeamsEvent message(
      Activity activity,
      String tenant,
      Function<String, Optional<String>> accounts,
      boolean edited) {
    if (TeamsScene.isByBot(activity)) {
      return new TeamsEvent.Ignored("a bot's message");
    }
    var text = TeamsText.plain(activity);
    var data = TeamsActivity.tree(activity.getValue());
    if (text.isBlank() && data.isObject()) {
      return click(activity, tenant, data, Kind.MESSAGE, TeamsEvent.SilentClick::new);
    }
    var id = Optional.ofNullable(activity.getId()).filter(known -> !known.isBlank());
    var scene = TeamsScene.of(activity, tenant, id.orElse(""));
    if (id.isEmpty() || scene.isEmpty()) {
      return new TeamsEvent.Malformed("a message without id, author or conversation");
    }
    boolean toBot = scene.get().place() == Place.DIRECT || TeamsText.mentionsBot(activity);
    return toBot || (!edited && scene.get().isThread(id.get()))
        ? new TeamsEvent.Message(
            new InboundMessage(
                scene.get().address(),
                id.get(),
                scene.get().actor(),
                scene.get().place(),
                text,
                edited,
                scene.get().outsider(),
                TeamsFiles.of(TeamsActivity.tree(activity.getAttachments())),
                new Addressing(
                    toBot,
                    others(activity, accounts),
                    TeamsQuote.answered(activity, scene.get().place()),
                    TeamsScene.botName(activity))))
        : new TeamsEvent.Ignored("not addressed to the bot");
  }

  private static List<Mentioned> others(
      Activity activity, Function<String, Optional<String>> accounts) {
    return TeamsMention.ofOthers(activity).stream()
        .map(it -> new Mentioned(TeamsText.written(it), mentioned(it, accounts)))
        .toList();
  }

  private static Person mentioned(
      TeamsMention mention, Function<String, Optional<String>> accounts) {
    var name = mention.name().isBlank() ? TeamsText.written(mention) : mention.name();
    return Optional.of(mention.account())
        .filter(account -> !account.isEmpty())
        .or(() -> accounts.apply(mention.id()))
        .map(account -> new Person(account, mention.id(), name))
        .orElseGet(() -> Person.unidentified(mention.id(), name));
  }

  private static TeamsEvent invoke(Activity activity, String tenant) {
    var value = TeamsActivity.tree(activity.getValue());
    return switch (String.valueOf(activity.getName())) {
      case "adaptiveCard/action" -> execution(activity, tenant, value);
      case "task/fetch" ->
          click(activity, tenant, value.path("data"), Kind.DIALOG, TeamsEvent.Opening::new);
      case "task/submit" -> submission(activity, tenant, value.path("data"));
      case "composeExtension/fetchTask" -> TeamsMenu.opening(activity, tenant, value);
      case "composeExtension/submitAction" -> TeamsMenu.submission(activity, tenant, value);
      default -> new TeamsEvent.Unsupported(String.valueOf(activity.getName()));
    };
  }

  /// A client may also run an action by itself, to refresh a card: that is no click. The bot's
  /// cards do not ask for it.
  private static TeamsEvent execution(Activity activity, String tenant, JsonNode value) {
    var data = value.path("action").path("data");
    return value.path("trigger").asText().equals("automatic")
        ? new TeamsEvent.Unsupported("automatic refresh")
        : click(activity, tenant, data, Kind.CLICK, TeamsEvent.Click::new);
  }

  private static TeamsEvent click(
      Activity activity,
      String tenant,
      JsonNode data,
      Kind kind,
      Function<Action, TeamsEvent> event) {
    var scene = sceneOfCard(activity, tenant);
    var key = ActionKey.parse(data.path(TeamsForms.KEY).asText());
    if (scene.isEmpty() || key.isEmpty()) {
      return new TeamsEvent.Malformed("a click without key, person or conversation");
    }
    if (scene.get().outsider()) {
      return new TeamsEvent.Outsider(kind);
    }
    boolean menu = data.path(TeamsForms.MENU).asBoolean();
    var chosen = menu ? TeamsChoices.chosen(data) : Optional.<String>empty();
    return menu && chosen.isEmpty()
        ? new TeamsEvent.NothingChosen(kind)
        : event.apply(
            new Action(
                scene.get().address(), scene.get().actor(), key.get(), card(activity), chosen));
  }

  private static TeamsEvent submission(Activity activity, String tenant, JsonNode data) {
    var scene = sceneOfCard(activity, tenant);
    var filled = TeamsForms.read(data);
    if (scene.isEmpty() || filled.isEmpty()) {
      return new TeamsEvent.Malformed("a form without key, nonce, person or conversation");
    }
    var form = filled.get();
    return scene.get().outsider()
        ? new TeamsEvent.Outsider(Kind.DIALOG)
        : new TeamsEvent.Submission(
            new FormSubmission(
                scene.get().address(),
                scene.get().actor(),
                form.key(),
                form.nonce(),
                form.values()));
  }

  private static Optional<TeamsScene> sceneOfCard(Activity activity, String tenant) {
    return TeamsScene.of(activity, tenant, card(activity).map(MessageRef::id).orElse(""));
  }

  private static Optional<MessageRef> card(Activity activity) {
    return Optional.ofNullable(activity.getReplyToId())
        .filter(id -> !id.isBlank())
        .map(MessageRef::new);
  }
}
