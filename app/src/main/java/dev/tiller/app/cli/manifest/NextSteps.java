package dev.tiller.app.cli.manifest;

import dev.tiller.manifests.AppName;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What to do with the file, in plain words.
final class NextSteps {

  private static final String DOCTOR = "See whether all is well: ./tiller doctor";
  private static final String START = "Start the bot: ./tiller serve";

  private NextSteps() {}

  /// @param socket whether the app is for Socket Mode
  static List<String> slack(Path file, AppName name, boolean socket) {
    var secret =
        socket
            ? "Basic Information, App-Level Tokens: generate a token with the scope connections:write;"
                + " it is SLACK_APP_TOKEN."
            : "Basic Information, App Credentials: the Signing Secret is SLACK_SIGNING_SECRET.";
    var steps =
        Stream.of(
            "Open https://api.slack.com/apps and choose Create New App, From a manifest. Pick your"
                + " workspace and paste the file. (An app that is there already: App Manifest in its"
                + " menu.)",
            secret,
            "Install App: install it to the workspace; the Bot User OAuth Token is SLACK_BOT_TOKEN.",
            "Write both and CURSOR_API_KEY to tiller.yaml (docs/install/slack.md).",
            DOCTOR,
            START);
    var check =
        Stream.of(
            "Event Subscriptions: if Slack has not verified the Request URL, choose Retry now that"
                + " the bot runs.");
    var invite = Stream.of("In a channel of Slack: /invite @" + name.handle());
    var all = Stream.of(steps, socket ? Stream.<String>empty() : check, invite);
    return numbered(
        "Wrote %s: %s as a Slack app %s."
            .formatted(file, name.text(), socket ? "for Socket Mode" : "over HTTP"),
        all.flatMap(it -> it));
  }

  /// @param publicUrl absent when the settings do not say it
  static List<String> teams(Path file, AppName name, Optional<String> publicUrl) {
    var server = publicUrl.map(it -> it.replaceFirst("/+$", "")).orElse("https://YOUR-SERVER");
    return numbered(
        "Wrote %s: %s as an app package for Microsoft Teams.".formatted(file, name.text()),
        Stream.of(
            "At the bot's registration (Azure Bot, Configuration, or the Teams Developer Portal), set"
                + " the messaging endpoint to "
                + server
                + "/api/messages",
            "Write TEAMS_APP_ID, TEAMS_APP_PASSWORD, TEAMS_TENANT_ID and CURSOR_API_KEY to tiller.yaml"
                + " (docs/install/teams.md).",
            DOCTOR,
            START,
            "In Teams, choose Apps, Manage your apps, Upload an app, and take the file. For the whole"
                + " organization an admin uploads it at https://admin.teams.microsoft.com, Teams apps,"
                + " Manage apps.",
            "Add it to a team or chat. Whoever does so is asked to let it read messages there, so that"
                + " the agent knows what was said.",
            "In a channel of the team: @" + name.text() + " help"));
  }

  private static List<String> numbered(String title, Stream<String> steps) {
    var all = steps.toList();
    return Stream.concat(
            Stream.of(title, "Next:"),
            Stream.iterate(0, it -> it < all.size(), it -> it + 1)
                .map(it -> "  " + (it + 1) + ". " + all.get(it)))
        .toList();
  }
}
