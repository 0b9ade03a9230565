package dev.tiller.slack;

import com.slack.api.Slack;
import com.slack.api.bolt.App;
import com.slack.api.bolt.AppConfig;
import com.slack.api.bolt.response.Response;
import java.util.List;
import java.util.regex.Pattern;

/// Assembles the Bolt app.
///
/// Bolt's own middleware is left out on purpose: [SlackHandler] has checked the signature over the
/// raw bytes and by a given clock, the authorization ones call `auth.test` on the way in, and
/// [SlackEvents] recognises the bot's own messages without asking `bots.info`. Everything that
/// Slack sends is acknowledged, also what Tiller has no use for.
final class SlackApp {

  private static final Pattern ANY = Pattern.compile(".*", Pattern.DOTALL);

  private SlackApp() {}

  static App create(Slack slack, SlackListeners listeners) {
    var app = new App(config(slack), List.of(listeners::onEvent));
    app.blockAction(ANY, (request, context) -> listeners.onClick(request));
    app.viewSubmission(ANY, (request, context) -> listeners.onForm(request));
    app.viewClosed(ANY, (request, context) -> context.ack());
    app.blockSuggestion(ANY, listeners::onSearch);
    app.globalShortcut(ANY, (request, context) -> context.ack());
    app.messageShortcut(ANY, (request, context) -> listeners.onShortcut(request));
    app.command(ANY, (request, context) -> context.ack());
    return app.start();
  }

  /// Every setting that Bolt would else read from the environment is given here.
  @SuppressWarnings("deprecation") // the old settings read the environment, too
  private static AppConfig config(Slack slack) {
    return AppConfig.builder()
        .slack(slack)
        .singleTeamBotToken(null)
        .signingSecret(null)
        .verificationToken(null)
        .clientId(null)
        .clientSecret(null)
        .redirectUri(null)
        .scope(null)
        .userScope(null)
        .oauthStartPath("start")
        .oauthInstallPath("start")
        .oauthCallbackPath("callback")
        .oauthRedirectUriPath("callback")
        .oauthCancellationUrl(null)
        .oauthCompletionUrl(null)
        .requestVerificationEnabled(false)
        .ignoringSelfEventsEnabled(false)
        .allEventsApiAutoAckEnabled(true)
        .unmatchedRequestHandler(request -> Response.ok())
        .build();
  }
}
