package dev.tiller.teams;

import static dev.tiller.teams.Activities.inGroup;
import static dev.tiller.teams.Activities.inPersonal;
import static dev.tiller.teams.Activities.mentioning;
import static dev.tiller.teams.Activities.mentioningBot;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tiller.core.chat.Addressing.Mentioned;
import dev.tiller.core.chat.InboundMessage;
import dev.tiller.core.chat.Person;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TeamsMentionTest {

  private static final String BENS = "bbbbbbbb-0000-0000-0000-00000000000b";
  private static final Map<String, String> KNOWN = Map.of("29:ben", BENS);

  @Test
  void somebodyWhoIsKnownIsToldByTheAccount() {
    var message = message(ben(inGroup("18", "ask <at>Ben Ortiz</at>")));

    assertThat(message.text()).isEqualTo("ask @Ben Ortiz");
    assertThat(message.addressing().others())
        .containsExactly(new Mentioned("@Ben Ortiz", new Person(BENS, "29:ben", "Ben Ortiz")));
  }

  @Test
  void whomTheMentionItselfNamesByTheAccountNeedsNotBeKnown() {
    var activity = mentioning(inGroup("18", "<at>Cy</at>"), "29:cy", "Cy", "<at>Cy</at>");
    activity
        .withArray("entities")
        .forEach(it -> it.withObject("/mentioned").put("aadObjectId", BENS));

    assertThat(message(activity).addressing().others().getLast().person())
        .isEqualTo(new Person(BENS, "29:cy", "Cy"));
  }

  @Test
  void nobodyIsTakenForSomebodyElseByTheName() {
    var activity =
        mentioning(
            inGroup("18", "<at>Ben Ortiz</at>"), "29:other", "Ben Ortiz", "<at>Ben Ortiz</at>");

    var person = message(activity).addressing().others().getFirst().person();

    assertThat(person.identified()).isFalse();
    assertThat(person).isEqualTo(Person.unidentified("29:other", "Ben Ortiz"));
    assertThat(person.id()).isNotEqualTo(BENS);
  }

  @Test
  void aChannelThatIsMentionedIsSomebodyElseToo() {
    var activity =
        mentioning(
            inGroup("18", "<at>General</at> hi"),
            "19:g@thread.tacv2",
            "General",
            "<at>General</at>");

    assertThat(message(activity).addressing().others())
        .singleElement()
        .matches(it -> it.written().equals("@General") && !it.person().identified());
  }

  @Test
  void mentionsComeInTheOrderOfTheText() {
    var text = "<at>Cy</at> and <at>Ben Ortiz</at>";
    var activity = mentioning(ben(inGroup("18", text)), "29:cy", "Cy", "<at>Cy</at>");

    assertThat(message(activity).addressing().others())
        .extracting(Mentioned::written)
        .containsExactly("@Cy", "@Ben Ortiz");
  }

  @Test
  void theBotIsNoneOfTheOthers() {
    var activity = ben(mentioningBot(inGroup("18", "<at>Tiller</at> give <at>Ben Ortiz</at>")));

    var message = message(activity);

    assertThat(message.addressing().bot()).isTrue();
    assertThat(message.addressing().others()).hasSize(1);
    assertThat(message.text()).isEqualTo(" give @Ben Ortiz");
  }

  @Test
  void aNameWithMarkupInItIsWrittenAsInTheText() {
    var tag = "<at>A &amp; B</at>";
    var message = message(mentioning(inPersonal("18", "ask " + tag), "29:ab", "A & B", tag));

    assertThat(message.text()).isEqualTo("ask @A & B");
    assertThat(message.addressing().others().getFirst().written()).isEqualTo("@A & B");
    assertThat(message.addressing().bot()).isTrue();
  }

  private static ObjectNode ben(ObjectNode activity) {
    return mentioning(activity, "29:ben", "Ben Ortiz", "<at>Ben Ortiz</at>");
  }

  private static InboundMessage message(ObjectNode activity) {
    var event =
        TeamsEvents.of(
            Activities.parsed(activity),
            Activities.TENANT,
            handle -> Optional.ofNullable(KNOWN.get(handle)));
    return ((TeamsEvent.Message) event).message();
  }
}
