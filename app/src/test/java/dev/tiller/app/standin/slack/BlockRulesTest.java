package dev.tiller.app.standin.slack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tiller.app.standin.chat.Json;
import dev.tiller.app.standin.schema.Problems;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BlockRulesTest {

  private static final String BUTTON =
      "{'type':'button','action_id':'go','text':{'type':'plain_text','text':'Go'}}";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'type':'section','text':{'type':'mrkdwn','text':'*hi*','verbatim':true}}",
        "{'type':'section','fields':[{'type':'plain_text','text':'a'}]}",
        "{'type':'header','text':{'type':'plain_text','text':'Hi','emoji':true}}",
        "{'type':'divider','block_id':'d'}",
        "{'type':'context','elements':[{'type':'mrkdwn','text':'small'}]}",
        "{'type':'actions','elements':[" + BUTTON + "]}",
        "{'type':'actions','elements':[{'type':'button','url':'https://a.dev',"
            + "'style':'primary','text':{'type':'plain_text','text':'Go'}}]}",
        "{'type':'rich_text','elements':[{'type':'rich_text_section',"
            + "'elements':[{'type':'text','text':'a','style':{'bold':true}},"
            + "{'type':'link','url':'https://a.dev','text':'b'}]}]}",
        "{'type':'markdown','text':'**hi**'}",
        "{'type':'actions','elements':[{'type':'overflow','options':["
            + "{'text':{'type':'plain_text','text':'a'},'value':'v'},"
            + "{'text':{'type':'plain_text','text':'b'},'value':'w','url':'https://a.dev'}]}]}",
        "{'type':'rich_text','elements':[{'type':'rich_text_section','elements':["
            + "{'type':'date','timestamp':1763800000,'format':'{date_short_pretty}, {time}',"
            + "'fallback':'Nov 22','url':'https://a.dev'}]}]}",
      })
  void whatSlackTakesIsFine(String block) {
    assertThat(problems("[" + block + "]")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'type':'sparkles'} | unsupported type: sparkles",
        "{'text':'x'} | missing required field: type",
        "{'type':'section'} | missing required field: text",
        "{'type':'divider','text':'x'} | invalid additional property: text",
        "{'type':'section','text':{'type':'plain_text','text':''}} | must be more than 0 characters",
        "{'type':'header','text':{'type':'mrkdwn','text':'x'}} | must be one of [plain_text]",
        "{'type':'actions','elements':[]} | must provide at least 1 items",
        "{'type':'rich_text','elements':[{'type':'rich_text_section','elements':"
            + "[{'type':'text','text':''}]}]} | must be more than 0 characters",
        "{'type':'actions','elements':[{'type':'overflow','options':[]}]}"
            + " | must provide at least 1 items",
        "{'type':'actions','elements':[{'type':'overflow','options':["
            + "{'text':{'type':'mrkdwn','text':'*a*'},'value':'v'}]}]} | must be one of [plain_text]",
        "{'type':'actions','elements':[{'type':'overflow','options':["
            + "{'text':{'type':'plain_text','text':'a'}}]}]} | missing required field: value",
        "{'type':'actions','elements':[{'type':'static_select','options':["
            + "{'text':{'type':'plain_text','text':'a'},'value':'v','url':'https://a.dev'}]}]}"
            + " | invalid additional property: url",
        "{'type':'rich_text','elements':[{'type':'rich_text_section','elements':["
            + "{'type':'date','timestamp':'now','format':'{time}'}]}]} | must be a number",
        "{'type':'rich_text','elements':[{'type':'rich_text_section','elements':["
            + "{'type':'date','timestamp':1,'format':'{hour}'}]}]} | invalid date format",
        "{'type':'rich_text','elements':[{'type':'rich_text_section','elements':["
            + "{'type':'date','timestamp':1,'format':'{time}','style':{'bold':true}}]}]}"
            + " | invalid additional property: style",
      })
  void whatSlackDoesNotTakeIsNamed(String block, String problem) {
    assertThat(problems("[" + block + "]")).singleElement().asString().contains(problem);
  }

  @Test
  void tooMuchTextIsRefusedWhereItStands() {
    var text = "x".repeat(3001);

    assertThat(problems("[{'type':'section','text':{'type':'mrkdwn','text':'" + text + "'}}]"))
        .containsExactly(
            "[ERROR] must be less than 3001 characters [json-pointer:/blocks/0/text/text]");
  }

  @Test
  void aButtonsLabelHasAtMost75Characters() {
    assertThat(problems(actions(BUTTON.replace("'Go'", "'" + "x".repeat(75) + "'")))).isEmpty();
    assertThat(problems(actions(BUTTON.replace("'Go'", "'" + "x".repeat(76) + "'")))).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"javascript:alert(1)", "ftp://a.dev", "a.dev", "https://"})
  void aButtonOpensOnlyWebAddresses(String url) {
    var button = BUTTON.replace("'type':'button'", "'type':'button','url':'" + url + "'");

    assertThat(problems(actions(button)))
        .singleElement()
        .asString()
        .contains("must be a valid url");
  }

  @Test
  void twoButtonsOfABlockMayNotHaveTheSameActionId() {
    assertThat(problems(actions(BUTTON + "," + BUTTON)))
        .singleElement()
        .asString()
        .contains("`action_id` already exists: go");
    assertThat(problems("[" + block(BUTTON) + "," + block(BUTTON) + "]")).isEmpty();
  }

  @Test
  void fiftyBlocksAreTheMost() {
    assertThat(problems(dividers(50))).isEmpty();
    assertThat(problems(dividers(51))).singleElement().asString().contains("no more than 50 items");
  }

  private static String dividers(int count) {
    return "[" + String.join(",", Collections.nCopies(count, "{'type':'divider'}")) + "]";
  }

  private static String actions(String elements) {
    return "[" + block(elements) + "]";
  }

  private static String block(String elements) {
    return "{'type':'actions','elements':[" + elements + "]}";
  }

  private static List<String> problems(String blocks) {
    var tree = Json.parse(blocks.replace('\'', '"')).orElseThrow();
    return SlackError.of("invalid_blocks", Problems.of(BlockRules.MESSAGE, tree, "/blocks"))
        .details();
  }
}
