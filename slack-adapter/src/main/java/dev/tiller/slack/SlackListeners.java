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
import dev.tiller.core.chat.Ask;
import dev.tiller.core.chat.Choice;
import dev.tiller.core.chat.ChoiceQuery;
import dev.tiller.core.chat.Inbox;
import dev.tiller.core.chat.Person;
import dev.tiller.core.chat.Receipt;
import dev.tiller.core.text.Texts;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What happens with the requests that Bolt has sorted. Runs on the caller's thread, and the
/// request is acknowledged when a method returns.
final class SlackListeners {

  private static final Logger log = LoggerFactory.getLogger(SlackListeners.class);
  

  private final Inbox inbox;
  private final Ask ask;
  private final SlackPlatform platform;
  private final SlackHomePages homePages;
  private final JsonPayloadExtractor payloads = new JsonPayloadExtractor();

  SlackListeners(Inbox inbox, Ask ask, SlackPlatform platform) {
    this.inbox = inbox;
    this.ask = ask;
    this.platform = platform;
    this.homePages = new SlackHomePages(ask, platform);
  }

  /// Hands in messages and shows Home to whoever opens it. This is a middleware because Bolt's
  /// listeners get their events parsed into types that leave out what [SlackEvents] needs.
  Response onEvent(Request<?> request, Response response, MiddlewareChain chain) throws Exception {
    if (request.getRequestType() == RequestType.Event) {
      var event = Json.parse(request.getRequestBodyAsString());
      event.flatMap(SlackEvents::message).ifPresent(inbox::message);
      event.flatMap(SlackHome::opened).ifPresent(visit -> homePages.show(visit, Optional.empty()));
    }
    return chain.next(request);
  }

  /// Hands in a click, or opens the form that the button asks for.
  Response onClick(BlockActionRequest request) {
    var id = request.getPayload().getActions().getFirst().getActionId();
    var action = SlackClicks.action(payload(request));
    if (action.isPresent() && isHandedIn(id)) {
      tell(action.get().address(), action.get().actor(), inbox.action(action.get()));
    } else if (action.isPresent() && id.startsWith(SlackButtons.FORM)) {
      openForm(action.get(), request.getPayload().getTriggerId());
    }
    return Response.ok();
  }

  private static boolean isHandedIn(String id) {
    return id.startsWith(SlackButtons.PRESS) || id.startsWith(SlackChoices.MENU);
  }

  /// Answers what a menu or a field has to choose from. Nothing is found when the search fails:
  /// whoever types goes on typing, and asks again.
  Response onSearch(BlockSuggestionRequest request, BlockSuggestionContext context) {
    var found = SlackClicks.query(payload(request)).map(this::choices).orElseGet(List::of);
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
    SlackForms.submission(payload(request))
        .ifPresent(form -> tell(form.address(), form.actor(), inbox.form(form)));
    return Response.ok();
  }

  private void openForm(Action action, String trigger) {
    try {
      switch (ask.form(action)) {
        case Ask.Answer.Open(var form) ->
            platform.open(trigger, SlackForms.view(form, action.address()));
        case Ask.Answer.Refuse(var reason) ->
            tell(action.address(), action.actor(), Receipt.note(reason));
      }
    } catch (RuntimeException e) {
      log.atWarn()
          .setCause(Trace.of(e))
          .addKeyValue("action", action.key().verb())
          .log("form not opened");
      tell(action.address(), action.actor(), Receipt.note(Texts.get("adapter.no-form")));
    }
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

  /// Shows a text to one person beside the acknowledgement, which does not wait for it.
  private void whisper(Address address, Person person, String text) {
    Thread.startVirtualThread(() -> {
      try {
        platform.whisper(address, person, text);
      } catch (RuntimeException e) {
        log.atInfo()
            .addKeyValue("channel", address.thread().channel())
            .addKeyValue("failure", e.getMessage())
            .log("note to a person not shown");
      }
    });
  }

  private JsonObject payload(Request<?> request) {
    return Json.parse(payloads.extractIfExists(request.getRequestBodyAsString()))
        .orElseGet(JsonObject::new);
  }
}
