package dev.tiller.app.playground;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tiller.app.http.Exchange;
import dev.tiller.app.standin.chat.Json;
import dev.tiller.app.standin.chat.Refusal;
import dev.tiller.app.standin.chat.SharedFile;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The JSON body of a request to the playground. What is missing in it throws a [Refusal].
record Body(ObjectNode json) {

  static Body of(Exchange exchange) {
    var type = exchange.header("content-type").orElse("");
    if (!type.startsWith("application/json")) {
      throw Refusal.invalid("The request must be JSON, with a content type that says so.");
    }
    return new Body(
        Json.parseObject(exchange.bodyText())
            .orElseThrow(() -> Refusal.invalid("The request is not a JSON object.")));
  }

  String required(String field) {
    return Json.text(json, field)
        .orElseThrow(() -> Refusal.invalid("The text \"" + field + "\" is missing."));
  }

  Optional<String> optional(String field) {
    return Json.text(json, field).filter(text -> !text.isEmpty());
  }

  boolean flag(String field) {
    if (json.path(field).isBoolean()) {
      return json.path(field).asBoolean();
    }
    throw Refusal.invalid("The field \"" + field + "\" must be true or false.");
  }

  ObjectNode object(String field) {
    if (json.path(field) instanceof ObjectNode object) {
      return object;
    }
    throw Refusal.invalid("The object \"" + field + "\" is missing.");
  }

  /// Files as objects with `name`, `type` and the content in Base64 as `data`.
  List<SharedFile> files() {
    var files = new ArrayList<SharedFile>();
    for (var file : json.path("files")) {
      try {
        files.add(
            new SharedFile(
                file.path("name").asText(),
                file.path("type").asText(),
                Base64.getDecoder().decode(file.path("data").asText())));
      } catch (IllegalArgumentException e) {
        throw Refusal.invalid("The content of a file is not Base64.");
      }
    }
    return files;
  }

  /// An object's fields as texts.
  Map<String, String> texts(String field) {
    var texts = new LinkedHashMap<String, String>();
    object(field)
        .properties()
        .forEach(entry -> texts.put(entry.getKey(), entry.getValue().asText()));
    return texts;
  }
}
