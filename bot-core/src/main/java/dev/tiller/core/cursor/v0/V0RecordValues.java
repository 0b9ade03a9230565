package dev.tiller.core.cursor.v0;

import static dev.tiller.core.cursor.CursorHttp.segment;

import dev.tiller.core.agents.AgentId;
import dev.tiller.core.agents.AgentRecord;
import dev.tiller.core.agents.AgentRecord.Standing;
import dev.tiller.core.agents.AgentRecords.Artifact;
import dev.tiller.core.agents.AgentRecords.Author;
import dev.tiller.core.agents.AgentRecords.Message;
import dev.tiller.core.agents.Repository;
import dev.tiller.core.cursor.CursorText;
import java.util.Optional;

/// Records from the wire to the core's vocabulary. Pure.
final class V0RecordValues {

  private V0RecordValues() {}

  /// Empty when the service names no agent.
  static Optional<AgentRecord> agent(V0Agent wire) {
    return wire.id().filter(id -> !id.isBlank()).map(id -> agent(new AgentId(id), wire));
  }

  static AgentRecord agent(AgentId id, V0Agent wire) {
    var status = CursorText.line(wire.status().orElse(""), 64);
    return new AgentRecord(
        id,
        wire.name().map(name -> CursorText.line(name, 200)).filter(name -> !name.isEmpty()),
        standing(status),
        status,
        wire.page(segment(id.value())),
        wire.source().flatMap(V0Agent.Source::repository).flatMap(Repository::parse).stream()
            .toList(),
        wire.createdAt().flatMap(CursorText::instant),
        Optional.empty());
  }

  /// v0 has one status for both the agent and its last run.
  private static Standing standing(String status) {
    return switch (CursorText.state(status)) {
      case CREATING, RUNNING -> Standing.AT_WORK;
      case FINISHED, FAILED, CANCELLED -> Standing.IDLE;
      case EXPIRED -> Standing.ARCHIVED;
      case UNRECOGNIZED -> Standing.UNRECOGNIZED;
    };
  }

  /// Empty for what nobody said, and for kinds this version does not know.
  static Optional<Message> message(V0Wire.Message wire) {
    var author =
        switch (wire.type().orElse("")) {
          case "user_message" -> Optional.of(Author.PERSON);
          case "assistant_message" -> Optional.of(Author.AGENT);
          default -> Optional.<Author>empty();
        };
    return author.flatMap(
        who -> wire.text().filter(text -> !text.isBlank()).map(text -> new Message(who, text)));
  }

  static Optional<Artifact> artifact(V0RecordWire.Artifact wire) {
    return wire.absolutePath()
        .filter(path -> !path.isBlank())
        .map(path -> new Artifact(path, wire.sizeBytes()));
  }
}
