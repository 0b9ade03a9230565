package dev.tiller.core.decide;

import static dev.tiller.core.conversation.Samples.ANN;
import static dev.tiller.core.conversation.Samples.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tiller.core.agents.LaunchOptions;
import dev.tiller.core.agents.Repository;
import dev.tiller.core.conversation.Agent;
import dev.tiller.core.conversation.Ending;
import dev.tiller.core.conversation.LaunchState;
import dev.tiller.core.conversation.Run;
import dev.tiller.core.conversation.RunPhase;
import dev.tiller.core.conversation.Samples;
import dev.tiller.core.decide.CardAction.Where;
import dev.tiller.core.text.Language;
import dev.tiller.core.text.Texts;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/// What a card offers, for each state of its run and agent. What is not named is absent.
class CardActionTest {

  private static final int MOST_BUTTONS = 6;
  private static final int MOST_BEHIND_THE_MENU = 5;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          asked for        | STOP FOLLOW_UP SWITCH                         | REQUEST_ID
          at work          | STOP FOLLOW_UP OPEN SWITCH                    | DELETE REQUEST_ID
          at work, queued  | STOP FOLLOW_UP OPEN                           | DELETE REQUEST_ID
          being stopped    | OPEN                                          | DELETE REQUEST_ID
          unsure           | SEND_AGAIN OPEN DISMISS                       | REQUEST_ID
          unsure, retried  | OPEN DISMISS                                  | REQUEST_ID
          pull request     | PULL_REQUEST CHANGES FOLLOW_UP ARTIFACTS OPEN | RELAUNCH ARCHIVE DELETE REQUEST_ID FEEDBACK
          nothing changed  | FOLLOW_UP OPEN SWITCH                         | RELAUNCH ARCHIVE DELETE REQUEST_ID FEEDBACK
          plan ready       | CARRY_OUT FOLLOW_UP OPEN                      | RELAUNCH ARCHIVE DELETE REQUEST_ID FEEDBACK
          stopped          | FOLLOW_UP OPEN SWITCH                         | RELAUNCH ARCHIVE DELETE REQUEST_ID FEEDBACK
          failed           | RETRY OPEN SWITCH                             | RELAUNCH ARCHIVE DELETE REQUEST_ID FEEDBACK
          failed, retried  | OPEN                                          | RELAUNCH ARCHIVE DELETE REQUEST_ID FEEDBACK
          failed, switched | OPEN                                          | RELAUNCH ARCHIVE DELETE REQUEST_ID FEEDBACK
          did not start    | RETRY SWITCH                                  | RELAUNCH REQUEST_ID FEEDBACK
          archived         | PULL_REQUEST CHANGES UNARCHIVE ARTIFACTS OPEN | RELAUNCH DELETE REQUEST_ID FEEDBACK
          deleted          | PULL_REQUEST CHANGES                          | RELAUNCH REQUEST_ID FEEDBACK
          gone             | PULL_REQUEST CHANGES OPEN                     | RELAUNCH REQUEST_ID FEEDBACK
          """)
  void aCardOffersWhatIsPossibleNow(String state, String buttons, String more) {
    var agent = agent(state);
    var run = agent.firstRun();

    assertThat(actions(Where.BUTTON, agent, run)).isEqualTo(buttons);
    assertThat(actions(Where.MORE, agent, run)).isEqualTo(more);
    assertThat(RunButtons.of(agent, run)).hasSizeLessThanOrEqualTo(MOST_BUTTONS);
    assertThat(RunButtons.more(agent, run)).hasSizeLessThanOrEqualTo(MOST_BEHIND_THE_MENU);
  }

  @ParameterizedTest
  @MethodSource("languages")
  void everyPlatformShowsTheWordsOfTheButtonsWhole(Language language) {
    var labels =
        Texts.in(
            language, () -> Arrays.stream(CardAction.values()).map(CardAction::label).toList());

    assertThat(labels).allMatch(label -> label.length() <= 40).doesNotHaveDuplicates();
  }

  static Stream<Language> languages() {
    return Arrays.stream(Language.values());
  }

  @ParameterizedTest
  @CsvSource({"SUGGESTED", "WAITING", "HELD"})
  void aRunThatWaitsHasNothingBehindAMenu(RunPhase phase) {
    var agent = Samples.running();
    var waiting = Samples.followUp(agent, phase);

    assertThat(RunButtons.more(agent.plus(waiting), waiting)).isEmpty();
    assertThat(RunButtons.of(agent.plus(waiting), waiting))
        .isNotEmpty()
        .hasSizeLessThanOrEqualTo(MOST_BUTTONS);
  }

  private static String actions(Where where, Agent agent, Run run) {
    return Arrays.stream(CardAction.values())
        .filter(action -> action.where(agent, run) == where)
        .map(CardAction::name)
        .collect(Collectors.joining(" "));
  }

  private static Agent agent(String state) {
    return switch (state) {
      case "asked for" -> Samples.requested();
      case "at work" -> Samples.running();
      case "at work, queued" ->
          Samples.running().plus(Samples.followUp(Samples.running(), RunPhase.WAITING));
      case "being stopped" -> changed(Samples.running(), run -> run.stopAsked(ANN));
      case "unsure" -> changed(Samples.running(), run -> run.withPhase(RunPhase.UNCERTAIN));
      case "unsure, retried" ->
          changed(Samples.running(), run -> run.withPhase(RunPhase.UNCERTAIN).wasRetried());
      case "pull request" -> withFiles();
      case "nothing changed" -> ended(Ending.How.FINISHED);
      case "plan ready" -> planned();
      case "stopped" -> ended(Ending.How.STOPPED);
      case "failed" -> ended(Ending.How.FAILED);
      case "failed, retried" -> changed(ended(Ending.How.FAILED), Run::wasRetried);
      case "failed, switched" ->
          ended(Ending.How.FAILED).moved(Repository.parse("acme/api").orElseThrow());
      case "did not start" ->
          changed(
              Samples.requested().withState(LaunchState.REFUSED),
              run -> run.ended(Ending.because(Ending.How.REFUSED, NOON, "No.")));
      case "archived" -> withFiles().withState(LaunchState.ARCHIVED);
      case "deleted" -> withFiles().withState(LaunchState.DELETED);
      case "gone" -> withFiles().gone();
      default -> throw new IllegalArgumentException(state);
    };
  }

  private static Agent changed(Agent agent, UnaryOperator<Run> change) {
    return agent.withRun(agent.firstRun().id(), change);
  }

  private static Agent ended(Ending.How how) {
    return changed(Samples.running(), run -> run.ended(Ending.because(how, NOON, "So it was.")));
  }

  private static Agent planned() {
    var options = new LaunchOptions(Optional.empty(), List.of(), true, false, Optional.empty());
    return changed(
        Samples.running(options),
        run -> run.ended(Ending.because(Ending.How.FINISHED, NOON, "The plan.")));
  }

  private static Agent withFiles() {
    var plain = Samples.success();
    var ending =
        new Ending(
            plain.how(),
            plain.at(),
            plain.cause(),
            plain.summary(),
            plain.branch(),
            plain.pullRequest(),
            plain.took(),
            plain.spent(),
            2);
    return changed(Samples.running(), run -> run.ended(ending));
  }
}
