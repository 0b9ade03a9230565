package dev.tiller.slack;

import com.google.gson.JsonObject;
import com.slack.api.app_backend.util.JsonPayloadExtractor;
import com.slack.api.bolt.context.builtin.BlockSuggestionContext;
import com.slack.api.bolt.middleware.MiddlewareChain;
import com.slack.api.bolt.request.Request;
import com.slack.api.bolt.request.RequestType;
import com.slack.api.bolt.request.builtin.BlockActionRequest;
import com.slack.api.bolt.request.builtin.BlockSuggestionRequest;
import com.slack.api.bolt.request.builtin.ViewSubmissionRequest;
import com.slack.api.bolt.response.Response;
import dev.tiller.core.chat.Action;
import dev.tiller.core.chat.Address;
import dev.tiller.core.chat.Arrival;
import dev.tiller.core.chat.Ask;
import dev.tiller.core.chat.Choice;
import dev.tiller.core.chat.ChoiceQuery;
import dev.tiller.core.chat.InboundMessage;
import dev.tiller.core.chat.Inbox;
import dev.tiller.core.chat.Person;
import dev.tiller.core.chat.Place;
import dev.tiller.core.chat.Receipt;
import dev.tiller.core.chat.StopSign;
import dev.tiller.core.logs.Trace;
import dev.tiller.core.text.Texts;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What happens with the requests that Bolt has sorted. Runs on the caller's thread, and the
/// request is acknowledged when a method returns.
final class SlackListeners {

  private static final Logger log = LoggerFactory.getLogger(SlackListeners.class);

  /// How many people that a message mentions are looked up. Tasks mention fewer.
  private static final int MOST_MENTIONED = 10;

  private final Inbox inbox;
  private final Ask ask;
  private final SlackPlatform platform;
  private final SlackMembers members;
  private final SlackHomePages homePages;
  private final SlackOpening opening;
  private final SlackWhispers whispers;
  private final JsonPayloadExtractor payloads = new JsonPayloadExtractor();

  SlackListeners(Inbox inbox, Ask ask, SlackPlatform platform, SlackMembers members) {
    this.inbox = inbox;
    this.ask = ask;
    this.platform = platform;
    this.members = members;
    this.opening = new SlackOpening(platform);
    this.whispers = new SlackWhispers(platform);
    this.homePages = new SlackHomePages(ask, platform);
  }

  /// Hands in messages and shows Home to whoever opens it. This is a middleware because Bolt's
  /// listeners get their events parsed into types that leave out what [SlackEvents] needs.
  Response onEvent(Request<?> request, Response response, MiddlewareChain chain) throws Exception {
    if (request.getRequestType() == RequestType.Event) {
      var event = Json.parse(request.getRequestBodyAsString());
      event.flatMap(SlackEvents::seenIn).ifPresent(platform::seen);
      event.flatMap(SlackEvents::heardIn).ifPresent(platform::heard);
      event.flatMap(this::message).ifPresent(this::handIn);
      event.flatMap(it -> SlackStops.sign(it, members::isGuest)).ifPresent(this::handIn);
      event.flatMap(SlackHome::opened).ifPresent(this::show);
      event.ifPresent(this::greet);
      event
          .filter(SlackArrivals::isUninstalled)
          .ifPresent(_ ->
              log.atWarn()
                  .log("the Slack app was uninstalled: install it again, and renew its token"));
    }
    return chain.next(request);
  }

  private Optional<InboundMessage> message(JsonObject event) {
    return SlackEvents.message(event, members::isGuest)
        .map(its -> its.to(its.addressing().calling(botName(event))));
  }

  private Optional<Arrival> arrival(JsonObject event) {
    return SlackArrivals.arrival(event, members::isGuest).map(its -> its.calling(botName(event)));
  }

  /// How the bot is called, as far as Slack has said. It may be called otherwise some day.
  private Optional<String> botName(JsonObject event) {
    var bot = SlackInstallation.of(event).bot().or(platform::knownBot);
    bot.ifPresent(members::meet);
    return bot.flatMap(members::knownName);
  }

  /// Whoever looks at the bot's messages is greeted once it is known who that is. What gets lost
  /// until then comes again the next time they look.
  private void greet(JsonObject event) {
    arrival(event)
        .ifPresent(arrival -> {
          var visitor = arrival.by().filter(_ -> arrival.place() == Place.DIRECT).map(Person::id);
          visitor.ifPresentOrElse(
              id -> members.whenKnown(id, () -> handInArrival(event)),
              () -> inbox.arrived(arrival));
        });
  }

