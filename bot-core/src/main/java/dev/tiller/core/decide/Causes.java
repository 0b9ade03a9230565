package dev.tiller.core.decide;

import dev.tiller.core.agents.CloudAgentsException.Refused;
import java.util.Optional;

/// Why something did not work, as a sentence for people, with what to do next.
final class Causes {

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

  static String of(Refused refusal) {
    var sentence =
        switch (refusal.reason()) {
          case KEY -> "Cursor does not accept this bot's API key. An admin has to renew it.";
          case PLAN -> "The Cursor plan or role behind this bot does not allow cloud agents.";
          case USAGE_LIMIT ->
              "Cursor's usage limit is reached. Raise it in Cursor's settings, then retry.";
          case REPOSITORY ->
              "Cursor cannot reach this repository. Give Cursor's app access to it, then retry.";
          case BRANCH ->
              "Cursor cannot use this branch. Check its name, or that Cursor's app can read the"
                  + " repository, then retry.";
          case MODEL -> "Cursor does not offer this model. Leave it out, or choose another.";
          case ARCHIVED -> "This agent is archived in Cursor and takes no follow-ups.";
          case REQUEST -> "Cursor did not accept the request.";
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
