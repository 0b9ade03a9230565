package dev.tiller.teams;

import static dev.tiller.teams.Activities.inChannel;
import static dev.tiller.teams.Activities.inPersonal;
import static dev.tiller.teams.Activities.invoke;
import static dev.tiller.teams.Activities.mentioning;
import static dev.tiller.teams.Activities.mentioningBot;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tiller.core.chat.Address;
import dev.tiller.core.chat.Ask;
import dev.tiller.core.chat.ChatThread;
import dev.tiller.core.chat.FormSubmission;
import dev.tiller.core.chat.InboundMessage;
import dev.tiller.core.chat.MessageRef;
import dev.tiller.core.chat.PeopleContract;
import dev.tiller.core.chat.Person;
import dev.tiller.core.chat.Platform;
import dev.tiller.core.chat.Shortcut;
import dev.tiller.core.chat.StopSign;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;

/// By activities with tokens, as Teams sends them.
class TeamsPeopleContractTest implements PeopleContract {

  private final List<Endpoint> endpoints = new ArrayList<>();

  @AfterEach
  void stop() {
    endpoints.forEach(Endpoint::close);
  }

  @Override
  public Stage stage() {
    var endpoint = new Endpoint();
    endpoints.add(endpoint);
    return new TeamsStage(endpoint);
  }

  private static final class TeamsStage implements Stage {
    private static final String ROOT = "1700000000001";
    private static final String CARD = "1700000000009";
    private static final Person BEN =
        new Person("bbbbbbbb-0000-0000-0000-00000000000b", "29:ben", "Ben Ortiz");

    private final Endpoint endpoint;
    private ObjectNode last = TeamsJson.object();
    private JsonNode shown = TeamsJson.object();
    private int ids;

    /// Ben has written to the bot before.
    TeamsStage(Endpoint endpoint) {
      this.endpoint = endpoint;
      send(by(BEN, inPersonal(id(), "hello")));
      endpoint.inbox.messages.clear();
    }

    @Override
    public Address thread() {
      return new Address(
          new ChatThread(Platform.TEAMS, Activities.TENANT, Activities.CHANNEL, ROOT),
          Endpoint.SERVICE);
    }

    @Override
    public Person ann() {
      return new Person(Activities.ANN, "29:ann", "Ann Lee");
    }

    @Override
    public Person ben() {
      return BEN;
    }

    @Override
    public MessageRef card() {
      return new MessageRef(CARD);
    }

    @Override
    public String writes(String text) {
      var id = id();
      send(inChannel(ROOT, id, encoded(text)));
      return id;
    }

    @Override
    public String writesToBen(String before, String after) {
      var id = id();
      send(toBen(inChannel(ROOT, id, before + " <at>Ben Ortiz</at> " + after)));
      return id;
    }

    @Override
    public String writesToBotAndBen(String before, String after) {
      var id = id();
      var text = "<at>Tiller</at> %s <at>Ben Ortiz</at> %s".formatted(before, after);
      send(toBen(mentioningBot(inChannel(ROOT, id, text))));
      return id;
    }

    @Override
    public void writesInMainLine(String text) {
      var id = id();
      send(inChannel(id, id, text));
    }

    @Override
    public void anotherBotWrites(String text) {
      send(by(new Person("d", "28:deploybot", "deploybot"), inChannel(ROOT, id(), text)));
    }

    @Override
    public void signsToStop() {
      reacts("274c_crossmark");
    }

    @Override
    public void marksOtherwise() {
      reacts("like");
    }

    private void reacts(String type) {
      var reaction = inChannel(ROOT, "f:" + id(), "");
      reaction.put("type", "messageReaction").put("replyToId", CARD);
      reaction.putArray("reactionsAdded").addObject().put("type", type);
      send(reaction);
    }

    @Override
    public void redeliver() {
      send(last);
    }

    @Override
    public void chooses(Shortcut.Kind kind, String message, String text) {
      var command = kind == Shortcut.Kind.SEND ? "sendToTiller" : "followUp";
      var choice = invoke("composeExtension/fetchTask", "{}");
      choice.remove("replyToId");
      var value = choice.withObject("/value");
      value.put("commandId", command).put("commandContext", "message");
      var payload = value.putObject("messagePayload").put("id", message).putNull("replyToId");
      payload.putObject("body").put("contentType", "html").put("content", "<p>" + text + "</p>");
      payload.withObject("/from/user").put("id", BEN.id()).put("displayName", BEN.name());
      send(choice);
    }

    @Override
    public void answer(Ask.Answer answer) {
      endpoint.inbox.answer = answer;
    }

    @Override
    public Optional<String> formShown() {
      return Optional.of(shown.at("/task/value/title").asText()).filter(it -> !it.isEmpty());
    }

    @Override
    public String toldToAnn() {
      return shown.at("/task/value").asText();
    }

    @Override
    public void submits(Map<String, String> values) {
      var data = shown.at("/task/value/card/content/actions/0/data").<ObjectNode>deepCopy();
      values.forEach((name, value) -> data.put("field_" + name, value));
      var submission = last.deepCopy().put("name", "composeExtension/submitAction");
      submission.withObject("/value").set("data", data);
      send(submission);
    }

    @Override
    public List<InboundMessage> messages() {
      return endpoint.inbox.messages;
    }

    @Override
    public List<StopSign> signs() {
      return endpoint.inbox.signs;
    }

    @Override
    public List<Shortcut> shortcuts() {
      return endpoint.inbox.shortcuts;
    }

    @Override
    public List<FormSubmission> forms() {
      return endpoint.inbox.forms;
    }

    private void send(ObjectNode activity) {
      last = activity;
      var answer = Endpoint.body(endpoint.send(activity));
      shown = answer.isEmpty() ? TeamsJson.object() : Activities.json(answer);
    }

    private String id() {
      return String.valueOf(1_700_000_000_100L + ids++);
    }

    private static ObjectNode by(Person author, ObjectNode activity) {
      activity
          .withObject("/from")
          .put("id", author.handle())
          .put("name", author.name())
          .put("aadObjectId", author.id());
      return activity;
    }

    private static ObjectNode toBen(ObjectNode activity) {
      return mentioning(activity, BEN.handle(), BEN.name(), "<at>Ben Ortiz</at>");
    }

    /// As Teams' editor sends what was typed.
    private static String encoded(String text) {
      return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
  }
}
