package dev.tiller.core.decide;

import static dev.tiller.core.conversation.Samples.BEN;
import static dev.tiller.core.decide.Settling.GOVERNED;
import static dev.tiller.core.decide.Settling.chosen;
import static dev.tiller.core.decide.Settling.defaults;
import static dev.tiller.core.decide.Settling.the;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tiller.core.chat.Addressing;
import dev.tiller.core.chat.Arrival;
import dev.tiller.core.chat.InboundMessage;
import dev.tiller.core.chat.Notice;
import dev.tiller.core.chat.Place;
import dev.tiller.core.chat.Post;
import dev.tiller.core.chat.RichText;
import dev.tiller.core.command.Command;
import dev.tiller.core.command.Grammar;
import dev.tiller.core.conversation.Samples;
import dev.tiller.core.routing.Known;
import dev.tiller.core.routing.Known.Trouble;
import dev.tiller.core.settings.Reviewed;
import dev.tiller.core.settings.Scope;
import dev.tiller.core.text.Language;
import dev.tiller.core.text.Texts;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class GreetingsTest {

  private static final Known WEB = Known.of(List.of(Samples.WEB), List.of());

  private static String greeting(Place place, SettingsCase the, Known known) {
    return Greetings.hello(hello(place), the, known).fallback();
  }

  private static InboundMessage hello(Place place) {
    var address = Samples.newThread();
    return new InboundMessage(address, "m1", BEN, place, "hello", false, false);
  }

  private static SettingsCase where(Scope scope, String... set) {
    return the(BEN, chosen(Map.of(scope, defaults(set))), GOVERNED);
  }

  @ParameterizedTest
  @CsvSource({
    "CHANNEL, Mention me, '@tiller '",
    "GROUP_CHAT, Mention me, '@tiller '",
    "DIRECT, Write me, ''"
  })
  void itSaysWhatToTypeAndWhereItWorks(Place place, String lead, String mention) {
    var said = greeting(place, where(Scope.WORKSPACE, "repo=acme/api"), WEB);

    assertThat(said.lines())
        .satisfiesExactly(
            first -> assertThat(first).startsWith("Hello.").contains(lead),
            example -> assertThat(example).isEqualTo(mention + "fix the flaky login test"),
            where -> assertThat(where).contains("acme/api unless").contains("repo=owner/name"),
            more -> assertThat(more).contains("Write " + mention + "help"));
  }

  /// Which repository a task goes to that names none; a person's own counts in their chat alone.
  @ParameterizedTest
  @CsvSource({
    "CHANNEL, CHANNEL, true",
    "CHANNEL, PERSON, false",
    "CHANNEL, WORKSPACE, true",
    "GROUP_CHAT, PERSON, false",
    "DIRECT, PERSON, true",
    "DIRECT, WORKSPACE, true"
  })
  void theRepositoryIsThatOfThePlace(Place place, Scope scope, boolean counts) {
    var said = greeting(place, where(scope, "repo=acme/api"), WEB);

    assertThat(said.contains("It works on acme/api")).isEqualTo(counts);
    assertThat(said.contains("No repository is set")).isEqualTo(!counts);
  }

  @Test
  void withoutASetRepositoryTheExampleNamesNoneThatIsListedAndAnAdminCanSetOne() {
    var said = greeting(Place.CHANNEL, the(BEN), WEB);

    assertThat(said)
        .contains("\n@tiller repo=owner/name fix the flaky login test\n")
        .contains("@tiller settings channel repo=owner/name. Ask Ann.")
        .doesNotContain("acme");
  }

  @Test
  void whereMembersMaySetTheRepositoryNobodyIsSentToAnAdmin() {
    var open = Settling.reviewed(Settling.ADMINS, true, Map.of());

    assertThat(greeting(Place.CHANNEL, the(BEN, chosen(Map.of()), open), WEB))
        .contains("write: @tiller settings channel repo=owner/name.")
        .doesNotContain("admin", "Ann");
  }

  @Test
  void whatCanBeTypedStandsOutFromItsSentence() {
    var hello = (Notice) Greetings.hello(hello(Place.CHANNEL), the(BEN), WEB);

    assertThat(hello.text().blocks())
        .filteredOn(RichText.Paragraph.class::isInstance)
        .flatExtracting(block -> ((RichText.Paragraph) block).spans())
        .filteredOn(span -> span.marks().contains(RichText.Mark.CODE))
        .extracting(RichText.Span::text)
        .containsExactly("@tiller settings channel repo=owner/name", "@tiller help");
  }

  @Test
  void theBotIsCalledAsThePlatformShowsIt() {
    var arrival =
        new Arrival(
            Samples.newThread(),
            Place.GROUP_CHAT,
            Optional.empty(),
            false,
            Optional.of("Ops Bot"),
            Optional.empty());

    var mention = hello(Place.CHANNEL).to(Addressing.TO_BOT.calling(Optional.of("Ops Bot")));

    assertThat(Greetings.of(arrival, the(BEN), WEB).fallback())
        .contains("@Ops Bot repo=")
        .contains("Write @Ops Bot help");
    assertThat(Greetings.hello(mention, the(BEN), WEB).fallback()).contains("@Ops Bot help");
  }

  @Test
  void inADirectChatEverybodySetsTheirOwn() {
    assertThat(greeting(Place.DIRECT, the(BEN), WEB))
        .contains(": settings me repo=owner/name.")
        .doesNotContain("Ann");
  }

  @Test
  void whereNoRepositoryIsKnownTheExampleSaysWhatOneLooksLike() {
    assertThat(greeting(Place.CHANNEL, the(BEN), Known.NOTHING))
        .contains("\n@tiller repo=owner/name fix the flaky login test\n")
        .doesNotContain("Not ready");
  }

  @ParameterizedTest
  @CsvSource({
    "KEY, CURSOR_API_KEY",
    "PLAN, dashboard",
    "NO_REPOSITORIES, Cursor can reach no repository"
  })
  void whatIsMissingIsSaidWithWhoCanMendIt(Trouble trouble, String mend) {
    var said = greeting(Place.CHANNEL, the(BEN), WEB.amiss(Optional.of(trouble)));

    assertThat(said).contains("Not ready yet.").contains(mend).contains("Ask Ann.");
  }

  @Test
  void aKeyThatListsNothingIsEnoughWhereARepositoryIsSet() {
    var quiet = Known.NOTHING.amiss(Optional.of(Trouble.NO_REPOSITORIES));

    assertThat(greeting(Place.CHANNEL, where(Scope.CHANNEL, "repo=acme/api"), quiet))
        .doesNotContain("Not ready");
  }

  @Test
  void withoutAnyAdminItIsUpToWhoeverRunsTheBot() {
    var nobody = the(BEN, chosen(Map.of()), Reviewed.NONE);

    assertThat(greeting(Place.CHANNEL, nobody, WEB.amiss(Optional.of(Trouble.KEY))))
        .contains("TILLER_ADMINS")
        .doesNotContain("U2");
  }

  @ParameterizedTest
  @EnumSource(Place.class)
  void outsidersLearnNothingOfTheRepositories(Place place) {
    var said =
        Greetings.of(
            new Arrival(Samples.newThread(), place, Optional.empty(), true),
            where(Scope.WORKSPACE, "repo=acme/api"),
            WEB.amiss(Optional.of(Trouble.KEY)));

    assertThat(said.fallback())
        .contains("only work for members")
        .doesNotContain("acme", "Ann", "key");
  }

  @Test
  void itIsShort() {
    for (var language : Language.values()) {
      Post longest =
          Texts.in(
              language,
              () ->
                  Greetings.hello(
                      hello(Place.CHANNEL), the(BEN), WEB.amiss(Optional.of(Trouble.PLAN))));
      assertThat(longest.fallback().length()).isLessThan(700);
      assertThat(longest.fallback().lines().count()).isLessThan(8);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"hi", "Hello!", "hey there", "Moin.", "good morning 👋"})
  void aHelloIsAnsweredAndStartsNothing(String text) {
    assertThat(Greetings.isHello((Command.Ask) Grammar.parse(text))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"say hi to new users", "hello world endpoint", "repo=acme/web hello", "hid"})
  void aTaskIsNoHello(String text) {
    assertThat(Greetings.isHello((Command.Ask) Grammar.parse(text))).isFalse();
  }

  @Test
  void theExamplesAreTasks() {
    for (var language : Language.values()) {
      var example = Texts.in(language, () -> Texts.get("greeting.example-in", "acme/web"));
      assertThat(Grammar.parse(example)).isInstanceOf(Command.Ask.class);
    }
  }
}