  private void handInArrival(JsonObject event) {
    arrival(event).ifPresent(inbox::arrived);
  }

  private void handIn(StopSign sign) {
    inbox.stop(sign);
    members.meet(sign.actor().id());
  }

  private void show(SlackHome.Visit visit) {
    homePages.show(visit, Optional.empty());
    members.meet(visit.visitor().id());
  }

  private void handIn(InboundMessage message) {
    inbox.message(message);
    members.meet(message.author().id());
    if (message.addressing().bot()) {
      message.addressing().others().stream()
          .limit(MOST_MENTIONED)
          .forEach(other -> members.meet(other.person().handle()));
    }
  }

  /// Hands in a click, or opens the form that the button asks for.
  Response onClick(BlockActionRequest request) {
    SlackClicks.click(payload(request), members::isGuest)
        .ifPresent(click -> {
          receive(click, request.getPayload().getTriggerId());
          members.meet(click.action().actor().id());
        });
    return Response.ok();
  }

  private void receive(SlackClicks.Click click, String trigger) {
    var action = click.action();
    if (click.form() && !click.outsider()) {
      var asked = new SlackOpening.Asked(action, trigger);
      opening.open(asked, () -> ask.form(action), reason -> tell(action, reason));
    } else {
      var receipt = click.outsider() ? membersOnly() : inbox.action(action);
      tell(action.address(), action.actor(), receipt);
    }
  }

  private static Receipt membersOnly() {
    return Receipt.note(Texts.get("adapter.members-only"));
  }

  private void tell(Action action, String reason) {
    tell(action.address(), action.actor(), Receipt.note(reason));
  }

  /// Opens the form behind an entry of a message's own menu.
  Response onShortcut(Request<?> request) {
    SlackShortcuts.chosen(
            payload(request), platform.knownBot(), members::isGuest, platform::isShared)
        .ifPresent(chosen -> {
          opening.open(
              new SlackOpening.Asked(chosen),
              () -> ask.form(chosen.shortcut()),
              reason -> whisper(chosen, reason));
          members.meet(chosen.shortcut().actor().id());
        });
    return Response.ok();
  }

  /// Answers what a menu or a field has to choose from. Nothing is found when the search fails:
  /// whoever types goes on typing, and asks again.
  Response onSearch(BlockSuggestionRequest request, BlockSuggestionContext context) {
    var found =
        SlackClicks.query(payload(request), members::isGuest)
            .map(this::choices)
            .orElseGet(List::of);
    return context.ack(answer -> answer.options(SlackChoices.found(found)));
  }

  private List<Choice> choices(ChoiceQuery query) {
    try {
      return ask.choices(query);
    } catch (RuntimeException e) {
      log.atWarn()
          .setCause(Trace.of(e))
          .addKeyValue("menu", query.key().verb())
          .log("choices not found");
      return List.of();
    }
  }

  /// Hands in a form.
  Response onForm(ViewSubmissionRequest request) {
    SlackForms.submission(payload(request), members::isGuest)
        .ifPresent(sent -> {
          var form = sent.form();
          var receipt = sent.outsider() ? membersOnly() : inbox.form(form);
          tell(form.address(), form.actor(), receipt);
          members.meet(form.actor().id());
        });
    return Response.ok();
  }

  /// Says to one person what there is to say. A Home has no thread to say it in: it is shown anew,
  /// with the note on it, since what it shows may have changed.
  private void tell(Address address, Person person, Receipt receipt) {
    if (SlackHome.isHome(address)) {
      homePages.show(new SlackHome.Visit(address, person), receipt.note());
      return;
    }
    receipt.note().ifPresent(note -> whisper(address, person, note));
  }

  private void whisper(Address address, Person person, String text) {
    whispers.say(address, person, text, Optional.empty());
  }

  private void whisper(SlackShortcuts.Chosen chosen, String text) {
    var shortcut = chosen.shortcut();
    whispers.say(shortcut.address(), shortcut.actor(), text, chosen.reply());
  }

  private JsonObject payload(Request<?> request) {
    return Json.parse(payloads.extractIfExists(request.getRequestBodyAsString()))
        .orElseGet(JsonObject::new);
  }
}
