package dev.tiller.app.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tiller.app.config.Settings.CursorApi;
import dev.tiller.app.standin.cursor.Fault;
import dev.tiller.app.standin.cursor.Operation;
import org.junit.jupiter.api.Test;

/// Cursor's API v0 reports endings by webhook, at times that suit it.
class WebhookTest {

  private static final String TASK = "@tiller repo=acme/web fix the login bug";

  @Test
  void aWebhookThatComesBeforeTheLaunchReturnedEndsTheRunOnce() throws Exception {
    try (var scene = Scene.quick(CursorApi.V0)) {
      scene.cursor().faults().next(Operation.CREATE_AGENT, new Fault.WebhookFirst());
      var slack = scene.slack();

      var thread = slack.say(slack.ann(), TASK);

      slack.sees(thread, "Done, the pull request is ready");
      slack.until(thread, all -> all.getFirst().text().contains("Open in Cursor"));
      assertThat(slack.shown(thread)).hasSize(2);
      assertThat(scene.cursor().agents()).hasSize(1);
    }
  }

  @Test
  void aLostWebhookOnlyDelaysTheEnding() throws Exception {
    try (var scene = Scene.quick(CursorApi.V0)) {
      scene.cursor().faults().next(Operation.WEBHOOK, new Fault.LostWebhook());
      var slack = scene.slack();

      var thread = slack.say(slack.ann(), TASK);

      slack.sees(thread, "Done, the pull request is ready");
    }
  }
}
