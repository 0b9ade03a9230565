package dev.tiller.core.conversation;

import static dev.tiller.core.conversation.Samples.ANN;
import static dev.tiller.core.conversation.Samples.BEN;
import static dev.tiller.core.conversation.Samples.NOON;
import static dev.tiller.core.conversation.Samples.WEB;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tiller.core.agents.Repository;
import dev.tiller.core.chat.Address;
import dev.tiller.core.chat.Addressing;
import dev.tiller.core.chat.Attachment;
import dev.tiller.core.chat.ChatThread;
import dev.tiller.core.chat.InboundMessage;
import dev.tiller.core.chat.MessageRef;
import dev.tiller.core.chat.Person;
import dev.tiller.core.chat.Place;
import dev.tiller.core.chat.Platform;
import dev.tiller.core.command.Pick;
import dev.tiller.core.conversation.Draft.Stage;
import dev.tiller.core.conversation.Draft.Want;
import dev.tiller.core.routing.Recent;
import dev.tiller.core.routing.Source;
import dev.tiller.core.routing.Sources;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What every store must do with waiting requests, and with where people have worked.
public interface DraftStoreContract extends StoredConversations {

  private void keep(Conversation conversation, Draft draft) {
    store()
        .transact(tx -> {
          tx.keep(conversation.id(), draft);
          return draft;
        });
  }

  @Test
  default void aWaitingRequestStaysMeantForWhomItWasWritten() {
    var conversation = began(Samples.newThread());
    var plain = draft(conversation.address());
    var meant =
        new Addressing(
            false,
            List.of(new Addressing.Mentioned("@Ben", BEN)),
            Optional.of(new MessageRef("card")));
    var draft =
        new Draft(
            plain.id(),
            plain.message().to(meant),
            plain.want(),
            plain.repository(),
            plain.model(),
            plain.stage(),
            plain.askedAt());
    keep(conversation, draft);

    assertThat(store().<Optional<Draft>>transact(tx -> tx.draft(draft.id()))).contains(draft);
  }

  private static Draft draft(Address address) {
    var files = List.of(new Attachment("größe.png", "image/png", OptionalLong.of(7), "id"));
    var message =
        new InboundMessage(
            address, "m1", ANN, Place.GROUP_CHAT, "fix “it”\nnow", false, false, files);
    return new Draft(
        UUID.randomUUID(),
        message,
        Want.REPOSITORY,
        Optional.empty(),
        Optional.of(new Pick.Auto()),
        Stage.WAITING,
        NOON);
  }

  @Test
  default void aWaitingRequestIsReadBackWholeAndKeepsItsChanges() {
    var conversation = began(Samples.newThread());
    var draft = draft(conversation.address());
    keep(conversation, draft);
    assertThat(store().<Optional<Draft>>transact(tx -> tx.draft(draft.id()))).contains(draft);

    var taken = draft.withRepository(WEB).withModel(new Pick.Named("opus")).in(Stage.TAKEN);
    keep(conversation, taken);

    assertThat(store().<Optional<Draft>>transact(tx -> tx.draft(draft.id()))).contains(taken);
    assertThat(store().<Optional<UUID>>transact(tx -> tx.conversationOfDraft(draft.id())))
        .contains(conversation.id());
  }

  @Test
  default void sourcesAndWhereARequestWentAreReadBackWhole() {
    var agent = because(Samples.requested(), WEB, new Source(Source.Kind.MENTION, "in “web”"));
    var saved = began(Samples.newThread(), agent);
    var moved = saved.with(agent.moved(WEB));
    store()
        .transact(tx -> {
          tx.save(tx.lock(saved.id()).orElseThrow(), moved);
          return moved;
        });

    assertThat(store().<Optional<Conversation>>transact(tx -> tx.lock(saved.id()))).contains(moved);
  }

  private static Agent because(Agent agent, Repository repository, Source source) {
    var its = agent.request();
    var sources = new Sources(source, source, source, source);
    return agent.asked(
        new AgentRequest(
            its.owner(),
            repository,
            its.branch(),
            its.model(),
            its.createPullRequest(),
            its.options(),
            sources));
  }

  private static Address thread(String workspace, String channel) {
    return new Address(
        new ChatThread(Platform.SLACK, workspace, channel, UUID.randomUUID().toString()), "");
  }

  private Optional<Repository> recent(Address there, Person person, Instant since) {
    return store()
        .<Optional<Recent>>transact(tx -> tx.recent(there.thread(), person, since))
        .map(Recent::repository);
  }

  @ParameterizedTest
  @EnumSource(Source.Kind.class)
  default void whereSomebodyWorkedCountsWhereTheyWantedIt(Source.Kind kind) {
    var there = thread(UUID.randomUUID().toString(), "C1");
    began(there, because(Samples.requested(), WEB, new Source(kind)));

    assertThat(recent(there, ANN, NOON.minusSeconds(1)).isPresent())
        .isEqualTo(new Source(kind).said());
  }

  @Test
  default void whereSomebodyWorkedIsTheirsInTheChannelOfLateAndNotInVain() {
    var workspace = UUID.randomUUID().toString();
    var there = thread(workspace, "C1");
    var api = Repository.parse("acme/api").orElseThrow();
    var option = new Source(Source.Kind.OPTION, "repo=");
    began(there, because(Samples.requested(), WEB, option));
    began(
        thread(workspace, "C1"),
        because(Samples.requested(), api, option).withState(LaunchState.REFUSED));
    began(thread(workspace, "C1"), because(Samples.requested(), api, option).moved(WEB));
    began(thread(workspace, "C2"), because(Samples.requested(), api, option));

    assertThat(recent(there, ANN, NOON.minus(Duration.ofDays(7)))).contains(WEB);
    assertThat(recent(there, BEN, NOON.minus(Duration.ofDays(7)))).isEmpty();
    assertThat(recent(there, ANN, NOON.plusSeconds(1))).isEmpty();
  }
}
