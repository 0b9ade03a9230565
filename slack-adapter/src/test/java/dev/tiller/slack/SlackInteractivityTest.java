package dev.tiller.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tiller.core.chat.ActionKey;
import dev.tiller.core.chat.Ask.Answer.Open;
import dev.tiller.core.chat.Form;
import dev.tiller.core.chat.Receipt;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Clicks and forms, through the real Bolt app.
class SlackInteractivityTest {

  private static final Form FORM =
      new Form(
          new ActionKey("follow-up", "run-1"),
          "n-1",
          "Add follow-up",
          "Send",
          List.of(new Form.TextField("prompt", "What next?", "", "", true, false, 2_000)));

  final SlackInMiniature slack = start();

  SlackInMiniature start() {
    return new SlackInMiniature();
  }

  @AfterEach
  void stop() {
    slack.close();
  }

  @Test
  void aPressIsHandedInAndItsNoteIsShownToWhoClicked() {
    slack.bot.receipt = Receipt.note("Stopping <now>.");

    assertThat(slack.interact(Fixtures.payload("block_actions")).status()).isEqualTo(200);

    assertThat(slack.bot.actions).extracting(action -> action.key().verb()).containsExactly("stop");
    var note = awaitCall("chat.postEphemeral");
    assertThat(note.argument("user")).isEqualTo("U0ANN");
    assertThat(note.argument("channel")).isEqualTo("C0WEB");
    assertThat(note.argument("thread_ts")).isEqualTo("1763800000.000100");
    assertThat(note.argument("text")).isEqualTo("Stopping &lt;now&gt;.");
    assertThat(new Drawn(note.argument("blocks")).text().strip()).isEqualTo("Stopping <now>.");
  }

  @Test
  void aNoteThatCannotBeShownChangesNothing() {
    slack.api.answer(RecordingSlack.Answer.error("user_not_in_channel"));
    slack.bot.receipt = Receipt.note("Stopping.");

    assertThat(slack.interact(Fixtures.payload("block_actions")).status()).isEqualTo(200);

    awaitCall("chat.postEphemeral");
    assertThat(slack.bot.actions).hasSize(1);
  }

  @Test
  void linkButtonsAndForeignButtonsAreOnlyAcknowledged() {
    for (var id : List.of("link:0", "somebody-elses")) {
      assertThat(slack.interact(Fixtures.clickOn(id)).status()).as(id).isEqualTo(200);
    }
    assertThat(slack.bot.actions).isEmpty();
    assertThat(slack.api.calls()).isEmpty();
  }

  @Test
  void aFormButtonOpensItsFormBeforeTheAnswer() {
    slack.bot.answer = action -> new Open(FORM);

    assertThat(slack.interact(Fixtures.clickOn("form:follow-up")).status()).isEqualTo(200);

    assertThat(slack.bot.actions).isEmpty();
    assertThat(slack.api.calls("views.open"))
        .singleElement()
        .satisfies(call -> {
          assertThat(call.argument("trigger_id")).startsWith("9876543210.");
          assertThat(call.argument("view")).contains("What next?", "1763800000.000100");
        });
  }

  @Test
  void whoeverMayNotHaveTheFormIsToldWhy() {
    assertThat(slack.interact(Fixtures.clickOn("form:follow-up")).status()).isEqualTo(200);

    assertThat(awaitCall("chat.postEphemeral").argument("text"))
        .isEqualTo("Only the owner may do that.");
    assertThat(slack.api.calls("views.open")).isEmpty();
  }

  @Test
  void aFormThatDoesNotOpenIsSaidToWhoClicked() {
    slack.bot.answer = action -> new Open(FORM);
    slack.api.answer(call ->
        call.method().equals("views.open")
            ? RecordingSlack.Answer.error("expired_trigger_id")
            : RecordingSlack.Answer.ok());

    assertThat(slack.interact(Fixtures.clickOn("form:follow-up")).status()).isEqualTo(200);

    assertThat(awaitCall("chat.postEphemeral").argument("text")).contains("could not be opened");
  }

  @Test
  void aQuestionThatFailsIsSaidToWhoClicked() {
    slack.bot.answer =
        action -> {
          throw new IllegalStateException("the database is away");
        };

    assertThat(slack.interact(Fixtures.clickOn("form:follow-up")).status()).isEqualTo(200);

    assertThat(awaitCall("chat.postEphemeral").argument("text")).contains("could not be opened");
  }

  @Test
  void aSentFormIsHandedInAndItsViewCloses() {
    var answer = slack.interact(Fixtures.payload("view_submission"));

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body()).isEmpty();
    assertThat(slack.bot.forms).extracting(form -> form.nonce()).containsExactly("n-1");
  }

  private RecordingSlack.Call awaitCall(String method) {
    await().until(() -> !slack.api.calls(method).isEmpty());
    return slack.api.calls(method).getFirst();
  }
}
