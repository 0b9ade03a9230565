package dev.tiller.core.cursor.v1;

import static dev.tiller.core.cursor.CursorHttp.segment;

import dev.tiller.core.agents.AgentId;
import dev.tiller.core.agents.AgentRecord;
import dev.tiller.core.agents.AgentRecord.Standing;
import dev.tiller.core.agents.AgentRecords.Artifact;
import dev.tiller.core.agents.Repository;
import dev.tiller.core.agents.RunRecord;
import dev.tiller.core.agents.Usage;
import dev.tiller.core.cursor.CursorText;
import java.net.URI;
import java.util.Optional;

/// Records from the wire to the core's vocabulary. Pure.
final class V1RecordValues {

  private V1RecordValues() {}

  /// Empty when the service names no agent.
  static Optional<AgentRecord> agent(V1RecordWire.Agent wire) {
    return wire.id().filter(id -> !id.isBlank()).map(id -> agent(new AgentId(id), wire));
  }

  static AgentRecord agent(AgentId id, V1RecordWire.Agent wire) {
    var status = CursorText.line(wire.status().orElse(""), 64);
    return new AgentRecord(
        id,
        wire.name().map(name -> CursorText.line(name, 200)).filter(name -> !name.isEmpty()),
        standing(status),
        status,
        wire.url()
            .flatMap(CursorText::link)
            .orElseGet(() -> URI.create("https://cursor.com/agents/" + segment(id.value()))),
        wire.repos().stream()
            .flatMap(repo -> repo.url().flatMap(Repository::parse).stream())
            .toList(),
        wire.createdAt().flatMap(CursorText::instant),
        V1Values.id(wire.latestRunId()));
  }

  private static Standing standing(String status) {
    return switch (status) {
      case "ACTIVE" -> Standing.AT_WORK;
      case "IDLE" -> Standing.IDLE;
      case "ARCHIVED" -> Standing.ARCHIVED;
      default -> Standing.UNRECOGNIZED;
    };
  }

  static Optional<RunRecord> run(V1Wire.Run wire) {
    var status = CursorText.line(wire.status().orElse(""), 64);
    return V1Values.id(wire.id())
        .map(id ->
            new RunRecord(
                id,
                CursorText.state(status),
                status,
                wire.createdAt().flatMap(CursorText::instant)));
  }

  static Optional<Artifact> artifact(V1RecordWire.Artifact wire) {
    return wire.path()
        .filter(path -> !path.isBlank())
        .map(path -> new Artifact(path, wire.sizeBytes()));
  }

  static Usage usage(V1RecordWire.Usage wire) {
    return new Usage(
        tokens(wire.totalUsage()),
        wire.runs().stream().flatMap(run -> usage(run).stream()).toList(),
        wire.cost().flatMap(V1RecordValues::cost));
  }

  private static Optional<Usage.OfRun> usage(V1RecordWire.RunUsage wire) {
    return V1Values.id(wire.id())
        .map(id ->
            new Usage.OfRun(id, tokens(wire.usage()), wire.cost().flatMap(V1RecordValues::cost)));
  }

  private static Usage.Tokens tokens(Optional<V1RecordWire.Tokens> wire) {
    return wire.map(its ->
            new Usage.Tokens(
                its.inputTokens(),
                its.outputTokens(),
                its.cacheWriteTokens(),
                its.cacheReadTokens(),
                its.totalTokens()))
        .orElseGet(() -> new Usage.Tokens(0, 0, 0, 0, 0));
  }

  private static Optional<Usage.Cost> cost(V1RecordWire.Cost wire) {
    return wire.rawCostCents()
        .flatMap(raw -> wire.chargedCents().map(charged -> new Usage.Cost(raw, charged)));
  }
}
