package dev.tiller.core.agents;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The agents that the service keeps, and what belongs to them. Calls block; failures are
/// [CloudAgentsException]s. Reads may be repeated; changes are tried once and are harmless to
/// repeat.
public interface AgentRecords {

  /// The account's agents, newest first.
  ///
  /// @param limit agents on the page, 1 to 100
  /// @param after the [Page#next] of the page before; absent for the first
  Page<AgentRecord> list(int limit, Optional<String> after);

  AgentRecord get(AgentId agent);

  /// The agent's runs, newest first; empty where the service has no runs of its own.
  Page<RunRecord> runs(AgentId agent, int limit, Optional<String> after);

  /// What was said, oldest first. A service that keeps no conversation has it pieced together from
  /// its runs.
  ///
  /// @param prompts the prompts that we know, by run; used where the service does not tell them
  List<Message> conversation(AgentId agent, Map<RunId, String> prompts);

  /// Puts an agent away: it takes no follow-ups until it is brought back.
  ///
  /// @throws UnsupportedOperationException without [CloudAgents.Feature#ARCHIVE]
  void archive(AgentId agent);

  /// @throws UnsupportedOperationException without [CloudAgents.Feature#ARCHIVE]
  void unarchive(AgentId agent);

  /// Deletes an agent for good, with its conversation.
  void delete(AgentId agent);

  /// The files that the agent has left to look at, at most 100.
  List<Artifact> artifacts(AgentId agent);

  /// Fetches the content of an artifact, without showing the key to where it lies.
  ///
  /// @param most the largest content wanted, in bytes
  Content fetch(AgentId agent, Artifact artifact, long most);

  /// What the agent has used so far.
  ///
  /// @throws UnsupportedOperationException without [CloudAgents.Feature#USAGE]
  Usage usage(AgentId agent);

  /// @param next where the next page begins; absent on the last
  record Page<T>(List<T> items, Optional<String> next) {
    public Page {
      items = List.copyOf(items);
    }
  }

  /// Something that was said.
  ///
  /// @param text Markdown as it was written
  record Message(Author author, String text) {}

  /// Who said it.
  enum Author {
    PERSON,
    AGENT
  }

  /// A file that an agent has left.
  ///
  /// @param path the service's name for it
  record Artifact(String path, long bytes) {

    /// The last part of the path.
    public String name() {
      return path.substring(path.lastIndexOf('/') + 1);
    }
  }

  /// What a fetched artifact holds.
  sealed interface Content {

    /// @param mediaType as the service said, such as `image/png`
    record Bytes(byte[] content, String mediaType) implements Content {}

    record TooLarge() implements Content {}
  }
}
