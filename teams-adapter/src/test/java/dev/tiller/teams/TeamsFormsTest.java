package dev.tiller.teams;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tiller.core.chat.ActionKey;
import dev.tiller.core.chat.Form;
import dev.tiller.core.chat.Form.TextField;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TeamsFormsTest {

  private static final Form FORM =
      new Form(
          new ActionKey("follow-up", "run:1"),
          "n-1",
          "Follow-up",
          "Send",
          List.of(
              new TextField("prompt", "Prompt", "What is next?", "", true, false, 3_000),
              new TextField("branch", "Branch", "", "main", false, true, 100)));

  @Test
  void theDialogHoldsACardWithTheFields() {
    var dialog = TeamsForms.dialog(FORM);
    var body = dialog.path("card").path("content").path("body");

    assertThat(dialog.path("title").asText()).isEqualTo("Follow-up");
    assertThat(dialog.path("card").path("contentType").asText())
        .isEqualTo("application/vnd.microsoft.card.adaptive");
    assertThat(body.path(0))
        .hasToString(
            "{\"type\":\"Input.Text\",\"id\":\"field_prompt\",\"label\":\"Prompt\",\"value\":\"\","
                + "\"isMultiline\":true,\"isRequired\":true,"
                + "\"errorMessage\":\"Please fill this in.\",\"maxLength\":3000}");
    assertThat(body.path(1).findValuesAsText("text")).containsExactly("What is next?");
    assertThat(body.path(2).path("value").asText()).isEqualTo("main");
    assertThat(body).hasSize(3);
  }

  @Test
  void whatIsSentComesBackAsItWasAsked() {
    var data =
        Activities.json(
            TeamsForms.dialog(FORM)
                .path("card")
                .path("content")
                .path("actions")
                .path(0)
                .path("data")
                .toString());
    data.put("field_prompt", "more\ntests").put("field_branch", " ").put("other", "x");

    assertThat(TeamsForms.read(data))
        .contains(new TeamsForms.Filled(FORM.key(), "n-1", Map.of("prompt", "more\ntests")));
  }

  @Test
  void aFieldMayBeCalledLikeTheKey() {
    var data = Activities.json("{\"key\":\"a:b\",\"nonce\":\"n\",\"field_key\":\"x:y\"}");

    assertThat(TeamsForms.read(data))
        .contains(new TeamsForms.Filled(new ActionKey("a", "b"), "n", Map.of("key", "x:y")));
  }

  @Test
  void whatIsNoFormOfTheBotsIsNone() {
    for (var data : List.of("{}", "{\"key\":\"a:b\"}", "{\"key\":\"a\",\"nonce\":\"n\"}")) {
      assertThat(TeamsForms.read(Activities.json(data))).isEqualTo(Optional.empty());
    }
  }
}
