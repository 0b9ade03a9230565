package dev.tiller.core.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tiller.core.chat.ChatPlatform.Found;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// What every chat platform must do.
public interface ChatPlatformContract {

  ChatPlatform platform();

  /// A thread that a person has just begun.
  Address startThread();

  /// The id of the message with which the person began the thread.
  String requestIn(Address thread);

  /// The person who begins the threads.
  Person requester();

  /// The bot's messages in a thread, oldest first, as a person sees them. Read from the service,
  /// not from the adapter.
  List<Shown> shownIn(Address thread);

  /// The files that the bot added to a thread, oldest first, as people get them. Their caption is
  /// part of what [#shownIn] says.
  List<ShownFile> filesIn(Address thread);

  /// A thread that the bot cannot reach, such as one in a channel it was removed from.
  Address goneThread();

  /// A message as a person sees it.
  ///
  /// @param text everything that can be read on it apart from the buttons, with what is to be
  ///   chosen from a menu but without its entries
  /// @param buttons their labels, in order; beside a menu also the one that a platform adds to it
  /// @param mentioned the [Person#handle()] of the one person who is notified
  record Shown(String text, List<String> buttons, Optional<String> mentioned) {}

  /// A file as a person gets it.
  ///
  /// @param label what says what it is: its name, its description, or both
  record ShownFile(String label, byte[] content) {}

  @Test
  default void aPostedCardShowsEverythingThatIsOnIt() {
    var thread = startThread();

    platform().post(thread, "card-1", ContractPosts.CARD);

    var shown = onlyMessageIn(thread);
    assertThat(shown.text()).contains(ContractPosts.TEXTS);
    assertThat(shown.buttons()).containsExactlyElementsOf(ContractPosts.BUTTONS);
    assertThat(shown.mentioned()).isEmpty();
  }

  @Test
  default void aCardThatAsksForAChoiceSaysWhatIsToBeChosen() {
    var thread = startThread();

    platform().post(thread, "card-1", ContractPosts.QUESTION);

    var shown = onlyMessageIn(thread);
    assertThat(shown.text()).contains("Which repository?", "Choose a repository");
    assertThat(shown.buttons()).contains("Cancel");
  }

  @Test
  default void markupInAMenuIsShownLiterally() {
    for (var hostile : ContractPosts.HOSTILE) {
      var thread = startThread();
      var menu = ContractPosts.menu(hostile, List.of(new Choice("v", hostile)));

      platform().post(thread, "card-1", ContractPosts.QUESTION.with(menu));

      assertThat(onlyMessageIn(thread).text()).contains(hostile);
      assertThat(onlyMessageIn(thread).mentioned()).isEmpty();
    }
  }

  @Test
  default void anUpdateTakesTheMenuOffACard() {
    var thread = startThread();
    var card = platform().post(thread, "card-1", ContractPosts.QUESTION);

    platform().update(thread, card, ContractPosts.CARD);

    assertThat(onlyMessageIn(thread).text()).doesNotContain("Choose a repository");
    assertThat(platform().find(thread, "card-1"))
        .isIn(new Found.Here(card), new Found.CannotTell());
  }

  @Test
  default void aFullMenuFitsIntoAMessageBesideALongText() {
    var thread = startThread();
    var longText = RichText.plain("words ".repeat(2_000));
    var full = ContractPosts.menu("Choose a repository", ContractPosts.MANY);

    platform().post(thread, "card-1", ContractPosts.saying(longText).with(full));

    assertThat(onlyMessageIn(thread).text()).contains("Choose a repository", "words words");
  }

  @Test
  default void markupInTheTextsOfACardIsShownLiterally() {
    for (var hostile : ContractPosts.HOSTILE) {
      var thread = startThread();

      platform().post(thread, "card-1", ContractPosts.saying(hostile));

      var shown = onlyMessageIn(thread);
      assertThat(shown.text()).contains(ContractPosts.textsSaying(hostile));
      assertThat(shown.buttons()).containsExactly(hostile);
      assertThat(shown.mentioned()).isEmpty();
    }
  }

  @Test
  default void markupInANoticeIsShownLiterally() {
    for (var hostile : ContractPosts.HOSTILE) {
      var thread = startThread();

      platform().post(thread, "notice-1", ContractPosts.notice(Optional.empty(), hostile));

      assertThat(onlyMessageIn(thread).text()).contains(hostile);
      assertThat(onlyMessageIn(thread).mentioned()).isEmpty();
    }
  }

  @Test
  default void anUpdateReplacesTheCardInItsPlace() {
    var thread = startThread();
    var card = platform().post(thread, "card-1", ContractPosts.saying("working on it"));
    platform().post(thread, "notice-1", ContractPosts.notice(Optional.empty(), "a later message"));

    platform().update(thread, card, ContractPosts.saying("all done"));

    var shown = shownIn(thread);
    assertThat(shown).hasSize(2);
    assertThat(shown.getFirst().text()).contains("all done").doesNotContain("working on it");
    assertThat(shown.getFirst().buttons()).containsExactly("all done");
    assertThat(shown.getLast().text()).contains("a later message");
  }

