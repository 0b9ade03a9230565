package dev.tiller.core.decide;

import static dev.tiller.core.conversation.Samples.ANN;
import static dev.tiller.core.conversation.Samples.NOON;
import static dev.tiller.core.conversation.Samples.PAGE;
import static dev.tiller.core.conversation.Samples.WEB;
import static dev.tiller.core.conversation.Samples.thread;
import static dev.tiller.core.decide.Deciding.RULES;
import static dev.tiller.core.decide.Deciding.asked;
import static dev.tiller.core.decide.Deciding.noon;
import static dev.tiller.core.decide.Deciding.only;
import static dev.tiller.core.decide.Deciding.said;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tiller.core.agents.Account.KeyOwner;
import dev.tiller.core.agents.Account.Model;
import dev.tiller.core.agents.AgentId;
import dev.tiller.core.agents.AgentRecord;
import dev.tiller.core.agents.AgentRecord.Standing;
import dev.tiller.core.agents.AgentRecords.Author;
import dev.tiller.core.agents.AgentRecords.Message;
import dev.tiller.core.agents.CloudAgentsException.Reason;
import dev.tiller.core.agents.CloudAgentsException.Refused;
import dev.tiller.core.agents.Repository;
import dev.tiller.core.agents.RunId;
import dev.tiller.core.agents.RunReport;
import dev.tiller.core.agents.RunState;
import dev.tiller.core.agents.Usage;
import dev.tiller.core.chat.Button;
import dev.tiller.core.chat.Card;
import dev.tiller.core.command.Topic;
import dev.tiller.core.conversation.Agent;
import dev.tiller.core.conversation.AgentLine;
import dev.tiller.core.conversation.Conversation;
import dev.tiller.core.conversation.LaunchState;
import dev.tiller.core.conversation.Question;
import dev.tiller.core.conversation.Question.Stage;
import dev.tiller.core.conversation.RunPhase;
import dev.tiller.core.conversation.Samples;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What is said, and changes, when an answer has been found, or has not.
class OnAnswerTest {

  private static Question question(Conversation conversation, Topic topic, int page) {
    return question(conversation, topic, page, "");
  }

  private static Question question(
      Conversation conversation, Topic topic, int page, String filter) {
    return new Question(
        UUID.randomUUID(),
        topic,
        ANN,
        false,
        conversation.agents().stream().map(Agent::id).findFirst(),
        filter,
        page,
        Stage.ASKED,
        NOON);
  }

  private static Decision found(Conversation conversation, Topic topic, int page, Found found) {
    return OnAnswer.found(conversation, question(conversation, topic, page), found, RULES, noon());
  }

  private static Decision found(Conversation conversation, Topic topic, Found found) {
    return found(conversation, topic, 0, found);
  }

  private static Card card(Decision decision) {
    return decision.effects().stream()
        .filter(Effect.Say.class::isInstance)
        .map(effect -> ((Effect.Say) effect).post())
        .filter(Card.class::isInstance)
        .map(Card.class::cast)
        .findFirst()
        .orElseThrow();
  }

  private static List<String> labels(Decision decision) {
    return card(decision).buttons().stream().map(Button::label).toList();
  }

  private static AgentRecord record(Standing standing) {
    return new AgentRecord(
        new AgentId("bc-1"),
        Optional.empty(),
        standing,
        "WEIRD",
        PAGE,
        List.of(WEB),
        Optional.empty(),
        Optional.empty());
  }

  private static RunReport report(RunState state) {
    return new RunReport(
        state,
        state.name(),
        Optional.of("Done."),
        List.of(new RunReport.Change(WEB, Optional.of("cursor/fix"), Optional.empty())),
        Optional.empty(),
        Optional.of(Duration.ofSeconds(9)),
        NOON);
  }

