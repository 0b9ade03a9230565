package dev.tiller.teams;

import static dev.tiller.teams.Activities.CHANNEL;
import static dev.tiller.teams.Activities.TENANT;
import static dev.tiller.teams.Activities.inPersonal;
import static dev.tiller.teams.Activities.with;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tiller.core.chat.Address;
import dev.tiller.core.chat.Addressing;
import dev.tiller.core.chat.Addressing.Mentioned;
import dev.tiller.core.chat.ChatThread;
import dev.tiller.core.chat.InboundMessage;
import dev.tiller.core.chat.Person;
import dev.tiller.core.chat.Place;
import dev.tiller.core.chat.Platform;
import dev.tiller.teams.LoopbackServer.Answer;
import dev.tiller.teams.LoopbackServer.Request;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.Executor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TeamsAccountsTest {

  private static final Person ANN = new Person("a", "29:ann", "Ann");

  private final MovableClock clock = new MovableClock();
  private final LoopbackServer service = new LoopbackServer(this::answer);
  private final TeamsSettings settings =
      new TeamsSettings(
          "app",
          "secret",
          TENANT,
          TeamsSettings.OPENID_METADATA,
          service.at(""),
          List.of(service.host()));
  private final TeamsLogin login = new TeamsLogin(settings, clock);
  private final TeamsReader reader = new TeamsReader(clock);
  private final Queue<Runnable> later = new ArrayDeque<>();
  private String member = "{}";

  @AfterEach
  void stop() {
    login.close();
    reader.close();
    service.close();
  }

  @Test
  void whoeverWroteIsKnown() {
    var accounts = accounts(Runnable::run);

    accounts.saw(Activities.parsed(inPersonal("18", "hello")));

    assertThat(accounts.of("29:ann")).contains(Activities.ANN);
    assertThat(accounts.of("29:ben")).isEmpty();
  }

  @Test
  void anAuthorWithoutAnAccountIsNotKnown() {
    var accounts = accounts(Runnable::run);

    accounts.saw(
        Activities.parsed(
            with(inPersonal("18", "hi"), it -> it.withObject("/from").remove("aadObjectId"))));

    assertThat(accounts.of("29:ann")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "userRole, guest",
    "userPrincipalName, ann_partner.example#EXT#@acme.example",
    "tenantId, another-tenant",
  })
  void guestsAndMembersOfOtherOrganisationsWhoWriteStayUnknown(String field, String value) {
    var accounts = accounts(Runnable::run);

    accounts.saw(
        Activities.parsed(
            with(inPersonal("18", "hi"), it -> it.withObject("/from").put(field, value))));

    assertThat(accounts.of("29:ann")).isEmpty();
  }

  @Test
  void whoeverIsMentionedIsLookedUpAfterwards() {
    member =
        "{\"aadObjectId\":\"b-1\",\"tenantId\":\"%s\",\"userRole\":\"user\"}".formatted(TENANT);
    var accounts = accounts(later::add);

    accounts.find(mentioning("29:ben"));
    accounts.find(mentioning("29:ben"));
    assertThat(accounts.of("29:ben")).isEmpty();
    assertThat(later).hasSize(1);
    later.remove().run();

    assertThat(accounts.of("29:ben")).contains("b-1");
    assertThat(service.requests())
        .extracting(Request::path)
        .contains("/teams/v3/conversations/19%3Ageneral%40thread.tacv2/members/29%3Aben");
  }

  @Test
  void guestsPeopleOfOtherOrganisationsAndStrangersStayUnknown() {
    var accounts = accounts(Runnable::run);
    for (var found :
        List.of(
            "{\"aadObjectId\":\"b-1\",\"userRole\":\"guest\"}",
            "{\"aadObjectId\":\"b-1\",\"tenantId\":\"other\"}",
            "{\"userRole\":\"user\"}",
            "")) {
      member = found;

      accounts.find(mentioning("29:ben"));

      assertThat(accounts.of("29:ben")).isEmpty();
    }
  }

  @Test
  void botsChannelsAndThoseWhoAreKnownAreNotLookedUp() {
    var accounts = accounts(later::add);

    accounts.find(mentioning("28:bot"));
    accounts.find(mentioning("19:general@thread.tacv2"));
    accounts.find(message(new Person("b-1", "29:ben", "Ben")));

    assertThat(later).isEmpty();
  }

  private TeamsAccounts accounts(Executor background) {
    return new TeamsAccounts(
        settings, TeamsHosts.of(settings.serviceHosts()), login, reader, background);
  }

  private Answer answer(Request request) {
    if (request.path().endsWith("/token")) {
      return Answer.json(200, "{\"access_token\":\"t\",\"expires_in\":3600}");
    }
    return member.isEmpty() ? Answer.json(404, "{}") : Answer.json(200, member);
  }

  private InboundMessage mentioning(String handle) {
    return message(Person.unidentified(handle, "Ben"));
  }

  private InboundMessage message(Person mentioned) {
    var thread = new ChatThread(Platform.TEAMS, TENANT, CHANNEL, "17");
    return new InboundMessage(
        new Address(thread, service.at("/teams/").toString()),
        "18",
        ANN,
        Place.CHANNEL,
        "give @Ben",
        false,
        false,
        List.of(),
        new Addressing(true, List.of(new Mentioned("@Ben", mentioned)), Optional.empty()));
  }
}
