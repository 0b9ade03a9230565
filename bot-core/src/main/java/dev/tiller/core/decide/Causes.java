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
