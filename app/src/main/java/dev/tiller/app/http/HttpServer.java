package dev.tiller.app.http;

import java.io.IOException;
import java.net.BindException;
import java.util.Optional;
import java.util.concurrent.Executors;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/// A running HTTP/1.1 server on one port.
public final class HttpServer implements AutoCloseable {

  private final Server server;
  private final ServerConnector connector;
  private final RoutesHandler handler;

  private HttpServer(Server server, ServerConnector connector, RoutesHandler handler) {
    this.server = server;
    this.connector = connector;
    this.handler = handler;
  }

  /// Starts a server.
  ///
  /// @param port 0 takes any free one
  /// @throws BindException when the port cannot be had, with a message for people
  public static HttpServer start(String host, int port, Routes routes, Limits limits)
      throws IOException {
    return start(host, port, routes, limits, Optional.empty());
  }

  /// As [#start(String, int, Routes, Limits)], with an address for WebSockets.
  public static HttpServer start(
      String host, int port, Routes routes, Limits limits, Optional<WebSockets> sockets)
      throws IOException {
    var threads = new QueuedThreadPool(64, 2);
    threads.setName("http");
    threads.setVirtualThreadsExecutor(
        Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("http-", 0).factory()));
    var server = new Server(threads);
    var connector = connector(server, limits);
    connector.setHost(host);
    connector.setPort(port);
    server.addConnector(connector);
    server.addBean(new NetworkConnectionLimit(limits.connections(), server));
    var handler = new RoutesHandler(routes, limits);
    server.setHandler(
        new GracefulHandler(
            sockets.<Handler>map(its -> its.before(handler, server)).orElse(handler)));
    server.setErrorHandler(new JsonError());
    server.setStopTimeout(limits.drain().toMillis());
    var started = new HttpServer(server, connector, handler);
    started.run();
    return started;
  }

  /// As [#start(String, int, Routes, Limits)] with [Limits#DEFAULT].
  public static HttpServer start(String host, int port, Routes routes) throws IOException {
    return start(host, port, routes, Limits.DEFAULT);
  }

  private static ServerConnector connector(Server server, Limits limits) {
    var config = new HttpConfiguration();
    config.setSendServerVersion(false);
    config.setRequestHeaderSize(limits.headerBytes());
    config.setIdleTimeout(-1);
    var connector = new ServerConnector(server, 1, 1, new HttpConnectionFactory(config));
    connector.setIdleTimeout(limits.idle().toMillis());
    connector.setShutdownIdleTimeout(100);
    connector.addBean(new SlowSenders(connector.getScheduler(), limits.receive()));
    return connector;
  }

  private void run() throws IOException {
    try {
      server.start();
    } catch (IOException e) {
      close();
      throw bindFailure(e);
    } catch (Exception e) {
      close();
      throw new IllegalStateException("the HTTP server did not start", e);
    }
  }

  private BindException bindFailure(IOException cause) {
    boolean taken = String.valueOf(cause.getCause()).contains("in use");
    var failure =
        new BindException(
            "cannot listen on %s:%d: %s"
                .formatted(
                    connector.getHost(),
                    connector.getPort(),
                    taken
                        ? "the port is in use: stop what uses it, or choose another port"
                        : "the address or port cannot be had"));
    failure.initCause(cause);
    return failure;
  }

  /// The port it listens on.
  public int port() {
    return connector.getLocalPort();
  }

  /// Takes no more requests, lets those in flight finish within [Limits#drain()], ends streams.
  @Override
  public void close() {
    handler.endStreams();
    try {
      server.stop();
    } catch (Exception e) {
      throw new IllegalStateException("the HTTP server did not stop cleanly", e);
    }
  }
}
