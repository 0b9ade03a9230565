package dev.tiller.core.bot;

import dev.tiller.core.chat.ChatFailure;
import dev.tiller.core.chat.ChatPlatform;
import dev.tiller.core.chat.Person;
import dev.tiller.core.chat.Platform;
import dev.tiller.core.conversation.Conversation;
import dev.tiller.core.conversation.Store;
import dev.tiller.core.conversation.WorkItem;
import dev.tiller.core.decide.OnName;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Finds out how people are called whom a platform names by id only. It stands in the lane of the
/// thread's messages, so that the first card shows the name already; a failure costs the name
/// alone.
final class Names implements Performer {

  private static final Logger log = LoggerFactory.getLogger(Names.class);

  private final Store store;
  private final Map<Platform, ChatPlatform> platforms;
  private final Intake intake;

  Names(Store store, Map<Platform, ChatPlatform> platforms, Intake intake) {
    this.store = store;
    this.platforms = platforms;
    this.intake = intake;
  }

  @Override
  public void perform(WorkItem item) {
    var conversation = store.transact(tx -> Intake.locked(tx, item.conversation()));
    var id = item.subject();
    var person = OnName.participant(conversation, id).orElseGet(() -> new Person(id, id, id));
    var name = ask(conversation, person);
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

  private Optional<String> ask(Conversation conversation, Person person) {
    var platform = platforms.get(conversation.address().thread().platform());
    try {
      return platform == null ? Optional.empty() : platform.nameOf(person);
    } catch (ChatFailure failure) {
      log.atInfo()
          .addKeyValue("conversation", conversation.id())
          .addKeyValue("code", failure.getMessage())
          .log("name not found out");
      return Optional.empty();
    }
  }
}
