package dev.tiller.app.standin.slack;

import static dev.tiller.app.standin.chat.Json.object;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tiller.app.standin.chat.Faults.Fault;
import dev.tiller.app.standin.chat.Json;
import dev.tiller.app.standin.chat.Wire;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SlackApiTest {

  private static final String WEB = "C0WEB";

  private SlackKit kit;

  @BeforeEach
  void start() throws IOException {
    kit = new SlackKit();
  }

  @AfterEach
  void stop() {
    kit.close();
  }

  @Test
  void aWrongTokenIsRefused() throws IOException {
    var authTest = kit.slack.apiUrl().resolve("auth.test");

    var wrong =
        Wire.postForm(authTest, Map.of()).header("Authorization", "Bearer xoxb-somebody-else");
    assertThat(Wire.json(Wire.send(wrong)).path("error").asText()).isEqualTo("invalid_auth");
    var none = Wire.postForm(authTest, Map.of());
    assertThat(Wire.json(Wire.send(none)).path("error").asText()).isEqualTo("not_authed");
  }

  @Test
  void formsCarryTheTokenAsAFieldAndJsonAsText() throws IOException {
    var blocks = "[{\"type\":\"section\",\"text\":{\"type\":\"mrkdwn\",\"text\":\"hi\"}}]";
    var form = Map.of("token", kit.token(), "channel", WEB, "text", "a & b", "blocks", blocks);

    var answer =
        Wire.json(Wire.send(Wire.postForm(kit.slack.apiUrl().resolve("chat.postMessage"), form)));

    assertThat(answer.path("ok").asBoolean()).isTrue();
    assertThat(answer.path("message").path("text").asText()).isEqualTo("a &amp; b");
    assertThat(answer.at("/message/blocks/0/text/text").asText()).isEqualTo("hi");
    assertThat(answer.at("/message/blocks/0/block_id").asText()).isNotEmpty();
    assertThat(kit.traffic.after(0).getFirst().request())
        .contains("token=hidden")
        .doesNotContain(kit.token());
  }

  @Test
  void anAnswerToAPostSaysWhichMessageItBecame() throws IOException {
    var answer = kit.call("chat.postMessage", "channel", WEB, "text", "hello");

    assertThat(answer.path("channel").asText()).isEqualTo(WEB);
    assertThat(answer.path("ts").asText()).matches("\\d{10}\\.\\d{6}");
    assertThat(answer.path("message").path("bot_id").asText()).isEqualTo("B0TILLER");
    assertThat(answer.path("message").path("user").asText()).isEqualTo("U0TILLER");
  }

  @Test
  void idsAreUniqueAndIncreaseWhileTheClockStands() throws IOException {
    var ids = new ArrayList<String>();
    for (int i = 0; i < 5; i++) {
      ids.add(kit.post(WEB, "again"));
    }

    assertThat(ids).doesNotHaveDuplicates().isSorted();
  }

  @Test
  void aThreadIsReadWithItsMetadataWhenAsked() throws IOException {
    var root = kit.say(WEB, "@tiller hello");
    var metadata = object("event_type", "tiller_post", "event_payload", object("key", "k1"));
    kit.call(
        "chat.postMessage", "channel", WEB, "thread_ts", root, "text", "hi", "metadata", metadata);

    var plain = kit.call("conversations.replies", "channel", WEB, "ts", root);
    var full =
        kit.call("conversations.replies", "channel", WEB, "ts", root, "include_all_metadata", true);

    assertThat(plain.at("/messages/0/text").asText()).isEqualTo("<@U0TILLER> hello");
    assertThat(plain.at("/messages/0/reply_count").asInt()).isEqualTo(1);
    assertThat(plain.at("/messages/1/thread_ts").asText()).isEqualTo(root);
    assertThat(plain.at("/messages/1/parent_user_id").asText()).isEqualTo("U0ANN");
    assertThat(plain.at("/messages/1").has("metadata")).isFalse();
    assertThat(full.at("/messages/1/metadata")).isEqualTo(metadata);
    assertThat(kit.slack.thread(WEB, root))
        .extracting(it -> it.path("text").asText())
        .containsExactly("<@U0TILLER> hello", "hi");
  }

  @Test
  void aLongThreadIsReadPageByPageWithItsFirstMessageOnEach() throws IOException {
    var root = kit.say(WEB, "root");
    for (int i = 0; i < 3; i++) {
      kit.slack.say("U0BEN", WEB, Optional.of(root), "reply " + i);
    }

    var first = kit.call("conversations.replies", "channel", WEB, "ts", root, "limit", 2);
    var cursor = first.at("/response_metadata/next_cursor").asText();
    var second =
        kit.call("conversations.replies", "channel", WEB, "ts", root, "limit", 2, "cursor", cursor);

    assertThat(texts(first)).containsExactly("root", "reply 0", "reply 1");
    assertThat(first.path("has_more").asBoolean()).isTrue();
    assertThat(texts(second)).containsExactly("root", "reply 2");
    assertThat(second.path("has_more").asBoolean()).isFalse();
  }

  @Test
  void theHistoryHoldsTheMainLineNewestFirst() throws IOException {
    var root = kit.say(WEB, "one");
    kit.slack.say("U0BEN", WEB, Optional.of(root), "a reply");
    kit.say(WEB, "two");

    assertThat(texts(kit.call("conversations.history", "channel", WEB)))
        .containsExactly("two", "one");
  }

  @Test
  void textAloneReplacesBlocksAndShowsAsAnEdit() throws IOException {
    var blocks = List.of(object("type", "divider"));
    var ts = kit.call("chat.postMessage", "channel", WEB, "blocks", blocks).path("ts").asText();

    var withBlocks = kit.call("chat.update", "channel", WEB, "ts", ts, "blocks", blocks);
    var withText = kit.call("chat.update", "channel", WEB, "ts", ts, "text", "new");

    assertThat(withBlocks.path("message").has("edited")).isFalse();
    assertThat(withText.path("message").has("blocks")).isFalse();
    assertThat(withText.path("message").has("edited")).isTrue();
    assertThat(withText.path("text").asText()).isEqualTo("new");
  }

  @Test
  void anUpdateKeepsMetadataUnlessItBringsItsOwn() throws IOException {
    var metadata = object("event_type", "a", "event_payload", object());
    var ts =
        kit.call("chat.postMessage", "channel", WEB, "text", "x", "metadata", metadata)
            .path("ts")
            .asText();

    var kept = kit.call("chat.update", "channel", WEB, "ts", ts, "text", "y");
    var cleared =
        kit.call("chat.update", "channel", WEB, "ts", ts, "text", "z", "metadata", object());

    assertThat(kept.at("/message/metadata")).isEqualTo(metadata);
    assertThat(cleared.path("message").has("metadata")).isFalse();
  }

  @Test
  void callsThatCannotWorkSayWhy() throws IOException {
    var own = kit.post(WEB, "mine");
    var anns = kit.say(WEB, "Ann's");
    var reply = kit.slack.say("U0ANN", WEB, Optional.of(anns), "reply");

    assertThat(kit.errorOf("chat.postMessage", "channel", "C0NONE", "text", "x"))
        .isEqualTo("channel_not_found");
    assertThat(kit.errorOf("chat.postMessage", "channel", WEB)).isEqualTo("no_text");
    assertThat(
            kit.errorOf("chat.postMessage", "channel", WEB, "text", "x", "thread_ts", "1.000001"))
        .isEqualTo("thread_not_found");
    assertThat(kit.errorOf("chat.postMessage", "channel", WEB, "text", "x", "thread_ts", reply))
        .isEqualTo("cannot_reply_to_message");
    assertThat(kit.errorOf("chat.update", "channel", WEB, "ts", anns, "text", "x"))
        .isEqualTo("cant_update_message");
    assertThat(kit.errorOf("chat.update", "channel", WEB, "ts", "1.000001", "text", "x"))
        .isEqualTo("message_not_found");
    assertThat(kit.errorOf("chat.update", "channel", WEB, "ts", own, "text", "x".repeat(4001)))
        .isEqualTo("msg_too_long");
    assertThat(kit.errorOf("chat.delete", "channel", WEB, "ts", anns))
        .isEqualTo("cant_delete_message");
    assertThat(
            kit.errorOf(
                "chat.postMessage", "channel", WEB, "text", "x", "metadata", object("a", 1)))
        .isEqualTo("invalid_metadata_format");
    assertThat(kit.errorOf("conversations.replies", "channel", WEB, "ts", "1.000001"))
        .isEqualTo("thread_not_found");
    assertThat(kit.errorOf("users.info", "user", "U0NOBODY")).isEqualTo("user_not_found");
    assertThat(kit.errorOf("no.such.method")).isEqualTo("unknown_method");
  }

  @Test
  void badBlocksAreNamedInTheAnswer() throws IOException {
    var answer =
        kit.call("chat.postMessage", "channel", WEB, "blocks", List.of(object("type", "nope")));

    assertThat(answer.path("error").asText()).isEqualTo("invalid_blocks");
    assertThat(answer.at("/response_metadata/messages/0").asText())
        .isEqualTo("[ERROR] unsupported type: nope [json-pointer:/blocks/0/type]");
    assertThat(texts(kit.call("conversations.history", "channel", WEB))).isEmpty();
  }

  @Test
  void blocksThatAreTooLongTogetherAreRefused() throws IOException {
    var section =
        object("type", "section", "text", object("type", "mrkdwn", "text", "x".repeat(2700)));
    var five = List.of(section, section, section, section, section);

    assertThat(kit.errorOf("chat.postMessage", "channel", WEB, "blocks", five.subList(0, 4)))
        .isEqualTo("ok");
    assertThat(kit.errorOf("chat.postMessage", "channel", WEB, "blocks", five))
        .isEqualTo("msg_blocks_too_long");
  }

  @Test
  void reactionsComeOnceAndGoOnce() throws IOException {
    var ts = kit.say(WEB, "hello");
    Object[] mark = {"channel", WEB, "timestamp", ts, "name", "hourglass_flowing_sand"};

    assertThat(kit.errorOf("reactions.add", mark)).isEqualTo("ok");
    assertThat(kit.errorOf("reactions.add", mark)).isEqualTo("already_reacted");
    assertThat(
            kit.call("reactions.get", "channel", WEB, "timestamp", ts).at("/message/reactions/0"))
        .isEqualTo(
            object("name", "hourglass_flowing_sand", "users", List.of("U0TILLER"), "count", 1));
    assertThat(kit.errorOf("reactions.remove", mark)).isEqualTo("ok");
    assertThat(kit.errorOf("reactions.remove", mark)).isEqualTo("no_reaction");
    assertThat(
            kit.errorOf("reactions.add", "channel", WEB, "timestamp", "1.000001", "name", "eyes"))
        .isEqualTo("message_not_found");
  }

  @Test
  void anEphemeralMessageIsSeenByOnePersonAndBelongsToNoThread() throws IOException {
    var root = kit.say(WEB, "hello");

    kit.call(
        "chat.postEphemeral", "channel", WEB, "user", "U0BEN", "text", "psst", "thread_ts", root);

    assertThat(kit.slack.view().messages().getLast().onlyFor()).contains("U0BEN");
    assertThat(kit.slack.thread(WEB, root)).hasSize(1);
    assertThat(kit.errorOf("chat.postEphemeral", "channel", "D0ANN", "user", "U0BEN", "text", "x"))
        .isEqualTo("user_not_in_channel");
  }

  @Test
  void aBotFindsOutWhoAndWhereItIs() throws IOException {
    assertThat(kit.call("auth.test").path("user_id").asText()).isEqualTo("U0TILLER");
    assertThat(kit.call("bots.info", "bot", "B0TILLER").at("/bot/user_id").asText())
        .isEqualTo("U0TILLER");
    assertThat(kit.call("users.info", "user", "U0ANN").at("/user/real_name").asText())
        .isEqualTo("Ann Lee");
    assertThat(kit.call("conversations.info", "channel", WEB).at("/channel/name").asText())
        .isEqualTo("web-team");
    assertThat(kit.call("conversations.open", "users", "U0CARA").at("/channel/id").asText())
        .isEqualTo("D0CARA");
    assertThat(kit.errorOf("apps.connections.open")).isEqualTo("not_allowed_token_type");
  }

  @Test
  void anOrderedFaultAnswersInsteadOfTheMethod() throws IOException {
    kit.slack
        .faults()
        .next(
            "chat.postMessage",
            1,
            new Fault.Answer(429, "application/json", "{}", Map.of("Retry-After", "7")));
    var post =
        Wire.postJson(
            kit.slack.apiUrl().resolve("chat.postMessage"), object("channel", WEB, "text", "x"));

    var refused = Wire.send(post.header("Authorization", "Bearer " + kit.token()));

    assertThat(refused.statusCode()).isEqualTo(429);
    assertThat(refused.headers().firstValue("Retry-After")).contains("7");
    assertThat(kit.slack.view().messages()).isEmpty();
    assertThat(kit.errorOf("chat.postMessage", "channel", WEB, "text", "x")).isEqualTo("ok");
  }

  @Test
  void anOrderedDelayComesBeforeTheEffect() throws IOException {
    kit.slack.faults().next("auth.test", 1, new Fault.Delay(Duration.ofMillis(100)));
    long start = System.nanoTime();

    assertThat(kit.errorOf("auth.test")).isEqualTo("ok");

    assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofMillis(99));
  }

  @Test
  void aVeryLongTextIsCut() throws IOException {
    var answer = kit.call("chat.postMessage", "channel", WEB, "text", "x".repeat(40_001));

    assertThat(answer.at("/message/text").asText()).hasSize(40_000);
  }

  @Test
  void aLostAnswerHasTakenEffect() {
    kit.slack.faults().next("chat.postMessage", 1, new Fault.LoseAnswer());

    assertThatThrownBy(() -> kit.post(WEB, "did it arrive?")).isInstanceOf(IOException.class);
    assertThat(kit.slack.view().messages())
        .extracting(it -> it.text())
        .containsExactly("did it arrive?");
    assertThat(kit.slack.calls().of("chat.postMessage"))
        .singleElement()
        .satisfies(
            call -> assertThat(call.json().path("text").asText()).isEqualTo("did it arrive?"));
  }

  private static List<String> texts(JsonNode answer) {
    return answer
        .path("messages")
        .valueStream()
        .map(it -> Json.text(it, "text").orElse(""))
        .toList();
  }
}
