package dev.tiller.core.decide;

import dev.tiller.core.chat.Person;
import dev.tiller.core.chat.Platform;
import dev.tiller.core.decide.Authority.Verdict;
import dev.tiller.core.settings.Reviewed;
import dev.tiller.core.settings.Scope;
import dev.tiller.core.settings.ScopeKey;

/// Who may change what. Decided at the moment of the act, by stable ids. Outsiders never get here.
public final class SettingRights {

  private SettingRights() {}

  /// Whether a person who acts in a place may change settings of it, of its workspace, or of
  /// somebody. Whoever acts in a channel is a member of it.
  public static Verdict mayChange(Person person, ScopeKey key, Reviewed reviewed) {
    if (key.scope() == Scope.PERSON) {
      return new Verdict(key.id().equals(person.id()), "own settings");
    }
    if (reviewed.isAdmin(key.platform(), person)) {
      return new Verdict(true, "admin");
    }
    return key.scope() == Scope.CHANNEL && reviewed.membersSetChannels()
        ? new Verdict(true, "channel_settings=members")
        : new Verdict(false, "admins only");
  }

  /// Whether a person may change a workspace's keyword rules and aliases.
  static Verdict mayTeach(Person person, Platform platform, Reviewed reviewed) {
    return reviewed.isAdmin(platform, person)
        ? new Verdict(true, "admin")
        : new Verdict(false, "admins only");
  }
}
