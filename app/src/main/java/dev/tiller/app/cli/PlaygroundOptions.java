package dev.tiller.app.cli;

import dev.tiller.app.config.Settings.CursorApi;
import dev.tiller.app.playground.SlackWay;
import java.util.Optional;

/// How the playground is started. Ports are 0 for any free one.
///
/// @param port the page's
/// @param cursorPort Cursor's API
/// @param slackPort Slack's Web API
/// @param teamsPort Teams' connector and login
/// @param standInsOnly the page and the stand-ins without a bot, for other programs to talk to
/// @param botPort where the stand-ins call the bot when it is another program
/// @param api the version of Cursor's API that the bot speaks
/// @param slack how Slack reaches the bot
/// @param scenario how the stand-in for Cursor behaves: the name of one that is built in, or a file
public record PlaygroundOptions(
    int port,
    int cursorPort,
    int slackPort,
    int teamsPort,
    boolean standInsOnly,
    int botPort,
    CursorApi api,
    SlackWay slack,
    Optional<String> scenario) {}
