package dev.tiller.app.doctor;

import dev.tiller.app.config.Settings;
import dev.tiller.app.standin.cursor.Fault;
import dev.tiller.app.standin.cursor.Operation;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;

/// What can be wrong with a Cursor account.
final class CursorTroubles {

  private CursorTroubles() {}

  static final Map<Symptom, Troubles> ALL =
      Map.of(
          Symptom.CURSOR_KEY_REFUSED,
          it -> {
            var faults = it.services().cursor().faults();
            faults.next(Operation.ME, new Fault.Refuse(401, ""));
            return with(it, Operation.MODELS, new Fault.Refuse(401, ""));
          },
          Symptom.CURSOR_PLAN,
          it -> with(it, Operation.LIST_AGENTS, new Fault.Refuse(403, "plan_required")),
          Symptom.CURSOR_USED_UP,
          it -> with(it, Operation.LIST_AGENTS, new Fault.Refuse(402, "usage_limit_exceeded")),
          Symptom.CURSOR_LATER,
          it -> with(it, Operation.MODELS, new Fault.RateLimited(Duration.ofSeconds(30))),
          Symptom.CURSOR_ODD,
          it ->
              look(
                  it,
                  it.settings(
                      "CURSOR_API",
                      "v1",
                      "CURSOR_API_URL",
                      it.services().teams().loginUrl().toString())),
          Symptom.CURSOR_OWNER_UNTOLD,
          it -> look(it, it.settings("CURSOR_API_KEY", "crsr_service")),
          Symptom.CURSOR_NO_MODELS,
          it -> with(it, Operation.MODELS, new Fault.Answer(200, "{\"models\":[],\"items\":[]}")));

  private static List<Finding> with(Clinic clinic, Operation operation, Fault fault)
      throws Exception {
    clinic.services().cursor().faults().next(operation, fault);
    return look(clinic, clinic.settings());
  }

  private static List<Finding> look(Clinic clinic, Settings settings) throws Exception {
    try (var web = clinic.web()) {
      return new CursorProbe(settings.cursor(), web, InstantSource.system()).look();
    }
  }
}
