package dev.tiller.app.standin.slack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Slack's own status of an agent in a thread, and direct chats.
class SlackSessionsTest {

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
  void aThreadHasTheStatusThatWasSetLast() throws IOException {
    var root = kit.say("C0WEB", "fix it");
    assertThat(kit.slack.agentStatus("C0WEB", root)).isEmpty();

    assertThat(set("C0WEB", root, "processing")).isEqualTo("ok");
    assertThat(kit.slack.agentStatus("C0WEB", root)).contains("processing");

    assertThat(set("C0WEB", root, "active")).isEqualTo("ok");
    assertThat(kit.slack.agentStatus("C0WEB", root)).contains("active");
  }

  @ParameterizedTest
  @CsvSource({
    "C0NONE, , processing, channel_not_found",
    "C0WEB, 1.000100, processing, thread_not_found",
    "C0WEB, , is thinking, invalid_arguments",
  })
  void whatIsNoStatusOfAThreadIsRefused(String channel, String given, String status, String error)
      throws IOException {
    var root = given == null ? kit.say("C0WEB", "fix it") : given;

    assertThat(set(channel, root, status)).isEqualTo(error);
  }

  @Test
  void aDirectChatIsFoundByThePersonAndNobodyChatsWithBots() throws IOException {
    assertThat(kit.call("conversations.open", "users", "U0BEN").at("/channel/id").asText())
        .isEqualTo("D0BEN");
    assertThat(kit.errorOf("conversations.open", "users", "U0DEPLOY")).isEqualTo("user_not_found");
  }

  @Test
  void aDirectChatsMainLineHasWhatIsInNoThread() throws IOException {
    var first = kit.post("D0BEN", "hello");
    kit.call(
        "chat.postMessage", "channel", "D0BEN", "thread_ts", first, "text", "more in the thread");

    assertThat(kit.slack.line("D0BEN"))
        .extracting(message -> message.path("text").asText())
        .containsExactly("hello");
  }

  private String set(String channel, String root, String status) throws IOException {
    return kit.errorOf(
        "agents.sessions.setStatus", "channel_id", channel, "thread_ts", root, "status", status);
  }
}
