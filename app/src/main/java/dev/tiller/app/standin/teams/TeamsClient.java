package dev.tiller.app.standin.teams;

import static dev.tiller.app.standin.chat.Json.object;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tiller.app.standin.chat.ChatStandIn.Submitted;
import dev.tiller.app.standin.chat.Json;
import dev.tiller.app.standin.chat.Refusal;
import dev.tiller.app.standin.teams.TeamsActivities.Setting;
import dev.tiller.app.standin.teams.TeamsWorld.Person;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Teams' client as far as it speaks with the bot: clicks on cards and dialogs, and what becomes of
/// the answers.
final class TeamsClient {

  private final TeamsStore store;
  private final TeamsForms forms;
  private final TeamsActivities activities;
  private final TeamsDelivery delivery;

  TeamsClient(
      TeamsStore store, TeamsForms forms, TeamsActivities activities, TeamsDelivery delivery) {
    this.store = store;
    this.forms = forms;
    this.activities = activities;
    this.delivery = delivery;
  }

  /// Clicks an action of a card.
  ///
  /// @return what only the clicker is told
  Optional<String> press(Person person, TeamsMessage message, ObjectNode action) {
    var setting = TeamsPeople.setting(person.author(), message);
    return switch (action.path("type").asText()) {
      case "Action.Execute" -> execute(person, setting, message, action);
      case "Action.Submit" -> submitAction(person, setting, message, action);
      case "Action.OpenUrl", "Action.ShowCard", "Action.ToggleVisibility" -> Optional.empty();
      default -> throw Refusal.invalid("Teams knows no such action.");
    };
  }

  private Optional<String> execute(
      Person person, Setting setting, TeamsMessage message, ObjectNode action) {
    var value = object("action", action, "trigger", "manual");
    var invoke =
        activities.invoke(setting, "adaptiveCard/action", Optional.of(message.id()), value);
    return switch (InvokeAnswer.of(delivery.invoke(invoke))) {
      case InvokeAnswer.Nothing _, InvokeAnswer.Dialog _ -> Optional.empty();
      case InvokeAnswer.Note(var text) -> Optional.of(text);
      case InvokeAnswer.Card(var card) -> {
        store.change(message.id(), now -> now.seenAs(person.id(), withCard(now.activity(), card)));
        yield Optional.empty();
      }
    };
  }

  private Optional<String> submitAction(
      Person person, Setting setting, TeamsMessage message, ObjectNode action) {
    var data = action.path("data") instanceof ObjectNode given ? given : Json.object();
    if (data.at("/msteams/type").asText().equals("task/fetch")) {
      var value = object("data", data, "context", object("theme", "default"));
      var invoke = activities.invoke(setting, "task/fetch", Optional.of(message.id()), value);
      return fetched(person, setting, InvokeAnswer.of(delivery.invoke(invoke)));
    }
    delivery.deliver(activities.submit(setting, store.nextId(), message.id(), data));
    return Optional.empty();
  }

  private Optional<String> fetched(Person person, Setting setting, InvokeAnswer answer) {
    switch (answer) {
      case InvokeAnswer.Note(var text) -> {
        return Optional.of(text);
      }
      case InvokeAnswer.Dialog(var task) ->
          forms.put(TeamsForm.of(person, setting, task));
      case InvokeAnswer.Nothing _, InvokeAnswer.Card _ -> {}
    }
    return Optional.empty();
  }

  /// Sends a dialog.
  Submitted submit(TeamsForm form, Map<String, String> values) {
    var problems = form.problems(values);
    if (!problems.isEmpty()) {
      forms.put(form.withErrors(problems));
      return Submitted.wrong(problems);
    }
    var answer = InvokeAnswer.of(delivery.invoke(submission(form, form.data(values))));
    if (answer.equals(InvokeAnswer.TROUBLE) || answer.equals(InvokeAnswer.UNREACHABLE)) {
      throw Refusal.conflict("Teams says: " + ((InvokeAnswer.Note) answer).text());
    }
    if (answer instanceof InvokeAnswer.Dialog(var task)) {
      forms.put(form.withTask(task));
      return Submitted.TAKEN;
    }
    forms.close(form);
    return new Submitted(
        Map.of(),
        answer instanceof InvokeAnswer.Note(var text) ? Optional.of(text) : Optional.empty());
  }

  private ObjectNode submission(TeamsForm form, ObjectNode data) {
    var value = object("data", data, "context", object("theme", "default"));
    form.command().ifPresent(value::setAll);
    var name = form.command().isPresent() ? "composeExtension/submitAction" : "task/submit";
    return activities.invoke(form.setting(), name, Optional.empty(), value);
  }

  /// Chooses an entry of a message's own menu, whose answer is a dialog.
  ///
  /// @param command its `commandId`
  /// @param payload the message as Microsoft Graph has it
  /// @return what only this person is told
  Optional<String> choose(
      Person person, TeamsMessage message, String command, ObjectNode payload) {
    var setting = TeamsPeople.setting(person.author(), message);
    var chosen =
        object("commandId", command, "commandContext", "message", "messagePayload", payload);
    var value = object("context", object("theme", "default")).<ObjectNode>setAll(chosen);
    var invoke =
        activities.invoke(setting, "composeExtension/fetchTask", Optional.empty(), value);
    var answer = InvokeAnswer.of(delivery.invoke(invoke));
    if (answer instanceof InvokeAnswer.Dialog(var task)) {
      forms.put(TeamsForm.of(person, setting, task).openedBy(chosen));
      return Optional.empty();
    }
    return fetched(person, setting, answer);
  }

  /// The activity with its card replaced.
  private static ObjectNode withCard(ObjectNode activity, JsonNode card) {
    var attachment = object("contentType", CardRules.CONTENT_TYPE, "content", card);
    return activity.deepCopy().set("attachments", Json.array(List.of(attachment)));
  }
}
