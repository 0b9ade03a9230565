package dev.tiller.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.tiller.core.chat.Address;
import dev.tiller.core.chat.Ask;
import dev.tiller.core.chat.ChatThread;
import dev.tiller.core.chat.FormSubmission;
import dev.tiller.core.chat.InboundMessage;
import dev.tiller.core.chat.MessageRef;
import dev.tiller.core.chat.PeopleContract.Stage;
import dev.tiller.core.chat.Person;
import dev.tiller.core.chat.Platform;
import dev.tiller.core.chat.Shortcut;
import dev.tiller.core.chat.StopSign;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/// People in a channel of Slack, whose doings reach the whole adapter.
final class SlackStage implements Stage, AutoCloseable {

  private static final String ROOT = "1763800000.000100";

  private final SlackInMiniature slack;
  private int count;
  private Runnable last = () -> {};

  SlackStage(SlackInMiniature slack) {
    this.slack = slack;
  }

  @Override
  public Address thread() {
    return new Address(new ChatThread(Platform.SLACK, "T0ACME", "C0WEB", ROOT), "");
  }

  @Override
  public Person ann() {
    return new Person("U0ANN", "U0ANN", "U0ANN");
  }

  @Override
  public Person ben() {
    return new Person("U0BEN", "U0BEN", "U0BEN");
  }

  @Override
  public MessageRef card() {
    return new MessageRef("1763800005.000400");
  }

  @Override
  public String writes(String text) {
    return written(SlackText.escape(text, 10_000));
  }

  @Override
  public String writesToBen(String before, String after) {
    return written(before + " <@U0BEN> " + after);
  }

  @Override
  public String writesToBotAndBen(String before, String after) {
    return written("<@U0TILLER> " + before + " <@U0BEN> " + after);
  }

  private String written(String markup) {
    var ts = "1763800006.%06d".formatted(++count);
    deliver(message(markup, ts, event -> event.addProperty("thread_ts", ROOT)));
    return ts;
  }

  @Override
  public void writesInMainLine(String text) {
    deliver(message(text, "1763800007.%06d".formatted(++count), event -> {}));
  }

  @Override
  public void anotherBotWrites(String text) {
    deliver(Fixtures.event("message_other_bot", event -> inThread(event, text)));
  }

  private static void inThread(JsonObject event, String text) {
    event.addProperty("text", text);
    event.addProperty("thread_ts", ROOT);
    event.addProperty("ts", "1763800008.000100");
  }

  private static JsonObject message(String markup, String ts, Consumer<JsonObject> more) {
    return Fixtures.event(
        "message_channel",
        event -> {
          event.addProperty("text", markup);
          event.addProperty("ts", ts);
          more.accept(event);
        });
  }

  @Override
  public void signsToStop() {
    deliver(Fixtures.payload("reaction_added"));
  }

  @Override
  public void marksOtherwise() {
    deliver(Fixtures.event("reaction_added", event -> event.addProperty("reaction", "+1")));
  }

  @Override
  public void redeliver() {
    last.run();
  }

  private void deliver(JsonObject payload) {
    last = () -> assertThat(slack.deliver(payload).status()).isEqualTo(200);
    last.run();
  }

  @Override
  public void chooses(Shortcut.Kind kind, String message, String text) {
    var payload = Fixtures.payload("message_action");
    payload.addProperty(
        "callback_id", kind == Shortcut.Kind.SEND ? "send_to_tiller" : "add_follow_up");
    payload.addProperty("message_ts", message);
    payload.getAsJsonObject("message").addProperty("ts", message);
    payload.getAsJsonObject("message").addProperty("text", SlackText.escape(text, 10_000));
    assertThat(slack.interact(payload).status()).isEqualTo(200);
  }

  @Override
  public void answer(Ask.Answer answer) {
    slack.bot.answerToShortcut = answer;
  }

  @Override
  public Optional<String> formShown() {
    return view().map(view -> view.getAsJsonObject("title").get("text").getAsString());
  }

  private Optional<JsonObject> view() {
    var opened = slack.api.calls("views.open");
    return opened.isEmpty()
        ? Optional.empty()
        : Optional.of(JsonParser.parseString(opened.getLast().argument("view")).getAsJsonObject());
  }

  @Override
  public String toldToAnn() {
    await().until(() -> !slack.api.calls("chat.postEphemeral").isEmpty());
    var told = slack.api.calls("chat.postEphemeral").getLast();
    assertThat(told.argument("user")).isEqualTo("U0ANN");
    return told.argument("text");
  }

  @Override
  public void submits(Map<String, String> values) {
    var payload = Fixtures.payload("view_submission");
    var view = payload.getAsJsonObject("view");
    view().orElseThrow().asMap().forEach(view::add);
    var state = new JsonObject();
    values.forEach((field, value) -> state.add(field, input(value)));
    view.getAsJsonObject("state").add("values", state);
    assertThat(slack.interact(payload).status()).isEqualTo(200);
  }

  private static JsonObject input(String value) {
    var text = new JsonObject();
    text.addProperty("type", "plain_text_input");
    text.addProperty("value", value);
    var input = new JsonObject();
    input.add("value", text);
    return input;
  }

  @Override
  public List<InboundMessage> messages() {
    return slack.bot.messages;
  }

  @Override
  public List<StopSign> signs() {
    return slack.bot.signs;
  }

  @Override
  public List<Shortcut> shortcuts() {
    return slack.bot.shortcuts;
  }

  @Override
  public List<FormSubmission> forms() {
    return slack.bot.forms;
  }

  @Override
  public void close() {
    slack.close();
  }
}
