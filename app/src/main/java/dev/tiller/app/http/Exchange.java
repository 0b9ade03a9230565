package dev.tiller.app.http;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;

/// One request and its answer. For one thread: the handler's.
public final class Exchange {

  private final Request request;
  private final Response response;
  private final Map<String, String> params;
  private final byte[] body;
  private final Set<Thread> streaming;
  private boolean answered;

  Exchange(
      Request request,
      Response response,
      Map<String, String> params,
      byte[] body,
      Set<Thread> streaming) {
    this.request = request;
    this.response = response;
    this.params = params;
    this.body = body;
    this.streaming = streaming;
  }

  public String method() {
    return request.getMethod();
  }

  /// The path without the query, still percent-encoded.
  public String path() {
    return request.getHttpURI().getPath();
  }

  /// The raw query, empty when there is none.
  public String query() {
    return Optional.ofNullable(request.getHttpURI().getQuery()).orElse("");
  }

  /// The first value of a parameter of the query, decoded.
  public Optional<String> queryParam(String name) {
    return Optional.ofNullable(Request.extractQueryParameters(request).getValue(name));
  }

  /// What stood for `{name}` in the route's pattern, decoded.
  public String pathParam(String name) {
    return findPathParam(name)
        .orElseThrow(() -> new NoSuchElementException("the route has no parameter " + name));
  }

  /// As [#pathParam]; empty when the route has no such parameter.
  public Optional<String> findPathParam(String name) {
    return Optional.ofNullable(params.get(name));
  }

  /// All headers by lower-case name, in the order they came.
  public Map<String, List<String>> headers() {
    return request.getHeaders().stream()
        .collect(
            Collectors.groupingBy(
                HttpField::getLowerCaseName,
                TreeMap::new,
                Collectors.mapping(Exchange::valueOf, Collectors.toList())));
  }

  /// The first value of a header, whatever its case.
  public Optional<String> header(String name) {
    return Optional.ofNullable(request.getHeaders().get(name.toLowerCase(Locale.ROOT)));
  }

  /// The whole body, empty when there is none.
  public byte[] body() {
    return body;
  }

  /// The body read as UTF-8.
  public String bodyText() {
    return new String(body, StandardCharsets.UTF_8);
  }

  /// The peer's address without its port, for logs.
  public String remote() {
    return Request.getRemoteAddr(request);
  }

  /// Sets a header of the answer, before the answer.
  public Exchange setHeader(String name, String value) {
    response.getHeaders().put(name, value);
    return this;
  }

  /// Answers without a body.
  public void respond(int status) throws IOException {
    respond(status, "", new byte[0]);
  }

  /// Answers.
  ///
  /// @param contentType left out when empty
  public void respond(int status, String contentType, byte[] bytes) throws IOException {
    begin(status, contentType);
    if (status != 204 && status != 304) {
      response.getHeaders().put(HttpHeader.CONTENT_LENGTH, bytes.length);
    }
    Content.Sink.write(response, true, ByteBuffer.wrap(bytes));
  }

  /// Answers with text as UTF-8.
  public void respond(int status, String contentType, String text) throws IOException {
    respond(status, contentType, text.getBytes(StandardCharsets.UTF_8));
  }

  /// Answers with JSON that is text already.
  public void respondJson(int status, String json) throws IOException {
    respond(status, "application/json", json);
  }

  /// Answers with a JSON object that says in plain words what is wrong.
  public void respondError(int status, String sentence) throws IOException {
    respond(status, "application/json", JsonError.of(sentence));
  }

  /// Begins an answer of unknown length, such as `text/event-stream`. Each write goes out at once
  /// and blocks while the client is slow. The answer ends when the handler returns; when the server
  /// closes, the handler's thread is interrupted.
  ///
  /// @return throws IOException on writing when the client is gone
  public OutputStream startStream(int status, String contentType, Map<String, String> headers)
      throws IOException {
    begin(status, contentType);
    headers.forEach(this::setHeader);
    streaming.add(Thread.currentThread());
    boolean bodiless = method().equals("HEAD");
    Content.Sink.write(response, bodiless, ByteBuffer.allocate(0));
    return new ResponseStream(response);
  }

  /// As [#startStream(int, String, Map)] without further headers.
  public OutputStream startStream(int status, String contentType) throws IOException {
    return startStream(status, contentType, Map.of());
  }

  boolean answered() {
    return answered;
  }

  private void begin(int status, String contentType) {
    if (answered) {
      throw new IllegalStateException("answered already");
    }
    answered = true;
    response.setStatus(status);
    if (!contentType.isEmpty()) {
      response.getHeaders().put(HttpHeader.CONTENT_TYPE, contentType);
    }
  }

  private static String valueOf(HttpField field) {
    return Optional.ofNullable(field.getValue()).orElse("");
  }
}
