package dev.tiller.teams;

import com.microsoft.bot.connector.Conversations;
import com.microsoft.bot.connector.rest.ErrorResponseException;
import com.microsoft.bot.schema.Activity;
import com.microsoft.bot.schema.ConversationResourceResponse;
import com.microsoft.bot.schema.ResourceResponse;
import dev.tiller.core.chat.Address;
import dev.tiller.core.chat.Attachment;
import dev.tiller.core.chat.ChatFailure;
import dev.tiller.core.chat.ChatPlatform;
import dev.tiller.core.chat.ChatThread;
import dev.tiller.core.chat.History;
import dev.tiller.core.chat.MessageRef;
import dev.tiller.core.chat.Person;
import dev.tiller.core.chat.Platform;
import dev.tiller.core.chat.Post;
import dev.tiller.core.chat.Reaction;
import dev.tiller.core.chat.ThreadStatus;
import dev.tiller.core.chat.Upload;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Teams, as the bot speaks there: through the Bot Framework connector (REST v3). A bot cannot put
/// reactions on messages, nor read what it has posted, nor add files to a channel; a picture can be
/// part of a message.
final class TeamsPlatform implements ChatPlatform {

  private final TeamsSettings settings;
  private final TeamsConnector connector;
  private final TeamsHosts hosts;
  private final TeamsThreads threads;
  private final TeamsDownloads downloads;
  private final TeamsHearing hearing;
  private final InstantSource clock;

  TeamsPlatform(
      TeamsSettings settings,
      TeamsConnector connector,
      TeamsHosts hosts,
      TeamsThreads threads,
      TeamsDownloads downloads,
      TeamsHearing hearing,
      InstantSource clock) {
    this.settings = settings;
    this.connector = connector;
    this.hosts = hosts;
    this.threads = threads;
    this.downloads = downloads;
    this.hearing = hearing;
    this.clock = clock;
  }

  @Override
  public Platform platform() {
    return Platform.TEAMS;
  }

  @Override
  public Abilities abilities() {
    return new Abilities(false, TeamsPictures.TAKEN, false);
  }

  /// The personal chat (`POST /v3/conversations`). Teams answers with the same one each time, so
  /// asking again is harmless. Whoever does not have the app cannot be written to.
  @Override
  public Address direct(Address near, Person person) {
    try {
      var chat =
          call(near, true, teams -> teams.createConversation(TeamsMessages.chat(settings, person)))
              .map(ConversationResourceResponse::getId)
              .filter(id -> !id.isBlank())
              .orElseThrow(() -> new ChatFailure.Refused("no_conversation_id"));
      var thread = new ChatThread(Platform.TEAMS, near.thread().workspace(), chat, chat);
      var service = TeamsRoute.of(near.route()).serviceUrl();
      return new Address(thread, new TeamsRoute(service, Optional.empty()).written());
    } catch (ChatFailure.Gone gone) {
      throw new ChatFailure.Refused(String.valueOf(gone.getMessage()));
    }
  }

  /// Teams shows a bot's status in personal chats only, and takes nothing back there.
  @Override
  public void status(Address thread, ThreadStatus status) {}

  @Override
  public Hearing hearing(Address thread) {
    return hearing.of(thread);
  }

  /// By deep link (Microsoft, "Deep link to a message"). Group chats are left to their chat, since
  /// the thread's root is the chat itself; a personal chat with a bot has no address.
  @Override
  public Optional<URI> linkTo(ChatThread thread) {
    if (thread.channel().startsWith("a:")) {
      return Optional.empty();
    }
    var path =
        thread.root().equals(thread.channel())
            ? "chat/%s/0".formatted(encoded(thread.channel()))
            : "message/%s/%s".formatted(encoded(thread.channel()), encoded(thread.root()));
    return Optional.of(
        URI.create(
            "https://teams.microsoft.com/l/" + path + "?tenantId=" + encoded(thread.workspace())));
  }

  private static String encoded(String part) {
    return URLEncoder.encode(part, StandardCharsets.UTF_8);
  }

  @Override
  public MessageRef post(Address to, String key, Post post) {
    return send(to, TeamsMessages.of(post));
  }

  @Override
  public void upload(Address to, Upload file) {
    var _ = send(to, TeamsMessages.of(file));
  }

  private MessageRef send(Address to, Activity activity) {
    var posted =
        call(to, false, teams -> teams.sendToConversation(conversation(to.thread()), activity));
    return posted
        .map(ResourceResponse::getId)
        .filter(id -> !id.isBlank())
        .map(MessageRef::new)
        .orElseThrow(() -> new ChatFailure.OutcomeUnknown("no_message_id", null));
  }

  @Override
  public void update(Address to, MessageRef message, Post post) {
    var activity = TeamsMessages.of(post);
    activity.setId(message.id());
    var _ =
        call(
            to,
            true,
            teams -> teams.updateActivity(conversation(to.thread()), message.id(), activity));
  }

  @Override
  public Found find(Address to, String key) {
    return new Found.CannotTell();
  }

  @Override
  public void react(Address to, String message, Reaction reaction) {}

  @Override
  public History history(Address thread, Optional<String> after, String before, int most) {
    return threads.history(thread, after, before, most);
  }

  @Override
  public List<Attachment> attachments(Address thread, String message, List<Attachment> told) {
    return told;
  }

  @Override
  public byte[] download(Attachment file, long most) {
    return downloads.fetch(file, most);
  }

  /// Teams names people in each of their messages.
  @Override
  public Optional<String> nameOf(Person person) {
    return person.nameless() ? Optional.empty() : Optional.of(person.name());
  }

  /// The id to speak to: in a channel that of the thread.
  private static String conversation(ChatThread thread) {
    return thread.root().equals(thread.channel())
        ? thread.channel()
        : thread.channel() + ";messageid=" + thread.root();
  }

  /// What the connector answered; empty when it was nothing.
  private <T> Optional<T> call(
      Address to, boolean repeatable, Function<Conversations, CompletableFuture<T>> request) {
    var service = TeamsRoute.of(to.route()).serviceUrl();
    if (!hosts.allow(service)) {
      throw new ChatFailure.Refused("service_url_not_allowed");
    }
    try {
      return Optional.ofNullable(request.apply(connector.at(service)).get());
    } catch (ExecutionException failed) {
      throw failure(failed.getCause(), repeatable);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw failure(interrupted, repeatable);
    }
  }

  /// The SDK's exception is left behind, because it holds the raw answer.
  private ChatFailure failure(@Nullable Throwable cause, boolean repeatable) {
    return switch (cause) {
      case ErrorResponseException answered -> TeamsFailures.of(answer(answered), repeatable);
      case TeamsCredentials.NotSent unsent -> unsent.failure();
      case null, default ->
          repeatable
              ? new ChatFailure.NotNow("no_answer", Optional.empty(), cause)
              : new ChatFailure.OutcomeUnknown("no_answer", cause);
    };
  }

  private TeamsFailures.Answer answer(ErrorResponseException failed) {
    var response = failed.response();
    var error = failed.body() == null ? null : failed.body().getError();
    var delay = Optional.ofNullable(response.headers().get("Retry-After"));
    return new TeamsFailures.Answer(
        response.code(),
        error == null || error.getCode() == null ? "" : error.getCode(),
        TeamsFailures.delay(delay, clock.instant()));
  }
}
