package dev.tiller.app.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tiller.app.RunningBot;
import dev.tiller.app.config.Settings;
import dev.tiller.app.config.Settings.CursorApi;
import dev.tiller.app.endtoend.Scene.Desk;
import dev.tiller.app.playground.Ports;
import dev.tiller.app.playground.SlackWay;
import dev.tiller.app.playground.StandIns;
import dev.tiller.app.standin.Traffic;
import dev.tiller.app.standin.chat.Faults.Fault;
import dev.tiller.app.standin.cursor.Ending;
import dev.tiller.app.standin.cursor.Options;
import dev.tiller.app.standin.cursor.Pace;
import dev.tiller.app.standin.slack.SlackSockets;
import dev.tiller.core.bot.BotSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Slack in Socket Mode with Cursor's v1: nobody calls the bot at any address.
class SocketModeTest {

  private static final int BURST = 12;
  private static final String TASK = "@tiller repo=acme/web fix the login bug";

  private final String database = "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1";
  private StandIns services;
  private SlackSockets sockets;
  private Desk desk;
  private RunningBot bot;

  @BeforeEach
  void connect() throws Exception {
    services =
        new StandIns(Ports.ANY, Options.playground().withPace(Pace.manually()), SlackWay.SOCKET);
    sockets = services.slack().sockets();
    desk = new Desk(services.slack(), "C0WEB", "D0ANN", "U0ANN", "U0BEN");
    bot = start();
    await().until(() -> readiness().contains("\"slack-socket\":true"));
  }

  private RunningBot start() throws Exception {
    var settings = services.settings(CursorApi.V1);
    settings.put("TILLER_HOST", "127.0.0.1");
    settings.put("TILLER_PORT", "0");
    settings.put("TILLER_PUBLIC_URL", "http://127.0.0.1:1");
    settings.put("TILLER_DATABASE_URL", database);
    settings.put("TILLER_SECRET_KEY", "0123456789abcdef0123456789abcdef");
    return RunningBot.start(
        Settings.load(settings, Optional.empty()),
        usual ->
            usual.withPace(
                Duration.ofMillis(100),
                Duration.ofMillis(50),
                new BotSettings.Range(Duration.ofMillis(50), Duration.ofMillis(200))));
  }

  @AfterEach
  void stop() {
    bot.close();
    services.close();
  }

  @Test
  void aMentionAFollowUpAClickAndAFormReachTheBotWithoutAnAddress() {
    var thread = desk.say(desk.ann(), TASK);
    var card = desk.sees(thread, "Agent at work");
    desk.isTold(desk.ben(), desk.press(desk.ben(), card, "Stop"), "Only Ann Lee");
    desk.reply(desk.ann(), thread, "@tiller also add tests");
    desk.sees(thread, "Waiting, next in line");

    services.cursor().finish(services.cursor().agents().getFirst().id(), Ending.PULL_REQUEST);

    desk.sees(thread, "Done, the pull request is ready");
    desk.sees(thread, "Follow-up 1");
    assertThat(services.cursor().createCalls()).isEqualTo(1);
    assertThat(services.traffic().after(0))
        .filteredOn(entry -> entry.direction() == Traffic.Direction.SENT)
        .isNotEmpty()
        .allMatch(entry -> entry.method().equals("SOCKET"));
  }

  @Test
  void formsAndTheirSearchesAreAnsweredInTheAcknowledgement() {
    var card = desk.sees(desk.say(desk.ann(), "@tiller settings"), "Settings that hold for you");
    desk.press(desk.ann(), card, "Edit this channel’s");
    await().until(() -> !services.slack().view().forms().isEmpty());

    desk.as(desk.ann()).submit(Map.of("Repository", "acme/api"));

    desk.sees(card.thread(), "Ann Lee has changed settings");
  }

  @Test
  void aRefreshLosesAndRepeatsNothing() {
    sockets.refresh();
    var thread = desk.say(desk.ann(), TASK);

    desk.sees(thread, "Agent at work");
    await().until(() -> sockets.had() == 2 && sockets.open() == 1);
    desk.press(desk.ann(), desk.sees(thread, "Agent at work"), "Stop");
    desk.sees(thread, "Stopped by Ann Lee.");
    assertThat(services.cursor().createCalls()).isEqualTo(1);
  }

