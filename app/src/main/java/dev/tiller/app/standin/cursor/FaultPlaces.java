package dev.tiller.app.standin.cursor;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/// In which operations a fault can happen.
public final class FaultPlaces {

  private static final Set<Operation> CALLS = EnumSet.complementOf(EnumSet.of(Operation.WEBHOOK));
  private static final Set<Operation> WHOLE =
      EnumSet.complementOf(EnumSet.of(Operation.WEBHOOK, Operation.STREAM));
  private static final Set<Operation> STATUS =
      EnumSet.of(
          Operation.CREATE_AGENT,
          Operation.LIST_AGENTS,
          Operation.GET_AGENT,
          Operation.PROMPT,
          Operation.LIST_RUNS,
          Operation.GET_RUN,
          Operation.STREAM,
          Operation.WEBHOOK);

  private FaultPlaces() {}

  static boolean possible(Fault fault, Operation operation) {
    return of(fault).contains(operation);
  }

  public static Set<Operation> of(Fault fault) {
    return switch (fault) {
      case Fault.Answer _,
          Fault.Refuse _,
          Fault.RateLimited _,
          Fault.LostAnswer _,
          Fault.ConnectionReset _ ->
          CALLS;
      case Fault.Slow _ -> EnumSet.allOf(Operation.class);
      case Fault.TruncatedBody _, Fault.ExtraFields _ -> WHOLE;
      case Fault.OddStatus _ -> STATUS;
      case Fault.RunEnds _ -> EnumSet.of(Operation.CREATE_AGENT, Operation.PROMPT);
      case Fault.CutStream _,
          Fault.CutStreamAfter _,
          Fault.StreamUnavailable _,
          Fault.StalledStream _,
          Fault.WrongStatus _,
          Fault.UnknownEvents _,
          Fault.RepeatedFrames _,
          Fault.ReplayedStream _,
          Fault.HugeLine _ ->
          EnumSet.of(Operation.STREAM);
      case Fault.WebhookFirst _ -> EnumSet.of(Operation.CREATE_AGENT);
      case Fault.LostWebhook _, Fault.RepeatedWebhook _, Fault.SwappedWebhook _ ->
          EnumSet.of(Operation.WEBHOOK);
    };
  }

  /// The names of the operations in which a fault can happen, for people.
  static String words(Fault fault) {
    return of(fault).stream()
        .map(operation -> "`" + operation.word() + "`")
        .collect(Collectors.joining(", "));
  }

  /// The name of a fault in scenario files.
  static String word(Fault fault) {
    return Arrays.stream(types())
        .filter(type -> type.value().isInstance(fault))
        .findFirst()
        .orElseThrow()
        .name();
  }

  static JsonSubTypes.Type[] types() {
    return Objects.requireNonNull(Fault.class.getAnnotation(JsonSubTypes.class)).value();
  }
}
