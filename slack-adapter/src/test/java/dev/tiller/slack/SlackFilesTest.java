package dev.tiller.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tiller.core.chat.Address;
import dev.tiller.core.chat.ChatFailure;
import dev.tiller.core.chat.ChatThread;
import dev.tiller.core.chat.Platform;
import dev.tiller.core.chat.Upload;
import dev.tiller.slack.RecordingSlack.Answer;
import dev.tiller.slack.RecordingSlack.Call;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The three steps of a file's way into a thread, and what each that goes wrong is to the caller.
class SlackFilesTest {

  private static final Address THREAD =
      new Address(new ChatThread(Platform.SLACK, "T0ACME", "C0WEB", "1763800000.000100"), "");
  private static final Upload FILE =
      new Upload("login page.png", "image/png", new byte[] {1, 2, 3}, "The *page*", "A red square");
  private static final String TICKET = "files.getUploadURLExternal";
  private static final String SHARE = "files.completeUploadExternal";

  private final RecordingSlack slack = new RecordingSlack();
  private final SlackApi api = new SlackApi(slack.settings(), Duration.ofSeconds(10));
  private final SlackFiles files = new SlackFiles(api, slack.apiUrl());

  @BeforeEach
  void start() {
    slack.answer(ticketTo(slack.uploadUrl().toString()));
  }

  @AfterEach
  void stop() {
    api.close();
    slack.close();
  }

  private static Function<Call, Answer> ticketTo(String address) {
    return call ->
        call.method().equals(TICKET)
            ? Answer.json("{\"ok\":true,\"upload_url\":\"" + address + "\",\"file_id\":\"F0PAGE\"}")
            : Answer.ok();
  }

  @Test
  void aFileIsAnnouncedSentAndShared() {
    files.upload(THREAD, FILE);

    assertThat(slack.calls()).extracting(Call::method).containsExactly(TICKET, SHARE);
    assertThat(slack.calls().getFirst().arguments())
        .isEqualTo(Map.of("filename", "login page.png", "length", "3", "alt_txt", "A red square"));
    assertThat(slack.sent())
        .singleElement()
        .satisfies(sent -> assertThat(sent.content()).containsExactly(1, 2, 3));
    var share = slack.calls().getLast();
    assertThat(share.arguments())
        .containsOnlyKeys("files", "channel_id", "thread_ts", "blocks")
        .containsEntry("files", "[{\"id\":\"F0PAGE\",\"title\":\"login page.png\"}]")
        .containsEntry("channel_id", "C0WEB")
        .containsEntry("thread_ts", "1763800000.000100");
    assertThat(new Drawn(share.argument("blocks")).text().strip()).isEqualTo("The *page*");
  }

  @Test
  void theTokenDoesNotGoWithTheBytes() {
    files.upload(THREAD, FILE);

    assertThat(slack.sent())
        .allSatisfy(sent -> assertThat(sent.authorization() + sent.path()).doesNotContain("xoxb"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://files.slack.com/upload/v1/x",
        "http://evil.example/upload",
        "http://127.0.0.1@evil.example/upload",
        "ftp://127.0.0.1/upload",
        "no address"
      })
  void theBytesDoNotGoElsewhere(String address) {
    slack.answer(ticketTo(address));

    assertThatThrownBy(() -> files.upload(THREAD, FILE))
        .isInstanceOf(ChatFailure.Refused.class)
        .hasMessage("upload_url_not_allowed");
    assertThat(slack.calls(SHARE)).isEmpty();
  }

  @Test
  void aRedirectOfTheBytesIsNotFollowed() {
    try (var stranger = new RecordingSlack()) {
      var away = Map.of("Location", stranger.uploadUrl().toString());
      for (int status : List.of(301, 302, 307, 308)) {
        slack.answerFiles(sent -> new Answer(status, away, ""));

        assertThatThrownBy(() -> files.upload(THREAD, FILE))
            .isInstanceOf(ChatFailure.Refused.class);
      }
      assertThat(stranger.sent()).isEmpty();
      assertThat(slack.calls(SHARE)).isEmpty();
    }
  }

  @Test
  void whatFailsBeforeTheSharingMayBeRepeated() {
    for (var trouble : List.of(Answer.status(500), Answer.cut())) {
      slack.answer(call -> trouble);
      assertThatThrownBy(() -> files.upload(THREAD, FILE)).isInstanceOf(ChatFailure.NotNow.class);

      slack.answer(ticketTo(slack.uploadUrl().toString()));
      slack.answerFiles(sent -> trouble);
      assertThatThrownBy(() -> files.upload(THREAD, FILE)).isInstanceOf(ChatFailure.NotNow.class);
    }
    assertThat(slack.calls(SHARE)).isEmpty();
  }

  @Test
  void aSharingWithALostAnswerHasAnUnknownOutcome() {
    for (var trouble : List.of(Answer.status(500), Answer.cut(), Answer.error("internal_error"))) {
      var ticket = ticketTo(slack.uploadUrl().toString());
      slack.answer(call -> call.method().equals(SHARE) ? trouble : ticket.apply(call));

      assertThatThrownBy(() -> files.upload(THREAD, FILE))
          .isInstanceOf(ChatFailure.OutcomeUnknown.class);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"file_uploads_disabled", "missing_scope", "file_upload_size_restricted"})
  void aWorkspaceThatTakesNoFilesRefuses(String code) {
    slack.answer(Answer.error(code));

    assertThatThrownBy(() -> files.upload(THREAD, FILE))
        .isInstanceOf(ChatFailure.Refused.class)
        .hasMessage(code);
  }

  @Test
  void onlySlacksOwnHostsTakeFilesForSlack() {
    var api = SlackSettings.SLACK_API;

    for (var good :
        List.of("https://files.slack.com/upload", "https://slack.com/x", "https://A.SLACK.com")) {
      assertThat(SlackHosts.isSlacks(URI.create(good), api)).as(good).isTrue();
    }
    for (var bad :
        List.of(
            "http://files.slack.com/upload",
            "https://files.slack.com:8443/upload",
            "https://evilslack.com/upload",
            "https://slack.com.evil.example/upload",
            "https://slack.com@evil.example/upload",
            "https://me@files.slack.com/upload",
            "http://127.0.0.1:9000/upload",
            "mailto:me@slack.com")) {
      assertThat(SlackHosts.isSlacks(URI.create(bad), api)).as(bad).isFalse();
    }
    assertThat(
            SlackHosts.isSlacks(
                URI.create("https://files.slack-gov.com/u"),
                URI.create("https://slack-gov.com/api/")))
        .isTrue();
  }
}
