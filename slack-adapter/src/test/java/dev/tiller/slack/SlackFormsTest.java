package dev.tiller.slack;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.tiller.core.chat.ActionKey;
import dev.tiller.core.chat.Address;
import dev.tiller.core.chat.ChatThread;
import dev.tiller.core.chat.Form;
import dev.tiller.core.chat.FormSubmission;
import dev.tiller.core.chat.Person;
import dev.tiller.core.chat.Platform;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SlackFormsTest {

  private static final Address THREAD =
      new Address(new ChatThread(Platform.SLACK, "T0ACME", "C0WEB", "1763800000.000100"), "");

  private static final Form FORM =
      new Form(
          new ActionKey("follow-up", "run-1"),
          "n-1",
          "Add follow-up",
          "Send",
          List.of(
              new Form.TextField("prompt", "What next?", "Plain words", "", true, false, 2_000),
              new Form.TextField("branch", "Branch", "", "main", false, true, 10_000)));

  @Test
  void aFormBecomesAModalWithItsFields() {
    var view = view(FORM);

    assertThat(view.get("type").getAsString()).isEqualTo("modal");
    assertThat(text(view, "title")).isEqualTo("Add follow-up");
    assertThat(text(view, "submit")).isEqualTo("Send");
    var prompt = block(view, 0);
    assertThat(prompt.get("block_id").getAsString()).isEqualTo("prompt");
    assertThat(prompt.get("optional").getAsBoolean()).isFalse();
    assertThat(text(prompt, "label")).isEqualTo("What next?");
    assertThat(text(prompt, "hint")).isEqualTo("Plain words");
    var input = prompt.getAsJsonObject("element");
    assertThat(input.get("multiline").getAsBoolean()).isTrue();
    assertThat(input.get("max_length").getAsInt()).isEqualTo(2_000);
    assertThat(input.has("initial_value")).isFalse();
    var branch = block(view, 1);
    assertThat(branch.has("hint")).isFalse();
    assertThat(branch.getAsJsonObject("element").get("initial_value").getAsString())
        .isEqualTo("main");
    assertThat(branch.getAsJsonObject("element").get("max_length").getAsInt()).isEqualTo(3_000);
  }

  @Test
  void titlesStayWithinSlacksLimits() {
    var view = view(new Form(FORM.key(), "n-1", "t".repeat(40), "s".repeat(40), FORM.fields()));

    assertThat(text(view, "title")).hasSize(24);
    assertThat(text(view, "submit")).hasSize(24);
  }

  @Test
  void whatWasSentComesBackWithItsThreadKeyAndNonce() {
    assertThat(submission(Fixtures.payload("view_submission")))
        .contains(
            new FormSubmission(
                THREAD,
                new Person("U0ANN", "U0ANN", "U0ANN"),
                new ActionKey("follow-up", "run-1"),
                "n-1",
                Map.of("prompt", "Also add a test\nfor <logout> & more")));
  }

  @Test
  void theViewCarriesWhatTheSubmissionNeeds() {
    var payload = Fixtures.payload("view_submission");
    var sent = payload.getAsJsonObject("view");
    for (var field : List.of("private_metadata", "callback_id")) {
      sent.add(field, view(FORM).get(field));
    }

    var submission = submission(payload).orElseThrow();

    assertThat(submission.address()).isEqualTo(THREAD);
    assertThat(submission.key()).isEqualTo(FORM.key());
    assertThat(submission.nonce()).isEqualTo("n-1");
  }

  @Test
  void aViewOfSomebodyElsesIsNoSubmission() {
    for (var field : List.of("private_metadata", "callback_id")) {
      var payload = Fixtures.payload("view_submission");
      payload.getAsJsonObject("view").addProperty(field, "{\"key\":\"x\"}");

      assertThat(submission(payload)).as(field).isEmpty();
    }
    assertThat(submission(new JsonObject())).isEmpty();
  }

  private static Optional<FormSubmission> submission(JsonObject payload) {
    return SlackForms.submission(payload, user -> false).map(SlackForms.Sent::form);
  }

  private static JsonObject view(Form form) {
    return JsonParser.parseString(SlackForms.view(form, THREAD)).getAsJsonObject();
  }

  private static JsonObject block(JsonObject view, int index) {
    return view.getAsJsonArray("blocks").get(index).getAsJsonObject();
  }

  private static String text(JsonObject object, String name) {
    var text = object.getAsJsonObject(name);
    assertThat(text.get("type").getAsString()).isEqualTo("plain_text");
    return text.get("text").getAsString();
  }
}
