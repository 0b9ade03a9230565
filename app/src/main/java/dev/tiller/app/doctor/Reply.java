package dev.tiller.app.doctor;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;

/// What became of a call.
sealed interface Reply {

  /// @param body at most as much as [Web] reads
  record Answered(int status, HttpHeaders headers, byte[] body, Duration took) implements Reply {

    private static final ObjectMapper JSON = new ObjectMapper();

    String text() {
      return new String(body, StandardCharsets.UTF_8);
    }

    /// The body read as JSON; a missing node when it is none.
    JsonNode json() {
      try {
        return Objects.requireNonNullElseGet(JSON.readTree(body), MissingNode::getInstance);
      } catch (IOException _) {
        return MissingNode.getInstance();
      }
    }

    String header(String name) {
      return headers.firstValue(name).orElse("");
    }

    /// Whether the service asks for later.
    boolean later() {
      return status == 429 || status >= 500;
    }
  }

  /// @param why one of those that say how far a call came
  /// @param host who was called, with the port where one was given
  record Unanswered(Symptom why, String host) implements Reply {

    Finding finding(Check check) {
      var said =
          switch (why) {
            case NAME_UNKNOWN -> "there is no address for the name " + host;
            case NO_CONNECTION -> host + " takes no connection";
            case TLS_REFUSED -> host + " does not prove who it is";
            default -> host + " does not answer";
          };
      return Finding.of(check, why, said, host);
    }
  }
}
