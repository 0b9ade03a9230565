package dev.tiller.slack;

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
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/// A core that keeps what it is handed and answers as a test tells it to.
final class RecordingBot implements Inbox, Ask {

  final List<InboundMessage> messages = new CopyOnWriteArrayList<>();
  final List<Action> actions = new ArrayList<>();
  final List<FormSubmission> forms = new ArrayList<>();
  final List<Arrival> arrivals = new CopyOnWriteArrayList<>();
  final List<ChatThread> departures = new ArrayList<>();
  final List<StopSign> signs = new ArrayList<>();
  final List<Shortcut> shortcuts = new ArrayList<>();
  final List<ChoiceQuery> queries = new ArrayList<>();
  final List<Address> visits = new CopyOnWriteArrayList<>();
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
  Answer answerToShortcut = new Answer.Refuse("There is no agent here.");
  Function<Action, Answer> answer = action -> new Answer.Refuse("Only the owner may do that.");
  volatile boolean broken;

  /// Runs before anything is accepted.
  volatile Runnable before = () -> {};

  @Override
  public void message(InboundMessage message) {
    messages.add(accepted(message));
  }

  @Override
  public void stop(StopSign sign) {
    signs.add(accepted(sign));
  }

  @Override
  public void arrived(Arrival arrival) {
    arrivals.add(accepted(arrival));
  }

  @Override
  public void left(ChatThread mainLine, Optional<Instant> at) {
    departures.add(accepted(mainLine));
  }

  @Override
  public Answer form(Shortcut shortcut) {
    shortcuts.add(shortcut);
    return answerToShortcut;
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
  public List<Choice> choices(ChoiceQuery query) {
    queries.add(accepted(query));
    return found;
  }

  @Override
  public Card home(Address page, Person visitor) {
    visits.add(page);
    return home;
  }

  @Override
  public Answer form(Action action) {
    return answer.apply(action);
  }

  private <T> T accepted(T value) {
    before.run();
    if (broken) {
      throw new IllegalStateException("could not insert: private words");
    }
    return value;
  }
}
