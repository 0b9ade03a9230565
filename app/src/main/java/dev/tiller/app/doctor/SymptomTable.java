package dev.tiller.app.doctor;

import java.util.Arrays;
import java.util.stream.Collectors;

/// The tables of `docs/doctor.md`.
public final class SymptomTable {

  private SymptomTable() {}

  /// What is looked at: name in reports, name in JSON, meaning.
  public static String checks() {
    return Arrays.stream(Check.values())
        .map(it -> "| %s | `%s` | %s |\n".formatted(it.label(), it.id(), it.subject()))
        .collect(
            Collectors.joining(
                "", "| in reports | in JSON | looks at |\n| --- | --- | --- |\n", ""));
  }

  /// What can be found: name in JSON, status, meaning, mend.
  public static String symptoms() {
    return Arrays.stream(Symptom.values())
        .map(it ->
            "| `%s` | %s | %s | %s |\n"
                .formatted(it.id(), it.status().word(), it.meaning(), it.mend().replace("%s", "…")))
        .collect(
            Collectors.joining(
                "",
                "| symptom | status | what it means | mend |\n| --- | --- | --- | --- |\n",
                ""));
  }
}
