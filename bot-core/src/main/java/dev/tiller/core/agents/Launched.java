package dev.tiller.core.agents;

import java.net.URI;
import java.util.Optional;

/// An agent that exists.
///
/// @param run its first run; absent where the service has no runs of its own
/// @param page the agent's page on the service's site
public record Launched(AgentId agent, Optional<RunId> run, URI page) {}
