package dev.tiller.app.standin.slack;

import static dev.tiller.app.standin.chat.Json.object;

import dev.tiller.app.http.Exchange;
import dev.tiller.app.standin.chat.Ids;
import dev.tiller.app.standin.chat.Reply;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// The `response_url` of interactions: five answers to a click within half an hour. Thread-safe.
final class ResponseUrls {

  static final String PATTERN = "/actions/{team}/{key}";

  private static final Duration LIFE = Duration.ofMinutes(30);
  private static final int USES = 5;

  private final InstantSource clock;
  private final SlackStore store;
  private final SlackEvents events;
  private final SlackOutbox outbox;
  private final Map<String, Ticket> issued = new HashMap<>();
  private volatile String base = "";

  ResponseUrls(InstantSource clock, SlackStore store, SlackEvents events, SlackOutbox outbox) {
    this.clock = clock;
    this.store = store;
    this.events = events;
    this.outbox = outbox;
  }

  private record Ticket(SlackMessage message, String person, Instant until, int uses) {}

  /// Names the address under which this stand-in is reached, without a slash at the end.
  void servedAt(String address) {
    base = address;
  }

  synchronized String issue(SlackMessage message, String person) {
    var key = Ids.random("", 24);
    issued.put(key, new Ticket(message, person, clock.instant().plus(LIFE), 0));
    return base + PATTERN.replace("{team}", SlackWorld.TEAM).replace("{key}", key);
  }

  /// Answers a request to such an address.
  Reply answer(Exchange call) {
    try {
      act(use(call.pathParam("key")), SlackArguments.of(call));
      return Reply.json(200, object("ok", true));
    } catch (SlackError error) {
      int status = error.code().endsWith("_url") ? 404 : 400;
      return Reply.json(status, object("ok", false, "error", error.code()));
    }
  }

  private synchronized Ticket use(String key) {
    var ticket =
        Optional.ofNullable(issued.get(key)).orElseThrow(() -> new SlackError("invalid_url"));
    if (clock.instant().isAfter(ticket.until())) {
      throw new SlackError("expired_url");
    }
    if (ticket.uses() >= USES) {
      throw new SlackError("used_url");
    }
    issued.put(
        key, new Ticket(ticket.message(), ticket.person(), ticket.until(), ticket.uses() + 1));
    return ticket;
  }

  private void act(Ticket ticket, SlackArguments arguments) {
    var original = ticket.message();
    if (arguments.flag("delete_original")) {
      store.remove(original.ts());
      return;
    }
    var text = arguments.text("text").map(SlackText::sent).orElse("");
    var blocks = MessageBlocks.of(arguments);
    if (text.isEmpty() && blocks.isEmpty()) {
      throw new SlackError("no_text");
    }
    if (arguments.flag("replace_original")) {
      replace(original.withContent(text, blocks));
      return;
    }
    var thread = arguments.text("thread_ts");
    var message =
        SlackMessage.of(original.channel(), store.nextTs(), thread, SlackWorld.TILLER, text)
            .withContent(text, blocks);
    post(arguments.text("response_type").orElse(""), message, ticket.person());
  }

  private void replace(SlackMessage message) {
    if (message.onlyFor().isPresent()) {
      store.add(message);
      return;
    }
    var change =
        store.change(
            message.channel(),
            message.ts(),
            now -> now.withContent(message.text(), message.blocks()));
    outbox.deliver(message.ts(), events.edited(change));
  }

  private void post(String type, SlackMessage message, String person) {
    if (type.equals("in_channel")) {
      store.add(message);
      outbox.deliver(message.ts(), events.posted(message));
    } else {
      store.add(message.seenOnlyBy(person));
    }
  }
}
