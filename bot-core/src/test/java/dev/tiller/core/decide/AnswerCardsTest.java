package dev.tiller.core.decide;

import static dev.tiller.core.conversation.Samples.ANN;
import static dev.tiller.core.conversation.Samples.BEN;
import static dev.tiller.core.conversation.Samples.NOON;
import static dev.tiller.core.conversation.Samples.WEB;
import static dev.tiller.core.conversation.Samples.thread;
import static dev.tiller.core.decide.Answering.card;
import static dev.tiller.core.decide.Answering.found;
import static dev.tiller.core.decide.Answering.labels;
import static dev.tiller.core.decide.Answering.question;
import static dev.tiller.core.decide.Answering.record;
import static dev.tiller.core.decide.Answering.report;
import static dev.tiller.core.decide.Deciding.RULES;
import static dev.tiller.core.decide.Deciding.asked;
import static dev.tiller.core.decide.Deciding.noon;
import static dev.tiller.core.decide.Deciding.only;
import static dev.tiller.core.decide.Deciding.said;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tiller.core.agents.Account.KeyOwner;
import dev.tiller.core.agents.Account.Model;
import dev.tiller.core.agents.AgentRecord.Standing;
import dev.tiller.core.agents.AgentRecords.Author;
import dev.tiller.core.agents.AgentRecords.Message;
import dev.tiller.core.agents.Repository;
import dev.tiller.core.agents.RunId;
import dev.tiller.core.agents.RunState;
import dev.tiller.core.agents.Usage;
import dev.tiller.core.chat.Card;
import dev.tiller.core.chat.ChatThread;
import dev.tiller.core.chat.Person;
import dev.tiller.core.chat.Platform;
import dev.tiller.core.command.Topic;
import dev.tiller.core.conversation.Agent;
import dev.tiller.core.conversation.AgentLine;
import dev.tiller.core.conversation.AgentRequest;
import dev.tiller.core.conversation.Question;
import dev.tiller.core.conversation.Question.Stage;
import dev.tiller.core.conversation.RunPhase;
import dev.tiller.core.conversation.Samples;
import dev.tiller.core.conversation.Spent;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What answers show.
class AnswerCardsTest {

  @Test
  void statusTellsWhatWeKnowAndWhatTheServiceSays() {
    var running = Samples.running();
    var step =
        running.withRun(running.firstRun().id(), run -> run.withProgress(Optional.of("Reading")));
    var agent = step.plus(Samples.followUp(step, RunPhase.WAITING));
    var looked =
        new Found.Looked(
            record(Standing.AT_WORK), Optional.empty(), Optional.of(report(RunState.RUNNING)));

    var decision = found(thread(agent), Topic.STATUS, looked);

    assertThat(said(decision))
        .contains("#1 · Agent at work", "acme/web", "cursor/fix", "Reading", "also add tests")
        .contains("In Cursor: at work", "Asked Cursor at");
    assertThat(labels(decision)).contains("Stop", "Open in Cursor");
    assertThat(asked(decision).stage()).isEqualTo(Stage.CLOSED);
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

    assertThat(said(decision)).contains("Folded: 3,799 more characters").hasSizeLessThan(1500);
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
        new AgentLine(new ChatThread(Platform.SLACK, "T1", "C2", "9"), Samples.running());
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

  private static Found.Listed listed(String channel, Person owner, Agent agent) {
    var its = agent.request();
    var owned =
        agent.asked(
            new AgentRequest(
                owner,
                its.repository(),
                its.branch(),
                its.model(),
                its.createPullRequest(),
                its.options(),
                its.sources()));
    var thread = new ChatThread(Platform.SLACK, "T1", channel, "9");
    return new Found.Listed(new AgentLine(thread, owned), Optional.empty());
  }

  /// Whose task is told where. The channel that is asked in is C1.
  @ParameterizedTest
  @CsvSource({
    "C1, mine,   shared, yes",
    "C1, others, shared, yes",
    "C2, mine,   shared, no",
    "C2, others, shared, no",
    "C1, others, direct, yes",
    "C2, mine,   direct, yes",
    "C2, others, direct, no"
  })
  void tasksAreToldWhereTheyMayBeRead(String channel, String whose, String place, String told) {
    var owner = whose.equals("mine") ? ANN : BEN;
    var here = thread(Samples.finished());
    var asked = question(here, Topic.LIST_ALL, 0, "");
    var question =
        new Question(
            asked.id(),
            asked.topic(),
            ANN,
            place.equals("direct"),
            Optional.empty(),
            "",
            0,
            Stage.ASKED,
            NOON);

    var agents = new Found.Agents(List.of(listed(channel, owner, Samples.finished())), false);
    var card = card(OnAnswer.found(here, question, agents, RULES, noon()));

    assertThat(card.body().toPlain().contains("fix the login bug")).isEqualTo(told.equals("yes"));
    assertThat(card.body().toPlain().contains("Ben")).isEqualTo(owner.equals(BEN));
  }

  @Test
  void listsSayWhatWaitsInWhichPlaceAndSinceWhen() {
    var running = Samples.running();
    var busy = running.plus(Samples.followUp(running, RunPhase.WAITING));
    var here = thread(busy);

    var agents = new Found.Agents(List.of(listed("C1", ANN, busy)), false);
    var question = question(here, Topic.LIST, 0, "waiting");
    var card = card(OnAnswer.found(here, question, agents, RULES, noon()));

    assertThat(card.title()).isEqualTo("Your latest agents: with something waiting");
    assertThat(card.body().toPlain().lines())
        .anyMatch(line -> line.contains("at work") && line.contains("Nov 20, 2026, 12:00"))
        .anyMatch(line -> line.contains("next") && line.contains("also add tests"));
    assertThat(card.body().toString()).contains("moment=Optional[" + NOON + "]");
  }

  @ParameterizedTest
  @CsvSource({
    "LIST, '', You have not started any agent yet",
    "LIST_HERE, '', Nobody has started an agent in this channel",
    "LIST_ALL, '', There is no agent yet that you may see",
    "LIST_ALL, running, No agent of this list is at work"
  })
  void anEmptyListSaysSo(Topic topic, String filter, String says) {
    var here = thread();

    var decision =
        OnAnswer.found(
            here,
            question(here, topic, 0, filter),
            new Found.Agents(List.of(), false),
            RULES,
            noon());

    assertThat(said(decision)).contains(says);
  }

  @Test
  void aRunTellsWhatItHasUsedOnItsCard() {
    var agent = Samples.finished();

    var told = OnUsage.told(thread(agent), agent.firstRun().id(), new Spent(950, Optional.of(0.4)));

    assertThat(RunCards.card(only(told), only(told).firstRun()).fallback())
        .contains("Used: 950 tokens · less than $0.01");
  }
}
