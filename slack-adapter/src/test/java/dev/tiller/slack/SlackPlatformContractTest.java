package dev.tiller.slack;

import com.google.gson.JsonObject;
import dev.tiller.core.chat.Address;
import dev.tiller.core.chat.ChatPlatform;
import dev.tiller.core.chat.ChatPlatformContract;
import dev.tiller.core.chat.ChatThread;
import dev.tiller.core.chat.Person;
import dev.tiller.core.chat.Platform;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

class SlackPlatformContractTest implements ChatPlatformContract {

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
    return new Person("U0ANN", "U0ANN", "ann");
  }

  @Override
  public List<Shown> shownIn(Address thread) {
    return threads.replies(thread.thread().root()).stream()
        .map(SlackPlatformContractTest::shown)
        .toList();
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
