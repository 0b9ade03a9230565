package dev.tiller.app.standin.slack;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tiller.app.http.HttpServer;
import dev.tiller.app.http.Routes;
import dev.tiller.app.standin.Traffic;
import dev.tiller.app.standin.chat.BotClient;
import dev.tiller.app.standin.chat.Calls;
import dev.tiller.app.standin.chat.ChatStandIn;
import dev.tiller.app.standin.chat.Endpoint;
import dev.tiller.app.standin.chat.Faults;
import dev.tiller.app.standin.chat.Gestures;
import dev.tiller.app.standin.chat.Listeners;
import dev.tiller.app.standin.chat.PlatformView;
import dev.tiller.app.standin.chat.SharedFile;
import dev.tiller.app.standin.chat.Surface;
import java.io.IOException;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A stand-in for Slack on loopback: workspace Acme with Ann Lee, Ben Ortiz and Cara Singh, the
/// channels `general`, `web-team` and `api-team`, and a direct channel with the bot for each.
public final class SlackStandIn implements ChatStandIn, AutoCloseable {

  /// Ann Lee's member id.
  public static final String ANN = SlackWorld.PEOPLE.getFirst().id();

  private final Listeners listeners = new Listeners();
  private final Endpoint endpoint;
  private final BotClient bot;
  private final SlackSockets sockets;
  private final SlackDelivery delivery;
  private final SlackStore store;
  private final SlackViews views = new SlackViews(listeners);
  private final SlackHomes homes = new SlackHomes(listeners);
  private final SlackSessions sessions = new SlackSessions(listeners);
  private final SlackEvents events;
  private final SlackOutbox outbox;
  private final SlackPeople people;
  private final SlackClient client;
  private final SlackHomeClient homeClient;
  private final SlackGestures gestures;
  private final SlackFiles files;
  private final HttpServer server;

  private SlackStandIn(SlackSettings settings, Traffic traffic) throws IOException {
    var clock = settings.clock();
    endpoint = new Endpoint("slack", traffic);
    bot = new BotClient("slack", traffic);
    sockets = new SlackSockets(settings.patience(), traffic, listeners);
    delivery = new SlackDelivery(settings, bot, sockets);
    store = new SlackStore(clock, listeners);
    events = new SlackEvents(store, clock);
    outbox = new SlackOutbox(delivery);
    people = new SlackPeople(store, events, outbox);
    var triggers = new Triggers(clock);
    var responseUrls = new ResponseUrls(clock, store, events, outbox);
    client = new SlackClient(store, views, triggers, responseUrls, delivery);
    homeClient = new SlackHomeClient(homes, events, delivery, client);
    gestures = new SlackGestures(store, people, events, outbox, client, sessions);
    files = new SlackFiles(clock);
    var api = new SlackApi(settings, endpoint, methods(triggers));
    var routes =
        Routes.builder()
            .get("/api/{method}", api::handle)
            .post("/api/{method}", api::handle)
            .post(ResponseUrls.PATTERN, endpoint.handler("response_url", responseUrls::answer))
            .post(SlackFiles.UPLOAD, endpoint.handler("upload", files::take))
            .get(
                SlackFiles.PRIVATE,
                call -> files.serve(call, settings.botToken(), endpoint.ordered("file")))
            .build();
    server = sockets.serve(settings.port(), routes);
    responseUrls.servedAt("http://127.0.0.1:" + server.port());
    files.servedAt("http://127.0.0.1:" + server.port());
  }

  /// Starts it. It delivers nothing before [#connect(URI)] or a socket of the bot's.
  public static SlackStandIn start(SlackSettings settings, Traffic traffic) throws IOException {
    return new SlackStandIn(settings, traffic);
  }

  private Map<String, SlackApi.Method> methods(Triggers triggers) {
    var methods = new HashMap<String, SlackApi.Method>();
    methods.putAll(IdentityMethods.all());
    methods.putAll(new ChatMethods(store, events, outbox).all());
    methods.putAll(new ConversationMethods(store).all());
    methods.putAll(new ReactionMethods(store).all());
    methods.putAll(new SessionMethods(store, sessions).all());
    methods.putAll(new FileMethods(files, store, events, outbox).all());
    methods.putAll(new ViewMethods(views, triggers).all());
    methods.putAll(homes.methods());
    methods.putAll(sockets.methods());
    return methods;
  }

