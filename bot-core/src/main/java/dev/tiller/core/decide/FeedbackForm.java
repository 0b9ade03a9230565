package dev.tiller.core.decide;

import dev.tiller.core.chat.Ask.Answer;
import dev.tiller.core.chat.Choice;
import dev.tiller.core.chat.Form;
import dev.tiller.core.conversation.Feedback;
import dev.tiller.core.conversation.Feedback.Verdict;
import dev.tiller.core.conversation.RunPhase;
import dev.tiller.core.text.Texts;
import java.util.List;
import java.util.Optional;

/// *Give feedback*: what a person thinks of a run. Whoever reads the card may; each person has one
/// opinion of a run, the last.
final class FeedbackForm {

  private static final int LONGEST = 2000;

  private FeedbackForm() {}

  static Answer open(Opening opening) {
    if (opening.run().phase() != RunPhase.ENDED) {
      return new Answer.Refuse(Texts.get("feedback.not-ended"));
    }
    var verdict =
        new Form.ChoiceField(
            Verbs.VERDICT_FIELD,
            Texts.get("feedback.verdict"),
            "",
            Optional.empty(),
            List.of(
                new Choice(Verdict.GOOD.name(), Texts.get("feedback.good")),
                new Choice(Verdict.BAD.name(), Texts.get("feedback.bad"))),
            false,
            false);
    var text =
        new Form.TextField(
            Verbs.TEXT_FIELD,
            Texts.get("feedback.text"),
            Texts.get("feedback.hint"),
            "",
            true,
            true,
            LONGEST);
    return opening.with(
        Texts.get("feedback.title"), Texts.get("feedback.submit"), List.of(verdict, text));
  }

  static Decision submitted(Submitted sent) {
    return Verdict.parse(sent.value(Verbs.VERDICT_FIELD))
        .map(verdict ->
            new Feedback(
                sent.runId(),
                sent.actor(),
                verdict,
                Words.cut(sent.value(Verbs.TEXT_FIELD), LONGEST),
                sent.around().moment().now()))
        .map(feedback ->
            Decision.of(sent.conversation(), new Effect.Keep(feedback))
                .noting(Texts.get("feedback.thanks")))
        .orElseGet(() -> sent.note(Texts.get("feedback.no-verdict")));
  }
}
