package dev.tiller.teams;

import com.microsoft.bot.schema.Activity;
import dev.tiller.core.chat.Ask;
import dev.tiller.core.chat.InboundMessage;
import dev.tiller.core.chat.Inbox;
import dev.tiller.core.chat.Receipt;
import dev.tiller.core.chat.WebHandler;
import dev.tiller.core.chat.WebRequest;
import dev.tiller.core.chat.WebResponse;
import dev.tiller.core.logs.Trace;
import dev.tiller.core.text.Texts;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/// Answers what Teams sends to the bot's messaging endpoint. The token is checked before the body
/// is read as anything.
final class TeamsHandler implements WebHandler {

  private static final Logger log = LoggerFactory.getLogger(TeamsHandler.class);
  private static final int MAX_BYTES = 1 << 20;

  private final TeamsSettings settings;
  private final TeamsOrigin origin;
  private final TeamsTokenCheck tokens;
  private final TeamsAccounts accounts;
  private final TeamsHearing hearing;
  private final Inbox inbox;
  private final Ask ask;

  TeamsHandler(
      TeamsSettings settings,
      TeamsTokenCheck tokens,
      TeamsAccounts accounts,
      TeamsHearing hearing,
      Inbox inbox,
      Ask ask) {
    this.settings = settings;
    this.origin = new TeamsOrigin(settings);
    this.tokens = tokens;
    this.accounts = accounts;
    this.hearing = hearing;
    this.inbox = inbox;
    this.ask = ask;
  }

  @Override
  public WebResponse handle(WebRequest request) {
    if (!request.method().equals("POST")) {
      return refused(405, "another method", request);
    }
    if (request.body().length > MAX_BYTES) {
      return refused(413, "too large", request);
    }
    return switch (tokens.check(request.header("Authorization"))) {
      case TeamsTokenCheck.Verdict.Refused(var reason) -> refused(401, reason, request);
      case TeamsTokenCheck.Verdict.Unknown(var reason) -> refused(503, reason, request);
      case TeamsTokenCheck.Verdict.Genuine(var serviceUrl) -> genuine(request, serviceUrl);
    };
  }

  private WebResponse genuine(WebRequest request, String serviceUrl) {
    var activity = TeamsActivity.parse(request.body());
    if (activity.isEmpty()) {
      return refused(400, "no activity", request);
    }
    return origin
        .objection(activity.get(), serviceUrl)
        .map(reason -> refused(403, reason, request))
        .orElseGet(() -> accepted(activity.get(), request));
  }

  private WebResponse accepted(Activity activity, WebRequest request) {
    accounts.saw(activity);
    return switch (TeamsEvents.of(activity, settings.tenantId(), accounts::of)) {
      case TeamsEvent.Message(var message) -> taken(activity, () -> message(message));
      case TeamsEvent.Stop(var sign) -> taken(activity, () -> inbox.stop(sign));
      case TeamsEvent.Arrived(var arrival) -> taken(activity, () -> inbox.arrived(arrival));
      case TeamsEvent.Left(var mainLine, var at) -> taken(activity, () -> inbox.left(mainLine, at));
      case TeamsEvent.SilentClick(var action) -> taken(activity, () -> inbox.action(action));
      case TeamsEvent.Click(var action) ->
          answered(activity, () -> TeamsAnswers.toClick(inbox.action(action)));
      case TeamsEvent.Submission(var form) ->
          answered(activity, () -> TeamsAnswers.toSubmission(inbox.form(form)));
      case TeamsEvent.Opening(var action) -> opened(activity, () -> ask.form(action));
      case TeamsEvent.Choosing(var shortcut) -> opened(activity, () -> ask.form(shortcut));
      case TeamsEvent.NotHere() -> TeamsAnswers.said(Texts.get("adapter.not-here"));
      case TeamsEvent.Outsider(var kind) -> said(kind, Texts.get("adapter.members-only"));
      case TeamsEvent.NothingChosen(var kind) -> said(kind, Texts.get("adapter.choose-first"));
      case TeamsEvent.Ignored(var reason) -> ignored(activity, reason);
      case TeamsEvent.Unsupported(var name) -> refused(501, "unknown invoke " + name, request);
      case TeamsEvent.Malformed(var reason) -> refused(400, reason, request);
    };
  }

  private void message(InboundMessage message) {
    if (message.addressing().bot()) {
      accounts.find(message);
    } else {
      hearing.overheard(message.address());
    }
    inbox.message(message);
  }

  private static WebResponse taken(Activity activity, Runnable intake) {
    return answered(
        activity,
        () -> {
          intake.run();
          return WebResponse.empty(200);
        });
  }

  /// An error of intake is a server error, so that Teams delivers again.
  private static WebResponse answered(Activity activity, Supplier<WebResponse> intake) {
    try {
      return intake.get();
    } catch (RuntimeException failure) {
      logged(activity, failure, "intake failed");
      return bland(503);
    }
  }

  private static WebResponse opened(Activity activity, Supplier<Ask.Answer> form) {
    try {
      return TeamsAnswers.toOpening(form.get());
    } catch (RuntimeException failure) {
      logged(activity, failure, "a form could not be opened");
      return TeamsAnswers.said(Texts.get("adapter.try-again"));
    }
  }

  private static WebResponse ignored(Activity activity, String reason) {
    log.atDebug()
        .addKeyValue("activity", activity.getId())
        .addKeyValue("reason", reason)
        .log("activity ignored");
    return WebResponse.empty(200);
  }

  /// A sentence for whoever clicked, where there is an answer to say it in.
  private static WebResponse said(TeamsEvent.Kind kind, String sentence) {
    return switch (kind) {
      case CLICK -> TeamsAnswers.toClick(Receipt.note(sentence));
      case DIALOG -> TeamsAnswers.said(sentence);
      case MESSAGE -> WebResponse.empty(200);
    };
  }

  private static WebResponse refused(int status, String reason, WebRequest request) {
    log.atLevel(status < 500 ? Level.INFO : Level.WARN)
        .addKeyValue("status", status)
        .addKeyValue("reason", reason)
        .addKeyValue("remote", request.remote())
        .log("request to the Teams endpoint refused");
    return bland(status);
  }

  /// The same for every reason, so that it tells nothing.
  private static WebResponse bland(int status) {
    return WebResponse.text(status, "not accepted");
  }

  private static void logged(Activity activity, RuntimeException failure, String what) {
    log.atError()
        .addKeyValue("activity", activity.getId())
        .addKeyValue("type", activity.getType())
        .setCause(Trace.of(failure))
        .log(what);
  }
}
