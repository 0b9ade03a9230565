package dev.tiller.teams;

import dev.tiller.core.chat.Ask;
import dev.tiller.core.chat.ChatPlatform;
import dev.tiller.core.chat.Inbox;
import dev.tiller.core.chat.WebHandler;
import java.time.InstantSource;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// Tiller on Microsoft Teams: [#platform()] speaks, [#handler(Inbox, Ask)] listens.
public final class TeamsAdapter implements AutoCloseable {

  private final TeamsSettings settings;
  private final TeamsKeys keys;
  private final TeamsTokenCheck tokens;
  private final TeamsLogin login;
  private final TeamsConnector connector;
  private final TeamsLogin graph;
  private final TeamsReader reader;
  private final TeamsDownloads downloads;
  private final ExecutorService background = Executors.newVirtualThreadPerTaskExecutor();
  private final TeamsAccounts accounts;
  private final TeamsHearing hearing;
  private final TeamsPlatform platform;

  /// Opens no connection.
  public TeamsAdapter(TeamsSettings settings, InstantSource clock) {
    var hosts = TeamsHosts.of(settings.serviceHosts());
    this.settings = settings;
    this.keys = new TeamsKeys(new TeamsKeyOrigin(settings.openIdMetadata()), clock);
    this.tokens = new TeamsTokenCheck(settings.appId(), keys, clock);
    this.login = new TeamsLogin(settings, clock);
    this.connector = new TeamsConnector(new TeamsCredentials(hosts, login));
    this.graph = new TeamsLogin(settings, clock, TeamsLogin.graphScope(settings));
    this.reader = new TeamsReader(clock);
    this.downloads = new TeamsDownloads(hosts, login);
    var threads = new TeamsThreads(settings, hosts, login, graph, reader, clock);
    this.accounts = new TeamsAccounts(settings, hosts, login, reader, background);
    this.hearing = new TeamsHearing(threads, clock);
    this.platform =
        new TeamsPlatform(settings, connector, hosts, threads, downloads, hearing, clock);
  }

  public ChatPlatform platform() {
    return platform;
  }

  /// The messaging endpoint, `POST /api/messages`.
  public WebHandler handler(Inbox inbox, Ask ask) {
    return new TeamsHandler(settings, tokens, accounts, hearing, inbox, ask);
  }

  /// Does what the first message would otherwise wait for, about a second: loads classes, fetches
  /// the keys of inbound tokens, logs in. Failures are logged; nothing depends on it.
  public void warmUp() {
    new TeamsWarmUp(keys, login, connector).run();
  }

  /// Cancels what is under way.
  @Override
  public void close() {
    background.shutdownNow();
    connector.close();
    login.close();
    graph.close();
    reader.close();
    downloads.close();
  }
}
