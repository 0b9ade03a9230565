package dev.tiller.core.decide;

import static dev.tiller.core.conversation.Samples.ANN;
import static dev.tiller.core.conversation.Samples.BEN;
import static dev.tiller.core.conversation.Samples.thread;
import static dev.tiller.core.decide.Deciding.noon;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tiller.core.chat.Action;
import dev.tiller.core.chat.Addressing;
import dev.tiller.core.chat.Addressing.Mentioned;
import dev.tiller.core.chat.Ask.Answer;
import dev.tiller.core.chat.FormSubmission;
import dev.tiller.core.chat.InboundMessage;
import dev.tiller.core.chat.Person;
import dev.tiller.core.chat.Place;
import dev.tiller.core.command.Grammar;
import dev.tiller.core.conversation.Agent;
import dev.tiller.core.conversation.Conversation;
import dev.tiller.core.conversation.Ending;
import dev.tiller.core.conversation.Run;
import dev.tiller.core.conversation.RunPhase;
import dev.tiller.core.conversation.Samples;
import dev.tiller.core.settings.Preferences;
import dev.tiller.core.settings.Steering;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Who may do what, on every way there is to do it. Ann owns the agent, Ben is on the list, Cem is
/// on the team, Dora is an outsider.
class AuthorityTest {

  private static final Person CEM = new Person("U3", "U3", "Cem");
  private static final Person DORA = new Person("U4", "U4", "Dora");
  private static final Person EVE = new Person("U5", "U5", "Eve");

  private static Rules rules(String steering) {
    return Deciding.rules(
        switch (steering) {
          case "owner" -> Steering.owner();
          case "team" -> Steering.team();
          default -> new Steering.People(Set.of(BEN.id()));
        },
        true);
  }

  private static Person person(String name) {
    return switch (name) {
      case "Ann" -> ANN;
      case "Ben" -> BEN;
      case "Cem" -> CEM;
      default -> DORA;
    };
  }

  @ParameterizedTest
  @CsvSource(
      useHeadersInDisplayName = true,
      delimiter = '|',
      textBlock =
          """
          steering | Ann | Ben | Cem | Dora
          owner    | yes | no  | no  | no
          people   | yes | yes | no  | no
          team     | yes | yes | yes | no
          """)
  void whoMaySteer(String steering, String ann, String ben, String cem, String dora) {
    var may = Map.of("Ann", ann, "Ben", ben, "Cem", cem, "Dora", dora);
    may.forEach((name, yes) -> {
      boolean expected = yes.equals("yes");
      var rules = rules(steering);
      var person = person(name);
      for (var text : List.of("stop", "archive", "delete", "mute", "unmute")) {
        assertThat(acts(says(at(text), person, text, rules)))
            .as(name + " " + text)
            .isEqualTo(expected);
      }
      if (!person.equals(DORA)) {
        clicks(person, rules)
            .forEach((act, done) -> assertThat(done).as(name + " " + act).isEqualTo(expected));
      }
    });
  }

  /// An agent at work for what stops it, else one that has finished.
  private static Conversation at(String text) {
    return thread(text.equals("stop") ? Samples.running() : Samples.finished());
  }

  private static Map<String, Boolean> clicks(Person person, Rules rules) {
    var running = Samples.running();
    var held = Samples.followUp(running, RunPhase.HELD);
    var waiting = Samples.followUp(running, RunPhase.WAITING);
    var idle = Samples.finished();
    var failed =
        running.withRun(
            running.firstRun().id(),
            run -> run.ended(Ending.because(Ending.How.FAILED, Samples.NOON, "It broke.")));
    var suggested = suggestion(running);
    return Map.of(
        "stop", acts(click(running, running.firstRun(), Verbs.STOP, person, rules)),
        "retry", acts(click(failed, failed.firstRun(), Verbs.RETRY, person, rules)),
        "send", acts(click(running.plus(held), held, Verbs.SEND, person, rules)),
        "remove", acts(click(running.plus(waiting), waiting, Verbs.DISCARD, person, rules)),
        "archive", acts(click(idle, idle.firstRun(), Verbs.ARCHIVE, person, rules)),
        "delete", acts(click(idle, idle.firstRun(), Verbs.DELETE, person, rules)),
        "accept",
            acts(click(running.plus(suggested), suggested, OnSuggestion.ACCEPT, person, rules)),
        "decline",
            acts(click(running.plus(suggested), suggested, OnSuggestion.DECLINE, person, rules)),
        "edit", opens(running.plus(suggested), suggested, person, rules),
        "send the form", acts(submit(running.plus(suggested), suggested, person, rules)));
  }

