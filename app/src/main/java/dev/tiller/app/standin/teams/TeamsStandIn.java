package dev.tiller.app.standin.teams;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tiller.app.http.HttpServer;
import dev.tiller.app.http.Limits;
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
import dev.tiller.app.standin.chat.Refusal;
import dev.tiller.app.standin.chat.Reply;
import dev.tiller.app.standin.chat.SharedFile;
import dev.tiller.app.standin.teams.TeamsWorld.Author;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A stand-in for Microsoft Teams on loopback: tenant Acme with Ann Lee, Ben Ortiz and Cara Singh,
/// team Acme Engineering with the channels General and Web, the group chat Launch crew, and a
/// personal chat with the bot for each person.
public final class TeamsStandIn implements ChatStandIn, AutoCloseable {

  /// The tenant's id, for `TEAMS_TENANT_ID`.
  public static final String TENANT = TeamsWorld.TENANT;

  /// Ann Lee's Entra object id.
  public static final String ANN = TeamsWorld.PEOPLE.getFirst().aadObjectId();

  private static final Limits LIMITS =
      Limits.DEFAULT.withBodyBytes(4 << 20).withDrain(Duration.ofSeconds(1));

  private final Listeners listeners = new Listeners();
  private final InstantSource clock;
  private final Author bot;
  private final Endpoint endpoint;
  private final BotClient botClient;
  private final TeamsStore store;
  private final TeamsPictures pictures = new TeamsPictures();
  private final TeamsShares shares = new TeamsShares(pictures);
  private final TeamsLogin login;
  private final TeamsGraph graph;
  private final TeamsForms forms = new TeamsForms(listeners);
  private final TeamsDelivery delivery;
  private final HttpServer server;
  private final TeamsPeople people;
  private final TeamsClient client;
  private final TeamsGestures gestures;

  private TeamsStandIn(TeamsSettings settings, Traffic traffic) throws IOException {
    clock = settings.clock();
    bot = new Author("28:" + settings.appId(), "Tiller", Optional.empty());
    endpoint = new Endpoint("teams", traffic);
    botClient = new BotClient("teams", traffic);
    store = new TeamsStore(clock, listeners);
    var keys = new TeamsKeys(clock);
    delivery = new TeamsDelivery(settings, keys, botClient);
    login = new TeamsLogin(settings);
    graph = new TeamsGraph(bot, store, login, endpoint);
    server = HttpServer.start("127.0.0.1", settings.port(), routes(keys), LIMITS);
    keys.servedAt(base());
    pictures.servedAt(base());
    shares.servedAt(base());
    graph.servedAt(base());
    var activities = new TeamsActivities(bot, serviceUrl().toString(), clock);
    var outbox = new TeamsOutbox(delivery);
    people = new TeamsPeople(bot, store, activities, shares, outbox, clock, graph::granted);
    client = new TeamsClient(store, forms, activities, delivery);
    gestures = new TeamsGestures(bot, store, people, activities, outbox, client, graph);
  }

  /// Starts it. It delivers nothing before [#connect(URI)].
  ///
  /// @throws IOException when the port cannot be had
  public static TeamsStandIn start(TeamsSettings settings, Traffic traffic) throws IOException {
    return new TeamsStandIn(settings, traffic);
  }

  private Routes routes(TeamsKeys keys) {
    var routes =
        Routes.builder()
            .post(TeamsLogin.PATTERN, endpoint.handler("token", login::token))
            .get(
                TeamsKeys.METADATA,
                endpoint.handler("openIdMetadata", _ -> Reply.json(200, keys.metadata())))
            .get(TeamsPictures.PATTERN, call -> pictures.serve(call, login))
            .get(TeamsShares.PATTERN, shares::serve)
            .get(TeamsKeys.KEYS, endpoint.handler("keys", _ -> Reply.json(200, keys.keys())));
    new TeamsConnector(store, new TeamsPosts(bot, store, pictures, clock), login, endpoint)
        .addTo(routes);
    graph.addTo(routes);
    return routes.build();
  }

  private String base() {
    return "http://127.0.0.1:" + server.port();
  }

