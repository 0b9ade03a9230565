package dev.tiller.teams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tiller.core.chat.ChatFailure;
import dev.tiller.teams.TeamsPictures.Picture;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TeamsPicturesTest {

  private static final int RED = 0xFFC81E1E;

  @ParameterizedTest
  @CsvSource({"png,image/png", "jpeg,image/jpeg", "gif,image/gif"})
  void aPictureThatFitsGoesAsItIs(String format, String mediaType) throws IOException {
    var content = bytes(plain(1024, 10, BufferedImage.TYPE_INT_RGB), format);

    assertThat(TeamsPictures.fit(mediaType, content)).isEqualTo(new Picture(mediaType, content));
  }

  @ParameterizedTest
  @CsvSource({"1280,800,1024,640", "10,3000,3,1024", "5000,4000,1024,819"})
  void aLargerOneIsMadeSmallerInProportion(int width, int height, int newWidth, int newHeight)
      throws IOException {
    var content = bytes(plain(width, height, BufferedImage.TYPE_INT_RGB), "png");

    var image = read(TeamsPictures.fit("image/png", content));

    assertThat(image.getWidth()).isEqualTo(newWidth);
    assertThat(image.getHeight()).isEqualTo(newHeight);
    assertThat(image.getRGB(newWidth / 2, newHeight / 2)).isEqualTo(RED);
  }

  @Test
  void whatIsTransparentStaysSo() throws IOException {
    var content = bytes(new BufferedImage(2000, 20, BufferedImage.TYPE_INT_ARGB), "png");

    assertThat(read(TeamsPictures.fit("image/png", content)).getRGB(5, 5)).isZero();
  }

  @Test
  void aPictureOfManyBytesIsWrittenWithFewer() throws IOException {
    var content = bytes(noise(1024), "png");
    assertThat(content.length).isGreaterThan(TeamsPictures.MOST_BYTES);

    var picture = TeamsPictures.fit("image/png", content);

    assertThat(picture.mediaType()).isEqualTo("image/jpeg");
    assertThat(picture.content().length).isLessThanOrEqualTo(TeamsPictures.MOST_BYTES);
    assertThat(read(picture).getWidth()).isEqualTo(1024);
  }

  @Test
  void whatIsNoPictureOfItsTypeIsRefused() throws IOException {
    var picture = bytes(plain(2000, 2000, BufferedImage.TYPE_INT_RGB), "png");
    var cut = Arrays.copyOf(picture, 60);

    refused("image/png", new byte[] {1, 2, 3});
    refused("image/jpeg", picture);
    refused("image/png", cut);
    refused("image/svg+xml", picture);
  }

  private static void refused(String mediaType, byte[] content) {
    assertThatThrownBy(() -> TeamsPictures.fit(mediaType, content))
        .isInstanceOf(ChatFailure.Refused.class);
  }

  private static BufferedImage plain(int width, int height, int type) {
    var image = new BufferedImage(width, height, type);
    for (int x = 0; x < width; x++) {
      for (int y = 0; y < height; y++) {
        image.setRGB(x, y, RED);
      }
    }
    return image;
  }

  private static BufferedImage noise(int side) {
    var random = new Random(7);
    var image = new BufferedImage(side, side, BufferedImage.TYPE_INT_RGB);
    for (int x = 0; x < side; x++) {
      for (int y = 0; y < side; y++) {
        image.setRGB(x, y, random.nextInt());
      }
    }
    return image;
  }

  private static byte[] bytes(BufferedImage image, String format) throws IOException {
    var bytes = new ByteArrayOutputStream();
    assertThat(ImageIO.write(image, format, bytes)).isTrue();
    return bytes.toByteArray();
  }

  private static BufferedImage read(Picture picture) throws IOException {
    return ImageIO.read(new ByteArrayInputStream(picture.content()));
  }
}
