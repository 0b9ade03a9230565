package dev.tiller.slack;

import com.google.gson.JsonObject;
import dev.tiller.core.chat.Address;
import dev.tiller.core.chat.ChatPlatform;
import dev.tiller.core.chat.ChatPlatformContract;
import dev.tiller.core.chat.ChatThread;
import dev.tiller.core.chat.Person;
import dev.tiller.core.chat.Platform;
import dev.tiller.core.chat.ThreadLifeContract;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

class SlackPlatformContractTest implements ChatPlatformContract, ThreadLifeContract {

  private final RecordingSlack slack = new RecordingSlack();
  private final FilesOfSlack files = new FilesOfSlack(slack.apiUrl());
  private final ThreadsOfSlack threads = new ThreadsOfSlack(files);
  private final SlackAdapter adapter = new SlackAdapter(slack.settings(), InstantSource.system());

  @BeforeEach
  void start() {
    slack.answer(threads);
    slack.answerFiles(files::take);
  }

  @AfterEach
  void stop() {
    adapter.close();
    slack.close();
  }

  @Override
  public ChatPlatform platform() {
    return adapter.platform();
  }

  @Override
  public Address startThread() {
    return address(ThreadsOfSlack.CHANNEL, threads.begin());
  }

  @Override
  public String requestIn(Address thread) {
    return thread.thread().root();
  }

  @Override
  public Person requester() {
    return new Person(ThreadsOfSlack.PERSON, ThreadsOfSlack.PERSON, "ann");
  }

  @Override
  public List<Shown> shownIn(Address thread) {
    return messagesIn(thread).stream().map(SlackPlatformContractTest::shown).toList();
  }

  @Override
  public List<String> moreIn(Address thread) {
    return drawnIn(thread).flatMap(drawn -> drawn.more().stream()).toList();
  }

  @Override
  public List<String> readOutIn(Address thread) {
    return messagesIn(thread).stream().map(message -> message.get("text").getAsString()).toList();
  }

  @Override
  public List<Instant> momentsIn(Address thread) {
    return drawnIn(thread).flatMap(drawn -> drawn.moments().stream()).toList();
  }

  private Stream<Drawn> drawnIn(Address thread) {
    return messagesIn(thread).stream().map(message -> new Drawn(message.get("blocks").toString()));
  }

  private List<JsonObject> messagesIn(Address thread) {
    return thread.thread().channel().equals(ThreadsOfSlack.DIRECT)
        ? threads.line()
        : threads.replies(thread.thread().root());
  }

  @Override
  public Person unreachable() {
    return new Person("U0GONE", "U0GONE", "gone");
  }

  @Override
  public List<ShownFile> filesIn(Address thread) {
    return threads.replies(thread.thread().root()).stream()
        .flatMap(message -> Json.objects(message, "files").stream())
        .map(file -> files.complete(file.get("id").getAsString()).orElseThrow())
        .map(file ->
            new ShownFile(file.name() + " " + file.description(), file.content().orElseThrow()))
        .toList();
  }

  @Override
  public Address goneThread() {
    return address("C0GONE", "1763800000.000100");
  }

  private static Shown shown(JsonObject message) {
    var drawn = new Drawn(message.get("blocks").toString());
    var mentioned =
        drawn.all("user").stream().map(user -> user.get("user_id").getAsString()).findFirst();
    return new Shown(drawn.text(), drawn.labels(), mentioned);
  }

  private static Address address(String channel, String root) {
    return new Address(new ChatThread(Platform.SLACK, "T0ACME", channel, root), "");
  }
}
