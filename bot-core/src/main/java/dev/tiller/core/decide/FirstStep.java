package dev.tiller.core.decide;

/// What is to be done about a piece of work whose turn has come. Every kind says what is written
/// down first: where the state did not say that the service is being asked, a crash would ask it a
/// second time.
public interface FirstStep {

  /// What is written down before anything else.
  Written written();

  /// What is written down first.
  sealed interface Written {

    /// That the service is being asked, before it is.
    record Asking(Decision decision) implements Written {}

    /// How it has ended; the service is not asked any more.
    record Ended(Decision decision) implements Written {}

    /// Nothing, since the state says already that the service was asked.
    record Nothing() implements Written {}
  }
}
