package dev.tiller.core.decide;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tiller.core.chat.Address;
import dev.tiller.core.chat.ChatThread;
import dev.tiller.core.chat.InboundMessage;
import dev.tiller.core.chat.Place;
import dev.tiller.core.chat.Platform;
import dev.tiller.core.command.ContextChoice;
import dev.tiller.core.conversation.Agent;
import dev.tiller.core.conversation.Along;
import dev.tiller.core.conversation.Conversation;
import dev.tiller.core.conversation.RunPhase;
import dev.tiller.core.conversation.Samples;
import dev.tiller.core.settings.Defaults;
import dev.tiller.core.settings.Etiquette;
import dev.tiller.core.settings.Preferences;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OnContextTest {

  private static final Along ANY = Along.wanted(Optional.empty(), List.of());

  @Test
  void aTaskInAThreadTakesTheThread() {
    var wanted = wanted(Samples.thread(Samples.requested().taking(ANY))).orElseThrow();

    assertThat(wanted.choice()).isEqualTo(new ContextChoice.WholeThread());
    assertThat(wanted.after()).isEmpty();
  }

  @Test
  void aTaskInTheMainLineTakesNoThread() {
    var agent = Samples.requested().taking(ANY);
    var place = new ChatThread(Platform.SLACK, "T1", "C1", "m1");
    var conversation = new Conversation(agent.id(), new Address(place, ""), List.of(agent));

    assertThat(wanted(conversation).orElseThrow().thread()).isFalse();
  }

  @Test
  void whatIsAskedForWinsOverTheChannelAndThatOverThePerson() {
    var mine = new ContextChoice.Mine();
    var none = new ContextChoice.None();
    var preferences =
        new Preferences(choosing(mine), choosing(none), Defaults.NONE, List.of(), Map.of());
    var asked = Along.wanted(Optional.of(new ContextChoice.Last(3)), List.of());

    assertThat(choice(asked, preferences)).isEqualTo(new ContextChoice.Last(3));
    assertThat(choice(ANY, preferences)).isEqualTo(mine);
    assertThat(
            choice(
                ANY,
                new Preferences(
                    Defaults.NONE, choosing(none), choosing(mine), List.of(), Map.of())))
        .isEqualTo(none);
  }

  @Test
  void aFollowUpTakesWhatIsNewerThanTheLastPrompt() {
    var agent = Samples.finished();
    var next = Samples.followUp(agent, RunPhase.STARTING).taking(ANY);
    var conversation = Samples.thread(agent.plus(next));

    var wanted = OnContext.wanted(conversation, next.id(), Preferences.NONE).orElseThrow();

    assertThat(wanted.after()).contains("m1");
    assertThat(wanted.prompts()).containsExactlyInAnyOrder("m1", "m2");
  }

  @Test
  void nothingIsCollectedForWhatWasStoppedOrIsCollected() {
    var agent = Samples.requested().taking(ANY);
    var id = agent.firstRun().id();

    assertThat(wanted(Samples.thread(agent.withRun(id, run -> run.stopAsked(Samples.BEN)))))
        .isEmpty();
    assertThat(wanted(Samples.thread(agent.withRun(id, run -> run.collected(Optional.empty())))))
        .isEmpty();
  }

  @Test
  void aStopWhileItIsCollectedHoldsTheLaunch() {
    var agent = Samples.requested().taking(ANY);
    var conversation = Samples.thread(agent);
    var stopped = Deciding.clicks(conversation, Samples.ANN, Verbs.STOP, agent.firstRun()).after();

    var collected =
        OnContext.collected(stopped, agent.firstRun().id(), Optional.of("2 images")).after();
    var next = OnLaunch.next(collected, agent.id(), Deciding.RULES, Deciding.noon());

    assertThat(next).isInstanceOf(OnLaunch.Next.Settled.class);
  }

  @Test
  void theReceiptIsOnTheCardAndARetryCollectsAnew() {
    var agent = Samples.requested().taking(ANY);
    var id = agent.firstRun().id();
    var collected = agent.withRun(id, run -> run.collected(Optional.of("2 images")));

    assertThat(RunCards.card(collected, collected.firstRun()).facts().toString())
        .contains("Sent along", "2 images");
    assertThat(collected.firstRun().along().again()).isEqualTo(ANY);
  }

  @Test
  void onlyInATeamsChannelsMainLineItIsSureThatThereIsNothing() {
    var options = dev.tiller.core.command.Options.NONE;

    assertThat(OnContext.along(message(Platform.TEAMS, "m1"), options)).isEqualTo(Along.NOTHING);
    assertThat(OnContext.along(message(Platform.TEAMS, "m2"), options)).isEqualTo(ANY);
    assertThat(OnContext.along(message(Platform.SLACK, "m1"), options)).isEqualTo(ANY);
  }

  private static InboundMessage message(Platform platform, String id) {
    var thread = new ChatThread(platform, "T1", "C1", "m1");
    return new InboundMessage(
        new Address(thread, ""), id, Samples.ANN, Place.CHANNEL, "fix it", false, false);
  }

  private static ContextChoice choice(Along along, Preferences preferences) {
    var agent = Samples.requested().taking(along);
    return OnContext.wanted(Samples.thread(agent), agent.firstRun().id(), preferences)
        .orElseThrow()
        .choice();
  }

  private static Defaults choosing(ContextChoice choice) {
    return new Defaults(
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.of(choice),
        Etiquette.NONE);
  }

  private static Optional<OnContext.Wanted> wanted(Conversation conversation) {
    Agent agent = conversation.agents().getFirst();
    return OnContext.wanted(conversation, agent.firstRun().id(), Preferences.NONE);
  }

  @Test
  void whatEndedMeanwhileTakesNothing() {
    var agent = Samples.requested().taking(ANY);
    var id = agent.firstRun().id();
    var ended = Samples.thread(agent.withRun(id, run -> run.ended(Samples.success())));

    assertThat(OnContext.collected(ended, id, Optional.of("2 images")).after()).isEqualTo(ended);
  }
}
