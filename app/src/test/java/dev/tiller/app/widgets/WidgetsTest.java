package dev.tiller.app.widgets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tiller.app.standin.chat.PlatformView.Message;
import dev.tiller.app.standin.chat.Refusal;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The same on both platforms, over real HTTP: what a person chooses reaches the core.
class WidgetsTest {

  private WidgetsStage stage;

  @BeforeEach
  void start() throws IOException {
    stage = stage();
  }

  WidgetsStage stage() throws IOException {
    return new WidgetsStage();
  }

  @AfterEach
  void stop() {
    stage.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"slack", "teams"})
  void anEntryOfAMenuIsFoundAndItsChoiceReachesTheBot(String platform) {
    var ann = ann(platform);
    var card = question(platform);

    assertThat(ann.offered(card, "web")).containsExactly("acme/web", "acme/web-app");
    assertThat(ann.offered(card, "")).hasSize(100);
    assertThat(ann.offered(card, "bold")).containsExactly("acme/<b>bold</b> & sons");
    assertThat(ann.choose(card, "acme/web-app")).isEmpty();

    shown(platform, message -> message.text().contains(AskingBot.ANSWERED + "acme/web-app"));
    assertThat(stage.bot.actions)
        .singleElement()
        .satisfies(action -> {
          assertThat(action.key().encoded()).isEqualTo("choose:draft-1");
          assertThat(action.value()).contains("acme/web-app");
          assertThat(action.card()).isPresent();
          assertThat(action.address().thread().root()).isEqualTo(card.thread());
        });
  }

  @ParameterizedTest
  @ValueSource(strings = {"slack", "teams"})
  void whatIsChosenInAFormComesBackAsItsValues(String platform) {
    var ann = ann(platform);
    open(platform, question(platform));

    assertThat(ann.filledIn())
        .isEqualTo(Map.of("Repository", "acme/web", "Model", "", "Branch", "main"));
    ann.submit(Map.of("Repository", "acme/api", "Model", "GPT-5.2"));

    assertThat(stage.bot.forms)
        .singleElement()
        .satisfies(form -> {
          assertThat(form.key().encoded()).isEqualTo("settings:mine");
          assertThat(form.values())
              .isEqualTo(Map.of("repo", "acme/api", "model", "gpt-5.2", "branch", "main"));
        });
  }

  @ParameterizedTest
  @ValueSource(strings = {"slack", "teams"})
  void anEmptyFieldIsLeftOut(String platform) {
    open(platform, question(platform));

    ann(platform).submit(Map.of("Repository", "acme/api", "Branch", ""));

    assertThat(stage.bot.forms.getFirst().values()).containsOnlyKeys("repo");
  }

  @Test
  void homeIsShownAndIsShownAnewWhenAFormFromItWasSent() {
    var ann = ann("slack");
    stage.platform("slack").openHome(ann.person());
    homeSays(ann, "Your settings", "acme/web");

    ann.pressHome("Change settings");
    ann.submit(Map.of("Repository", "acme/api", "Model", "Claude Opus 4.5"));

    homeSays(ann, "Saved.", "acme/api", "opus-4.5");
    var page = stage.bot.forms.getFirst().address().thread();
    assertThat(page.channel() + " " + page.root()).isEqualTo("U0ANN home");
  }

  @Test
  void teamsHasNoHome() {
    assertThatThrownBy(() -> stage.platform("teams").openHome("29:1ann-lee"))
        .isInstanceOf(Refusal.class);
  }

  private static void homeSays(Widgets person, String... words) {
    await()
        .untilAsserted(() ->
            assertThat(person.home())
                .hasValueSatisfying(home -> assertThat(home.toString()).contains(words)));
  }

  private void open(String platform, Message card) {
    var button =
        card.wire().findParents("type").stream()
            .filter(it -> Set.of("button", "Action.Submit").contains(it.path("type").asText()))
            .filter(it -> it.toString().contains("\"settings:mine\""))
            .findFirst()
            .orElseThrow();
    stage
        .platform(platform)
        .press(ann(platform).person(), card.channel(), card.id(), (ObjectNode) button);
  }

  private Widgets ann(String platform) {
    var id = platform.equals("slack") ? "U0ANN" : "29:1ann-lee";
    return new Widgets(stage.platform(platform), id);
  }

  private Message question(String platform) {
    var channel = platform.equals("slack") ? "C0WEB" : "19:acme-web@thread.tacv2";
    stage.platform(platform).say(ann(platform).person(), channel, Optional.empty(), "@tiller go");
    return shown(platform, message -> message.text().contains(AskingBot.QUESTION));
  }

  private Message shown(String platform, Predicate<Message> wanted) {
    return await()
        .until(
            () ->
                stage.platform(platform).view().messages().stream()
                    .filter(message -> message.author().bot())
                    .filter(wanted)
                    .findFirst(),
            Optional::isPresent)
        .orElseThrow();
  }
}
