package dev.tiller.core.context;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tiller.core.chat.History;
import dev.tiller.core.chat.Person;
import dev.tiller.core.chat.ThreadMessage;
import dev.tiller.core.command.ContextChoice.Last;
import dev.tiller.core.command.ContextChoice.Mine;
import dev.tiller.core.command.ContextChoice.WholeThread;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ExcerptTest {

  private static final Person ANN = new Person("U1", "U1", "Ann");
  private static final Person BEN = new Person("U2", "U2", "Ben");

  @Test
  void theWholeThreadGoesAlongWithoutTheBotsWordsAndTheAgentsPrompts() {
    var told =
        told(
            message("1", ANN, "broken"),
            own("2"),
            message("3", BEN, "fix it"),
            message("4", BEN, " "),
            message("5", BEN, "in Safari"));

    var excerpt = Excerpt.of(told, new WholeThread(), ANN, Set.of("3"));

    assertThat(ids(excerpt)).containsExactly("1", "5");
    assertThat(words(excerpt)).contains("2 messages from 2 people");
  }

  @Test
  void theNewestAreKeptAndThoseLeftOutAreCounted() {
    var excerpt = Excerpt.of(told(many(60, "short")), new WholeThread(), ANN, Set.of());

    assertThat(ids(excerpt)).hasSize(50).endsWith("159", "160").doesNotContain("110");
    assertThat(words(excerpt)).contains("50 messages from 1 person (10 older left out)");
  }

  @Test
  void longMessagesTakeTheRoomOfOthers() {
    var excerpt = Excerpt.of(told(many(20, "x".repeat(9_000))), new WholeThread(), ANN, Set.of());

    var text = Packing.text(new ThreadPart.Quoted(excerpt), List.of());
    assertThat(text.length()).isLessThan(26_000);
    assertThat(text).contains("(13 older messages left out.)");
    assertThat(ids(excerpt)).hasSize(7).endsWith("120");
  }

  @Test
  void whatWasNotLookedAtIsSaid() {
    var told = new History.Told(List.of(message("1", ANN, "a")), false);

    assertThat(words(Excerpt.of(told, new WholeThread(), ANN, Set.of())))
        .contains("1 message from 1 person (older ones left out)");
    assertThat(words(Excerpt.of(told, new Last(1), ANN, Set.of())))
        .contains("1 message from 1 person");
  }

  @Test
  void aNumberAndOnesOwnAreTakenAtTheirWord() {
    var told = told(message("1", ANN, "a"), message("2", BEN, "b"), message("3", ANN, "c"));

    assertThat(ids(Excerpt.of(told, new Last(2), ANN, Set.of()))).containsExactly("2", "3");
    assertThat(ids(Excerpt.of(told, new Mine(), ANN, Set.of()))).containsExactly("1", "3");
    assertThat(words(Excerpt.of(told, new Last(2), ANN, Set.of())))
        .contains("2 messages from 2 people");
  }

  @Test
  void anEmptyThreadNeedsNoReceipt() {
    var excerpt = Excerpt.of(told(own("1")), new WholeThread(), ANN, Set.of());

    assertThat(SentAlong.words(new ThreadPart.Quoted(excerpt), List.of())).isEmpty();
    assertThat(Packing.text(new ThreadPart.Quoted(excerpt), List.of())).isEmpty();
  }

  private static ThreadMessage[] many(int number, String text) {
    return IntStream.rangeClosed(101, 100 + number)
        .mapToObj(id -> message(String.valueOf(id), ANN, text))
        .toArray(ThreadMessage[]::new);
  }

  private static History.Told told(ThreadMessage... messages) {
    return new History.Told(List.of(messages), true);
  }

  private static ThreadMessage message(String id, Person author, String text) {
    return new ThreadMessage(id, author, false, Instant.EPOCH, text, List.of());
  }

  private static ThreadMessage own(String id) {
    return new ThreadMessage(id, BEN, true, Instant.EPOCH, "a card", List.of());
  }

  private static List<String> ids(Excerpt excerpt) {
    return excerpt.messages().stream().map(ThreadMessage::id).toList();
  }

  private static List<String> words(Excerpt excerpt) {
    return new ArrayList<>(
        SentAlong.words(new ThreadPart.Quoted(excerpt), List.of()).stream().toList());
  }
}
