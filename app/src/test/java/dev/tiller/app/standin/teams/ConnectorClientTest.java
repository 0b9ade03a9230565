package dev.tiller.app.standin.teams;

import static dev.tiller.app.standin.teams.TeamsKit.ANNS_CHAT;
import static dev.tiller.app.standin.teams.TeamsKit.BEN;
import static dev.tiller.app.standin.teams.TeamsKit.WEB;
import static dev.tiller.app.standin.teams.TeamsKit.card;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.microsoft.bot.connector.Conversations;
import com.microsoft.bot.connector.rest.ErrorResponseException;
import com.microsoft.bot.connector.rest.RestConnectorClient;
import com.microsoft.bot.connector.rest.RestTeamsConnectorClient;
import com.microsoft.bot.restclient.credentials.ServiceClientCredentials;
import com.microsoft.bot.schema.Activity;
import com.microsoft.bot.schema.Attachment;
import com.microsoft.bot.schema.ConversationParameters;
import dev.tiller.app.standin.chat.Json;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Drives the stand-in with the connector client of the Bot Framework SDK.
class ConnectorClientTest {

  private TeamsKit kit;
  private ServiceClientCredentials credentials;
  private Conversations conversations;

  @BeforeEach
  void start() throws IOException {
    kit = new TeamsKit();
    credentials =
        http ->
            http.addInterceptor(chain ->
                chain.proceed(
                    chain
                        .request()
                        .newBuilder()
                        .header("Authorization", "Bearer " + kit.token())
                        .build()));
    conversations =
        new RestConnectorClient(kit.teams.serviceUrl().toString(), credentials).getConversations();
  }

  @AfterEach
  void stop() {
    kit.close();
  }

  @Test
  void itRepliesInAThreadUpdatesAndDeletes() {
    var root = kit.say(WEB, "@tiller hello");
    var thread = WEB + ";messageid=" + root;

    var sent = conversations.replyToActivity(thread, root, withCard()).join();
    conversations.updateActivity(thread, sent.getId(), withText("done")).join();

    assertThat(kit.teams.thread(WEB, root))
        .extracting(it -> it.path("text").asText())
        .containsExactly("<at>Tiller</at> hello", "done");

    conversations.deleteActivity(thread, sent.getId()).join();
    assertThat(kit.teams.thread(WEB, root)).hasSize(1);
  }

  @Test
  void itPostsCardsAndTyping() {
    var sent = conversations.sendToConversation(ANNS_CHAT, withCard()).join();
    conversations.sendToConversation(ANNS_CHAT, Activity.createTypingActivity()).join();

    assertThat(kit.teams.view().messages())
        .singleElement()
        .satisfies(it -> {
          assertThat(it.id()).isEqualTo(sent.getId());
          assertThat(it.wire().at("/attachments/0/content/type").asText())
              .isEqualTo("AdaptiveCard");
        });
  }

  @Test
  void itBeginsAConversation() {
    var parameters = new ConversationParameters();
    parameters.setIsGroup(true);
    parameters.setActivity(withText("news"));
    parameters.setChannelData(Json.object("channel", Json.object("id", WEB)));

    var begun = conversations.createConversation(parameters).join();

    assertThat(begun.getId()).isEqualTo(WEB + ";messageid=" + begun.getActivityId());
  }

  @Test
  void itReadsMembersAndTheTeam() {
    var teams = new RestTeamsConnectorClient(kit.teams.serviceUrl().toString(), credentials);

    assertThat(conversations.getConversationMembers(WEB).join()).hasSize(3);
    assertThat(conversations.getConversationMember(BEN, WEB).join().getName())
        .isEqualTo("Ben Ortiz");
    assertThat(teams.getTeams().fetchTeamDetails("19:acme-general@thread.tacv2").join().getName())
        .isEqualTo("Acme Engineering");
    assertThat(
            teams
                .getTeams()
                .fetchChannelList("19:acme-general@thread.tacv2")
                .join()
                .getConversations())
        .hasSize(2);
  }

  @Test
  void itSeesErrorsAsOnTheRealService() {
    assertThatThrownBy(
            () -> conversations.sendToConversation("19:none@thread.tacv2", withCard()).join())
        .cause()
        .isInstanceOfSatisfying(
            ErrorResponseException.class,
            e -> assertThat(e.body().getError().getCode()).isEqualTo("ConversationNotFound"));
  }

  private static Activity withText(String text) {
    var activity = Activity.createMessageActivity();
    activity.setText(text);
    return activity;
  }

  private static Activity withCard() {
    var attachment = new Attachment();
    attachment.setContentType("application/vnd.microsoft.card.adaptive");
    attachment.setContent(card());
    var activity = Activity.createMessageActivity();
    activity.setAttachments(List.of(attachment));
    return activity;
  }
}
