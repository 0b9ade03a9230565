package dev.tiller.core.bot;

import dev.tiller.core.chat.Person;
import dev.tiller.core.conversation.Store;
import dev.tiller.core.conversation.WorkItem;
import dev.tiller.core.decide.OnName;
import java.util.Optional;

/// Finds out how people are called whom a platform names by id only. It stands in the lane of the
/// thread's messages, so that the first card shows the name already; a failure costs the name
/// alone.
final class Names implements Performer {

  private final Store store;
  private final Connected connected;
  private final Intake intake;

  Names(Store store, Connected connected, Intake intake) {
    this.store = store;
    this.connected = connected;
    this.intake = intake;
  }

  @Override
  public void perform(WorkItem item) {
    var conversation = store.transact(tx -> Intake.locked(tx, item.conversation()));
    var id = item.subject();
    var person = OnName.participant(conversation, id).orElseGet(() -> new Person(id, id, id));
    var name =
        connected.ask(
            conversation, "name", Optional.<String>empty(), platform -> platform.nameOf(person));
    intake.take(tx -> {
      var before = Intake.locked(tx, item.conversation());
      name.ifPresent(known -> {
        tx.named(before.address().thread(), item.subject(), known);
        var decision = Intake.speaking(before, () -> OnName.known(before, item.subject(), known));
        intake.store(tx, before, decision);
      });
      tx.done(item);
      return item;
    });
  }
}