  @Test
  default void theSameUpdateTwiceIsHarmless() {
    var thread = startThread();
    var card = platform().post(thread, "card-1", ContractPosts.saying("working on it"));

    platform().update(thread, card, ContractPosts.CARD);
    var once = shownIn(thread);
    platform().update(thread, card, ContractPosts.CARD);

    assertThat(shownIn(thread)).isEqualTo(once).hasSize(1);
  }

  @Test
  default void aNoticeMentionsThePersonOnce() {
    var thread = startThread();

    platform()
        .post(
            thread,
            "notice-1",
            ContractPosts.notice(Optional.of(requester()), "your run has ended"));

    var shown = onlyMessageIn(thread);
    assertThat(shown.mentioned()).contains(requester().handle());
    assertThat(shown.text()).containsOnlyOnce("your run has ended");
    assertThat(shown.buttons()).containsExactly("View pull request");
  }

  @Test
  default void aPostedMessageIsFoundByItsKeyUnlessThePlatformCannotTell() {
    var thread = startThread();
    platform().post(thread, "card-1", ContractPosts.CARD);
    var second = platform().post(thread, "card-2", ContractPosts.CARD);

    assertThat(platform().find(thread, "card-2"))
        .isIn(new Found.Here(second), new Found.CannotTell());
  }

  @Test
  default void aMessageIsStillFoundAfterAnUpdate() {
    var thread = startThread();
    var card = platform().post(thread, "card-1", ContractPosts.saying("working on it"));
    platform().update(thread, card, ContractPosts.CARD);

    assertThat(platform().find(thread, "card-1"))
        .isIn(new Found.Here(card), new Found.CannotTell());
  }

  @Test
  default void aKeyThatWasNeverPostedIsAbsentUnlessThePlatformCannotTell() {
    var thread = startThread();
    platform().post(thread, "card-1", ContractPosts.CARD);

    assertThat(platform().find(thread, "card-9")).isIn(new Found.Absent(), new Found.CannotTell());
  }

  @Test
  default void aThreadThatCannotBeReachedIsGone() {
    var gone = goneThread();

    assertThatThrownBy(() -> platform().post(gone, "card-1", ContractPosts.CARD))
        .isInstanceOf(ChatFailure.Gone.class);
  }

  @Test
  default void markingARequestTwiceIsHarmless() {
    var thread = startThread();
    var request = requestIn(thread);

    for (var reaction : List.of(Reaction.WORKING, Reaction.WORKING, Reaction.DONE, Reaction.DONE)) {
      platform().react(thread, request, reaction);
    }

    assertThat(shownIn(thread)).isEmpty();
  }

  @Test
  default void aPictureIsShownInTheThreadWithItsCaptionAndDescription() {
    var thread = startThread();

    platform().upload(thread, ContractFiles.PICTURE);

    assertThat(onlyMessageIn(thread).text()).contains("The login page");
    assertThat(onlyFileIn(thread).label()).contains("A red square");
    assertThat(onlyFileIn(thread).content()).isEqualTo(ContractFiles.PICTURE.content());
  }

  @Test
  default void markupInACaptionIsShownLiterally() {
    for (var hostile : ContractPosts.HOSTILE) {
      var thread = startThread();

      platform().upload(thread, ContractFiles.captioned(hostile));

      assertThat(onlyMessageIn(thread).text()).contains(hostile);
      assertThat(onlyMessageIn(thread).mentioned()).isEmpty();
    }
  }

  @Test
  default void otherFilesAreShownOrRefusedAsTheAbilitiesSay() {
    for (var file : ContractFiles.OTHERS) {
      var thread = startThread();

      if (platform().abilities().files().take(file.mediaType(), file.content().length)) {
        platform().upload(thread, file);
        assertThat(onlyFileIn(thread).label()).contains(file.name());
        assertThat(onlyFileIn(thread).content()).isEqualTo(file.content());
      } else {
        assertThatThrownBy(() -> platform().upload(thread, file))
            .isInstanceOf(ChatFailure.Refused.class);
        assertThat(shownIn(thread)).isEmpty();
      }
    }
  }

  @Test
  default void aFileForAThreadThatCannotBeReachedIsGone() {
    var gone = goneThread();

    assertThatThrownBy(() -> platform().upload(gone, ContractFiles.PICTURE))
        .isInstanceOf(ChatFailure.Gone.class);
  }

  private ShownFile onlyFileIn(Address thread) {
    var files = filesIn(thread);
    assertThat(files).hasSize(1);
    return files.getFirst();
  }

  private Shown onlyMessageIn(Address thread) {
    var shown = shownIn(thread);
    assertThat(shown).hasSize(1);
    return shown.getFirst();
  }
}
