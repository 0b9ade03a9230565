package dev.tiller.core.cursor;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/// Answers as nobody wants them, made of pieces that the API's answers are made of.
final class Garbage {

  private static final List<String> NAMES =
      List.of(
          "error",
          "code",
          "message",
          "details",
          "debug",
          "items",
          "agents",
          "nextCursor",
          "id",
          "status",
          "agent",
          "run",
          "git",
          "branches",
          "repoUrl",
          "prUrl",
          "branch",
          "createdAt",
          "durationMs",
          "result",
          "url",
          "latestRunId",
          "messages",
          "type",
          "text",
          "usage",
          "totalUsage",
          "runs",
          "cost",
          "rawCostCents",
          "chargedCents",
          "inputTokens",
          "path",
          "absolutePath",
          "sizeBytes",
          "models",
          "repositories",
          "repository",
          "repos",
          "source",
          "target",
          "aliases",
          "displayName",
          "name",
          "apiKeyName",
          "artifacts",
          "additionalInfo",
          "retryAfter");

  private static final List<String> SCALARS =
      List.of(
          "null",
          "true",
          "0",
          "-1",
          "1e999",
          "99999999999999999999",
          "1.5",
          "\"\"",
          "\" \"",
          "\"bc-1\"",
          "\"FINISHED\"",
          "\"2026-11-20T10:00:00.000Z\"",
          "\"github.com/acme/web\"",
          "\"https://x y/\"",
          "\"http://[::1\"",
          "\"\\u0000\\ud800\"",
          "\"user_message\"",
          "\"agent_busy\"",
          "\"../..?#%zz\"",
          "\"+999999999-12-31T23:59:59Z\"");

  private Garbage() {}

  static byte[] body(Random random) {
    var json = value(random, 0);
    var bytes =
        switch (random.nextInt(8)) {
          case 0 -> new byte[0];
          case 1 -> "<html><h1>502 Bad Gateway</h1>".getBytes(StandardCharsets.UTF_8);
          case 2 -> noise(random);
          case 3 ->
              json.substring(0, random.nextInt(json.length() + 1)).getBytes(StandardCharsets.UTF_8);
          case 4 -> json.getBytes(StandardCharsets.UTF_16);
          case 5 ->
              ("data: " + json + "\n\nevent: done\ndata\n\n").getBytes(StandardCharsets.UTF_8);
          default -> json.getBytes(StandardCharsets.UTF_8);
        };
    return random.nextInt(50) == 0 ? "[".repeat(50_000).getBytes(StandardCharsets.UTF_8) : bytes;
  }

  private static byte[] noise(Random random) {
    var bytes = new byte[random.nextInt(300)];
    random.nextBytes(bytes);
    return bytes;
  }

  private static String value(Random random, int depth) {
    return switch (depth > 4 ? 0 : random.nextInt(3)) {
      case 0 -> depth == 0 ? object(random, depth) : SCALARS.get(random.nextInt(SCALARS.size()));
      case 1 -> array(random, depth);
      default -> object(random, depth);
    };
  }

  private static String array(Random random, int depth) {
    var items = Stream.generate(() -> value(random, depth + 1)).limit(random.nextInt(4)).toList();
    return "[" + String.join(",", items) + "]";
  }

  private static String object(Random random, int depth) {
    var fields =
        Stream.generate(() ->
                "\"" + NAMES.get(random.nextInt(NAMES.size())) + "\":" + value(random, depth + 1))
            .limit(random.nextInt(8))
            .toList();
    return "{" + String.join(",", fields) + "}";
  }

  static String text(Random random) {
    var scalar = SCALARS.get(random.nextInt(SCALARS.size())).replace("\"", "");
    return random.nextInt(3) > 0
        ? scalar
        : new String(noise(random), StandardCharsets.ISO_8859_1).replaceAll("[\\r\\n]", " ");
  }
}
