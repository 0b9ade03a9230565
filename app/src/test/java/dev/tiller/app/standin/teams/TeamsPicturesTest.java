package dev.tiller.app.standin.teams;

import static dev.tiller.app.standin.chat.Json.object;
import static dev.tiller.app.standin.teams.TeamsKit.WEB;
import static dev.tiller.app.standin.teams.TeamsKit.activities;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tiller.app.standin.Traffic;
import dev.tiller.app.standin.chat.Wire;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TeamsPicturesTest {

  private TeamsKit kit;

  @BeforeEach
  void start() throws IOException {
    kit = new TeamsKit();
  }

  @AfterEach
  void stop() {
    kit.close();
  }

  @Test
  void aPictureIsKeptApartFromItsMessage() throws IOException {
    var content = png(1024, 600);

    var id = kit.send(WEB, picture("image/png", content));

    var attachment = kit.teams.thread(WEB, id).getFirst().at("/attachments/0");
    var address = attachment.path("contentUrl").asText();
    assertThat(attachment.path("name").asText()).isEqualTo("The page");
    assertThat(address).startsWith(kit.teams.serviceUrl() + "v3/attachments/");
    var kept = kit.teams.file(address.replaceFirst(".*/attachments/([^/]+)/.*", "$1"));
    assertThat(kept.orElseThrow().content()).isEqualTo(content);
    assertThat(kit.get(address).statusCode()).isEqualTo(200);
  }

  @Test
  void aPictureDoesNotCountForTheSizeOfTheMessageButTheRestDoes() throws IOException {
    var large = Arrays.copyOf(png(10, 10), 900_000);

    assertThat(refusal(picture("image/png", large))).isEmpty();
    assertThat(refusal(picture("image/png", large).put("text", "x".repeat(60_000))))
        .isEqualTo("MessageSizeTooBig");
  }

  @Test
  void whatTeamsDoesNotShowIsRefused() throws IOException {
    var content = png(10, 10);

    assertThat(refusal(picture("video/mp4", content))).isEqualTo("BadArgument");
    assertThat(refusal(picture("image/webp", content))).isEqualTo("BadArgument");
    assertThat(refusal(picture("image/jpeg", content))).isEqualTo("BadArgument");
    assertThat(refusal(picture("image/png", png(1025, 10)))).isEqualTo("BadArgument");
    assertThat(refusal(picture("image/png", new byte[] {1, 2, 3}))).isEqualTo("BadArgument");
    assertThat(refusal(picture("image/png", Arrays.copyOf(content, (1 << 20) + 1))))
        .isEqualTo("MessageSizeTooBig");
    assertThat(refusal(attachment("image/png", "data:image/png;base64,§")))
        .isEqualTo("BadArgument");
    assertThat(refusal(attachment("image/png", "file:///etc/passwd"))).isEqualTo("BadArgument");
    assertThat(kit.teams.view().messages()).isEmpty();
  }

  @Test
  void theRecordOfTrafficHoldsNoPictures() throws IOException {
    var picture = picture("image/png", png(10, 10));
    var base64 = picture.at("/attachments/0/contentUrl").asText().split(",", -1)[1];

    kit.send(WEB, picture);

    assertThat(kit.traffic.after(0))
        .extracting(Traffic.Entry::request)
        .noneMatch(request -> request.contains(base64))
        .anyMatch(request -> request.contains("data:image/png;base64,(" + base64.length()));
    assertThat(kit.teams.calls().of("sendActivity").getFirst().json().at("/attachments/0/name"))
        .hasToString("\"The page\"");
  }

  private String refusal(ObjectNode activity) throws IOException {
    return Wire.json(kit.post(activities(WEB), activity)).at("/error/code").asText();
  }

  private static ObjectNode picture(String type, byte[] content) {
    return attachment(
        type, "data:" + type + ";base64," + Base64.getEncoder().encodeToString(content));
  }

  private static ObjectNode attachment(String type, String address) {
    var attachment = object("contentType", type, "contentUrl", address, "name", "The page");
    return object("type", "message", "text", "Look", "attachments", List.of(attachment));
  }

  private static byte[] png(int width, int height) throws IOException {
    var bytes = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), "png", bytes);
    return bytes.toByteArray();
  }
}
