package dev.tiller.core.decide;

import dev.tiller.core.agents.Repository;
import dev.tiller.core.chat.Choice;
import dev.tiller.core.chat.ChoiceQuery;
import dev.tiller.core.chat.Form;
import dev.tiller.core.chat.FormSubmission;
import dev.tiller.core.command.Options;
import dev.tiller.core.command.Pick;
import dev.tiller.core.routing.Known;
import dev.tiller.core.text.Texts;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The fields of the forms that launch agents: task, repository, branch, model, and whether a pull
/// request is opened at the end.
///
/// @param task what stands in the field at first, as much of it as fits
/// @param taskHint what is to be known about the task; may be empty
/// @param whereHint where it goes if the repository is left empty; may be empty
/// @param required whether a repository must be chosen
record LaunchFields(
    String task,
    String taskHint,
    Optional<Repository> repository,
    Optional<String> branch,
    Optional<String> model,
    Optional<Boolean> autoPr,
    String whereHint,
    boolean required) {

  /// Slack's limit.
  static final int LONGEST_TASK = 3000;

  private static final int LONGEST_NAME = 255;
  private static final int MOST = 100;

  /// What was written into the fields.
  sealed interface Read {
    record Filled(String task, Options options) implements Read {}

    /// @param why a sentence for the person
    record Wrong(String why) implements Read {}
  }

  List<Form.Field> fields(Known known) {
    return List.of(
        new Form.TextField(
            Verbs.TASK_FIELD,
            Texts.get("launch.task"),
            hint(),
            Words.cut(task, LONGEST_TASK),
            true,
            false,
            LONGEST_TASK),
        named(
            Verbs.REPOSITORY_FIELD,
            Texts.get("launch.repository"),
            whereHint,
            repository.map(Repository::display),
            Choices.repositories(known, ""),
            !required),
        new Form.TextField(
            Verbs.BRANCH_FIELD,
            Texts.get("launch.branch"),
            Texts.get("launch.branch-hint"),
            branch.orElse(""),
            false,
            true,
            LONGEST_NAME),
        named(
            Verbs.MODEL_FIELD,
            Texts.get("launch.model"),
            Texts.get("launch.model-hint"),
            model,
            Choices.models(known, ""),
            true),
        yesOrNo());
  }

  private String hint() {
    return task.length() <= LONGEST_TASK
        ? taskHint
        : (Texts.get("launch.task-cut", LONGEST_TASK) + " " + taskHint).strip();
  }

  /// A field to choose from, or to write in where nothing is known to choose from.
  private static Form.Field named(
      String name,
      String label,
      String hint,
      Optional<String> now,
      List<Choice> known,
      boolean optional) {
    var initial = now.filter(Choices::fits).map(Choices::choice);
    var among = Stream.concat(initial.stream(), known.stream()).distinct().limit(MOST).toList();
    return known.isEmpty() || (now.isPresent() && initial.isEmpty())
        ? new Form.TextField(name, label, hint, now.orElse(""), false, optional, LONGEST_NAME)
        : new Form.ChoiceField(name, label, hint, initial, among, true, optional);
  }

  private Form.Field yesOrNo() {
    var yes = new Choice("yes", Texts.get("launch.autopr-yes"));
    var no = new Choice("no", Texts.get("launch.autopr-no"));
    return new Form.ChoiceField(
        Verbs.AUTOPR_FIELD,
        Texts.get("launch.autopr"),
        "",
        autoPr.map(its -> its ? yes : no),
        List.of(yes, no),
        false,
        true);
  }

  /// What somebody finds who searches in one of the fields.
  static List<Choice> choices(ChoiceQuery query, Known known) {
    return switch (query.field()) {
      case Verbs.REPOSITORY_FIELD -> Choices.repositories(known, query.typed());
      case Verbs.MODEL_FIELD -> Choices.models(known, query.typed());
      default -> List.of();
    };
  }

  /// The repository that somebody has chosen or written; empty for what cannot be one.
  static Optional<Repository> repository(String written, Known known) {
    var called = known.called(written);
    return called.size() == 1 ? Optional.of(called.getFirst()) : Repository.parse(written);
  }

  static Read read(FormSubmission form, Known known) {
    var task = value(form, Verbs.TASK_FIELD);
    var where = value(form, Verbs.REPOSITORY_FIELD);
    var branch = value(form, Verbs.BRANCH_FIELD);
    var model = value(form, Verbs.MODEL_FIELD);
    var repository = repository(where, known);
    if (task.isEmpty()) {
      return new Read.Wrong(Texts.get("launch.no-task"));
    }
    if (!where.isEmpty() && repository.isEmpty()) {
      return new Read.Wrong(Texts.get("launch.no-repository"));
    }
    if (!branch.isEmpty() && Pick.branch(branch).isEmpty()) {
      return new Read.Wrong(Texts.get("launch.no-branch"));
    }
    if (!model.isEmpty() && Pick.model(model).isEmpty()) {
      return new Read.Wrong(Texts.get("launch.no-model"));
    }
    return new Read.Filled(
        task,
        options(
            repository, Pick.branch(branch), Pick.model(model), value(form, Verbs.AUTOPR_FIELD)));
  }

  private static Options options(
      Optional<Repository> repository, Optional<Pick> branch, Optional<Pick> model, String autoPr) {
    var none = Options.NONE;
    return new Options(
        repository.stream().toList(),
        none.pullRequest(),
        branch,
        model,
        autoPr.isEmpty() ? Optional.empty() : Optional.of(autoPr.equals("yes")),
        none.mode(),
        none.currentBranch(),
        none.machine(),
        none.pool(),
        none.selfHosted(),
        none.context());
  }

  private static String value(FormSubmission form, String field) {
    return form.values().getOrDefault(field, "").strip();
  }
}
