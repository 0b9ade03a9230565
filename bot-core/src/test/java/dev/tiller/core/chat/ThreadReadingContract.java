package dev.tiller.core.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/// What every chat platform must do to tell what was said in a thread, and to give files.
public interface ThreadReadingContract {

  ChatPlatform platform();

  /// A thread that a person has just begun.
  Address startThread();

  /// The person who begins the threads and writes in them.
  Person requester();

  /// Writes in a thread as [#requester()]; the new message's id.
  String write(Address thread, String text);

  /// Writes in a thread with a small picture; the new message's id.
  String writeWithPicture(Address thread, byte[] picture);

  /// Files on a message as the platform's own events tell of them.
  List<Attachment> toldOf(Address thread, String message);

  /// Gives or takes the permission to read threads.
  void permitReading(boolean permitted);

  /// Sources of files that must never be fetched: they would take the bot's token elsewhere.
  List<String> hostileSources();

  @Test
  default void aThreadIsToldWithoutWhatAsksAndAllAfterIt() {
    permitReading(true);
    var thread = startThread();
    var first = write(thread, "one <b> & *two*");
    platform().post(thread, "card-1", ContractPosts.CARD);
    var asks = write(thread, "fix it");
    write(thread, "later");

    var told = told(thread, Optional.empty(), asks, 50);

    assertThat(told.complete()).isTrue();
    assertThat(told.messages()).extracting(ThreadMessage::id).contains(first).doesNotContain(asks);
    assertThat(told.messages()).extracting(ThreadMessage::own).containsExactly(false, false, true);
    var second = told.messages().get(1);
    assertThat(second.text()).isEqualTo("one <b> & *two*");
    assertThat(second.author().id()).isEqualTo(requester().id());
  }

  @Test
  default void onlyWhatIsNewerIsToldWhenThatIsAsked() {
    permitReading(true);
    var thread = startThread();
    var first = write(thread, "one");
    var second = write(thread, "two");
    var asks = write(thread, "fix it");

    var told = told(thread, Optional.of(first), asks, 50);

    assertThat(told.messages()).extracting(ThreadMessage::id).containsExactly(second);
    assertThat(told.complete()).isTrue();
  }

  @Test
  default void theNewestAreToldOfALongThread() {
    permitReading(true);
    var thread = startThread();
    for (int number = 0; number < 60; number++) {
      write(thread, "message " + number);
    }
    var asks = write(thread, "fix it");

    var told = told(thread, Optional.empty(), asks, 55);

    assertThat(told.messages()).hasSize(55);
    assertThat(told.messages().getLast().text()).isEqualTo("message 59");
    assertThat(told.complete()).isFalse();
    assertThat(told(thread, Optional.empty(), asks, 70).messages()).hasSize(61);
    assertThat(told(thread, Optional.empty(), asks, 70).complete()).isTrue();
  }

  @Test
  default void withoutPermissionThatIsSaid() {
    var thread = startThread();
    var asks = write(thread, "fix it");
    permitReading(false);

    assertThat(platform().history(thread, Optional.empty(), asks, 50))
        .isEqualTo(new History.NotGranted());
  }

  @Test
  default void aPictureOnAMessageIsFoundAndFetched() {
    permitReading(true);
    var picture = "no real picture".getBytes(StandardCharsets.UTF_8);
    var thread = startThread();
    var message = writeWithPicture(thread, picture);

    var files = platform().attachments(thread, message, toldOf(thread, message));

    assertThat(files).hasSize(1);
    assertThat(platform().download(files.getFirst(), 100)).isEqualTo(picture);
    assertThatThrownBy(() -> platform().download(files.getFirst(), 5))
        .isInstanceOf(ChatFailure.Refused.class)
        .hasMessage("too_large");
  }

  @Test
  default void aMessageWithoutFilesHasNone() {
    permitReading(true);
    var thread = startThread();
    var message = write(thread, "fix it");

    assertThat(platform().attachments(thread, message, List.of())).isEmpty();
  }

  @Test
  default void nothingIsFetchedFromElsewhere() {
    for (var source : hostileSources()) {
      var file = new Attachment("x.png", "image/png", OptionalLong.empty(), source);

      assertThatThrownBy(() -> platform().download(file, 100))
          .as(source)
          .isInstanceOf(ChatFailure.Refused.class);
    }
  }

  private History.Told told(Address thread, Optional<String> after, String before, int most) {
    return (History.Told) platform().history(thread, after, before, most);
  }
}