  @Test
  void statusTellsWhatWeKnowAndWhatTheServiceSays() {
    var running = Samples.running();
    var step =
        running.withRun(running.firstRun().id(), run -> run.withProgress(Optional.of("Reading")));
    var agent = step.plus(Samples.followUp(step, RunPhase.WAITING));
    var looked = new Found.Looked(record(Standing.AT_WORK), Optional.of(report(RunState.RUNNING)));

    var decision = found(thread(agent), Topic.STATUS, looked);

    assertThat(said(decision))
        .contains("Agent 1: at work", "acme/web", "cursor/fix", "Reading", "also add tests")
        .contains("In Cursor: at work", "Asked Cursor at");
    assertThat(labels(decision)).contains("Stop", "Open in Cursor");
    assertThat(asked(decision).stage()).isEqualTo(Stage.CLOSED);
  }

  @Test
  void aFreshLookThatFindsTheEndEndsTheRun() {
    var looked = new Found.Looked(record(Standing.IDLE), Optional.of(report(RunState.FINISHED)));

    var decision = found(thread(Samples.running()), Topic.STATUS, looked);

    assertThat(only(decision).firstRun().phase()).isEqualTo(RunPhase.ENDED);
    assertThat(card(decision).title()).contains("finished");
  }

  @Test
  void statusLearnsWhetherTheAgentIsPutAway() {
    var looked = new Found.Looked(record(Standing.ARCHIVED), Optional.empty());
    var back = new Found.Looked(record(Standing.IDLE), Optional.empty());

    var archived = found(thread(Samples.finished()), Topic.STATUS, looked);
    var returned = found(archived.after(), Topic.STATUS, back);

    assertThat(only(archived).state()).isEqualTo(LaunchState.ARCHIVED);
    assertThat(labels(archived)).contains("Unarchive");
    assertThat(only(returned).state()).isEqualTo(LaunchState.LAUNCHED);
    var v0 = Deciding.rules(Rules.Steering.OWNER, false);
    var conversation = thread(Samples.finished());
    assertThat(
            only(OnAnswer.found(
                    conversation, question(conversation, Topic.STATUS, 0), looked, v0, noon()))
                .state())
        .isEqualTo(LaunchState.LAUNCHED);
  }

  @Test
  void aLateStatusIsWhatWasKnownBefore() {
    var conversation = thread(Samples.finished());

    var decision =
        OnAnswer.late(conversation, question(conversation, Topic.STATUS, 0), RULES, noon());

    assertThat(said(decision)).contains("pull request ready", "did not answer");
  }

  @ParameterizedTest
  @EnumSource(Topic.class)
  void everyQuestionIsAnsweredWhenTheServiceIsNot(Topic topic) {
    var conversation = thread(Samples.finished());
    var question = question(conversation, topic, 0);

    var decision = OnAnswer.late(conversation, question, RULES, noon());

    assertThat(said(decision)).containsPattern("answer|told");
    assertThat(asked(decision).stage()).isEqualTo(Stage.CLOSED);
    assertThat(decision.after()).isEqualTo(conversation);
  }

  @ParameterizedTest
  @EnumSource(Topic.class)
  void aRefusalIsToldWithItsCause(Topic topic) {
    var conversation = thread(Samples.finished());
    var refused = new Refused(Reason.KEY, "unauthorized", "");

    var decision = OnAnswer.refused(conversation, question(conversation, topic, 0), refused);

    assertThat(said(decision)).contains("API key");
  }

  @Test
  void theConversationIsPagedFromItsEnd() {
    var messages =
        IntStream.rangeClosed(1, 14)
            .mapToObj(i ->
                i == 1
                    ? new Message(Author.PERSON, "fix the login bug")
                    : new Message(Author.AGENT, "message-" + i + "."))
            .toList();
    var conversation = thread(Samples.finished());

    var newest = found(conversation, Topic.CONVERSATION, 0, new Found.Said(messages));
    var oldest = found(conversation, Topic.CONVERSATION, 2, new Found.Said(messages));

    assertThat(said(newest)).contains("message-14.", "message-9.", "Messages 9 to 14 of 14");
    assertThat(said(newest)).doesNotContain("message-8.");
    assertThat(labels(newest)).containsExactly("Older", "Open in Cursor");
    assertThat(said(oldest)).contains("Ann", "> fix the login bug", "message-2.");
    assertThat(labels(oldest)).containsExactly("Newer", "Open in Cursor");
    assertThat(card(found(conversation, Topic.CONVERSATION, 99, new Found.Said(messages))))
        .extracting(Card::footnote)
        .isEqualTo(card(oldest).footnote());
  }

