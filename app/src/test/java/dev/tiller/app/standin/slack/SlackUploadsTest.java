package dev.tiller.app.standin.slack;

import static dev.tiller.app.standin.chat.Json.object;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tiller.app.standin.Traffic;
import dev.tiller.app.standin.chat.Wire;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SlackUploadsTest {

  private static final String WEB = "C0WEB";
  private static final byte[] CONTENT = "secret pixels".getBytes(StandardCharsets.UTF_8);

  private SlackKit kit;

  @BeforeEach
  void start() throws IOException {
    kit = new SlackKit();
  }

  @AfterEach
  void stop() {
    kit.close();
  }

  @Test
  void aFileArrivesInTheThreadWithItsCaptionAndDescription() throws IOException {
    var root = kit.say(WEB, "hello");
    var ticket = ticket("page.png", CONTENT.length);

    assertThat(send(ticket, CONTENT)).isEqualTo(200);
    assertThat(complete(ticket, "channel_id", WEB, "thread_ts", root, "blocks", caption()))
        .isEqualTo("ok");

    var message = kit.slack.thread(WEB, root).getLast();
    assertThat(message.path("text").asText()).isEqualTo("a &lt; b");
    assertThat(message.at("/files/0/title").asText()).isEqualTo("The page");
    assertThat(message.at("/files/0/mimetype").asText()).isEqualTo("image/png");
    assertThat(message.at("/files/0/alt_txt").asText()).isEqualTo("A page");
    assertThat(kit.slack.file(id(ticket)).orElseThrow().content()).isEqualTo(CONTENT);
    await()
        .until(
            () -> kit.events("message"),
            all -> all.stream().anyMatch(it -> it.path("subtype").asText().equals("file_share")));
  }

  @Test
  void theBytesMustBeWhatWasAnnouncedAndComeOnce() throws IOException {
    var ticket = ticket("page.png", CONTENT.length);

    assertThat(send(ticket, new byte[CONTENT.length + 1])).isEqualTo(400);
    assertThat(complete(ticket, "channel_id", WEB)).isEqualTo("file_not_found");
    assertThat(send(ticket, CONTENT)).isEqualTo(200);
    assertThat(send(ticket, CONTENT)).isEqualTo(404);
    assertThat(kit.slack.view().messages()).isEmpty();
  }

  @Test
  void aFileIsSharedOnce() throws IOException {
    var ticket = ticket("page.png", CONTENT.length);
    send(ticket, CONTENT);

    assertThat(complete(ticket, "channel_id", WEB)).isEqualTo("ok");
    assertThat(complete(ticket, "channel_id", WEB)).isEqualTo("file_not_found");
    assertThat(kit.slack.view().messages()).hasSize(1);
  }

  @Test
  void withoutAChannelItStaysPrivate() throws IOException {
    var ticket = ticket("page.png", CONTENT.length);
    send(ticket, CONTENT);

    assertThat(complete(ticket)).isEqualTo("ok");
    assertThat(kit.slack.view().messages()).isEmpty();
  }

  @Test
  void whatCannotBeAnnouncedIsRefused() throws IOException {
    var method = "files.getUploadURLExternal";

    assertThat(kit.errorOf(method, "length", 3)).isEqualTo("invalid_arguments");
    assertThat(kit.errorOf(method, "filename", "a", "length", 0)).isEqualTo("missing_argument");
    assertThat(kit.errorOf(method, "filename", "a", "length", "x")).isEqualTo("invalid_arguments");
    assertThat(kit.errorOf(method, "filename", "a", "length", 17 << 20))
        .isEqualTo("file_upload_size_restricted");
    assertThat(kit.errorOf(method, "filename", "a", "length", 1, "alt_txt", "x".repeat(1001)))
        .isEqualTo("alt_txt_too_large");
  }

  @Test
  void whatCannotBeSharedIsRefusedAndStaysSharable() throws IOException {
    var root = kit.say(WEB, "hello");
    var reply = kit.slack.say("U0ANN", WEB, Optional.of(root), "a reply");
    var ticket = ticket("page.png", CONTENT.length);
    send(ticket, CONTENT);

    assertThat(kit.errorOf("files.completeUploadExternal", "files", List.of(object("id", "F1"))))
        .isEqualTo("file_not_found");
    assertThat(kit.errorOf("files.completeUploadExternal", "files", List.of()))
        .isEqualTo("invalid_arguments");
    assertThat(complete(ticket, "channel_id", "C0NONE")).isEqualTo("channel_not_found");
    assertThat(complete(ticket, "channel_id", WEB, "thread_ts", "1.2"))
        .isEqualTo("thread_not_found");
    assertThat(complete(ticket, "channel_id", WEB, "thread_ts", reply))
        .isEqualTo("cannot_reply_to_message");
    assertThat(complete(ticket, "channel_id", WEB, "blocks", "no json"))
        .isEqualTo("invalid_blocks_format");
    assertThat(complete(ticket, "channel_id", WEB, "thread_ts", root)).isEqualTo("ok");
  }

  @Test
  void theUploadUrlCannotBeGuessedAndTakesNoToken() throws IOException {
    var one = ticket("page.png", 1).path("upload_url").asText();
    var other = ticket("page.png", 1).path("upload_url").asText();

    assertThat(one).isNotEqualTo(other).matches("http://127.0.0.1:\\d+/upload/v1/\\w{40}");
  }

  @Test
  void theContentIsServedForTheTokenOnly() throws IOException {
    var ticket = ticket("notes.txt", CONTENT.length);
    send(ticket, CONTENT);
    complete(ticket, "channel_id", WEB);
    var address = kit.slack.view().messages().getFirst().wire().at("/files/0/url_private").asText();

    var without = Wire.send(HttpRequest.newBuilder(URI.create(address)));
    var with =
        Wire.send(
            HttpRequest.newBuilder(URI.create(address))
                .header("Authorization", "Bearer " + kit.token()));

    assertThat(without.body()).contains("Log in").doesNotContain("pixels");
    assertThat(with.body()).isEqualTo("secret pixels");
  }

  @Test
  void theRecordOfTrafficHoldsNoBytes() throws IOException {
    send(ticket("page.png", CONTENT.length), CONTENT);

    assertThat(kit.traffic.after(0))
        .extracting(Traffic.Entry::request)
        .noneMatch(request -> request.contains("pixels"))
        .anyMatch(request -> request.equals("(13 bytes of application/octet-stream)"));
    assertThat(kit.slack.calls().of("upload")).noneMatch(call -> call.body().contains("pixels"));
  }

  private ObjectNode ticket(String name, int length) throws IOException {
    return kit.call(
        "files.getUploadURLExternal", "filename", name, "length", length, "alt_txt", "A page");
  }

  private static String id(ObjectNode ticket) {
    return ticket.path("file_id").asText();
  }

  private static int send(ObjectNode ticket, byte[] content) throws IOException {
    var request =
        HttpRequest.newBuilder(URI.create(ticket.path("upload_url").asText()))
            .header("Content-Type", "application/octet-stream")
            .POST(BodyPublishers.ofByteArray(content));
    return Wire.send(request).statusCode();
  }

  private String complete(ObjectNode ticket, Object... more) throws IOException {
    var arguments = object(more);
    arguments.set(
        "files", object("f", List.of(object("id", id(ticket), "title", "The page"))).path("f"));
    var fields = arguments.properties().stream();
    return kit.errorOf(
        "files.completeUploadExternal",
        fields.flatMap(it -> Stream.of(it.getKey(), it.getValue())).toArray());
  }

  private static List<ObjectNode> caption() {
    var text = object("type", "text", "text", "a < b");
    var section = object("type", "rich_text_section", "elements", List.of(text));
    return List.of(object("type", "rich_text", "elements", List.of(section)));
  }
}
