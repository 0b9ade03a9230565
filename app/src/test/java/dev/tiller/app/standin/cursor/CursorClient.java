package dev.tiller.app.standin.cursor;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/// A client that knows nothing but HTTP.
final class CursorClient {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private final URI base;

  CursorClient(URI base) {
    this.base = base;
  }

  record Answer(int status, JsonNode json, HttpResponse<String> raw) {

    String header(String name) {
      return raw.headers().firstValue(name).orElse("");
    }
  }

  static JsonNode json(String text) {
    try {
      return MAPPER.readTree(text.isBlank() ? "null" : text);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  Answer get(String path) throws IOException {
    return answer(request(path).GET());
  }

  Answer post(String path) throws IOException {
    return answer(request(path).POST(BodyPublishers.noBody()));
  }

  Answer post(String path, String json) throws IOException {
    return answer(
        request(path)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(json)));
  }

  Answer delete(String path) throws IOException {
    return answer(request(path).DELETE());
  }

  /// The whole of an event stream.
  String stream(String path) throws IOException {
    return send(request(path).GET(), BodyHandlers.ofString()).body();
  }

  /// An event stream that goes on.
  InputStream openStream(String path) throws IOException {
    return send(request(path).GET(), BodyHandlers.ofInputStream()).body();
  }

  /// An event stream whose connection breaks, up to there. The JDK's client would drop what it has
  /// not handed on yet.
  String brokenStream(String path) throws IOException {
    var answer = brokenAnswer(path);
    var body = answer.substring(answer.indexOf("\r\n\r\n") + 4);
    assertThat(body).as("no last chunk").doesNotEndWith("0\r\n\r\n");
    return body.replaceAll("(?m)^\\p{XDigit}+\r\n", "").replace("\r\n", "");
  }

  /// The bytes of an answer up to where its connection breaks.
  String brokenAnswer(String path) throws IOException {
    try (var socket = new Socket(base.getHost(), base.getPort())) {
      var out = new PrintStream(socket.getOutputStream(), true, UTF_8);
      out.print("GET " + path + " HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer x\r\n\r\n");
      return new String(socket.getInputStream().readAllBytes(), UTF_8);
    }
  }

  HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(base + path))
        .timeout(Duration.ofSeconds(20))
        .header("Authorization", "Bearer crsr_test");
  }

  Answer answer(HttpRequest.Builder request) throws IOException {
    var response = send(request, BodyHandlers.ofString());
    return new Answer(response.statusCode(), json(response.body()), response);
  }

  <T> HttpResponse<T> send(HttpRequest.Builder request, BodyHandler<T> body) throws IOException {
    try {
      return HTTP.send(request.build(), body);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
