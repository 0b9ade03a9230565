package dev.tiller.app.standin.cursor;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Which calls go wrong, and how.
///
/// @param operation absent means every one in which the fault can happen
/// @param agent only calls about the agent with this id; absent means all
public record FaultRule(
    Optional<Operation> operation, Optional<String> agent, When when, Fault fault) {

  /// @throws IllegalArgumentException when the fault cannot happen in the operation; the message is
  ///   for people
  public FaultRule {
    operation.ifPresent(place -> {
      if (!FaultPlaces.possible(fault, place)) {
        throw new IllegalArgumentException(
            "the fault `%s` cannot happen in `%s`, only in %s"
                .formatted(FaultPlaces.word(fault), place.word(), FaultPlaces.words(fault)));
      }
    });
  }

  @JsonCreator
  static FaultRule of(
      @JsonProperty("operation") Optional<Operation> operation,
      @JsonProperty("agent") Optional<String> agent,
      @JsonProperty("when") @Nullable When when,
      @JsonProperty(value = "fault", required = true) Fault fault) {
    return new FaultRule(operation, agent, Objects.requireNonNullElse(when, When.always()), fault);
  }

  public static FaultRule of(Operation operation, When when, Fault fault) {
    return new FaultRule(Optional.of(operation), Optional.empty(), when, fault);
  }

  boolean concerns(Operation call, Optional<String> about) {
    return operation.map(call::equals).orElseGet(() -> FaultPlaces.possible(fault, call))
        && (agent.isEmpty() || agent.equals(about));
  }

  /// Which of the calls that a rule concerns go wrong. All conditions hold together.
  ///
  /// @param first counted from the making of the rule, the next call being 1
  /// @param every 2 means each second call, the first one included
  /// @param times how often in all; 0 means without end
  /// @param lasting how long from the making of the rule; zero means without end
  public record When(int first, int every, int times, @JsonProperty("for") Duration lasting) {

    /// @throws IllegalArgumentException with a message for people
    public When {
      first = first == 0 ? 1 : first;
      every = every == 0 ? 1 : every;
      if (first < 0 || every < 0 || times < 0 || lasting.isNegative()) {
        throw new IllegalArgumentException("a rule's numbers cannot be negative");
      }
    }

    public static When always() {
      return new When(1, 1, 0, Duration.ZERO);
    }

    /// The next so many calls.
    public static When next(int calls) {
      return new When(1, 1, calls, Duration.ZERO);
    }

    /// One call, the next one being the first.
    public static When nth(int n) {
      return new When(n, 1, 1, Duration.ZERO);
    }

    /// The first call, and after it each nth.
    public static When every(int n) {
      return new When(1, n, 0, Duration.ZERO);
    }

    public static When during(Duration time) {
      return new When(1, 1, 0, time);
    }

    /// @param number counted from 1
    boolean hits(long number) {
      return number >= first && (number - first) % every == 0;
    }
  }
}
