package dev.tiller.core.decide;

import dev.tiller.core.chat.Button;
import dev.tiller.core.conversation.Question;
import java.util.ArrayList;
import java.util.List;

/// One page of a longer answer.
///
/// @param number from 0
/// @param more whether pages follow
record Page<T>(List<T> items, int number, boolean more) {

  /// The page with this number, or the last where there are fewer.
  static <T> Page<T> of(List<T> all, int size, int wanted) {
    int last = Math.max(0, (all.size() - 1) / size);
    int number = Math.min(wanted, last);
    int from = number * size;
    return new Page<>(all.subList(from, Math.min(all.size(), from + size)), number, number < last);
  }

  /// The buttons that lead to its neighbours.
  List<Button> buttons(Question question, String back, String on) {
    var buttons = new ArrayList<Button>();
    if (number > 0) {
      buttons.add(new Button.Press(back, QuestionKey.of(Verbs.PAGE, question, number - 1)));
    }
    if (more) {
      buttons.add(new Button.Press(on, QuestionKey.of(Verbs.PAGE, question, number + 1)));
    }
    return buttons;
  }
}
