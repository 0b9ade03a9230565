package dev.tiller.core.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tiller.core.agents.Image;
import dev.tiller.core.chat.Attachment;
import dev.tiller.core.chat.InboundMessage;
import dev.tiller.core.chat.Place;
import dev.tiller.core.chat.ThreadMessage;
import dev.tiller.core.command.ContextChoice;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// What every store must do with what goes along with prompts.
public interface EnclosureStoreContract {

  Store store();

  @Test
  default void whatWasEnclosedIsGivenBackAndForgotten() {
    var run = kept(Samples.requested()).firstRun().id();
    var large = new byte[1_400_000];
    new Random(1).nextBytes(large);
    var enclosed =
        new Enclosed(
            "> said ✓",
            List.of(new Image("image/png", large), new Image("image/gif", new byte[] {7})));
    store()
        .transact(tx -> {
          tx.enclosures().keep(run, enclosed);
          return run;
        });

    var read = store().transact(tx -> tx.enclosures().of(run));

    assertThat(read.text()).isEqualTo("> said ✓");
    assertThat(read.images())
        .extracting(Image::mediaType)
        .containsExactly("image/png", "image/gif");
    assertThat(read.images().getFirst().content()).isEqualTo(large);
    assertThat(read.images().getLast().content()).containsExactly(7);
    var left =
        store()
            .transact(tx -> {
              tx.enclosures().forget(run);
              return tx.enclosures().of(run);
            });
    assertThat(left.isEmpty()).isTrue();
  }

  @Test
  default void whatIsToGoAlongIsKeptWithTheRun() {
    var files =
        List.of(
            new Attachment("a \"b\".png", "image/png", OptionalLong.of(7), "https://x/1"),
            new Attachment("", "", OptionalLong.empty(), "none"));
    var along = Along.wanted(Optional.of(new ContextChoice.Last(7)), files);
    var agent = kept(Samples.requested().taking(along));

    assertThat(agent.firstRun().along()).isEqualTo(along);
  }

  @Test
  default void theReceiptIsKeptWithTheRun() {
    var before = Samples.requested().taking(Along.wanted(Optional.empty(), List.of()));
    var thread = Samples.newThread();
    var run = before.firstRun().id();
    var read =
        store()
            .transact(tx -> {
              var empty = tx.lock(thread);
              var begun = empty.with(before);
              tx.save(empty, begun);
              tx.save(begun, begun.withRun(run, it -> it.collected(Optional.of("2 images"))));
              return tx.lock(thread);
            });

    assertThat(read.agents().getFirst().firstRun().along())
        .isEqualTo(new Along(false, Optional.empty(), List.of(), Optional.of("2 images")));
  }

  @Test
  default void whatWasSaidToTheBotIsSeenOnceInItsOrder() {
    var thread = Samples.newThread();
    var seen =
        store()
            .transact(tx -> {
              for (var id : List.of("101", "102", "102", "103", "104")) {
                tx.saw(
                    new InboundMessage(
                        thread, id, Samples.ANN, Place.CHANNEL, "said " + id, false, false));
              }
              return tx.seen(thread.thread(), Optional.of("101"), "104", 50);
            });

    assertThat(seen).extracting(ThreadMessage::text).containsExactly("said 102", "said 103");
    assertThat(seen.getFirst().author()).isEqualTo(Samples.ANN);
  }

  private Agent kept(Agent agent) {
    var thread = Samples.newThread();
    return store()
        .transact(tx -> {
          var before = tx.lock(thread);
          tx.save(before, before.with(agent));
          return tx.lock(thread).agents().getFirst();
        });
  }
}
