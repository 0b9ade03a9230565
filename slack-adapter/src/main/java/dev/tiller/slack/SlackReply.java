package dev.tiller.slack;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.slack.api.methods.SlackApiTextResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What the Web API answers, as far as Tiller reads it. Bolt's own response types also parse every
/// block of every message, which costs time and fails on blocks they do not expect.
final class SlackReply implements SlackApiTextResponse {

  private boolean ok;
  private @Nullable String error;
  private @Nullable String warning;
  private @Nullable String needed;
  private @Nullable String provided;
  private @Nullable String ts;
  private @Nullable String uploadUrl;
  private @Nullable String url;
  private @Nullable String fileId;
  private @Nullable List<JsonObject> messages;
  private @Nullable JsonElement user;
  private @Nullable JsonElement channel;
  private @Nullable JsonObject file;
  private @Nullable String userId;
  private @Nullable String botId;
  private @Nullable JsonObject responseMetadata;
  private transient Map<String, List<String>> headers = Map.of();

  /// The id of the message that was posted.
  Optional<String> ts() {
    return Optional.ofNullable(ts);
  }

  /// Where a file is to be sent.
  Optional<String> uploadUrl() {
    return Optional.ofNullable(uploadUrl);
  }

  /// Where a socket is to be opened (`apps.connections.open`); for other methods something else.
  Optional<String> url() {
    return Optional.ofNullable(url);
  }

  /// The id of the file that is to be sent.
  Optional<String> fileId() {
    return Optional.ofNullable(fileId);
  }

  /// The messages that were asked for.
  List<JsonObject> messages() {
    return messages == null ? List.of() : messages;
  }

  /// The person who was asked for; without fields when there is none. Some methods have a name
  /// here.
  JsonObject user() {
    return user != null && user.isJsonObject() ? user.getAsJsonObject() : new JsonObject();
  }

  /// The id of the channel that was asked for. Some methods answer with the channel itself.
  Optional<String> channel() {
    if (channel instanceof JsonObject its) {
      return Json.text(its, "id");
    }
    return channel != null && channel.isJsonPrimitive()
        ? Optional.of(channel.getAsString())
        : Optional.empty();
  }

  /// The file that was asked for; without fields when there is none.
  JsonObject file() {
    return file == null ? new JsonObject() : file;
  }

  /// The user id of the bot that asks (`auth.test`).
  Optional<String> userId() {
    return Optional.ofNullable(userId);
  }

  /// The bot id of the bot that asks (`auth.test`).
  Optional<String> botId() {
    return Optional.ofNullable(botId);
  }

  /// Where the next page begins; empty on the last one.
  Optional<String> nextCursor() {
    return responseMetadata == null ? Optional.empty() : Json.text(responseMetadata, "next_cursor");
  }

  @Override
  public boolean isOk() {
    return ok;
  }

  @Override
  public void setOk(boolean ok) {
    this.ok = ok;
  }

  @Override
  public @Nullable String getError() {
    return error;
  }

  @Override
  public void setError(@Nullable String error) {
    this.error = error;
  }

  @Override
  public @Nullable String getWarning() {
    return warning;
  }

  @Override
  public void setWarning(@Nullable String warning) {
    this.warning = warning;
  }

  @Override
  public @Nullable String getNeeded() {
    return needed;
  }

  @Override
  public void setNeeded(@Nullable String needed) {
    this.needed = needed;
  }

  @Override
  public @Nullable String getProvided() {
    return provided;
  }

  @Override
  public void setProvided(@Nullable String provided) {
    this.provided = provided;
  }

  @Override
  public Map<String, List<String>> getHttpResponseHeaders() {
    return headers;
  }

  @Override
  public void setHttpResponseHeaders(Map<String, List<String>> headers) {
    this.headers = headers;
  }
}