  @Test
  void whatIsSaidWhileTheConnectionIsBrokenIsHeardSecondsLater() {
    var refused = Fault.Answer.json(200, "{\"ok\":false,\"error\":\"internal_error\"}");
    services.slack().faults().next("apps.connections.open", 1, refused);
    sockets.breakOff();
    await().until(() -> sockets.open() == 0);

    var thread = desk.say(desk.ann(), TASK);

    desk.sees(thread, "Agent at work");
    assertThat(services.cursor().createCalls()).isEqualTo(1);
  }

  @Test
  void twoBotsWithASocketEachStartOneAgent() throws Exception {
    try (var other = start()) {
      assertThat(other.port()).isNotEqualTo(bot.port());
      await().until(() -> sockets.open() == 2);

      var thread = desk.say(desk.ann(), TASK);
      desk.platform().redeliver(thread);

      desk.sees(thread, "Agent at work");
      await().until(desk.platform()::idle);
      assertThat(services.cursor().createCalls()).isEqualTo(1);
    }
    await().atMost(Duration.ofSeconds(10)).until(() -> sockets.open() == 1);
  }

  /// As when a process is killed between its commit and Slack's hearing of it.
  @Test
  void whatWasAcceptedAndNotAcknowledgedComesAgainAndStartsNothing() {
    sockets.loseAcknowledgements(1);

    var thread = desk.say(desk.ann(), TASK);

    desk.sees(thread, "Agent at work");
    await().until(() -> sockets.had() == 2 && desk.platform().idle());
    assertThat(deliveredAgain()).isPositive();
    assertThat(desk.shown(thread)).hasSize(1);
    assertThat(services.cursor().createCalls()).isEqualTo(1);
  }

  @Test
  void aClickWhoseAcknowledgementIsLostCountsOnce() {
    var thread = desk.say(desk.ann(), TASK);
    var card = desk.sees(thread, "Agent at work");
    await().until(desk.platform()::idle);
    sockets.loseAcknowledgements(1);

    desk.press(desk.ann(), card, "Stop");

    desk.sees(thread, "Stopped by Ann Lee.");
    await().until(() -> sockets.had() == 2 && sockets.open() == 1);
    desk.reply(desk.ann(), thread, "@tiller go on");
    desk.sees(thread, "Follow-up 1");
  }

  /// Two replicas, two refreshes, a connection that breaks and acknowledgements that get lost.
  @Test
  void ofABurstOfMentionsNothingIsLostAndNothingComesTwice() throws Exception {
    try (var _ = start()) {
      await().until(() -> sockets.open() == 2);
      var threads = new ArrayList<String>();
      for (int i = 0; i < BURST; i++) {
        switch (i) {
          case 2, 9 -> sockets.refresh();
          case 4 -> sockets.loseAcknowledgements(3);
          case 7 -> sockets.breakOff();
          default -> {}
        }
        threads.add(desk.say(desk.ann(), TASK + " " + i));
      }

      threads.forEach(thread -> desk.sees(thread, "Agent at work"));
      await().atMost(Duration.ofSeconds(30)).until(desk.platform()::idle);
      assertThat(threads).allSatisfy(thread -> assertThat(desk.shown(thread)).hasSize(1));
      assertThat(services.cursor().createCalls()).isEqualTo(BURST);
      assertThat(deliveredAgain()).isPositive();
    }
  }

  private long deliveredAgain() {
    return services.traffic().after(0).stream()
        .filter(entry -> entry.direction() == Traffic.Direction.SENT)
        .filter(entry -> entry.request().contains("\"retry_reason\":\"connection_failed\""))
        .count();
  }

  @Test
  void readinessTellsWhetherThereIsASocketAndDoesNotDependOnIt() {
    assertThat(readiness()).contains("\"slack-socket\":true");

    sockets.switchOff();

    await().untilAsserted(() -> assertThat(readiness()).contains("\"slack-socket\":false"));
    assertThat(readiness()).contains("\"status\":\"ready\"");
  }

  private String readiness() {
    var address = URI.create("http://127.0.0.1:" + bot.port() + "/health/ready");
    try (var client = HttpClient.newHttpClient()) {
      var request = HttpRequest.newBuilder(address).build();
      return client.send(request, HttpResponse.BodyHandlers.ofString()).body();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
