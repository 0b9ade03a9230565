package dev.tiller.app.doctor;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Lets probes look at the same time. None keeps the others from being told.
final class SideBySide {

  private static final Logger log = LoggerFactory.getLogger(SideBySide.class);

  private SideBySide() {}

  /// @param within how long they have, all together
  static List<Finding> look(List<Probe> probes, Duration within) throws InterruptedException {
    var threads =
        Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("doctor-", 0).factory());
    try {
      var asked = new LinkedHashMap<Probe, Future<List<Finding>>>();
      probes.forEach(probe -> asked.put(probe, threads.submit(probe::look)));
      long end = System.nanoTime() + within.toNanos();
      var findings = new ArrayList<Finding>();
      for (var one : asked.entrySet()) {
        findings.addAll(answer(one.getKey().check(), one.getValue(), end));
      }
      return findings;
    } finally {
      threads.shutdownNow();
    }
  }

  private static List<Finding> answer(Check check, Future<List<Finding>> asked, long end)
      throws InterruptedException {
    try {
      return asked.get(Math.max(0, end - System.nanoTime()), TimeUnit.NANOSECONDS);
    } catch (TimeoutException _) {
      return List.of(Finding.of(check, Symptom.OUT_OF_TIME, "did not come to an end in time"));
    } catch (ExecutionException e) {
      log.atDebug().addKeyValue("check", check.id()).setCause(e.getCause()).log("a check broke");
      var name = e.getCause() == null ? "?" : e.getCause().getClass().getName();
      return List.of(Finding.of(check, Symptom.CHECK_BROKE, "the check failed: " + name));
    }
  }
}
