package dev.tiller.app.cli;

import dev.tiller.app.config.Settings.CursorApi;

/// How the playground is started. Ports are 0 for any free one.
///
/// @param port the page's
/// @param cursorPort Cursor's API
/// @param slackPort Slack's Web API
/// @param teamsPort Teams' connector and login
/// @param standInsOnly only the stand-ins, for other programs to talk to
/// @param api the version of Cursor's API that the bot speaks
public record PlaygroundOptions(
    int port, int cursorPort, int slackPort, int teamsPort, boolean standInsOnly, CursorApi api) {}
