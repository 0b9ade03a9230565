package dev.tiller.app.standin.teams;

import static dev.tiller.app.standin.chat.Json.object;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tiller.app.http.Exchange;
import dev.tiller.app.http.HttpHandler;
import dev.tiller.app.http.Routes;
import dev.tiller.app.standin.chat.Endpoint;
import dev.tiller.app.standin.chat.Reply;
import dev.tiller.app.standin.teams.TeamsWorld.Place;
import java.util.Optional;
import java.util.function.Function;

/// What the bot can call (Bot Framework connector REST API v3). The operations' names, for faults
/// and calls, are those of the API reference.
final class TeamsConnector {

  private static final String BASE = "/teams/v3/conversations";
  private static final String ONE = BASE + "/{conversation}";
  private static final String ACTIVITY = ONE + "/activities/{activity}";

  private final TeamsStore store;
  private final TeamsPosts posts;
  private final TeamsLogin login;
  private final Endpoint endpoint;

  TeamsConnector(TeamsStore store, TeamsPosts posts, TeamsLogin login, Endpoint endpoint) {
    this.store = store;
    this.posts = posts;
    this.login = login;
    this.endpoint = endpoint;
  }

  void addTo(Routes.Builder routes) {
    routes
        .post(BASE, operation("createConversation", this::createConversation))
        .post(ONE + "/activities", operation("sendActivity", this::send))
        .post(ACTIVITY, operation("replyToActivity", this::reply))
        .put(ACTIVITY, operation("updateActivity", this::update))
        .delete(ACTIVITY, operation("deleteActivity", this::delete))
        .get(ACTIVITY + "/members", operation("getActivityMembers", this::members))
        .get(ONE + "/members", operation("getConversationMembers", this::members))
        .get(ONE + "/members/{member}", operation("getConversationMember", this::member))
        .get(ONE + "/pagedmembers", operation("getConversationPagedMembers", this::page))
        .get("/teams/v3/teams/{team}", operation("getTeam", this::team))
        .get("/teams/v3/teams/{team}/conversations", operation("getTeamChannels", this::channels));
  }

  private HttpHandler operation(String name, Function<Exchange, Reply> answerer) {
    return endpoint.handler(
        name,
        call -> {
          if (!login.knows(call)) {
            return Reply.json(
                401, object("message", "Authorization has been denied for this request."));
          }
          try {
            return answerer.apply(call);
          } catch (TeamsError error) {
            return error.reply();
          }
        });
  }

  private Reply send(Exchange call) {
    return post(conversation(call), call);
  }

  /// A reply in a channel as a whole goes to the thread of the activity it answers.
  private Reply reply(Exchange call) {
    var named = conversation(call);
    if (!named.place().hasThreads() || named.root().isPresent()) {
      return post(named, call);
    }
    var answered = message(call, named);
    return post(new Conversation(named.place(), Optional.of(answered.root())), call);
  }

  private Reply post(Conversation conversation, Exchange call) {
    var activity = ActivityRules.checked(ActivityRules.read(call.bodyText()));
    if (activity.path("type").asText().equals("typing")) {
      return Reply.json(202, object());
    }
    var message = posts.add(conversation, activity, target(conversation, call, activity));
    return Reply.json(201, object("id", message.id()));
  }

  /// Who alone sees a targeted message.
  private static Optional<String> target(
      Conversation conversation, Exchange call, ObjectNode activity) {
    return call.queryParam("isTargetedActivity")
        .filter("true"::equals)
        .map(_ -> TeamsRoster.member(conversation.place(), activity.at("/recipient/id").asText()))
        .map(member -> member.path("id").asText());
  }

  private Reply update(Exchange call) {
    var activity = ActivityRules.checked(ActivityRules.read(call.bodyText()));
    var message = own(call);
    posts.rewrite(message, activity);
    return Reply.json(200, object("id", message.id()));
  }

  private Reply delete(Exchange call) {
    store.remove(own(call).id());
    return Reply.empty(200);
  }

  private TeamsMessage own(Exchange call) {
    var message = message(call, conversation(call));
    if (!posts.isOwn(message)) {
      throw new TeamsError(403, "Forbidden", "The bot did not write this activity.");
    }
    return message;
  }

  /// Begins a thread in a channel, or finds the personal chat with somebody.
  private Reply createConversation(Exchange call) {
    var wanted = ActivityRules.read(call.bodyText());
    var place = placeFor(wanted);
    if (!(wanted.path("activity") instanceof ObjectNode activity)) {
      return Reply.json(201, object("id", place.id()));
    }
    var message =
        posts.add(
            new Conversation(place, Optional.empty()),
            ActivityRules.checked(activity),
            Optional.empty());
    return Reply.json(201, object("id", message.conversation(), "activityId", message.id()));
  }

  private static Place placeFor(ObjectNode wanted) {
    var channel = wanted.at("/channelData/channel/id").asText();
    if (!channel.isEmpty()) {
      return TeamsWorld.place(channel)
          .filter(Place::hasThreads)
          .orElseThrow(TeamsError::unknownConversation);
    }
    return TeamsWorld.person(wanted.at("/members/0/id").asText())
        .flatMap(TeamsWorld::personalChat)
        .orElseThrow(() -> TeamsError.badArgument("Neither a channel nor a member was named."));
  }

  private Reply members(Exchange call) {
    return Reply.json(200, TeamsRoster.members(conversation(call).place()));
  }

  private Reply member(Exchange call) {
    var place = conversation(call).place();
    return Reply.json(200, TeamsRoster.member(place, call.pathParam("member")));
  }

  private Reply page(Exchange call) {
    var place = conversation(call).place();
    return Reply.json(
        200,
        TeamsRoster.page(place, call.queryParam("pageSize"), call.queryParam("continuationToken")));
  }

  private Reply team(Exchange call) {
    return Reply.json(200, TeamsRoster.team(call.pathParam("team")));
  }

  private Reply channels(Exchange call) {
    return Reply.json(200, TeamsRoster.channels(call.pathParam("team")));
  }

  private Conversation conversation(Exchange call) {
    return Conversation.of(call.pathParam("conversation"), store);
  }

  private TeamsMessage message(Exchange call, Conversation conversation) {
    return store
        .find(call.pathParam("activity"))
        .filter(conversation::has)
        .orElseThrow(TeamsError::unknownActivity);
  }
}
