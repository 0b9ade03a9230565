package dev.tiller.core.conversation;

import static dev.tiller.core.conversation.Samples.ANN;
import static dev.tiller.core.conversation.Samples.BEN;
import static dev.tiller.core.conversation.Samples.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tiller.core.chat.Address;
import dev.tiller.core.chat.ChatThread;
import dev.tiller.core.chat.Person;
import dev.tiller.core.chat.Platform;
import dev.tiller.core.conversation.Feedback.Verdict;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// What every store must do with what people think of runs.
public interface FeedbackStoreContract {

  /// A store that other tests may use at the same time.
  Store store();

  private static Address somewhereIn(String workspace) {
    return new Address(
        new ChatThread(Platform.SLACK, workspace, "C1", UUID.randomUUID().toString()), "");
  }

  private Conversation begun(Address address) {
    return store()
        .transact(tx -> {
          var before = tx.lock(address);
          var after = before.with(Samples.finished());
          tx.save(before, after);
          return after;
        });
  }

  private Feedback given(
      Conversation conversation, Person person, Verdict verdict, String text, int minute) {
    var run = conversation.agents().getFirst().firstRun().id();
    var feedback = new Feedback(run, person, verdict, text, NOON.plusSeconds(60L * minute));
    return store()
        .transact(tx -> {
          tx.keep(conversation.id(), feedback);
          return feedback;
        });
  }

  private List<FeedbackLine> latest(Address near, int most) {
    return store().transact(tx -> tx.feedback(Optional.of(near.thread()), most));
  }

  @Test
  default void theNewestFeedbackComesFirstWithWhatItIsAbout() {
    var address = somewhereIn(UUID.randomUUID().toString());
    var conversation = begun(address);
    var first = given(conversation, ANN, Verdict.GOOD, "", 1);
    var second = given(conversation, BEN, Verdict.BAD, "It's \"slow\" <@U1>\nand ünkind", 2);

    assertThat(latest(address, 10))
        .extracting(FeedbackLine::feedback)
        .containsExactly(second, first);
    assertThat(latest(address, 1))
        .containsExactly(
            new FeedbackLine(address.thread(), Samples.WEB, "fix the login bug", second));
  }

  @Test
  default void aPersonHasOneOpinionOfARunTheLast() {
    var address = somewhereIn(UUID.randomUUID().toString());
    var conversation = begun(address);
    given(conversation, ANN, Verdict.GOOD, "nice", 1);
    var last = given(conversation, ANN, Verdict.BAD, "it broke", 2);

    assertThat(latest(address, 10)).extracting(FeedbackLine::feedback).containsExactly(last);
  }

  @Test
  default void aWorkspaceSeesItsOwnFeedbackAndTheOperatorSeesAll() {
    var here = somewhereIn(UUID.randomUUID().toString());
    var there = somewhereIn(UUID.randomUUID().toString());
    var ours = given(begun(here), ANN, Verdict.GOOD, "ours", 1);
    var theirs = given(begun(there), ANN, Verdict.GOOD, "theirs", 1);

    assertThat(latest(here, 10)).extracting(FeedbackLine::feedback).containsExactly(ours);
    List<FeedbackLine> all = store().transact(tx -> tx.feedback(Optional.empty(), 1000));
    assertThat(all).extracting(FeedbackLine::feedback).contains(ours, theirs);
  }
}
