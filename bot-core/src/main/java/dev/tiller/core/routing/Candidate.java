package dev.tiller.core.routing;

import dev.tiller.core.agents.Repository;

/// A repository that may be meant, and why.
public record Candidate(Repository repository, Source source) {}
