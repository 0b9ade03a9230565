package dev.tiller.app.standin.cursor;

import java.util.Locale;

/// What the service is asked to do, the same for both versions, and what it does by itself.
public enum Operation {
  CREATE_AGENT,
  LIST_AGENTS,
  GET_AGENT,
  DELETE_AGENT,
  ARCHIVE,
  UNARCHIVE,
  /// A new run on v1, a follow-up on v0.
  PROMPT,
  LIST_RUNS,
  GET_RUN,
  STREAM,
  /// Cancel on v1, stop on v0.
  CANCEL,
  CONVERSATION,
  USAGE,
  ARTIFACTS,
  DOWNLOAD,
  /// The fetch of an artifact from the address that [#DOWNLOAD] gave.
  FILE,
  ME,
  MODELS,
  REPOSITORIES,
  SUB_TOKEN,
  /// The delivery of one ending, with all its attempts.
  WEBHOOK;

  /// Its name in scenario files, such as `create-agent`.
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