  @Test
  void aLongMessageIsFolded() {
    var said = new Found.Said(List.of(new Message(Author.AGENT, "word ".repeat(1000))));

    var decision = found(thread(Samples.finished()), Topic.CONVERSATION, said);

    assertThat(said(decision)).contains("Folded: 3799 more characters").hasSizeLessThan(1500);
  }

  @Test
  void anEmptyConversationIsSaidToBeEmpty() {
    var decision = found(thread(Samples.finished()), Topic.CONVERSATION, new Found.Said(List.of()));

    assertThat(said(decision)).contains("Nothing was said yet");
  }

  @Test
  void usageTellsTokensAndCost() {
    var tokens = new Usage.Tokens(30_000, 8_000, 1_000, 2_234, 41_234);
    var cost = Optional.of(new Usage.Cost(50, 37.2));
    var usage = new Usage(tokens, List.of(new Usage.OfRun(new RunId("run-1"), tokens, cost)), cost);

    assertThat(said(found(thread(Samples.finished()), Topic.USAGE, new Found.Used(usage))))
        .contains("Agent 1 has used 41k tokens · $0.37", "30k in, 8k out");
    assertThat(OnUsage.of(Samples.finished().firstRun(), usage))
        .hasValueSatisfying(spent -> assertThat(Words.spent(spent)).contains("41k", "$0.37"));
  }

  @Test
  void usageOfZeroIsNotKnownYet() {
    var none = new Usage.Tokens(0, 0, 0, 0, 0);
    var usage =
        new Usage(
            none,
            List.of(new Usage.OfRun(new RunId("run-1"), none, Optional.empty())),
            Optional.empty());

    assertThat(OnUsage.of(Samples.finished().firstRun(), usage)).isEmpty();
  }

  @Test
  void modelsAndRepositoriesAreFilteredAndPaged() {
    var models =
        List.of(
            new Model("opus-5", "Opus 5", Optional.empty(), List.of("opus")),
            new Model("gpt-6", "GPT 6", Optional.empty(), List.of()));
    var conversation = thread();
    var filtered =
        OnAnswer.found(
            conversation,
            question(conversation, Topic.MODELS, 0, "opus"),
            new Found.Models(models),
            RULES,
            noon());
    var repositories =
        IntStream.range(0, 30)
            .mapToObj(i -> Repository.parse("acme/repo" + (10 + i)).orElseThrow())
            .toList();
    var second =
        found(
            conversation,
            Topic.REPOSITORIES,
            1,
            new Found.Repositories(repositories, NOON.minusSeconds(300)));

    assertThat(said(filtered)).contains("opus-5", "also opus").doesNotContain("gpt-6");
    assertThat(said(second)).contains("acme/repo22", "13 to 24 of 30", "5 min ago");
    assertThat(labels(second)).containsExactly("Previous", "Next");
  }

  @Test
  void aFilterThatFitsNothingSaysSo() {
    var conversation = thread();

    var decision =
        OnAnswer.found(
            conversation,
            question(conversation, Topic.REPOSITORIES, 0, "page"),
            new Found.Repositories(List.of(WEB), NOON),
            RULES,
            noon());

    assertThat(said(decision)).contains("no repositories with “page”", "write -- before it");
  }

  @Test
  void whoamiTellsTheKeysNameAndWhoMaySteer() {
    var owner =
        new KeyOwner("Acme bot", Optional.of(NOON), Optional.of("a@b.example"), Optional.empty());

    var decision = found(thread(Samples.finished()), Topic.WHO_AM_I, new Found.Owner(owner, "v1"));

    assertThat(said(decision))
        .contains("Ann, U1 on Slack", "agent 1 of this thread", "Acme bot", "a@b.example", "v1");
  }

