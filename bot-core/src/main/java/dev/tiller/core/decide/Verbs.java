package dev.tiller.core.decide;

import dev.tiller.core.chat.ActionKey;
import java.util.Set;
import java.util.UUID;

/// What buttons and forms can be for. Each acts on a run, so that a stale card cannot reach a newer
/// one, on a question, see [QuestionKey], on files, see [FileKey], or on a waiting request, see
/// [DraftKey].
public final class Verbs {

  public static final String STOP = "stop";
  public static final String RETRY = "retry";
  public static final String FOLLOW_UP = "follow-up";
  public static final String SEND = "send";
  public static final String DISCARD = "discard";
  public static final String CARRY_OUT = "carry-out";
  public static final String ARCHIVE = "archive";
  public static final String UNARCHIVE = "unarchive";
  public static final String DELETE = "delete";

  /// The form that changes a prompt that waits.
  public static final String EDIT = "edit";

  public static final String MOVE_UP = "move-up";
  public static final String MOVE_FIRST = "move-first";

  /// From being on hold back into the line.
  public static final String REQUEUE = "requeue";

  /// All that is on hold behind the run's agent.
  public static final String SEND_ALL = "send-all";

  public static final String DROP_ALL = "drop-all";

  /// Those about prompts that wait, and nothing else.
  static final Set<String> QUEUE = Set.of(MOVE_UP, MOVE_FIRST, REQUEUE, SEND_ALL, DROP_ALL);

  /// An answer to what a waiting request needs, see [DraftKey].
  public static final String CHOOSE = "choose";

  /// What was chosen becomes the channel's default, see [DraftKey].
  public static final String REMEMBER = "remember";

  /// The same request in another repository.
  public static final String SWITCH = "switch";

  /// The form for another agent with the same request, changed.
  public static final String RELAUNCH = "relaunch";

  /// The ids by which support finds a run.
  public static final String REQUEST_ID = "request-id";

  /// The form for an opinion of a run.
  public static final String FEEDBACK = "feedback";

  /// The form for a new agent that works on a message, see [Sending].
  public static final String LAUNCH = "launch";

  /// The list of an agent's files.
  public static final String ARTIFACTS = "artifacts";

  /// One of the files or all of them, see [FileKey].
  public static final String SHOW = "show";

  /// Another page of an answer.
  public static final String PAGE = "page";

  /// Yes to what was asked back.
  public static final String CONFIRM = "confirm";

  /// No to what was asked back.
  public static final String KEEP = "keep";

  /// The form that changes settings, see [SettingKey].
  public static final String SETTINGS = "settings";

  /// A change of settings at once, see [SettingKey].
  public static final String CHANGE_SETTINGS = "settings-change";

  /// The field for a repository.
  public static final String REPOSITORY_FIELD = "repository";

  /// The field of the follow-up form.
  public static final String PROMPT_FIELD = "prompt";

  /// Fields of the forms that launch.
  public static final String TASK_FIELD = "task";

  public static final String BRANCH_FIELD = "branch";
  public static final String MODEL_FIELD = "model";
  public static final String AUTOPR_FIELD = "autopr";

  /// Fields of the form for an opinion.
  public static final String VERDICT_FIELD = "verdict";

  public static final String TEXT_FIELD = "text";

  private Verbs() {}

  static ActionKey on(String verb, UUID run) {
    return new ActionKey(verb, run.toString());
  }
}
