package dev.tiller.app.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tiller.app.standin.Traffic;
import dev.tiller.app.standin.chat.Faults.Fault;
import dev.tiller.app.standin.cursor.Ending;
import dev.tiller.core.store.FreshDatabase;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// What people say and click comes through the socket, also when that breaks.
class SocketModeTest extends SocketStory {

  private final String database = FreshDatabase.url();

  @Override
  Map<String, String> database() {
    return Map.of("TILLER_DATABASE_URL", database);
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

  @Test
  void readinessTellsWhetherThereIsASocketAndDoesNotDependOnIt() {
    assertThat(readiness()).contains("\"slack-socket\":true");

    sockets.switchOff();

    await().untilAsserted(() -> assertThat(readiness()).contains("\"slack-socket\":false"));
    assertThat(readiness()).contains("\"status\":\"ready\"");
  }
}