  @Test
  void listsLinkToThreadsAndKeepTasksFromElsewhereToThemselves() {
    var agent = Samples.finished();
    var here = thread(agent);
    var elsewhere =
        new AgentLine(
            new dev.tiller.core.chat.ChatThread(
                dev.tiller.core.chat.Platform.SLACK, "T1", "C2", "9"),
            Samples.running());
    var link = Optional.of(URI.create("https://slack.example/t"));
    var agents =
        List.of(
            new Found.Listed(new AgentLine(here.address().thread(), agent), link),
            new Found.Listed(elsewhere, Optional.empty()));

    var decision = found(here, Topic.LIST, new Found.Agents(agents, true));

    assertThat(card(decision).body().toPlain().lines())
        .anyMatch(line -> line.contains("fix the login bug") && line.contains("open thread"))
        .anyMatch(line -> line.contains("at work") && !line.contains("fix the login bug"));
    assertThat(card(decision).body().toString()).contains("https://slack.example/t");
    assertThat(labels(decision)).containsExactly("Older");
    assertThat(said(decision)).contains("direct message only");
  }

  @Test
  void whatIsArchivedComesBack() {
    var archived = found(thread(Samples.finished()), Topic.ARCHIVE, new Found.Done());
    var back = found(archived.after(), Topic.UNARCHIVE, new Found.Done());

    assertThat(only(archived).state()).isEqualTo(LaunchState.ARCHIVED);
    assertThat(said(archived)).contains("is archived");
    assertThat(Deciding.buttons(only(archived), only(archived).firstRun()))
        .contains("Unarchive")
        .doesNotContain("Add follow-up");
    assertThat(only(back).state()).isEqualTo(LaunchState.LAUNCHED);
  }

  @Test
  void whatIsDeletedEndsItsRunsAndLosesItsButtons() {
    var running = Samples.running();
    var agent = running.plus(Samples.followUp(running, RunPhase.WAITING));

    var decision = found(thread(agent), Topic.DELETE, new Found.Done());

    assertThat(only(decision).state()).isEqualTo(LaunchState.DELETED);
    assertThat(only(decision).runs()).allMatch(run -> run.phase() == RunPhase.ENDED);
    assertThat(decision.effects().toString()).contains("Agent 1 is deleted");
    assertThat(Deciding.kinds(decision)).doesNotContain(Effect.Prompt.class);
    var finished = Samples.finished().withState(LaunchState.DELETED);
    assertThat(Deciding.buttons(finished, finished.firstRun()))
        .containsExactly("View pull request", "View changes");
  }

  @Test
  void anAgentThatIsGoneCountsAsDeletedOnlyWhenThatWasWanted() {
    var conversation = thread(Samples.finished());

    var deleted = OnAnswer.gone(conversation, question(conversation, Topic.DELETE, 0), noon());
    var asked = OnAnswer.gone(conversation, question(conversation, Topic.USAGE, 0), noon());

    assertThat(only(deleted).state()).isEqualTo(LaunchState.DELETED);
    assertThat(only(asked).state()).isEqualTo(LaunchState.GONE);
    assertThat(said(asked)).contains("does not have agent 1");
  }

  @Test
  void whatTheVersionLacksIsToldWithTheSettingThatHasIt() {
    var conversation = thread(Samples.finished());

    assertThat(said(found(conversation, Topic.ARCHIVE, new Found.Unsupported("v0"))))
        .contains("v0", "CURSOR_API=v1");
    assertThat(said(found(conversation, Topic.USAGE, new Found.Unsupported("v0"))))
        .contains("CURSOR_API=v1");
  }

  @Test
  void aDeletedAgentIsNotRevivedByALateReport() {
    var deleted = Samples.running().withState(LaunchState.DELETED);

    var decision =
        OnReport.unasked(
            thread(deleted), deleted.id(), new AgentId("bc-1"), report(RunState.RUNNING), RULES);

    assertThat(only(decision).state()).isEqualTo(LaunchState.DELETED);
  }

  @Test
  void aRunTellsWhatItHasUsedOnItsCard() {
    var agent = Samples.finished();

    var told =
        OnUsage.told(
            thread(agent),
            agent.firstRun().id(),
            new dev.tiller.core.conversation.Spent(950, Optional.of(0.4)));

    assertThat(RunCards.card(only(told), only(told).firstRun()).fallback())
        .contains("Used: 950 tokens · less than $0.01");
  }
}
