package dev.tiller.app.endtoend.walk;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tiller.app.standin.chat.PlatformView.Message;
import dev.tiller.app.standin.cursor.AgentView;
import dev.tiller.app.standin.cursor.AgentView.RunView;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// What must hold after each step, as people and the service see it.
final class Promises {

  /// How the message begins that mentions the requester of an ended run.
  private static final Pattern ENDED =
      Pattern.compile(
          "(?s)^(@\\S+( \\S+)?\\s+)?(Done|Stopped:|The agent failed:|The agent’s time ran out:"
              + "|This did not start:|It ended).*");

  private final Stage stage;
  private final Stage.Place place;
  private final Chronicle chronicle;

  Promises(Stage stage, Stage.Place place, Chronicle chronicle) {
    this.stage = stage;
    this.place = place;
    this.chronicle = chronicle;
  }

  void hold() {
    var agents = stage.cursor().agents();
    nothingWasSentTwice(agents);
    nobodySteersAnothersAgent(agents);
    onlyOneRunAtATime(agents);
    everyEndingIsToldOnce(agents);
    everyMessageIsAnswered();
  }

  private static List<RunView> runs(List<AgentView> agents) {
    return agents.stream().flatMap(agent -> agent.runs().stream()).toList();
  }

  private static String firstWord(RunView run) {
    return Chronicle.wordsIn(run.prompt()).getFirst();
  }

  private void nothingWasSentTwice(List<AgentView> agents) {
    Map<String, Long> sent =
        runs(agents).stream()
            .flatMap(run -> Chronicle.wordsIn(run.prompt()).stream())
            .collect(groupingBy(word -> word, counting()));
    sent.forEach((word, times) ->
        assertThat(times)
            .as("%s was sent so often", word)
            .isLessThanOrEqualTo(chronicle.most(word)));
  }

  private void nobodySteersAnothersAgent(List<AgentView> agents) {
    for (var agent : agents) {
      var owner = author(firstWord(agent.runs().getFirst()));
      for (var word : Chronicle.wordsIn(agent.runs().toString())) {
        assertThat(author(word).equals(owner) || chronicle.wasAccepted(word, owner))
            .as("%s of %s went to an agent of %s", word, author(word), owner)
            .isTrue();
      }
    }
  }

  private String author(String word) {
    return chronicle.with(word).map(Written::author).orElse("a form");
  }

  private static void onlyOneRunAtATime(List<AgentView> agents) {
    for (var agent : agents) {
      assertThat(agent.runs().stream().filter(run -> !run.status().terminal()))
          .as("active runs of %s", agent.id())
          .hasSizeLessThanOrEqualTo(1);
    }
  }

  private void everyEndingIsToldOnce(List<AgentView> agents) {
    for (var run : runs(agents)) {
      var word = firstWord(run);
      var ended =
          runs(agents).stream()
              .filter(each -> firstWord(each).equals(word))
              .filter(each -> each.status().terminal())
              .count();
      assertThat(bots().stream().filter(message -> tellsOfEnd(message, word)))
          .as("messages that tell that %s has ended", word)
          .hasSize((int) ended);
    }
  }

  private static boolean tellsOfEnd(Message message, String word) {
    // Branches are named after other prompts.
    var words = Chronicle.wordsIn(message.text().substring(message.text().indexOf('“') + 1));
    return ENDED.matcher(message.text()).matches()
        && !words.isEmpty()
        && words.getFirst().equals(word);
  }

  private void everyMessageIsAnswered() {
    for (var text : chronicle.written()) {
      if (text.wantsAnswer()) {
        assertThat(answered(text)).as("an answer to %s", text).isTrue();
      }
    }
  }

  private boolean answered(Written text) {
    return bots().stream()
            .anyMatch(message ->
                message.thread().equals(text.thread())
                    && (Chronicle.wordsIn(message.text()).contains(text.word())
                        || message.id().compareTo(text.message()) > 0))
        || all().stream()
            .filter(message -> message.id().equals(text.message()))
            .anyMatch(message -> !message.reactions().isEmpty());
  }

  /// Everything the bot has written.
  List<Message> bots() {
    return all().stream().filter(message -> message.author().bot()).toList();
  }

  private List<Message> all() {
    return place.platform().view().messages();
  }
}