  /// Where the connector is, as activities name it; ends with a slash.
  public URI serviceUrl() {
    return URI.create(base() + "/teams/");
  }

  /// Where the bot gets its tokens, for `TEAMS_LOGIN_URL`: the part before `/{tenant}/oauth2/…`.
  public URI loginUrl() {
    return URI.create(base() + "/login");
  }

  /// Where the OpenID metadata is, for `TEAMS_OPENID_METADATA_URL`.
  public URI openIdMetadataUrl() {
    return URI.create(base() + TeamsKeys.METADATA);
  }

  /// Where Microsoft Graph is, for `TEAMS_GRAPH_URL`.
  public URI graphUrl() {
    return URI.create(base() + TeamsGraph.BASE);
  }

  /// Gives the app the permission to read messages where it is installed, or takes it back. With it
  /// the bot is also told of messages that do not mention it.
  public void grantReading(boolean reading) {
    graph.grant(reading);
  }

  /// Names the bot's base address: activities go to `/api/messages` there.
  public void connect(URI base) {
    botClient.connect(base);
    listeners.tell();
  }

  /// Orders troubles for the bot's calls, by the connector's operation, such as `sendActivity`,
  /// `updateActivity`, and Graph's, such as `listReplies`; also `token`, `openIdMetadata`, `keys`.
  public Faults faults() {
    return endpoint.faults();
  }

  /// What the bot has called, by operation.
  public Calls calls() {
    return endpoint.calls();
  }

  /// The activities that everybody sees of a thread, or of a place without threads, oldest first.
  public List<ObjectNode> thread(String place, String root) {
    return store.all().stream()
        .filter(message -> message.place().id().equals(place) && message.root().equals(root))
        .filter(message -> message.onlyFor().isEmpty())
        .map(TeamsMessage::activity)
        .toList();
  }

  @Override
  public String id() {
    return "teams";
  }

  @Override
  public PlatformView view() {
    return TeamsViewer.view(
        bot, botClient.connected(), graph.granted(), store.all(), forms.all());
  }

  @Override
  public String say(
      String person, String channel, Optional<String> thread, String text, List<SharedFile> files) {
    var author = TeamsPeople.person(person);
    var place = TeamsPeople.place(channel, author);
    return people.say(author.author(), place, thread, text, files);
  }

  /// Posts as `deploybot`, a bot that nobody knows.
  ///
  /// @param text may mention the bot as `@tiller`
  /// @return the new message's id
  public String sayAsOtherBot(String channel, Optional<String> thread, String text) {
    var place =
        TeamsWorld.place(channel)
            .orElseThrow(() -> Refusal.unknown("There is no channel " + channel + "."));
    return people.say(TeamsWorld.DEPLOYBOT, place, thread, text, List.of());
  }

  @Override
  public void edit(String person, String channel, String message, String text) {
    people.edit(TeamsPeople.person(person), channel, message, text);
  }

  @Override
  public Optional<String> press(String person, String channel, String message, ObjectNode action) {
    var clicker = TeamsPeople.person(person);
    return client.press(clicker, people.message(clicker, channel, message), action);
  }

  @Override
  public Gestures gestures() {
    return gestures;
  }

  @Override
  public Submitted submit(String person, String form, Map<String, String> values) {
    return client.submit(form(person, form), values);
  }

  @Override
  public void dismiss(String person, String form) {
    forms.close(form(person, form));
  }

  @Override
  public void redeliver(String message) {
    people.redeliver(message);
  }

  @Override
  public Optional<SharedFile> file(String id) {
    return pictures.find(id);
  }

  @Override
  public void onChange(Runnable listener) {
    listeners.add(listener);
  }

  private TeamsForm form(String person, String id) {
    return forms
        .find(id)
        .filter(form -> form.person().equals(person))
        .orElseThrow(() -> Refusal.unknown("The form is not open any more."));
  }

  @Override
  public boolean idle() {
    return delivery.idle();
  }

  /// Ends deliveries and closes the port.
  @Override
  public void close() {
    delivery.close();
    botClient.close();
    server.close();
  }
}