  /// Where the Web API is, for `SLACK_API_URL`; ends with a slash.
  public URI apiUrl() {
    return URI.create("http://127.0.0.1:" + server.port() + "/api/");
  }

  /// Names the bot's base address: events go to `/slack/events` there.
  public void connect(URI base) {
    bot.connect(base);
    listeners.tell();
  }

  /// The sockets that bots have open.
  public SlackSockets sockets() {
    return sockets;
  }

  /// Orders troubles for calls of the Web API, by method; `response_url`, `upload` and `file` for
  /// those addresses.
  public Faults faults() {
    return endpoint.faults();
  }

  /// What the bot has called, by method.
  public Calls calls() {
    return endpoint.calls();
  }

  /// A thread's messages as `conversations.replies` has them, with metadata, oldest first.
  public List<ObjectNode> thread(String channel, String root) {
    return SlackJson.thread(store.thread(channel, root));
  }

  /// A channel's main line as [#thread] has threads: what is in no thread.
  public List<ObjectNode> line(String channel) {
    return SlackJson.each(store.line(channel));
  }

  /// What Slack shows of the bot's work in a thread (`agents.sessions.setStatus`); empty when the
  /// bot has said nothing.
  public Optional<String> agentStatus(String channel, String root) {
    return sessions.status(channel, root);
  }

  @Override
  public String id() {
    return "slack";
  }

  @Override
  public PlatformView view() {
    return SlackViewer.view(
        bot.connected() || sockets.open() > 0,
        store.all(),
        views.all(),
        homes.all(),
        sessions.processing());
  }

  @Override
  public String say(
      String person,
      String channel,
      Optional<String> thread,
      String text,
      List<SharedFile> shared) {
    var author = SlackPeople.person(person);
    var place = SlackPeople.place(channel, author);
    return people.say(author, place, thread, text, () -> files.add(author.id(), shared));
  }

  /// Posts as `deploybot`, a bot that nobody knows.
  ///
  /// @param text may mention the bot as `@tiller`
  /// @return the new message's id
  public String sayAsOtherBot(String channel, Optional<String> thread, String text) {
    return people.say(SlackWorld.DEPLOYBOT, SlackPeople.place(channel), thread, text, List::of);
  }

  @Override
  public void edit(String person, String channel, String message, String text) {
    people.edit(SlackPeople.person(person), channel, message, text);
  }

  @Override
  public Optional<String> press(String person, String channel, String message, ObjectNode action) {
    var clicker = SlackPeople.person(person);
    return client.press(clicker, people.message(clicker, channel, message), action);
  }

  @Override
  public List<Entry> search(String person, Surface surface, ObjectNode element, String typed) {
    var asker = SlackPeople.person(person);
    return switch (surface) {
      case Surface.OnMessage(var channel, var message) ->
          client.search(asker, people.message(asker, channel, message), element, typed);
      case Surface.OnForm(var form) ->
          client.search(asker, views.before(person, form).view(), element, typed);
      case Surface.OnHome() -> client.search(asker, homeClient.view(asker), element, typed);
    };
  }

  @Override
  public void openHome(String person) {
    homeClient.open(SlackPeople.person(person));
  }

  @Override
  public Optional<String> pressHome(String person, ObjectNode action) {
    return homeClient.press(SlackPeople.person(person), action);
  }

  @Override
  public Gestures gestures() {
    return gestures;
  }

  @Override
  public Submitted submit(String person, String form, Map<String, String> values) {
    return client.submit(SlackPeople.person(person), views.before(person, form), values);
  }

  @Override
  public void dismiss(String person, String form) {
    client.dismiss(SlackPeople.person(person), views.before(person, form));
  }

  @Override
  public void redeliver(String message) {
    people.redeliver(message);
  }

  @Override
  public Optional<SharedFile> file(String id) {
    return files.find(id);
  }

  @Override
  public void onChange(Runnable listener) {
    listeners.add(listener);
  }

  @Override
  public boolean idle() {
    return delivery.idle();
  }

  /// Ends deliveries and closes the port.
  @Override
  public void close() {
    delivery.close();
    bot.close();
    server.close();
  }
}
