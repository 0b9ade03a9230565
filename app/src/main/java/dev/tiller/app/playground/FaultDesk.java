package dev.tiller.app.playground;

import static dev.tiller.app.standin.chat.Json.array;
import static dev.tiller.app.standin.chat.Json.object;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.tiller.app.playground.FaultChoice.Time;
import dev.tiller.app.standin.chat.Refusal;
import dev.tiller.app.standin.cursor.FaultRule;
import dev.tiller.app.standin.cursor.Faults;
import dev.tiller.app.standin.cursor.Operation;
import dev.tiller.app.standin.cursor.Scenario;
import dev.tiller.app.standin.cursor.Scenarios;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/// Lets the page make things go wrong at the stand-in for Cursor.
final class FaultDesk {

  private static final String ANY = "any";

  private final Faults faults;
  private final Map<String, Scenario> scenarios = Scenarios.builtIn();

  FaultDesk(Faults faults) {
    this.faults = faults;
  }

  /// What there is to choose from.
  ObjectNode choices() {
    return object(
        "calls", StateJson.each(List.of(Operation.values()), FaultDesk::call),
        "faults", StateJson.each(FaultChoice.ALL, FaultDesk::fault),
        "times", StateJson.each(Time.ALL, FaultDesk::time),
        "scenarios",
            StateJson.each(
                scenarios.entrySet(),
                it ->
                    object(
                        "id", it.getKey(),
                        "title", it.getValue().title(),
                        "about", it.getValue().about())));
  }

  /// Makes a rule from `call`, `fault` and `time`.
  ObjectNode add(Body body) {
    var call = body.required("call");
    var choice = known(FaultChoice.ALL, it -> it.id().equals(body.required("fault")), "fault");
    var time = known(Time.ALL, it -> it.id().equals(body.required("time")), "time");
    var operation =
        call.equals(ANY)
            ? only(choice)
            : Optional.of(known(List.of(Operation.values()), it -> it.word().equals(call), "call"));
    if (operation.isPresent() && !choice.places().contains(operation.get())) {
      throw Refusal.invalid("This cannot go wrong in that call.");
    }
    long id = faults.add(new FaultRule(operation, Optional.empty(), time.when(), choice.fault()));
    return object("id", id);
  }

  /// Of a fault that is offered for one operation, that one.
  private static Optional<Operation> only(FaultChoice choice) {
    return choice.places().size() == 1 ? choice.places().stream().findFirst() : Optional.empty();
  }

  ObjectNode addScenario(Body body) {
    var name = body.required("scenario");
    Optional.ofNullable(scenarios.get(name))
        .orElseThrow(() -> Refusal.unknown("There is no such scenario."))
        .addTo(faults);
    return object();
  }

  ObjectNode remove(Body body) {
    faults.remove(body.json().path("id").asLong());
    return object();
  }

  ObjectNode clear() {
    faults.clear();
    return object();
  }

  private static <T> T known(List<T> all, Predicate<T> wanted, String what) {
    return all.stream()
        .filter(wanted)
        .findFirst()
        .orElseThrow(() -> Refusal.unknown("There is no such " + what + "."));
  }

  private static ObjectNode call(Operation operation) {
    return object("id", operation.word(), "label", FaultWords.of(operation));
  }

  private static ObjectNode fault(FaultChoice choice) {
    var places = choice.places().stream().map(it -> TextNode.valueOf(it.word())).toList();
    return object(
        "id", choice.id(), "label", FaultWords.of(choice.fault()), "calls", array(places));
  }

  private static ObjectNode time(Time time) {
    return object("id", time.id(), "label", time.label());
  }
}
