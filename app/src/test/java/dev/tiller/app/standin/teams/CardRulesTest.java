package dev.tiller.app.standin.teams;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tiller.app.standin.chat.Json;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CardRulesTest {

  private static final String CARD =
      "{'$schema':'http://adaptivecards.io/schemas/adaptive-card.json','type':'AdaptiveCard',"
          + "'version':'1.5','msteams':{'width':'Full'},'body':[ELEMENT],'actions':[]}";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'type':'TextBlock','text':'hi','wrap':true}",
        "{'type':'RichTextBlock','inlines':[{'type':'TextRun','text':'hi'}]}",
        "{'type':'ColumnSet','columns':[{'type':'Column','width':'auto','items':"
            + "[{'type':'TextBlock','text':'x'}]}]}",
        "{'type':'FactSet','facts':[{'title':'a','value':'b'}]}",
        "{'type':'Input.Text','id':'prompt','isMultiline':true}",
        "{'type':'ActionSet','actions':[{'type':'Action.OpenUrl','url':'https://a.dev'}]}",
      })
  void whatTeamsShowsIsFine(String element) {
    assertThat(CardRules.problems(card(element))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'text':'hi'} | /body/0 | missing required field: type",
        "{'type':'Sparkles'} | /body/0/type | unsupported type: Sparkles",
        "{'type':'TextBlock'} | /body/0 | missing required field: text",
        "{'type':'Input.Text'} | /body/0 | missing required field: id",
        "{'type':'Container','items':[{'type':'ColumnSet','columns':[{'items':[{'text':'x'}]}]}]}"
            + " | /body/0/items/0/columns/0/items/0 | missing required field: type",
        "{'type':'ActionSet','actions':[{'type':'Action.Launch'}]} | /body/0/actions/0/type"
            + " | unsupported type: Action.Launch",
      })
  void whatTeamsDoesNotShowIsNamedWhereItStands(String element, String at, String what) {
    assertThat(CardRules.problems(card(element)))
        .singleElement()
        .satisfies(problem -> {
          assertThat(problem.at()).isEqualTo(at);
          assertThat(problem.what()).isEqualTo(what);
        });
  }

  private static JsonNode card(String element) {
    return Json.parse(CARD.replace("ELEMENT", element).replace('\'', '"')).orElseThrow();
  }
}