  private static Run suggestion(Agent agent) {
    return Run.asked(
        Samples.followUp(agent, RunPhase.SUGGESTED).id(),
        agent.runs().size() + 1,
        EVE,
        Optional.of("m7"),
        "also add tests",
        RunPhase.SUGGESTED,
        Samples.NOON);
  }

  @ParameterizedTest
  @CsvSource(
      useHeadersInDisplayName = true,
      delimiter = '|',
      textBlock =
          """
          steering | who  | what becomes of a follow-up
          owner    | Ann  | WAITING
          owner    | Ben  | SUGGESTED
          owner    | Cem  | SUGGESTED
          owner    | Dora | refused
          people   | Ann  | WAITING
          people   | Ben  | WAITING
          people   | Cem  | SUGGESTED
          people   | Dora | refused
          team     | Ann  | WAITING
          team     | Ben  | WAITING
          team     | Cem  | WAITING
          team     | Dora | refused
          """)
  void whatBecomesOfAFollowUp(String steering, String who, String outcome) {
    var decision = says(thread(Samples.running()), person(who), "also add tests", rules(steering));

    var runs = decision.after().agents().getFirst().runs();
    assertThat(runs.size() == 1 ? "refused" : runs.getLast().phase().name()).isEqualTo(outcome);
    assertThat(Deciding.kinds(decision)).doesNotContain(Effect.Prompt.class);
  }

  @ParameterizedTest
  @CsvSource({"owner", "people", "team"})
  void onlyTheOwnerAndAdminsHandAnAgentOver(String steering) {
    for (var person : List.of(ANN, BEN, CEM, DORA)) {
      var decision = says(thread(Samples.finished()), person, "give @U5", rules(steering));

      assertThat(Deciding.only(decision).request().owner())
          .as(person.name())
          .isEqualTo(person.equals(ANN) ? EVE : ANN);
    }
  }

  /// Whether something happens beyond an answer and a line of the record.
  private static boolean acts(Decision decision) {
    var refused =
        Deciding.audited(decision).stream().anyMatch(line -> line.contains(" refused by "));
    assertThat(refused).isEqualTo(decision.effects().stream().noneMatch(AuthorityTest::isDeed));
    return !refused;
  }

  private static boolean isDeed(Effect effect) {
    return effect instanceof Effect.Audit(_, var act, _, _) && !act.endsWith(" refused");
  }

  private static boolean opens(Agent agent, Run run, Person person, Rules rules) {
    return Deciding.opens(thread(agent), person, OnSuggestion.EDIT, run, rules)
        instanceof Answer.Open;
  }

  private static Decision submit(Agent agent, Run run, Person person, Rules rules) {
    var conversation = thread(agent);
    return Deciding.submits(
        conversation,
        run,
        new FormSubmission(
            conversation.address(),
            person,
            Verbs.on(OnSuggestion.EDIT, run.id()),
            "n1",
            Map.of(Verbs.PROMPT_FIELD, "add two tests")),
        rules);
  }

  private static Decision click(Agent agent, Run run, String verb, Person person, Rules rules) {
    var conversation = thread(agent);
    return OnAction.decide(
        conversation,
        run.id(),
        new Action(conversation.address(), person, Verbs.on(verb, run.id()), Optional.empty()),
        rules,
        noon());
  }

  private static Decision says(Conversation conversation, Person author, String text, Rules rules) {
    var others = List.of(new Mentioned("@U5", EVE));
    var message =
        new InboundMessage(
            conversation.address(),
            "m9",
            author,
            Place.CHANNEL,
            text,
            false,
            author.equals(DORA),
            List.of(),
            new Addressing(true, text.contains("@U5") ? others : List.of(), Optional.empty()));
    var background = Deciding.background(rules);
    return OnMessage.decide(
        conversation,
        message,
        Grammar.parse(text, message.addressing().others()),
        new Surroundings(
            () -> background,
            () -> Deciding.settings(conversation, author, background),
            Preferences.NONE,
            rules,
            noon()));
  }
}
