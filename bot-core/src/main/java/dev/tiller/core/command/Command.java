package dev.tiller.core.command;

import dev.tiller.core.settings.Scope;
import dev.tiller.core.settings.SettingChange;
import dev.tiller.core.settings.WordsEdit;
import java.util.List;
import java.util.Optional;

/// What a message asks for, before anything is looked up.
public sealed interface Command {

  /// A task: for the thread's agent where it has one, else for a new one.
  ///
  /// @param prompt what was written without its options; never blank
  record Ask(String prompt, Options options) implements Command {}

  /// A task for a new agent, also where the thread already has one.
  ///
  /// @param prompt as in [Ask]
  record NewAgent(String prompt, Options options) implements Command {}

  /// A task for one agent of the thread.
  ///
  /// @param agent its number in the thread
  /// @param prompt as in [Ask]
  record FollowUp(int agent, String prompt, Options options) implements Command {}

  record Help() implements Command {}

  /// @param agent its number in the thread; absent means the obvious one
  record Stop(Optional<Integer> agent) implements Command {}

  /// Everything at work in the workspace that the person has asked for.
  record StopAll() implements Command {}

  /// A look at what waits.
  ///
  /// @param agent its number in the thread; absent means all of them
  record Queue(Optional<Integer> agent) implements Command {}

  /// A question about one of the thread's agents, or a wish to change it.
  ///
  /// @param agent its number in the thread; absent means the obvious one
  record AboutAgent(Topic topic, Optional<Integer> agent) implements Command {}

  /// A question that no agent of the thread is needed for.
  ///
  /// @param filter one word in lower case that narrows it down; may be empty
  record Lookup(Topic topic, String filter) implements Command {}

  /// What a task would come to, without starting anything.
  ///
  /// @param request the task as it would be written; may be blank
  record Explain(String request) implements Command {}

  /// A look at the settings, or a change of them.
  ///
  /// @param scope whose settings; absent shows all that hold here, and changes the channel's
  /// @param changes at most one for each setting; empty only to look
  record Settings(Optional<Scope> scope, List<SettingChange> changes) implements Command {
    public Settings {
      changes = List.copyOf(changes);
    }
  }

  /// Keyword rules or aliases of the workspace.
  record Words(WordsEdit edit) implements Command {}

  /// What people think of runs, for admins.
  record ShowFeedback() implements Command {}

  /// One of the thread's agents gets another owner.
  ///
  /// @param agent its number in the thread; absent means the obvious one
  /// @param to the id of who is mentioned, or what was written behind the `@` where nobody is
  record Give(Optional<Integer> agent, String to) implements Command {}

  /// Whether messages without a mention count in the thread.
  record Listen(boolean on) implements Command {}

  /// Why the bot did what it did last in the thread.
  record Why() implements Command {}

  /// Nothing was written but the mention itself.
  record Nothing() implements Command {}

  /// A message that must not be acted on, because it may mean something else than it says.
  ///
  /// @param problems what is wrong with it, in the order of the text; at least one, at most
  ///   [Grammar#MOST_PROBLEMS]
  /// @param text the whole message, as it was written
  record Unclear(List<Problem> problems, String text) implements Command {
    public Unclear {
      problems = List.copyOf(problems);
    }
  }
}
