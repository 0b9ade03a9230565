package dev.tiller.core.bot;

import dev.tiller.core.agents.AgentId;
import dev.tiller.core.agents.AgentRecords;
import dev.tiller.core.agents.AgentRecords.Artifact;
import dev.tiller.core.agents.AgentRecords.Content;
import dev.tiller.core.agents.CloudAgentsException;
import dev.tiller.core.chat.ChatFailure;
import dev.tiller.core.chat.ChatPlatform;
import dev.tiller.core.conversation.Agent;
import dev.tiller.core.conversation.Conversation;
import dev.tiller.core.conversation.Store;
import dev.tiller.core.conversation.WorkItem;
import dev.tiller.core.decide.FileMark;
import dev.tiller.core.decide.OnFiles;
import dev.tiller.core.decide.OnFiles.Why;
import dev.tiller.core.decide.Showable;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Fetches files of agents and adds them to threads. A file whose arrival is unknown is not sent
/// again; whatever is not shown is said.
final class Uploads implements Performer {

  private static final Logger log = LoggerFactory.getLogger(Uploads.class);

  /// Files that this process holds in memory at a time.
  private static final int AT_ONCE = 5;

  private static final Duration UNTIL_ROOM = Duration.ofMillis(500);
  private static final int MOST_ATTEMPTS = 12;

  private final AgentRecords records;
  private final Store store;
  private final Connected connected;
  private final Intake intake;
  private final Retry retry;
  private final InstantSource clock;
  private final Semaphore room = new Semaphore(AT_ONCE);

  Uploads(
      AgentRecords records,
      Store store,
      Connected connected,
      Intake intake,
      Retry retry,
      InstantSource clock) {
    this.records = records;
    this.store = store;
    this.connected = connected;
    this.intake = intake;
    this.retry = retry;
    this.clock = clock;
  }

  /// The subject of the work that shows a file.
  static String subject(UUID agent, FileMark file) {
    return agent + "/" + file.text();
  }

  @Override
  public void perform(WorkItem item) {
    int slash = item.subject().indexOf('/');
    var conversation = store.transact(tx -> Intake.locked(tx, item.conversation()));
    var platform = connected.to(conversation.address()).orElse(null);
    if (platform == null) {
      intake.done(item);
      return;
    }
    var agent =
        conversation.agent(UUID.fromString(item.subject().substring(0, slash))).orElseThrow();
    var file = new FileMark(item.subject().substring(slash + 1));
    var job = new Job(item, conversation, platform, agent);
    if (item.unsure()) {
      job.unshown(Optional.empty(), Why.UNSURE);
    } else if (!agent.atService()) {
      job.unshown(Optional.empty(), Why.GONE);
    } else if (!room.tryAcquire()) {
      retry.harmless(item, clock.instant().plus(UNTIL_ROOM));
    } else {
      try {
        job.show(file);
      } finally {
        room.release();
      }
    }
  }

  private final class Job {
    private final WorkItem item;
    private final Conversation conversation;
    private final ChatPlatform platform;
    private final Agent agent;
    private Optional<String> name = Optional.empty();

    Job(WorkItem item, Conversation conversation, ChatPlatform platform, Agent agent) {
      this.item = item;
      this.conversation = conversation;
      this.platform = platform;
      this.agent = agent;
    }

    void show(FileMark mark) {
      try {
        var service = agent.serviceId().orElseThrow();
        mark.among(records.artifacts(service))
            .ifPresentOrElse(file -> show(service, file), () -> unshown(Why.GONE));
      } catch (CloudAgentsException failure) {
        notFetched(failure);
      } catch (ChatFailure failure) {
        notAdded(failure);
      }
    }

    private void show(AgentId service, Artifact file) {
      name = Optional.of(file.name());
      switch (records.fetch(service, file, OnFiles.LARGEST)) {
        case Content.TooLarge() -> unshown(Why.TOO_LARGE);
        case Content.Bytes(var content, _) ->
            Showable.of(content)
                .ifPresentOrElse(
                    kind -> add(file, kind, content), () -> unshown(Why.NEITHER_PICTURE_NOR_FILM));
      }
    }

    private void add(Artifact file, Showable kind, byte[] content) {
      if (!platform.abilities().files().take(kind.mediaType(), content.length)) {
        unshown(Why.NOT_TAKEN);
        return;
      }
      platform.upload(
          conversation.address(),
          Intake.speaking(conversation, () -> OnFiles.upload(agent, file, kind, content)));
      intake.done(item);
      log.atInfo()
          .addKeyValue("agent", agent.id())
          .addKeyValue("kind", kind)
          .addKeyValue("bytes", content.length)
          .log("file shown");
    }

    private void notFetched(CloudAgentsException failure) {
      note(failure);
      if (failure instanceof CloudAgentsException.Gone) {
        unshown(Why.GONE);
      } else if (!retry.upTo(MOST_ATTEMPTS, item, failure)) {
        unshown(Why.NOT_FETCHED);
      }
    }

    private void notAdded(ChatFailure failure) {
      note(failure);
      switch (failure) {
        case ChatFailure.NotNow notNow when item.attempt() < MOST_ATTEMPTS ->
            retry.harmless(item, retry.due(item, notNow.delay()));
        case ChatFailure.NotNow _ -> unshown(Why.REFUSED);
        case ChatFailure.OutcomeUnknown _ -> unshown(Why.UNSURE);
        case ChatFailure.Gone _ -> intake.done(item);
        case ChatFailure.Refused refused ->
            unshown("missing_scope".equals(refused.getMessage()) ? Why.SCOPE : Why.REFUSED);
      }
    }

    private void note(RuntimeException failure) {
      log.atInfo()
          .addKeyValue("agent", agent.id())
          .addKeyValue("attempt", item.attempt())
          .addKeyValue("code", failure.getMessage())
          .log("file not shown");
    }

    private void unshown(Why why) {
      unshown(name, why);
    }

    void unshown(Optional<String> file, Why why) {
      intake.settle(
          item, (now, _) -> OnFiles.unshown(now, agent.id(), "unshown/" + item.id(), file, why));
    }
  }
}
