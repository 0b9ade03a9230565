package dev.tiller.core.settings;

import dev.tiller.core.chat.ChatThread;
import dev.tiller.core.chat.Person;
import dev.tiller.core.chat.Platform;

/// One workspace, channel or person that can have settings.
///
/// @param workspace the Slack team id or the Teams tenant id
/// @param id the channel's or the person's id; empty for the workspace itself
public record ScopeKey(Scope scope, Platform platform, String workspace, String id) {

  public static ScopeKey workspace(ChatThread any) {
    return new ScopeKey(Scope.WORKSPACE, any.platform(), any.workspace(), "");
  }

  public static ScopeKey channel(ChatThread any) {
    return new ScopeKey(Scope.CHANNEL, any.platform(), any.workspace(), any.channel());
  }

  public static ScopeKey person(ChatThread any, Person person) {
    return new ScopeKey(Scope.PERSON, any.platform(), any.workspace(), person.id());
  }
}
