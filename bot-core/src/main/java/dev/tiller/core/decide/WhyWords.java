package dev.tiller.core.decide;

import dev.tiller.core.conversation.Recorded;
import dev.tiller.core.text.Texts;

/// Lines of the audit record in words for people.
final class WhyWords {

  private static final String QUEUED = Dispositions.MESSAGE + "queued ";
  private static final String REFUSED = " refused";

  private WhyWords() {}

  /// What happened.
  static String what(Recorded line) {
    var act = line.act();
    if (act.startsWith(QUEUED)) {
      return Texts.get("why.queued", act.substring(QUEUED.length()));
    }
    return switch (act) {
      case "message started" -> Texts.get("why.started");
      case "message joined", "follow-up joined" -> Texts.get("why.joined");
      case "message suggested" -> Texts.get("why.suggested");
      case "message answered" -> Texts.get("why.answered");
      case "message asked back" -> Texts.get("why.asked-back");
      case "message stopped", "stop" -> Texts.get("why.stopped");
      case "message done" -> Texts.get("why.done");
      case "message refused" -> Texts.get("why.refused");
      case "message ignored" -> Texts.get("why.ignored");
      case "launch" -> Texts.get("why.started");
      case "follow-up" -> Texts.get("why.follow-up");
      case "suggestion" -> Texts.get("why.suggested");
      case "accept suggestion" -> Texts.get("why.accepted");
      case "decline suggestion" -> Texts.get("why.declined");
      case "withdraw suggestion" -> Texts.get("why.withdrawn");
      case "give" -> Texts.get("why.gave");
      case "mute" -> Texts.get("why.muted");
      case "unmute" -> Texts.get("why.unmuted");
      default ->
          act.endsWith(REFUSED)
              ? Texts.get("why.other-refused", act.substring(0, act.length() - REFUSED.length()))
              : Texts.get("why.other", act);
    };
  }

  /// By which rule. One that has no words of its own stands as it is in the record.
  static String rule(Recorded line) {
    return switch (line.rule()) {
      case "owner" -> Texts.get("why.rule-owner");
      case "steering=team" -> Texts.get("why.rule-team");
      case "steering=owner" -> Texts.get("why.rule-owner-only");
      case "steering=people" -> Texts.get("why.rule-people");
      case "suggester" -> Texts.get("why.rule-suggester");
      case "owner and admins" -> Texts.get("why.rule-owner-and-admins");
      case "admin" -> Texts.get("why.rule-admin");
      case "admins only" -> Texts.get("why.rule-admins-only");
      case "channel_settings=members" -> Texts.get("why.rule-members");
      case "own settings" -> Texts.get("why.rule-own");
      case "member" -> Texts.get("why.rule-member");
      case "outsider" -> Texts.get("why.rule-outsider");
      case "not understood" -> Texts.get("why.rule-not-understood");
      case "nothing written" -> Texts.get("why.rule-nothing");
      case "muted" -> Texts.get("why.rule-muted");
      case "aside" -> Texts.get("why.rule-aside");
      case "mentions others" -> Texts.get("why.rule-others");
      case "courtesy" -> Texts.get("why.rule-courtesy");
      case "may not steer" -> Texts.get("why.rule-may-not");
      default -> line.rule();
    };
  }
}
