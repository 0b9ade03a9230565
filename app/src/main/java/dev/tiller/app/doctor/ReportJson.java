package dev.tiller.app.doctor;

import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/// A report for programs: `healthy`, and `findings` with `check`, `status`, `said`, and where they
/// apply `symptom` and `mend`.
public final class ReportJson {

  private static final ObjectMapper JSON =
      JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

  private ReportJson() {}

  /// On one line.
  public static String of(Report report) {
    var json = JSON.createObjectNode().put("healthy", report.healthy());
    var findings = json.putArray("findings");
    report.findings().forEach(finding -> findings.add(of(finding)));
    return json.toString();
  }

  private static ObjectNode of(Finding finding) {
    var json =
        JSON.createObjectNode()
            .put("check", finding.check().id())
            .put("status", finding.status().word())
            .put("said", finding.said());
    finding.symptom().ifPresent(it -> json.put("symptom", it.id()));
    finding.mend().ifPresent(it -> json.put("mend", it));
    return json;
  }
}
