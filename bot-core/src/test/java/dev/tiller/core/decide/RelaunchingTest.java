package dev.tiller.core.decide;

import static dev.tiller.core.conversation.Samples.ANN;
import static dev.tiller.core.conversation.Samples.BEN;
import static dev.tiller.core.conversation.Samples.WEB;
import static dev.tiller.core.conversation.Samples.thread;
import static dev.tiller.core.decide.Deciding.audited;
import static dev.tiller.core.decide.Deciding.background;
import static dev.tiller.core.decide.Deciding.kinds;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tiller.core.agents.Account.Model;
import dev.tiller.core.agents.LaunchOptions;
import dev.tiller.core.agents.Repository;
import dev.tiller.core.chat.Ask.Answer;
import dev.tiller.core.chat.Choice;
import dev.tiller.core.chat.Form;
import dev.tiller.core.chat.FormSubmission;
import dev.tiller.core.chat.Person;
import dev.tiller.core.conversation.Agent;
import dev.tiller.core.conversation.AgentRequest;
import dev.tiller.core.conversation.Conversation;
import dev.tiller.core.conversation.Run;
import dev.tiller.core.conversation.Samples;
import dev.tiller.core.routing.Known;
import dev.tiller.core.routing.Source;
import dev.tiller.core.settings.Preferences;
import dev.tiller.core.settings.Steering;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RelaunchingTest {

  private static final Repository API = Repository.parse("acme/api").orElseThrow();
  private static final Known KNOWN =
      Known.of(List.of(WEB, API), List.of(new Model("opus", "Opus", Optional.empty(), List.of())));

  private static Run run(Conversation conversation) {
    return conversation.agents().getFirst().firstRun();
  }

  private static Answer opens(Conversation conversation, Person actor) {
    return Deciding.opens(conversation, actor, Verbs.RELAUNCH, run(conversation), KNOWN);
  }

  /// The form as it was opened, with these fields changed.
  private static Decision sends(
      Conversation conversation, Person actor, Map<String, String> changes) {
    var values = new HashMap<String, String>();
    if (opens(conversation, ANN) instanceof Answer.Open(var form)) {
      form.fields().forEach(field -> initial(field).ifPresent(it -> values.put(field.name(), it)));
    }
    values.putAll(changes);
    values.values().removeIf(String::isEmpty);
    var key = Verbs.on(Verbs.RELAUNCH, run(conversation).id());
    return Deciding.submits(
        conversation,
        run(conversation),
        new FormSubmission(conversation.address(), actor, key, "n1", values),
        background(Deciding.RULES, KNOWN, Preferences.NONE));
  }

  private static Optional<String> initial(Form.Field field) {
    return switch (field) {
      case Form.TextField text -> Optional.of(text.initial());
      case Form.ChoiceField choice -> choice.initial().map(Choice::value);
    };
  }

  private static Agent another(Decision decision) {
    assertThat(decision.after().agents()).hasSize(2);
    return decision.after().agents().getLast();
  }

  @Test
  void theFormHoldsTheRequestAsItWas() {
    var answer = opens(thread(Samples.finished()), ANN);

    assertThat(answer).isInstanceOf(Answer.Open.class);
    var fields = ((Answer.Open) answer).form().fields();
    assertThat(fields)
        .extracting(Form.Field::name)
        .containsExactly("task", "repository", "branch", "model", "autopr");
    assertThat(fields.stream().flatMap(field -> initial(field).stream()))
        .containsExactly("fix the login bug", "acme/web", "", "yes");
  }

  @Test
  void whatIsSentUnchangedIsTheSameRequestForWhoeverSendsIt() {
    var conversation = thread(Samples.finished());

    var decision = sends(conversation, ANN, Map.of());

    var again = another(decision);
    assertThat(again.request()).isEqualTo(Samples.request());
    assertThat(again.firstRun().prompt()).isEqualTo("fix the login bug");
    assertThat(again.number()).isEqualTo(2);
    assertThat(decision.after().agents().getFirst()).isEqualTo(conversation.agents().getFirst());
    assertThat(kinds(decision)).contains(Effect.Launch.class);
    assertThat(audited(decision)).containsExactly("relaunch by owner");
  }

  @Test
  void whatIsChangedIsSaidToBeChanged() {
    var decision =
        sends(
            thread(Samples.finished()),
            ANN,
            Map.of(
                "task", "fix the logout bug, in web",
                "repository", "acme/api",
                "branch", "dev",
                "model", "opus",
                "autopr", "no"));

    var request = another(decision).request();
    assertThat(request.repository()).isEqualTo(API);
    assertThat(request.branch()).contains("dev");
    assertThat(request.model()).contains("opus");
    assertThat(request.createPullRequest()).isFalse();
    assertThat(another(decision).firstRun().prompt()).isEqualTo("fix the logout bug, in web");
    assertThat(request.sources().repository())
        .isEqualTo(new Source(Source.Kind.CHOSEN, "changed at relaunch"));
  }

  @Test
  void theNewAgentBelongsToWhoSendsTheForm() {
    var conversation = thread(Samples.finished());
    var form =
        new FormSubmission(
            conversation.address(),
            BEN,
            Verbs.on(Verbs.RELAUNCH, run(conversation).id()),
            "n1",
            Map.of("task", "again", "repository", "acme/web"));
    var team = Deciding.rules(Steering.team(), true);
    var around = Deciding.surroundings(conversation, BEN);

    var decision =
        RunForms.submitted(
            new Submitted(
                conversation,
                run(conversation).id(),
                form,
                new Surroundings(
                    around.background(),
                    around.settings(),
                    around.preferences(),
                    team,
                    around.moment())));

    assertThat(another(decision).request().owner()).isEqualTo(BEN);
  }

  @Test
  void aStrangerIsRefusedWhenOpeningAndWhenSending() {
    var conversation = thread(Samples.finished());

    assertThat(opens(conversation, BEN)).isInstanceOf(Answer.Refuse.class);
    var decision = sends(conversation, BEN, Map.of());
    assertThat(decision.after()).isEqualTo(conversation);
    assertThat(decision.note().orElseThrow()).contains("Only Ann");
  }

  @Test
  void whatHasNotEndedIsNotRelaunched() {
    var conversation = thread(Samples.running());

    assertThat(opens(conversation, ANN)).isInstanceOf(Answer.Refuse.class);
    assertThat(sends(conversation, ANN, Map.of("task", "x", "repository", "acme/web")).effects())
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "task       |              | Say what the agent should do.",
        "repository | two words    | I know no such repository.",
        "branch     | a..b         | no name of a branch",
        "model      | opsu         | I know no model called opsu.",
      })
  void whatCannotBeIsSaidAndNothingStarts(String field, String value, String why) {
    var conversation = thread(Samples.finished());

    var decision = sends(conversation, ANN, Map.of(field, value == null ? "" : value));

    assertThat(decision.after()).isEqualTo(conversation);
    assertThat(decision.effects()).isEmpty();
    assertThat(decision.note().orElseThrow()).contains(why).contains("Nothing was started.");
  }

  @Test
  void whatIsLeftEmptyIsLeftToTheServiceWhateverTheTaskSays() {
    var decision =
        sends(thread(Samples.finished()), ANN, Map.of("task", "on branch dev, fix it with opus"));

    assertThat(another(decision).request().branch()).isEmpty();
    assertThat(another(decision).request().model()).isEmpty();
  }

  @Test
  void aTaskThatIsTooLongForTheFieldIsNotCutUnlessItIsChanged() {
    var prompt = "fix it ".repeat(1000).strip();
    var finished = Samples.finished();
    var first = finished.firstRun();
    var lengthy =
        finished.withRuns(
            List.of(
                Run.asked(first.id(), 1, ANN, Optional.empty(), prompt, first.phase(), Samples.NOON)
                    .ended(Samples.success())));

    assertThat(another(sends(thread(lengthy), ANN, Map.of())).firstRun().prompt())
        .isEqualTo(prompt);
    assertThat(another(sends(thread(lengthy), ANN, Map.of("task", "less"))).firstRun().prompt())
        .isEqualTo("less");
  }

  @Test
  void aPullRequestThatWasWorkedOnStaysWithItsRepository() {
    var page = URI.create("https://github.com/acme/web/pull/7");
    var options = new LaunchOptions(Optional.of(page), List.of(API), false, true, Optional.empty());
    var plain = Samples.request();
    var request =
        new AgentRequest(
            plain.owner(),
            plain.repository(),
            plain.branch(),
            plain.model(),
            true,
            options,
            plain.sources());
    var conversation = thread(Samples.finished().asked(request));

    assertThat(another(sends(conversation, ANN, Map.of())).request().options()).isEqualTo(options);
    var elsewhere = another(sends(conversation, ANN, Map.of("repository", "acme/api")));
    assertThat(elsewhere.request().options()).isEqualTo(LaunchOptions.NONE);
  }

  @Test
  void whoMaySteerFindsRepositoriesInTheForm() {
    var conversation = thread(Samples.finished());
    var run = run(conversation).id();

    assertThat(Deciding.searches(conversation, ANN, Verbs.RELAUNCH, run, KNOWN, "ap")).hasSize(1);
    assertThat(Deciding.searches(conversation, BEN, Verbs.RELAUNCH, run, KNOWN, "ap")).isEmpty();
  }
}
