package dev.tiller.app.playground;

import static dev.tiller.app.standin.chat.Json.array;
import static dev.tiller.app.standin.chat.Json.object;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tiller.app.standin.Traffic;
import dev.tiller.app.standin.chat.PlatformView;
import dev.tiller.app.standin.chat.PlatformView.Channel;
import dev.tiller.app.standin.chat.PlatformView.Form;
import dev.tiller.app.standin.chat.PlatformView.Habits;
import dev.tiller.app.standin.chat.PlatformView.Member;
import dev.tiller.app.standin.chat.PlatformView.Message;
import dev.tiller.app.standin.chat.PlatformView.Session;
import dev.tiller.app.standin.cursor.Faults;
import java.net.URI;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/// The playground's state as JSON.
final class StateJson {

  private StateJson() {}

  static ObjectNode platform(PlatformView view) {
    return object(
        "id", view.id(),
        "name", view.name(),
        "workspace", view.workspace(),
        "enabled", view.enabled(),
        "bot", member(view.bot()),
        "habits", habits(view.habits()),
        "people", each(view.people(), StateJson::member),
        "channels", each(view.channels(), StateJson::channel),
        "messages", each(view.messages(), StateJson::message),
        "forms", each(view.forms(), StateJson::form),
        "homes", each(view.homes(), it -> object("person", it.person(), "wire", it.wire())),
        "sessions", each(view.sessions(), StateJson::session));
  }

  private static ObjectNode habits(Habits habits) {
    return object(
        "reactions", habits.reactions(),
        "menu", each(habits.menu(), it -> object("id", it.id(), "label", it.label())),
        "quotes", habits.quotes(),
        "reading", habits.reading());
  }

  private static ObjectNode session(Session session) {
    return object(
        "channel", session.channel(), "thread", session.thread(), "canStop", session.canStop());
  }

  static ObjectNode cursor(CursorState state, List<Faults.Active> faults) {
    return object(
        "api", state.api(),
        "agents", each(state.agents(), StateJson::agent),
        "faults", each(faults, StateJson::fault));
  }

  private static ObjectNode fault(Faults.Active active) {
    var rule = active.rule();
    return object(
        "id", active.id(),
        "call", rule.operation().map(FaultWords::of).orElse(FaultWords.ANY),
        "fault", FaultWords.of(rule.fault()),
        "when", FaultWords.of(rule.when()),
        "agent", rule.agent(),
        "hits", active.hits(),
        "left", active.left(),
        "until", active.until().map(Instant::toString));
  }

  static ObjectNode entry(Traffic.Entry entry) {
    return object(
        "n", entry.n(),
        "at", entry.at().toString(),
        "service", entry.service(),
        "direction", entry.direction().name(),
        "method", entry.method(),
        "path", entry.path(),
        "status", entry.status(),
        "millis", entry.millis(),
        "request", entry.request(),
        "response", entry.response());
  }

  static <T> ArrayNode each(Collection<T> items, Function<T, ObjectNode> toJson) {
    return array(items.stream().map(toJson).toList());
  }

  private static ObjectNode member(Member member) {
    return object("id", member.id(), "name", member.name());
  }

  private static ObjectNode channel(Channel channel) {
    return object(
        "id", channel.id(),
        "name", channel.name(),
        "kind", channel.kind().name().toLowerCase(Locale.ROOT),
        "person", channel.person());
  }

  private static ObjectNode message(Message message) {
    var author = message.author();
    var json =
        object(
            "id", message.id(),
            "channel", message.channel(),
            "thread", message.thread(),
            "author", object("id", author.id(), "name", author.name(), "bot", author.bot()),
            "at", message.at().toString(),
            "edited", message.edited(),
            "quoted", message.quoted(),
            "text", message.text(),
            "wire", message.wire(),
            "seenBy", message.seenBy(),
            "reactions", each(message.reactions(), it -> object("name", it.name(), "by", it.by())));
    return json.put("onlyFor", message.onlyFor().orElse(null));
  }

  private static ObjectNode form(Form form) {
    return object(
        "id", form.id(), "person", form.person(), "wire", form.wire(), "errors", form.errors());
  }

  private static ObjectNode agent(CursorState.Agent agent) {
    return object(
        "id", agent.id(),
        "name", agent.name(),
        "status", agent.status(),
        "repository", agent.repository(),
        "branch", agent.branch(),
        "pullRequest", agent.pullRequest().map(URI::toString));
  }
}
