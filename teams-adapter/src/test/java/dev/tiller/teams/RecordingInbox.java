package dev.tiller.teams;

import dev.tiller.core.chat.Action;
import dev.tiller.core.chat.Address;
import dev.tiller.core.chat.Arrival;
import dev.tiller.core.chat.Ask;
import dev.tiller.core.chat.Card;
import dev.tiller.core.chat.ChatThread;
import dev.tiller.core.chat.Choice;
import dev.tiller.core.chat.ChoiceQuery;
import dev.tiller.core.chat.FormSubmission;
import dev.tiller.core.chat.InboundMessage;
import dev.tiller.core.chat.Inbox;
import dev.tiller.core.chat.Person;
import dev.tiller.core.chat.Receipt;
import dev.tiller.core.chat.RichText;
import dev.tiller.core.chat.Shortcut;
import dev.tiller.core.chat.StopSign;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Remembers what was handed in and answers as told.
final class RecordingInbox implements Inbox, Ask {

  final List<InboundMessage> messages = new ArrayList<>();
  final List<Action> actions = new ArrayList<>();
  final List<FormSubmission> forms = new ArrayList<>();
  final List<Arrival> arrivals = new ArrayList<>();
  final List<ChatThread> departures = new ArrayList<>();
  final List<StopSign> signs = new ArrayList<>();
  final List<Shortcut> shortcuts = new ArrayList<>();
  final List<ChoiceQuery> queries = new ArrayList<>();
  List<Choice> found = List.of();
  Card home =
      new Card(
          "Your settings",
          Card.Tone.NEUTRAL,
          "",
          List.of(),
          RichText.EMPTY,
          Optional.empty(),
          List.of(),
          "");
  Receipt receipt = Receipt.SILENT;
  Answer answer = new Answer.Refuse("This run has ended.");
  boolean failing;

  @Override
  public void message(InboundMessage message) {
    fail();
    messages.add(message);
  }

  @Override
  public void stop(StopSign sign) {
    fail();
    signs.add(sign);
  }

  @Override
  public void arrived(Arrival arrival) {
    fail();
    arrivals.add(arrival);
  }

  @Override
  public void left(ChatThread mainLine, Optional<Instant> at) {
    fail();
    departures.add(mainLine);
  }

  @Override
  public Answer form(Shortcut shortcut) {
    shortcuts.add(shortcut);
    return answer;
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
  public List<Choice> choices(ChoiceQuery query) {
    queries.add(query);
    return found;
  }

  @Override
  public Card home(Address page, Person visitor) {
    return home;
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
