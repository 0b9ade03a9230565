package dev.tiller.core.chat;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tiller.core.chat.Addressing.Mentioned;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// What every chat platform must hand in of what people do in a thread beyond asking the bot:
/// messages that are not for it, signs to stop, entries of a message's own menu.
public interface PeopleContract {

  /// The people of one channel and the bot in it. What they do reaches the adapter as the platform
  /// tells it, signed and all.
  interface Stage {

    /// The thread in which all of this happens.
    Address thread();

    /// Who does it.
    Person ann();

    /// Somebody else.
    Person ben();

    /// A message of the bot's in the thread.
    MessageRef card();

    /// Ann writes in the thread without mentioning the bot; the message's id.
    String writes(String text);

    /// Ann writes in the thread, mentioning Ben between the two texts.
    String writesToBen(String before, String after);

    /// The same, and a mention of the bot before it all.
    String writesToBotAndBen(String before, String after);

    /// Ann writes in the channel outside of any thread.
    void writesInMainLine(String text);

    /// Another bot writes in the thread.
    void anotherBotWrites(String text);

    /// Ann puts the sign to stop on the bot's message.
    void signsToStop();

    /// Ann puts another mark on the bot's message.
    void marksOtherwise();

    /// The platform delivers once more what it delivered last.
    void redeliver();

    /// Ann chooses an entry of the menu of Ben's message in the thread.
    void chooses(Shortcut.Kind kind, String message, String text);

    /// What [Ask#form(Shortcut)] answers from now on.
    void answer(Ask.Answer answer);

    /// The title of the form that was opened for Ann last; empty when none was.
    Optional<String> formShown();

    /// What Ann alone was told; waits a little for it.
    String toldToAnn();

    /// Ann sends the form that was opened last.
    void submits(Map<String, String> values);

    List<InboundMessage> messages();

    List<StopSign> signs();

    List<Shortcut> shortcuts();

    List<FormSubmission> forms();
  }

  /// A new one for each test.
  Stage stage();

  @Test
  default void aMessageInAThreadIsHandedInThoughItDoesNotMentionTheBot() {
    var stage = stage();

    var id = stage.writes("also add <b> & tests");

    assertThat(stage.messages()).hasSize(1);
    var message = stage.messages().getFirst();
    assertThat(message.message()).isEqualTo(id);
    assertThat(message.address().thread()).isEqualTo(stage.thread().thread());
    assertThat(message.author().id()).isEqualTo(stage.ann().id());
    assertThat(message.text()).isEqualTo("also add <b> & tests");
    assertThat(message.addressing().bot()).isFalse();
    assertThat(message.addressing().others()).isEmpty();
    assertThat(message.outsider()).isFalse();
  }

  @Test
  default void whomAMessageMentionsIsToldWithHowItIsWritten() {
    var stage = stage();

    stage.writesToBen("what do you think,", "?");

    var message = stage.messages().getFirst();
    assertThat(message.addressing().bot()).isFalse();
    assertThat(message.addressing().others()).hasSize(1);
    assertBenIsMentioned(stage, message);
    assertThat(message.text()).startsWith("what do you think,").endsWith("?");
  }

  @Test
  default void aMessageToTheBotCanMentionOthersToo() {
    var stage = stage();

    stage.writesToBotAndBen("give", "please");

    var message = stage.messages().getFirst();
    assertThat(message.addressing().bot()).isTrue();
    assertBenIsMentioned(stage, message);
    assertThat(message.text().strip())
        .isEqualTo("give " + message.addressing().others().getFirst().written() + " please");
  }

  private static void assertBenIsMentioned(Stage stage, InboundMessage message) {
    assertThat(message.addressing().others())
        .extracting(Mentioned::person)
        .extracting(Person::id)
        .containsExactly(stage.ben().id());
    var written = message.addressing().others().getFirst().written();
    assertThat(written).startsWith("@");
    assertThat(message.text()).containsOnlyOnce(written);
  }

  @Test
  default void whatIsSaidOutsideOfThreadsAndByBotsIsNotHandedIn() {
    var stage = stage();

    stage.writesInMainLine("good morning");
    stage.anotherBotWrites("deployed");

    assertThat(stage.messages()).isEmpty();
  }

  @Test
  default void theSignToStopNamesItsMessageAndComesAgainAsTheSame() {
    var stage = stage();

    stage.signsToStop();
    stage.redeliver();

    assertThat(stage.signs()).isNotEmpty();
    assertThat(stage.signs()).extracting(StopSign::nonce).containsOnly(nonceIn(stage));
    var sign = stage.signs().getFirst();
    assertThat(sign.message()).contains(stage.card().id());
    assertThat(sign.actor().id()).isEqualTo(stage.ann().id());
    assertThat(sign.place().thread().channel()).isEqualTo(stage.thread().thread().channel());
    assertThat(sign.outsider()).isFalse();
  }

  private static String nonceIn(Stage stage) {
    return stage.signs().getFirst().nonce();
  }

  @Test
  default void otherMarksStopNothing() {
    var stage = stage();

    stage.marksOtherwise();

    assertThat(stage.signs()).isEmpty();
  }

  @Test
  default void aMessagesOwnMenuOpensAFormThatComesBackWithItsThread() {
    for (var kind : Shortcut.Kind.values()) {
      var stage = stage();
      stage.answer(new Ask.Answer.Open(ContractPosts.FORM));

      stage.chooses(kind, stage.thread().thread().root(), "the login test is flaky");
      assertThat(stage.formShown()).contains(ContractPosts.FORM.title());
      stage.submits(Map.of("prompt", "do it"));

      var shortcut = stage.shortcuts().getFirst();
      assertThat(shortcut.kind()).isEqualTo(kind);
      assertThat(shortcut.address().thread()).isEqualTo(stage.thread().thread());
      assertThat(shortcut.message()).isEqualTo(stage.thread().thread().root());
      assertThat(shortcut.actor().id()).isEqualTo(stage.ann().id());
      assertThat(shortcut.author().id()).isEqualTo(stage.ben().id());
      assertThat(shortcut.text()).isEqualTo("the login test is flaky");
      assertThat(stage.forms()).hasSize(1);
      var form = stage.forms().getFirst();
      assertThat(form.address().thread()).isEqualTo(stage.thread().thread());
      assertThat(form.key()).isEqualTo(ContractPosts.FORM.key());
      assertThat(form.nonce()).isEqualTo(ContractPosts.FORM.nonce());
      assertThat(form.values()).containsEntry("prompt", "do it");
    }
  }

  @Test
  default void whoeverDoesNotGetTheFormIsToldWhy() {
    var stage = stage();
    stage.answer(new Ask.Answer.Refuse("There is no agent in this thread."));

    stage.chooses(Shortcut.Kind.FOLLOW_UP, stage.thread().thread().root(), "hello");

    assertThat(stage.formShown()).isEmpty();
    assertThat(stage.toldToAnn()).contains("There is no agent in this thread.");
  }
}
