package dev.tiller.core.decide;

import dev.tiller.core.agents.CloudAgentsException;
import dev.tiller.core.agents.CloudAgentsException.AlreadyLaunched;
import dev.tiller.core.agents.CloudAgentsException.Busy;
import dev.tiller.core.agents.CloudAgentsException.Gone;
import dev.tiller.core.agents.CloudAgentsException.NotNow;
import dev.tiller.core.agents.CloudAgentsException.OutcomeUnknown;
import dev.tiller.core.agents.CloudAgentsException.Refused;
import java.time.Duration;
import java.util.Optional;

/// Why something did not work, as a sentence for people, with what to do next.
public final class Causes {

  static final String NOT_ANSWERING =
      "Cursor kept declining the request. Nothing was started. Try again later.";
  static final String AGENT_GONE =
      "Cursor does not have this agent any more. Retry starts a new one with the same request.";
  static final String STOPPED_ELSEWHERE = "It was stopped in Cursor.";
  static final String EXPIRED =
      "The agent's time ran out before it finished. Retry starts a new one.";

  static final String AGENT_DELETED = "Its agent was deleted.";
  static final String ARCHIVED_NOT_DELETED =
      "It is archived in Cursor, and Cursor does not delete archived agents this way. Bring it back"
          + " in Cursor first.";
  static final String NOT_ANSWERED =
      "Cursor did not answer in time, so I cannot say. Please ask again in a minute.";
  static final String REPOSITORIES_NOT_TOLD =
      "Cursor has not told its repositories yet; it takes its time and answers that once a minute"
          + " only. Please ask again in a minute. Tasks with repo=owner/name work meanwhile.";
  static final String CHANGE_UNSURE =
      "Cursor did not answer in time, so I cannot say whether it was done. Doing it again is"
          + " harmless: please try again in a minute.";

  private Causes() {}

  /// Why a call did not work whose caller has nothing better to do than to say so.
  public static String of(CloudAgentsException failure) {
    return switch (failure) {
      case Refused refused -> of(refused);
      case NotNow notNow ->
          "Cursor is not taking requests right now. Try again " + later(notNow.delay()) + ".";
      case Busy _ -> "The agent is still at work. Try again when its run is over.";
      case Gone _ -> "Cursor does not have this any more.";
      case AlreadyLaunched _ -> "Cursor has this agent already.";
      case OutcomeUnknown _ ->
          "Cursor did not say whether this took effect. Look in Cursor before you try again.";
    };
  }

  private static String later(Optional<Duration> delay) {
    long minutes = delay.map(its -> its.plusSeconds(59).toMinutes()).orElse(0L);
    return minutes == 0
        ? "in a moment"
        : minutes == 1 ? "in a minute" : "in " + minutes + " minutes";
  }

  public static String of(Refused refusal) {
    var sentence =
        switch (refusal.reason()) {
          case KEY -> "Cursor does not accept this bot's API key. An admin has to renew it.";
          case PLAN ->
              "Cursor's plan, role or privacy settings behind this bot do not allow this. An admin"
                  + " can change them in Cursor's dashboard.";
          case FEATURE -> "Cursor does not offer this to the account behind this bot.";
          case USAGE_LIMIT ->
              "Cursor's usage limit is reached. Raise it in Cursor's settings, then retry.";
          case REPOSITORY ->
              "Cursor cannot reach this repository. Give Cursor's app access to it, then retry.";
          case PULL_REQUEST ->
              "Cursor cannot find this pull request. Check its link, and that Cursor's app can read"
                  + " its repository, then retry.";
          case BRANCH ->
              "Cursor cannot use this branch. Check its name, or that Cursor's app can read the"
                  + " repository, then retry.";
          case MODEL -> "Cursor does not offer this model. Leave it out, or choose another.";
          case ARCHIVED -> "This agent is archived in Cursor and takes no follow-ups.";
          case REQUEST -> "Cursor did not accept the request. Change it and try again.";
        };
    return withDetail(sentence, refusal.detail());
  }

  static String failed(Optional<String> detail) {
    return withDetail("The agent stopped with an error.", detail.orElse(""));
  }

  private static String withDetail(String sentence, String detail) {
    return detail.isBlank() ? sentence : sentence + " Cursor says: " + detail;
  }
}
