package dev.tiller.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tiller.core.chat.Address;
import dev.tiller.core.chat.ChatFailure;
import dev.tiller.core.chat.ChatPlatform;
import dev.tiller.core.chat.ChatPlatform.Found;
import dev.tiller.core.chat.ChatThread;
import dev.tiller.core.chat.MessageRef;
import dev.tiller.core.chat.Notice;
import dev.tiller.core.chat.Platform;
import dev.tiller.core.chat.Reaction;
import dev.tiller.core.chat.RichText;
import dev.tiller.slack.RecordingSlack.Answer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SlackPlatformTest {

  private static final Address THREAD =
      new Address(new ChatThread(Platform.SLACK, "T0ACME", "C0WEB", "1763800000.000100"), "");
  private static final MessageRef CARD = new MessageRef("1763800005.000400");
  private static final Notice NOTICE =
      new Notice(Optional.empty(), RichText.plain("a < b"), List.of());

  private final RecordingSlack slack = new RecordingSlack();
  private final SlackApi api = new SlackApi(slack.settings(), Duration.ofSeconds(10));
  private final ChatPlatform platform = slack.platform(api);

  @AfterEach
  void stop() {
    api.close();
    slack.close();
  }

  @Test
  void aPostGoesIntoTheThreadWithBlocksTextAndItsKey() {
    var message = platform.post(THREAD, "card-1", NOTICE);

    assertThat(message).isEqualTo(CARD);
    assertThat(slack.calls())
        .singleElement()
        .isEqualTo(
            new RecordingSlack.Call(
                "chat.postMessage",
                Map.of(
                    "channel", "C0WEB",
                    "thread_ts", "1763800000.000100",
                    "text", "a &lt; b",
                    "blocks", SlackCards.blocks(NOTICE),
                    "metadata",
                        "{\"event_type\":\"tiller_post\",\"event_payload\":{\"key\":\"card-1\"}}",
                    "unfurl_links", "false",
                    "unfurl_media", "false"),
                "Bearer xoxb-test-token"));
  }

  @Test
  void aThreadHasAnAddressWithoutAskingSlack() {
    assertThat(platform.linkTo(THREAD.thread()).orElseThrow().toString())
        .startsWith("https://slack.com/app_redirect?team=")
        .endsWith("&channel=C0WEB&message_ts=1763800000.000100");
    assertThat(slack.calls()).isEmpty();
  }

  @Test
  void anUpdateChangesTheMessageAndLeavesItsMetadata() {
    platform.update(THREAD, CARD, NOTICE);

    var call = slack.calls().getFirst();
    assertThat(call.method()).isEqualTo("chat.update");
    assertThat(call.arguments()).containsOnlyKeys("channel", "ts", "text", "blocks");
    assertThat(call.argument("ts")).isEqualTo(CARD.id());
  }

  @Test
  void aLostMessageIsFoundOnALaterPage() {
    slack.answer(call ->
        call.argument("cursor").isEmpty()
            ? Answer.json(page("[" + message("1.0", "card-8") + ",{\"ts\":\"1.1\"}]", "next"))
            : Answer.json(page("[" + message("2.0", "card-9") + "]", "")));

    assertThat(platform.find(THREAD, "card-9")).isEqualTo(new Found.Here(new MessageRef("2.0")));
    assertThat(slack.calls()).hasSize(2);
    assertThat(slack.calls().getFirst().arguments())
        .containsEntry("ts", "1763800000.000100")
        .containsEntry("include_all_metadata", "true");
  }

  @Test
  void aMessageThatIsNotInTheThreadIsAbsent() {
    slack.answer(
        Answer.json(
            """
            {"ok":true,"has_more":false,"messages":[
              {"ts":"1.0","blocks":[{"type":"future_block","x":[1]}],"metadata":"odd"},
              {"ts":"1.1","metadata":{"event_type":"other","event_payload":{"key":"card-9"}}}]}
            """));

    assertThat(platform.find(THREAD, "card-9")).isEqualTo(new Found.Absent());
  }

  @Test
  void anEndlessThreadIsNotReadForEver() {
    slack.answer(Answer.json(page("[]", "next")));

    assertThat(platform.find(THREAD, "card-9")).isEqualTo(new Found.CannotTell());
    assertThat(slack.calls()).hasSize(10);
  }

  @Test
  void aReactionReplacesTheOthers() {
    platform.react(THREAD, "1763800000.000100", Reaction.DONE);

    assertThat(slack.calls())
        .extracting(call -> call.method() + " " + call.argument("name"))
        .containsExactly(
            "reactions.add white_check_mark",
            "reactions.remove hourglass_flowing_sand",
            "reactions.remove x");
    assertThat(slack.calls())
        .allSatisfy(call -> assertThat(call.argument("timestamp")).isEqualTo("1763800000.000100"));
  }

  @Test
  void aReactionThatIsThereOrNotAlreadyIsFine() {
    slack.answer(
        call -> Answer.error(call.method().endsWith("add") ? "already_reacted" : "no_reaction"));

    platform.react(THREAD, "1763800000.000100", Reaction.WORKING);

    assertThat(slack.calls()).hasSize(3);
  }

  @Test
  void aReactionWithoutTheScopeIsRefused() {
    slack.answer(Answer.error("missing_scope"));

    assertThatThrownBy(() -> platform.react(THREAD, "1763800000.000100", Reaction.WORKING))
        .isInstanceOf(ChatFailure.Refused.class)
        .hasMessage("missing_scope");
  }

  private static String page(String messages, String cursor) {
    return "{\"ok\":true,\"messages\":"
        + messages
        + ",\"response_metadata\":{\"next_cursor\":\""
        + cursor
        + "\"}}";
  }

  private static String message(String ts, String key) {
    return "{\"ts\":\""
        + ts
        + "\",\"metadata\":{\"event_type\":\"tiller_post\",\"event_payload\":{\"key\":\""
        + key
        + "\"}}}";
  }
}
