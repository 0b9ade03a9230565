package dev.tiller.core.decide;

import static dev.tiller.core.conversation.Samples.ANN;
import static dev.tiller.core.conversation.Samples.BEN;
import static dev.tiller.core.conversation.Samples.thread;
import static dev.tiller.core.decide.Deciding.RULES;
import static dev.tiller.core.decide.Deciding.clicks;
import static dev.tiller.core.decide.Deciding.kinds;
import static dev.tiller.core.decide.Deciding.only;
import static dev.tiller.core.decide.Deciding.said;
import static dev.tiller.core.decide.Deciding.says;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tiller.core.chat.Ask.Answer;
import dev.tiller.core.chat.Form;
import dev.tiller.core.chat.FormSubmission;
import dev.tiller.core.chat.Notice;
import dev.tiller.core.chat.Person;
import dev.tiller.core.conversation.Agent;
import dev.tiller.core.conversation.Conversation;
import dev.tiller.core.conversation.Ending;
import dev.tiller.core.conversation.LaunchState;
import dev.tiller.core.conversation.Run;
import dev.tiller.core.conversation.RunPhase;
import dev.tiller.core.conversation.Samples;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OnSuggestionTest {

  private static Decision suggested(Agent agent) {
    return says(thread(agent), BEN, "also add tests");
  }

  private static Run suggestion(Decision decision) {
    return only(decision).runs().getLast();
  }

  private static Notice told(Decision decision) {
    return decision.effects().stream()
        .filter(Effect.Say.class::isInstance)
        .map(effect -> (Notice) ((Effect.Say) effect).post())
        .findFirst()
        .orElseThrow();
  }

  @Test
  void theOwnerIsAskedAndNothingIsSent() {
    var decision = suggested(Samples.finished());

    assertThat(suggestion(decision).phase()).isEqualTo(RunPhase.SUGGESTED);
    assertThat(told(decision).mention()).contains(ANN);
    assertThat(said(decision)).contains("Ben suggests", "also add tests");
    assertThat(kinds(decision)).doesNotContain(Effect.Prompt.class);
    assertThat(Deciding.buttons(only(decision), suggestion(decision)))
        .containsExactly("Accept", "Edit and send", "Decline");
  }

  @Test
  void theOwnerIsAskedByNameOnceItIsKnownWhoOnlyHadAnId() {
    var before = says(thread(Samples.finished()), new Person("U7", "U7", "U7"), "also add tests");

    var decision = OnName.known(before.after(), "U7", "Dan");

    assertThat(told(decision).mention()).contains(ANN);
    assertThat(told(decision).fallback()).contains("Dan suggests").doesNotContain("U7");
    assertThat(keys(decision)).isEqualTo(keys(before));
    assertThat(OnName.known(decision.after(), "U7", "Dan").effects()).isEmpty();
  }

  private static List<String> keys(Decision decision) {
    return decision.effects().stream()
        .flatMap(effect -> effect instanceof Effect.Say say ? Stream.of(say.key()) : Stream.of())
        .toList();
  }

  @Test
  void aSuggestionHasNoPartInTheAgentsTurns() {
    var agent = only(suggested(Samples.finished()));

    assertThat(agent.activeRun()).isEmpty();
    assertThat(agent.waiting()).isEmpty();
    assertThat(agent.currentRun()).isEqualTo(agent.firstRun());
    assertThat(Agents.free(agent)).isTrue();
    assertThat(Agents.hold(agent)).isEqualTo(agent);
    assertThat(Stops.stoppable(agent)).isFalse();
    assertThat(Deeds.obstacle(agent, dev.tiller.core.command.Topic.ARCHIVE)).isEmpty();
  }

  @Test
  void acceptedWhileTheAgentIsFreeItGoesOutAtOnceForWhoSuggestedIt() {
    var before = suggested(Samples.finished());

    var decision = clicks(before.after(), ANN, OnSuggestion.ACCEPT, suggestion(before));

    assertThat(suggestion(decision).phase()).isEqualTo(RunPhase.STARTING);
    assertThat(suggestion(decision).requester()).isEqualTo(BEN);
    assertThat(kinds(decision)).contains(Effect.Prompt.class, Effect.React.class);
    assertThat(told(decision).mention()).contains(BEN);
    assertThat(said(decision)).contains("Ann accepted", "goes to the agent now");
    assertThat(Deciding.audited(decision)).containsExactly("accept suggestion by owner");
  }

  @Test
  void acceptedWhileTheAgentIsBusyItWaitsBehindAllThatWaits() {
    var before = suggested(Samples.running());
    var agent = only(before);
    var later = Samples.followUp(agent, RunPhase.WAITING);
    var busy = before.after().with(agent.plus(later));

    var decision = clicks(busy, ANN, OnSuggestion.ACCEPT, suggestion(before));

    var accepted = only(decision).run(suggestion(before).id()).orElseThrow();
    assertThat(accepted.phase()).isEqualTo(RunPhase.WAITING);
    assertThat(accepted.place()).isGreaterThan(later.place());
    assertThat(kinds(decision)).doesNotContain(Effect.Prompt.class);
    assertThat(said(decision)).contains("waits until the agent is free");
  }

  @Test
  void aSecondClickDoesNothingAndSaysSo() {
    var before = suggested(Samples.finished());
    for (var verb : new String[] {OnSuggestion.ACCEPT, OnSuggestion.DECLINE}) {
      var once = clicks(before.after(), ANN, verb, suggestion(before));
      var twice = clicks(once.after(), ANN, verb, suggestion(before));

      assertThat(twice.after()).isEqualTo(once.after());
      assertThat(twice.effects()).isEmpty();
      assertThat(twice.note()).contains("This suggestion was settled already.");
    }
  }

  @Test
  void declinedItEndsAndWhoSuggestedItIsToldOnce() {
    var before = suggested(Samples.finished());

    var decision = clicks(before.after(), ANN, OnSuggestion.DECLINE, suggestion(before));

    assertThat(suggestion(decision).ending().orElseThrow().how()).isEqualTo(Ending.How.DECLINED);
    assertThat(told(decision).mention()).contains(BEN);
    assertThat(only(decision).currentRun()).isEqualTo(only(decision).firstRun());
    var card = RunCards.card(only(decision), suggestion(decision)).fallback();
    assertThat(card).contains("Suggestion not sent", "Declined by Ann.");
    assertThat(Deciding.buttons(only(decision), suggestion(decision))).doesNotContain("Retry");
  }

  @Test
  void whoSuggestedItMayTakeItBackAndNothingElse() {
    var before = suggested(Samples.finished());

    var accepts = clicks(before.after(), BEN, OnSuggestion.ACCEPT, suggestion(before));
    var withdraws = clicks(before.after(), BEN, OnSuggestion.DECLINE, suggestion(before));

    assertThat(accepts.after()).isEqualTo(before.after());
    assertThat(accepts.note().orElseThrow()).contains("Only Ann");
    assertThat(suggestion(withdraws).ending().orElseThrow().cause()).contains("Taken back by Ben.");
    assertThat(kinds(withdraws)).doesNotContain(Effect.Say.class);
  }

  @Test
  void editedItIsSentAsItStandsInTheForm() {
    var before = suggested(Samples.finished());
    var conversation = before.after();
    var run = suggestion(before);

    assertThat(form(conversation, run, ANN)).isInstanceOf(Answer.Open.class);
    assertThat(
            ((Form.TextField)
                    ((Answer.Open) form(conversation, run, ANN)).form().fields().getFirst())
                .initial())
        .isEqualTo("also add tests");
    assertThat(form(conversation, run, BEN)).isInstanceOf(Answer.Refuse.class);
    var decision = submitted(conversation, run, ANN, "add two tests");
    assertThat(suggestion(decision).prompt()).isEqualTo("add two tests");
    assertThat(suggestion(decision).phase()).isEqualTo(RunPhase.STARTING);
    assertThat(said(decision)).contains("Ann changed and accepted");
    assertThat(submitted(conversation, run, ANN, " ").after()).isEqualTo(conversation);
  }

  private static Answer form(Conversation conversation, Run run, Person actor) {
    return Deciding.opens(conversation, actor, OnSuggestion.EDIT, run, RULES);
  }

  private static Decision submitted(
      Conversation conversation, Run run, Person actor, String prompt) {
    return Deciding.submits(
        conversation,
        run,
        new FormSubmission(
            conversation.address(),
            actor,
            Verbs.on(OnSuggestion.EDIT, run.id()),
            "n1",
            Map.of(Verbs.PROMPT_FIELD, prompt)),
        RULES);
  }

  @Test
  void onlyAFewOfOnePersonAreOpenAtATime() {
    var conversation = thread(Samples.running());
    for (int i = 0; i < Suggestions.MOST; i++) {
      conversation = says(conversation, BEN, "also do this").after();
    }

    var more = says(conversation, BEN, "and that");

    assertThat(more.after()).isEqualTo(conversation);
    assertThat(said(more)).contains("3 suggestions", "Nothing was sent");
  }

  @ParameterizedTest
  @ValueSource(strings = {"ARCHIVED", "DELETED", "GONE"})
  void anAgentThatTakesNothingTakesNoSuggestion(LaunchState state) {
    var before = suggested(Samples.finished());
    var retired = before.after().with(only(before).withState(state));

    var decision = clicks(retired, ANN, OnSuggestion.ACCEPT, suggestion(before));

    assertThat(decision.after()).isEqualTo(retired);
    assertThat(decision.note()).isPresent();
  }

  @Test
  void theFormOfAnAgentsCardMakesASuggestionToo() {
    var conversation = thread(Samples.finished());
    var run = conversation.agents().getFirst().firstRun();
    var form =
        new FormSubmission(
            conversation.address(),
            BEN,
            Verbs.on(Verbs.FOLLOW_UP, run.id()),
            "n1",
            Map.of(Verbs.PROMPT_FIELD, "also add tests"));

    var decision = Deciding.submits(conversation, run, form, RULES);

    assertThat(suggestion(decision).phase()).isEqualTo(RunPhase.SUGGESTED);
    assertThat(decision.note().orElseThrow()).contains("Ann has been asked");
  }

  @Test
  void aNewOwnerDecidesAboutWhatWasSuggestedBefore() {
    var before = suggested(Samples.finished());
    var cem = new Person("U3", "U3", "Cem");
    var given = before.after().with(only(before).asked(only(before).request().ownedBy(cem)));

    Supplier<Decision> ann = () -> clicks(given, ANN, OnSuggestion.ACCEPT, suggestion(before));

    assertThat(ann.get().after()).isEqualTo(given);
    assertThat(ann.get().note().orElseThrow()).contains("Only Cem");
    assertThat(suggestion(clicks(given, cem, OnSuggestion.ACCEPT, suggestion(before))).phase())
        .isEqualTo(RunPhase.STARTING);
  }

  @Test
  void whenItsAgentEndsASuggestionIsDeclinedAndNotStoppedOrRefused() {
    var agent = only(suggested(Samples.requested()));
    var ending = Ending.because(Ending.How.REFUSED, Samples.NOON, "No such branch.");

    var refused = Endings.refuseAgent(thread(agent), agent.id(), LaunchState.REFUSED, ending);

    var run = suggestion(refused);
    assertThat(run.ending().map(Ending::how)).contains(Ending.How.DECLINED);
    assertThat(run.wanted()).isFalse();
    assertThat(only(refused).latestRun()).isEqualTo(only(refused).firstRun());
    assertThat(Deciding.buttons(only(refused), run)).doesNotContain("Try again");
    assertThat(refused.effects())
        .filteredOn(Effect.Say.class::isInstance)
        .extracting(effect -> ((Effect.Say) effect).post().fallback())
        .anyMatch(said -> said.contains("Your suggestion was not sent"));
  }
}
