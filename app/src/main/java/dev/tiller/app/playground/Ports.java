package dev.tiller.app.playground;

/// The ports of the playground; 0 takes any free one.
///
/// @param page the page and its interface
/// @param cursor the stand-in for Cursor's API
/// @param slack the stand-in for Slack's Web API
/// @param teams the stand-in for the Teams connector, its tokens and keys
public record Ports(int page, int cursor, int slack, int teams) {

  public static final Ports ANY = new Ports(0, 0, 0, 0);
}
