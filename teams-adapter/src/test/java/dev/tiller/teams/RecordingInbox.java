package dev.tiller.teams;

import dev.tiller.core.chat.Action;
import dev.tiller.core.chat.Ask;
import dev.tiller.core.chat.FormSubmission;
import dev.tiller.core.chat.InboundMessage;
import dev.tiller.core.chat.Inbox;
import dev.tiller.core.chat.Receipt;
import java.util.ArrayList;
import java.util.List;

/// Remembers what was handed in and answers as told.
final class RecordingInbox implements Inbox, Ask {

  final List<InboundMessage> messages = new ArrayList<>();
  final List<Action> actions = new ArrayList<>();
  final List<FormSubmission> forms = new ArrayList<>();
  Receipt receipt = Receipt.SILENT;
  Answer answer = new Answer.Refuse("This run has ended.");
  boolean failing;

  @Override
  public void message(InboundMessage message) {
    fail();
    messages.add(message);
  }

  @Override
  public Receipt action(Action action) {
    fail();
    actions.add(action);
    return receipt;
  }

  @Override
  public Receipt form(FormSubmission submission) {
    fail();
    forms.add(submission);
    return receipt;
  }

  @Override
  public Answer form(Action action) {
    fail();
    actions.add(action);
    return answer;
  }

  boolean isEmpty() {
    return messages.isEmpty() && actions.isEmpty() && forms.isEmpty();
  }

  private void fail() {
    if (failing) {
      throw new IllegalStateException("the disk is full");
    }
  }
}
