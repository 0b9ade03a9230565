package dev.tiller.core.bot;

import dev.tiller.core.agents.AgentId;
import dev.tiller.core.agents.CloudAgents.Feature;
import dev.tiller.core.agents.CloudAgentsException;
import dev.tiller.core.agents.CloudAgentsException.NotNow;
import dev.tiller.core.agents.CloudService;
import dev.tiller.core.agents.RunId;
import dev.tiller.core.chat.ChatFailure;
import dev.tiller.core.chat.ChatPlatform;
import dev.tiller.core.chat.Person;
import dev.tiller.core.command.ListFilter;
import dev.tiller.core.conversation.Agent;
import dev.tiller.core.conversation.Conversation;
import dev.tiller.core.conversation.Question;
import dev.tiller.core.conversation.Run;
import dev.tiller.core.conversation.RunPhase;
import dev.tiller.core.conversation.Store;
import dev.tiller.core.decide.AgentListCard;
import dev.tiller.core.decide.Found;
import java.time.Duration;
import java.util.HashMap;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// Finds out, at the service or in the store, what a question asks for, and has done there what it
/// wants done. Failures are [CloudAgentsException]s.
final class Lookup {

  private final CloudService service;
  private final Supplier<Optional<Found.Repositories>> repositories;
  private final Store store;
  private final Connected connected;

  Lookup(
      CloudService service,
      Supplier<Optional<Found.Repositories>> repositories,
      Store store,
      Connected connected) {
    this.service = service;
    this.repositories = repositories;
    this.store = store;
    this.connected = connected;
  }

  Found find(Conversation conversation, Question question) {
    return switch (question.topic()) {
      case LIST, LIST_HERE, LIST_ALL -> agents(conversation, question);
      case WHO_AM_I -> new Found.Owner(service.account().me(), version());
      case MODELS -> new Found.Models(service.account().models());
      case REPOSITORIES -> repositories.get().orElseThrow(Lookup::notTold);
      case STATUS -> look(agent(conversation, question));
      case CONVERSATION -> said(agent(conversation, question));
      case ARTIFACTS, SHOW_ARTIFACTS -> left(conversation, question);
      case USAGE ->
          has(Feature.USAGE)
              ? new Found.Used(service.records().usage(id(agent(conversation, question))))
              : new Found.Unsupported(version());
      case ARCHIVE -> archiving(conversation, question, service.records()::archive);
      case UNARCHIVE -> archiving(conversation, question, service.records()::unarchive);
      case DELETE -> delete(agent(conversation, question));
      case STOP_ALL -> throw new IllegalArgumentException("nothing to look up");
    };
  }

  /// The person with the name that the platform knows, if it was not known before. A failure costs
  /// the name alone.
  Person known(Conversation conversation, Person person) {
    var platform = connected.to(conversation.address()).orElse(null);
    if (!person.nameless() || platform == null) {
      return person;
    }
    try {
      var name = platform.nameOf(person).orElse(person.name());
      return new Person(person.id(), person.handle(), name);
    } catch (ChatFailure e) {
      return person;
    }
  }

  private Found agents(Conversation conversation, Question question) {
    int size = AgentListCard.SIZE;
    int offset = question.page() * size;
    var here = conversation.address().thread();
    var filter = ListFilter.parse(question.filter()).orElse(ListFilter.ANY);
    var lines =
        store.transact(
            tx -> tx.agents(here, AgentListCard.scope(question), filter, offset, size + 1));
    var listed =
        lines.stream()
            .limit(size)
            .map(line -> new Found.Listed(line, connected.link(line.thread())))
            .toList();
    return new Found.Agents(listed, lines.size() > size);
  }

  private Found look(Agent agent) {
    var running = agent.activeRun().filter(run -> run.phase() == RunPhase.RUNNING);
    return new Found.Looked(
        service.records().get(id(agent)),
        running.map(Run::id),
        running.map(run -> service.agents().look(id(agent), run.serviceRun())));
  }

  private Found left(Conversation conversation, Question question) {
    var taken =
        connected
            .to(conversation.address())
            .map(its -> its.abilities().files())
            .orElseGet(() -> new ChatPlatform.Files(Optional.of(Set.of()), 0));
    return new Found.Left(service.records().artifacts(id(agent(conversation, question))), taken);
  }

  private Found said(Agent agent) {
    var prompts = new HashMap<RunId, String>();
    for (var run : agent.runs()) {
      run.serviceRun().ifPresent(its -> prompts.put(its, run.prompt()));
    }
    return new Found.Said(service.records().conversation(id(agent), prompts));
  }

  private Found archiving(Conversation conversation, Question question, Consumer<AgentId> change) {
    if (!has(Feature.ARCHIVE)) {
      return new Found.Unsupported(version());
    }
    change.accept(id(agent(conversation, question)));
    return new Found.Done();
  }

  /// What the service does with the run of a deleted agent is not documented, so that is stopped
  /// before.
  private Found delete(Agent agent) {
    agent
        .activeRun()
        .filter(run -> run.phase() == RunPhase.RUNNING)
        .ifPresent(run -> {
          try {
            service.agents().cancel(id(agent), run.serviceRun());
          } catch (CloudAgentsException.Gone | CloudAgentsException.Refused e) {
            // over already, or not to be stopped: deleting it is what counts
          }
        });
    service.records().delete(id(agent));
    return new Found.Done();
  }

  private boolean has(Feature feature) {
    return service.agents().abilities().features().contains(feature);
  }

  private String version() {
    return service.agents().abilities().version();
  }

  private static Agent agent(Conversation conversation, Question question) {
    return question.agent().flatMap(conversation::agent).orElseThrow();
  }

  private static AgentId id(Agent agent) {
    return agent.serviceId().orElseThrow();
  }

  private static NotNow notTold() {
    return new NotNow("not_told_yet", Optional.of(Duration.ofSeconds(2)), null);
  }
}
