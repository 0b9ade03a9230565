package dev.tiller.app.standin.cursor;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// Checks the parts of v1 bodies that go to the agent's machine and have no effect here.
final class V1Extras {

  private static final int VARIABLES = 50;
  private static final int VARIABLE_NAME = 255;
  private static final int VARIABLE_VALUE = 4096;
  private static final int SERVERS = 50;
  private static final int SUBAGENTS = 20;
  private static final Set<String> BUILT_IN =
      Set.of("explore", "shell", "debug", "computeruse", "cursorguide");

  private V1Extras() {}

  /// Environment variables and MCP servers. `metadata` is a feature that accounts do not have.
  static void check(Fields body) {
    if (body.has("metadata")) {
      throw new ApiError(403, "feature_unavailable", "metadata is not available for this account");
    }
    variables(body);
    var names = body.objects("mcpServers", SERVERS, V1Extras::server);
    requireUnique(body, "mcpServers", names);
  }

  /// Custom subagents as they came.
  static Optional<JsonNode> subagents(Fields body) {
    var names = body.objects("customSubagents", SUBAGENTS, V1Extras::subagent);
    requireUnique(body, "customSubagents", names);
    return body.raw("customSubagents");
  }

  private static void variables(Fields body) {
    var variables = body.textMap("envVars");
    if (variables.size() > VARIABLES) {
      throw body.wrong("envVars", "must have at most " + VARIABLES + " entries");
    }
    variables.forEach((name, value) -> {
      if (name.isEmpty() || bytes(name) > VARIABLE_NAME || name.startsWith("CURSOR_")) {
        throw body.wrong("envVars", "has a name that is not allowed");
      }
      if (value.isEmpty() || bytes(value) > VARIABLE_VALUE) {
        throw body.wrong("envVars." + name, "must have 1 to " + VARIABLE_VALUE + " bytes");
      }
    });
  }

  private static String server(Fields server) {
    var name = server.required("name");
    if (server.has("command")) {
      server.required("command");
      server.word("type", List.of("stdio"));
      server.texts("args");
      server.textMap("env");
      return name;
    }
    var url = server.required("url");
    if (!PromptReader.isWeb(url) || url.matches("https?://[^/?#]*@.*")) {
      throw server.wrong("url", "must be an http or https URL without user info");
    }
    server.word("type", List.of("http", "sse"));
    server.textMap("headers");
    server.object("auth", V1Extras::auth);
    return name;
  }

  private static String auth(Fields auth) {
    auth.text("CLIENT_SECRET", 0, Integer.MAX_VALUE);
    auth.texts("scopes");
    return auth.required("CLIENT_ID");
  }

  private static String subagent(Fields subagent) {
    var name = bounded(subagent, "name", 100);
    bounded(subagent, "description", 1000);
    bounded(subagent, "prompt", 8192);
    if (BUILT_IN.contains(name.toLowerCase(Locale.ROOT))) {
      throw subagent.wrong("name", "is the name of a built-in subagent");
    }
    if (subagent.raw("model").filter(JsonNode::isTextual).isPresent()) {
      subagent.required("model");
    } else {
      subagent.object("model", V1Bodies::model);
    }
    return name;
  }

  private static String bounded(Fields fields, String name, int max) {
    return fields.text(name, 1, max).orElseThrow(() -> fields.wrong(name, "is required"));
  }

  private static void requireUnique(Fields body, String name, List<String> names) {
    if (new HashSet<>(names).size() < names.size()) {
      throw body.wrong(name, "must have unique names");
    }
  }

  private static int bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }
}
