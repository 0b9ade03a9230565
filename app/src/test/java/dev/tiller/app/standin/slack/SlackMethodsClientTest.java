package dev.tiller.app.standin.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.slack.api.Slack;
import com.slack.api.SlackConfig;
import com.slack.api.methods.MethodsClient;
import com.slack.api.methods.SlackApiException;
import com.slack.api.model.Message;
import com.slack.api.model.block.ActionsBlock;
import com.slack.api.model.block.Blocks;
import com.slack.api.model.block.composition.BlockCompositions;
import com.slack.api.model.block.element.BlockElements;
import com.slack.api.model.view.View;
import com.slack.api.model.view.Views;
import dev.tiller.app.standin.chat.Faults.Fault;
import dev.tiller.app.standin.chat.Json;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Drives the stand-in with the client library of Slack's Java SDK.
class SlackMethodsClientTest {

  private static final String WEB = "C0WEB";

  private SlackKit kit;
  private Slack slack;
  private MethodsClient client;

  @BeforeEach
  void start() throws IOException {
    kit = new SlackKit();
    var config = new SlackConfig();
    config.setMethodsEndpointUrlPrefix(kit.slack.apiUrl().toString());
    config.setProxyUrl(null);
    config.setStatsEnabled(false);
    slack = Slack.getInstance(config);
    client = slack.methods(kit.token());
  }

  @AfterEach
  void stop() throws Exception {
    slack.close();
    kit.close();
  }

  @Test
  void itLearnsWhoItIs() throws Exception {
    assertThat(client.authTest(it -> it).getBotId()).isEqualTo("B0TILLER");
    assertThat(client.usersInfo(it -> it.user("U0ANN")).getUser().getRealName())
        .isEqualTo("Ann Lee");
    assertThat(client.botsInfo(it -> it.bot("B0TILLER")).getBot().getUserId())
        .isEqualTo("U0TILLER");
    assertThat(client.conversationsInfo(it -> it.channel("D0ANN")).getChannel().isIm()).isTrue();
  }

  @Test
  void itPostsReadsAndUpdatesAThread() throws Exception {
    var root = kit.say(WEB, "@tiller hello");
    var metadata =
        Message.Metadata.builder().eventType("card").eventPayload(Map.of("key", "k1")).build();

    var posted =
        client.chatPostMessage(it ->
            it.channel(WEB)
                .threadTs(root)
                .text("Agent started")
                .blocks(List.of(Blocks.divider(), button()))
                .metadata(metadata));
    var updated =
        client.chatUpdate(
            it -> it.channel(WEB).ts(posted.getTs()).text("Done").blocks(List.of(button())));
    var thread =
        client.conversationsReplies(it -> it.channel(WEB).ts(root).includeAllMetadata(true));

    assertThat(posted.isOk()).isTrue();
    assertThat(posted.getMessage().getBlocks()).hasSize(2);
    assertThat(updated.getError()).isNull();
    assertThat(thread.getMessages())
        .extracting(it -> it.getText())
        .containsExactly("<@U0TILLER> hello", "Done");
    assertThat(thread.getMessages().getLast().getMetadata().getEventPayload())
        .containsEntry("key", "k1");
  }

  @Test
  void itReactsAndOpensForms() throws Exception {
    var ts = kit.say(WEB, "hello");
    await().until(kit.slack::idle);
    var card = client.chatPostMessage(it -> it.channel(WEB).text("x").blocks(List.of(button())));
    kit.slack.press(
        "U0ANN", WEB, card.getTs(), Json.object("action_id", "go", "block_id", "b", "value", "1"));
    var trigger = kit.bot.received().getLast().json().path("trigger_id").asText();

    var reacted = client.reactionsAdd(it -> it.channel(WEB).timestamp(ts).name("white_check_mark"));
    var opened = client.viewsOpen(it -> it.triggerId(trigger).view(modal()));

    assertThat(reacted.isOk()).isTrue();
    assertThat(opened.getError()).isNull();
    assertThat(opened.getView().getId()).startsWith("V");
  }

  @Test
  void itSeesErrorsRateLimitsAndLostAnswersAsOnTheRealService() throws Exception {
    assertThat(client.chatPostMessage(it -> it.channel("C0NONE").text("x")).getError())
        .isEqualTo("channel_not_found");

    kit.slack
        .faults()
        .next(
            "chat.postMessage",
            1,
            new Fault.Answer(429, "application/json", "{}", Map.of("Retry-After", "3")));
    assertThatThrownBy(() -> client.chatPostMessage(it -> it.channel(WEB).text("x")))
        .isInstanceOfSatisfying(
            SlackApiException.class,
            e -> assertThat(e.getResponse().header("Retry-After")).isEqualTo("3"));

    kit.slack.faults().next("chat.postMessage", 1, new Fault.LoseAnswer());
    assertThatThrownBy(() -> client.chatPostMessage(it -> it.channel(WEB).text("lost")))
        .isInstanceOf(IOException.class);
    assertThat(kit.slack.view().messages()).extracting(it -> it.text()).containsExactly("lost");
  }

  @Test
  void itUploadsAFileIntoAThread() throws Exception {
    var root = kit.say(WEB, "@tiller hello");

    var uploaded =
        client.filesUploadV2(it ->
            it.fileData(new byte[] {1, 2, 3})
                .filename("notes.txt")
                .title("Notes")
                .channel(WEB)
                .threadTs(root)
                .initialComment("Here they are"));

    assertThat(uploaded.getError()).isNull();
    var shared =
        client.conversationsReplies(it -> it.channel(WEB).ts(root)).getMessages().getLast();
    assertThat(shared.getText()).isEqualTo("Here they are");
    assertThat(shared.getFiles())
        .singleElement()
        .satisfies(file -> {
          assertThat(file.getTitle()).isEqualTo("Notes");
          assertThat(file.getMimetype()).isEqualTo("text/plain");
        });
  }

  private static ActionsBlock button() {
    return Blocks.actions(it ->
        it.blockId("b")
            .elements(
                BlockElements.asElements(
                    BlockElements.button(b ->
                        b.actionId("go").value("1").text(BlockCompositions.plainText("Go"))))));
  }

  private static View modal() {
    return Views.view(it ->
        it.type("modal")
            .callbackId("c")
            .title(Views.viewTitle(t -> t.type("plain_text").text("Follow-up")))
            .submit(Views.viewSubmit(t -> t.type("plain_text").text("Send")))
            .blocks(
                Blocks.asBlocks(
                    Blocks.input(i ->
                        i.blockId("prompt")
                            .label(BlockCompositions.plainText("What next?"))
                            .element(
                                BlockElements.plainTextInput(
                                    p -> p.actionId("text").multiline(true)))))));
  }
}
