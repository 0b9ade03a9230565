package dev.tiller.core.agents;

/// A coding-agent service, by what it is used for.
///
/// @param agents starts, steers and watches agents
/// @param records lists, reads and tidies up what the service keeps
/// @param account the key's owner, models and repositories
public record CloudService(CloudAgents agents, AgentRecords records, Account account) {}
