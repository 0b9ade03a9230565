package dev.tiller.core.decide;

import dev.tiller.core.agents.Account.KeyOwner;
import dev.tiller.core.agents.Account.Model;
import dev.tiller.core.agents.AgentRecord;
import dev.tiller.core.agents.AgentRecords;
import dev.tiller.core.agents.Repository;
import dev.tiller.core.agents.RunReport;
import dev.tiller.core.chat.ChatPlatform;
import dev.tiller.core.conversation.AgentLine;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// What was found out for a question.
public sealed interface Found {

  /// One page of agents.
  ///
  /// @param more whether there are older ones
  record Agents(List<Listed> agents, boolean more) implements Found {}

  /// An agent of a list.
  ///
  /// @param link leads to its thread
  record Listed(AgentLine line, Optional<URI> link) {}

  /// A fresh look at an agent.
  ///
  /// @param run our id of the run that was at work; absent when none was
  /// @param report on that run
  record Looked(AgentRecord agent, Optional<UUID> run, Optional<RunReport> report)
      implements Found {}

  /// @param messages oldest first
  record Said(List<AgentRecords.Message> messages) implements Found {}

  /// What an agent has left.
  ///
  /// @param taken what the platform takes from a bot
  record Left(List<AgentRecords.Artifact> files, ChatPlatform.Files taken) implements Found {}

  record Used(dev.tiller.core.agents.Usage usage) implements Found {}

  /// @param version of the service's API, such as `v1`
  record Owner(KeyOwner owner, String version) implements Found {}

  record Models(List<Model> models) implements Found {}

  /// @param asOf when the service said so
  record Repositories(List<Repository> repositories, Instant asOf) implements Found {}

  /// The agent was changed as asked.
  record Done() implements Found {}

  /// The service's API does not have this in its version.
  record Unsupported(String version) implements Found {}
}
