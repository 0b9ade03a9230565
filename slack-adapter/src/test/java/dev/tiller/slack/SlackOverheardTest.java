package dev.tiller.slack;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.tiller.core.chat.Addressing.Mentioned;
import dev.tiller.core.chat.InboundMessage;
import dev.tiller.core.chat.Person;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Messages that do not mention the bot, and whom messages mention.
class SlackOverheardTest {

  private static final String ROOT = "1763799999.000900";

  @ParameterizedTest
  @CsvSource(
      delimiter = '→',
      textBlock =
          """
          also add tests                         → also add tests             →
          <@U0BEN> what do you think?            → @U0BEN what do you think?  → U0BEN
          <@U0BEN|ben> and <@U0CARA|> look       → @ben and @U0CARA look      → U0BEN U0CARA
          <@U0BEN> or <@U0BEN>                   → @U0BEN or @U0BEN           → U0BEN
          <!here> deploying                      → @here deploying            → here
          <!subteam^S1|@web> and <@U0BEN> look   → @web and @U0BEN look       → S1 U0BEN
          see <#C1|general>                      → see #general               →
          &lt;@U0BEN&gt; is no mention           → <@U0BEN> is no mention     →
          """)
  void whomAnOverheardMessageMentionsIsTold(String markup, String text, String others) {
    var message = overheard(event -> event.addProperty("text", markup)).orElseThrow();

    assertThat(message.text()).isEqualTo(text);
    assertThat(message.addressing().bot()).isFalse();
    assertThat(message.addressing().others())
        .extracting(it -> it.person().id())
        .containsExactly(others == null ? new String[0] : others.split(" ", -1));
    assertThat(message.addressing().others())
        .allSatisfy(it -> assertThat(message.text()).contains(it.written()));
  }

  @Test
  void aMentionHasTheWordsOfTheTextAndThePersonsId() {
    var message = overheard(event -> event.addProperty("text", "<@U0BEN|ben &amp; co> hi"));

    assertThat(message.orElseThrow().addressing().others())
        .containsExactly(new Mentioned("@ben & co", new Person("U0BEN", "U0BEN", "ben & co")));
    assertThat(message.orElseThrow().text()).isEqualTo("@ben & co hi");
  }

  @Test
  void aMessageToTheBotMentionsPeopleButNoGroups() {
    var text = "<@U0TILLER> ask <@U0BEN> and <!channel>";

    for (var type : List.of("app_mention", "message")) {
      var message =
          overheard(event -> {
            event.addProperty("text", text);
            event.addProperty("type", type);
          });

      assertThat(message.orElseThrow().addressing().bot()).as(type).isTrue();
      assertThat(message.orElseThrow().addressing().others())
          .extracting(Mentioned::written)
          .containsExactly("@U0BEN");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"channel_join", "message_changed", "bot_message", "channel_topic", "me_message"})
  void whatNobodyWroteIsNotOverheard(String subtype) {
    assertThat(overheard(event -> event.addProperty("subtype", subtype))).isEmpty();
  }

  @Test
  void botsTheBotItselfAndEditsAreNotOverheard() {
    assertThat(overheard(event -> event.addProperty("bot_id", "B0OTHER"))).isEmpty();
    assertThat(overheard(event -> event.addProperty("user", "U0TILLER"))).isEmpty();
    assertThat(overheard(event -> event.add("edited", new JsonObject()))).isEmpty();
  }

  @Test
  void aMessageWithAFileIsOverheard() {
    assertThat(overheard(event -> event.addProperty("subtype", "file_share"))).isPresent();
  }

  @Test
  void theFirstMessageOfAThreadIsNotInTheThread() {
    assertThat(overheard(event -> event.remove("thread_ts"))).isEmpty();
    assertThat(overheard(event -> event.add("thread_ts", event.get("ts")))).isEmpty();
  }

  @Test
  void withoutTheBotsIdNothingIsOverheard() {
    var payload = Fixtures.event("message_channel", event -> inThread(event));
    payload.add("authorizations", new JsonArray());

    assertThat(SlackEvents.message(payload, user -> false)).isEmpty();
  }

  @Test
  void aKnownGuestIsAnOutsider() {
    var payload = Fixtures.event("message_channel", event -> inThread(event));

    assertThat(SlackEvents.message(payload, "U0ANN"::equals).orElseThrow().outsider()).isTrue();
    assertThat(SlackEvents.message(payload, "U0BEN"::equals).orElseThrow().outsider()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"is_restricted", "is_ultra_restricted", "is_stranger"})
  void aGuestWhomTheEventTellsOfIsAnOutsider(String flag) {
    var profile = new JsonObject();
    profile.addProperty(flag, true);

    var guest = overheard(event -> event.add("user_profile", profile));

    assertThat(guest.orElseThrow().outsider()).isTrue();
  }

  private static Optional<InboundMessage> overheard(Consumer<JsonObject> change) {
    var payload =
        Fixtures.event(
            "message_channel",
            event -> {
              inThread(event);
              change.accept(event);
            });
    return SlackEvents.message(payload, user -> false);
  }

  private static void inThread(JsonObject event) {
    event.addProperty("text", "also add tests");
    event.addProperty("thread_ts", ROOT);
  }
}
