package dev.tiller.core.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tiller.core.chat.ChatPlatform.Found;
import dev.tiller.core.chat.ChatPlatform.Hearing;
import dev.tiller.core.chat.ChatPlatformContract.Shown;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// What every chat platform must do to show the life in a thread: a card's menu, dates, direct
/// messages, the bot's status. What people do is in [PeopleContract].
public interface ThreadLifeContract {

  ChatPlatform platform();

  /// A thread that a person has just begun.
  Address startThread();

  /// The person who begins the threads.
  Person requester();

  /// Somebody of the platform whom the bot cannot write to.
  Person unreachable();

  /// A thread that the bot cannot reach, such as one in a channel it was removed from.
  Address goneThread();

  /// As in [ChatPlatformContract]; for a direct chat, the bot's messages in it.
  List<Shown> shownIn(Address thread);

  /// The labels behind the menus of the bot's messages ([Card#more()]), in order.
  List<String> moreIn(Address thread);

  /// The moments that the bot's messages show in the reader's own time zone, in order.
  List<Instant> momentsIn(Address thread);

  /// What clients read out, and notify with, in place of the bot's messages, in order.
  List<String> readOutIn(Address thread);

  @Test
  default void aCardCanBeReadOutWithAllThatItSays() {
    var thread = startThread();

    var card = platform().post(thread, "card-1", ContractPosts.saying("working on it"));
    platform().update(thread, card, ContractPosts.CARD.with(ContractPosts.MORE));

    assertThat(readOutIn(thread)).hasSize(1);
    assertThat(readOutIn(thread).getFirst())
        .contains(ContractPosts.TEXTS)
        .contains("View pull request: https://github.example/acme/web/pull/7")
        .contains("Open in Cursor: https://cursor.example/agents?id=bc-1")
        .doesNotContain("working on it");
  }

  @Test
  default void questionsListsAndNoticesCanBeReadOut() {
    var thread = startThread();

    platform().post(thread, "card-1", ContractPosts.QUESTION);
    platform().post(thread, "card-2", ContractPosts.DATED);
    platform().post(thread, "notice-1", ContractPosts.notice(Optional.empty(), "it has ended"));

    assertThat(readOutIn(thread)).hasSize(3);
    assertThat(readOutIn(thread).get(0)).contains("Which repository?", "Choose a repository");
    assertThat(readOutIn(thread).get(1)).contains("Nov 22, 09:15 UTC", "Waiting since 09:20 UTC");
    assertThat(readOutIn(thread).get(2))
        .contains("it has ended", "View pull request: https://github.example/acme/web/pull/7");
  }

  @Test
  default void whatIsWantedLessOftenIsBehindAMenuAndNotAmongTheButtons() {
    var thread = startThread();

    platform().post(thread, "card-1", ContractPosts.CARD.with(ContractPosts.MORE));

    assertThat(moreIn(thread)).containsExactlyElementsOf(ContractPosts.MORE_LABELS);
    assertThat(onlyMessageIn(thread).buttons()).containsExactlyElementsOf(ContractPosts.BUTTONS);
  }

  @Test
  default void aMenuOfOneEntryCanStillBeUsed() {
    var thread = startThread();

    platform()
        .post(thread, "card-1", ContractPosts.saying("x").with(ContractPosts.more("Archive")));

    assertThat(List.of(moreIn(thread), onlyMessageIn(thread).buttons()))
        .anySatisfy(labels -> assertThat(labels).contains("Archive"));
  }

  @Test
  default void markupBehindAMenuIsShownLiterally() {
    for (var hostile : ContractPosts.HOSTILE) {
      var thread = startThread();
      var more = ContractPosts.more(hostile, "Archive");

      platform().post(thread, "card-1", ContractPosts.CARD.with(more));

      assertThat(moreIn(thread)).containsExactly(hostile, "Archive");
      assertThat(onlyMessageIn(thread).mentioned()).isEmpty();
    }
  }

  @Test
  default void anUpdateChangesWhatIsBehindTheMenu() {
    var thread = startThread();
    var card = platform().post(thread, "card-1", ContractPosts.CARD.with(ContractPosts.MORE));

    platform()
        .update(thread, card, ContractPosts.CARD.with(ContractPosts.more("Archive", "Delete")));
    assertThat(moreIn(thread)).containsExactly("Archive", "Delete");

    platform().update(thread, card, ContractPosts.CARD);
    assertThat(moreIn(thread)).isEmpty();
  }

  @Test
  default void momentsAreShownInTheReadersOwnTimeZone() {
    var thread = startThread();

    platform().post(thread, "card-1", ContractPosts.DATED);

    assertThat(momentsIn(thread)).containsExactlyElementsOf(ContractPosts.MOMENTS);
    assertThat(onlyMessageIn(thread).text()).contains("Started", "Waiting since");
  }

  @Test
  default void aDirectChatIsWithThePersonAloneAndCanBeWrittenIn() {
    var thread = startThread();
    var chat = platform().direct(thread, requester());
    var before = shownIn(chat).size();

    var message = platform().post(chat, "card-1", ContractPosts.saying("only for you"));
    platform().update(chat, message, ContractPosts.saying("for you alone"));

    assertThat(chat.thread().channel()).isNotEqualTo(thread.thread().channel());
    assertThat(chat.thread().workspace()).isEqualTo(thread.thread().workspace());
    assertThat(shownIn(chat)).hasSize(before + 1);
    assertThat(shownIn(chat).getLast().text()).contains("for you alone");
    assertThat(shownIn(thread)).isEmpty();
    assertThat(platform().find(chat, "card-1"))
        .isIn(new Found.Here(message), new Found.CannotTell());
  }

  @Test
  default void thereIsOneDirectChatWithAPerson() {
    var thread = startThread();

    assertThat(platform().direct(thread, requester()))
        .isEqualTo(platform().direct(thread, requester()));
  }

  @Test
  default void whoeverCannotBeWrittenToHasNoDirectChat() {
    var thread = startThread();

    assertThatThrownBy(() -> platform().direct(thread, unreachable()))
        .isInstanceOf(ChatFailure.Refused.class);
  }

  @Test
  default void showingAStatusIsHarmlessWhereverItIsNotShown() {
    var thread = startThread();

    for (var status :
        List.of(ThreadStatus.WORKING, ThreadStatus.WORKING, ThreadStatus.IDLE, ThreadStatus.IDLE)) {
      assertThatCode(() -> platform().status(thread, status)).doesNotThrowAnyException();
    }

    assertThat(shownIn(thread)).isEmpty();
  }

  @Test
  default void itCanBeAskedWhatTheBotHears() {
    assertThat(platform().hearing(startThread())).isNotNull();
    assertThat(platform().hearing(goneThread())).isNotEqualTo(Hearing.ALL);
  }

  private Shown onlyMessageIn(Address thread) {
    var shown = shownIn(thread);
    assertThat(shown).hasSize(1);
    return shown.getFirst();
  }
}
