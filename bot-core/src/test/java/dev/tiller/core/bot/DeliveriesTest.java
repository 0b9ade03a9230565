package dev.tiller.core.bot;

import static dev.tiller.core.conversation.Samples.NOON;
import static dev.tiller.core.conversation.Samples.newThread;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tiller.core.chat.ChatFailure;
import dev.tiller.core.chat.ChatPlatform;
import dev.tiller.core.chat.MessageRef;
import dev.tiller.core.chat.Notice;
import dev.tiller.core.chat.Platform;
import dev.tiller.core.chat.RichText;
import dev.tiller.core.conversation.WorkKind;
import dev.tiller.core.store.FreshDatabase;
import dev.tiller.core.store.JdbcStore;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// A message whose post was not answered.
class DeliveriesTest {

  private static final String ME = "me";
  private static final Notice DONE =
      new Notice(Optional.empty(), RichText.plain("Done."), List.of());

  private Instant now = NOON;
  private final JdbcStore store = JdbcStore.open(FreshDatabase.settings(), () -> now);
  private int posts;
  private int looks;
  private int shownAfterLooks = Integer.MAX_VALUE;

  @AfterEach
  void close() {
    store.close();
  }

  private void want() {
    store.transact(tx -> {
      tx.outbox().want(tx.lock(newThread()), "notice", DONE);
      return true;
    });
  }

  /// Tries for so long, a minute at a time.
  private void deliverFor(int minutes) {
    var retry = new Retry(store, () -> now, new Random(1));
    var deliveries =
        new Deliveries(store, new Connected(Map.of(Platform.SLACK, platform())), retry);
    for (int minute = 0; minute < minutes; minute++) {
      store.replicas().renew(ME, Duration.ofMinutes(5));
      store.work().take(ME, 10, now).stream()
          .filter(item -> item.kind() == WorkKind.DELIVER)
          .forEach(deliveries::perform);
      now = now.plus(Duration.ofMinutes(1));
    }
  }

  /// One that does not answer the first post, and can be asked for messages.
  private ChatPlatform platform() {
    return (ChatPlatform)
        Proxy.newProxyInstance(
            ChatPlatform.class.getClassLoader(),
            new Class<?>[] {ChatPlatform.class},
            (_, method, _) ->
                switch (method.getName()) {
                  case "post" -> posted();
                  case "find" -> found();
                  case "update" -> null;
                  default -> throw new UnsupportedOperationException(method.getName());
                });
  }

  private MessageRef posted() {
    posts++;
    if (posts == 1) {
      throw new ChatFailure.OutcomeUnknown("timeout", null);
    }
    return new MessageRef("again");
  }

  private ChatPlatform.Found found() {
    looks++;
    return looks > shownAfterLooks
        ? new ChatPlatform.Found.Here(new MessageRef("first"))
        : new ChatPlatform.Found.Absent();
  }

  @Test
  void isNotPostedAgainWhileItMayStillBeOnItsWay() {
    shownAfterLooks = 2;
    want();

    deliverFor(10);

    assertThat(posts).isEqualTo(1);
    assertThat(looks).isEqualTo(3);
  }

  @Test
  void isPostedAgainOnceItIsNotThereForGood() {
    want();

    deliverFor(10);

    assertThat(posts).isEqualTo(2);
  }
}
