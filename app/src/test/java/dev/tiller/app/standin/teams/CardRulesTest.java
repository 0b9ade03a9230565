package dev.tiller.app.standin.teams;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tiller.app.standin.chat.Json;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CardRulesTest {

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
        "{'type':'ActionSet','actions':[{'type':'Action.Execute','mode':'secondary'}]}",
        "{'type':'TextBlock','text':'at {{TIME(2026-11-22T09:15:00Z)}}'}",
        "{'type':'TextBlock','text':'{{DATE(2026-11-22T09:15:00+01:00, SHORT)}} a {{DATE'}",
        "{'type':'RichTextBlock','inlines':['bare',"
            + "{'type':'TextRun','text':'{{DATE(2026-11-22T09:15:00Z,LONG)}}'}]}",
      })
  void whatTeamsShowsIsFine(String element) {
    assertThat(CardRules.problems(card(element))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'type':'ActionSet','actions':[{'type':'Action.Submit','mode':'third'}]}"
            + " | /body/0/actions/0/mode | must be one of [primary, secondary]",
        "{'type':'TextBlock','text':'{{DATE(tomorrow)}}'} | /body/0/text"
            + " | malformed date or time function",
        "{'type':'TextBlock','text':'{{TIME(2026-11-22T09:15Z)}}'} | /body/0/text"
            + " | malformed date or time function",
        "{'type':'RichTextBlock','inlines':[{'type':'TextRun','text':'{{DATE( x )}}'}]}"
            + " | /body/0/inlines/0/text | malformed date or time function",
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
    return Json.parse(
            ("{'$schema':'http://adaptivecards.io/schemas/adaptive-card.json','type':'AdaptiveCard',"
                    + "'version':'1.5','msteams':{'width':'Full'},'body':[%s],'actions':[]}")
                .formatted(element)
                .replace('\'', '"'))
        .orElseThrow();
  }
}
