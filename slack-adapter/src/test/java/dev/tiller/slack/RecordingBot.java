package dev.tiller.slack;

import dev.tiller.core.chat.Action;
import dev.tiller.core.chat.Ask;
import dev.tiller.core.chat.FormSubmission;
import dev.tiller.core.chat.InboundMessage;
import dev.tiller.core.chat.Inbox;
import dev.tiller.core.chat.Receipt;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/// A core that keeps what it is handed and answers as a test tells it to.
final class RecordingBot implements Inbox, Ask {

  final List<InboundMessage> messages = new ArrayList<>();
  final List<Action> actions = new ArrayList<>();
  final List<FormSubmission> forms = new ArrayList<>();
  Receipt receipt = Receipt.SILENT;
  Function<Action, Answer> answer = action -> new Answer.Refuse("Only the owner may do that.");
  boolean broken;

  @Override
  public void message(InboundMessage message) {
    messages.add(accepted(message));
  }

  @Override
  public Receipt action(Action action) {
    actions.add(accepted(action));
    return receipt;
  }

  @Override
  public Receipt form(FormSubmission submission) {
    forms.add(accepted(submission));
    return receipt;
  }

  @Override
  public Answer form(Action action) {
    return answer.apply(action);
  }

  private <T> T accepted(T value) {
    if (broken) {
      throw new IllegalStateException("could not insert: private words");
    }
    return value;
  }
}
