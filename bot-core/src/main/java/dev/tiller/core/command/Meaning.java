package dev.tiller.core.command;

import java.util.Optional;

/// What a command word means, alone and with what may follow it.
sealed interface Meaning {

  /// Empty where something has to follow.
  Optional<Command> alone();

  /// Followed by the number of an agent; empty where none may follow.
  default Optional<Command> of(int agent) {
    return Optional.empty();
  }

  /// Followed by one other word; empty where none may follow.
  default Optional<Command> of(String word) {
    return Optional.empty();
  }

  /// Stands alone.
  record Alone(Command command) implements Meaning {
    @Override
    public Optional<Command> alone() {
      return Optional.of(command);
    }
  }

  /// Says nothing without what follows it, which has a form of its own.
  record NeedsMore() implements Meaning {
    @Override
    public Optional<Command> alone() {
      return Optional.empty();
    }
  }

  /// Begins a task.
  record BeginsTask() implements Meaning {
    @Override
    public Optional<Command> alone() {
      return Optional.empty();
    }
  }

  record StopsAgent() implements Meaning {
    @Override
    public Optional<Command> alone() {
      return Optional.of(new Command.Stop(Optional.empty()));
    }

    @Override
    public Optional<Command> of(int agent) {
      return Optional.of(new Command.Stop(Optional.of(agent)));
    }
  }

  record ShowsQueue() implements Meaning {
    @Override
    public Optional<Command> alone() {
      return Optional.of(new Command.Queue(Optional.empty()));
    }

    @Override
    public Optional<Command> of(int agent) {
      return Optional.of(new Command.Queue(Optional.of(agent)));
    }
  }

  record IsAboutAgent(Topic topic) implements Meaning {
    @Override
    public Optional<Command> alone() {
      return Optional.of(new Command.AboutAgent(topic, Optional.empty()));
    }

    @Override
    public Optional<Command> of(int agent) {
      return Optional.of(new Command.AboutAgent(topic, Optional.of(agent)));
    }
  }

  /// Lists agents; a word that says which may follow.
  record Lists(Topic topic) implements Meaning {
    @Override
    public Optional<Command> alone() {
      return Optional.of(new Command.Lookup(topic, ""));
    }

    @Override
    public Optional<Command> of(String word) {
      return ListFilter.parse(word).map(filter -> new Command.Lookup(topic, filter.word()));
    }
  }

  /// Looks something up.
  ///
  /// @param filtered whether a word that narrows it down may follow
  record LooksUp(Topic topic, boolean filtered) implements Meaning {
    @Override
    public Optional<Command> alone() {
      return Optional.of(new Command.Lookup(topic, ""));
    }

    @Override
    public Optional<Command> of(String word) {
      return filtered ? Optional.of(new Command.Lookup(topic, word)) : Optional.empty();
    }
  }
}
