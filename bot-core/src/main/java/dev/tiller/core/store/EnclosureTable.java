package dev.tiller.core.store;

import dev.tiller.core.agents.Image;
import dev.tiller.core.conversation.Enclosed;
import dev.tiller.core.conversation.EnclosureStore;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/// What goes along with runs until the service has them. Images are kept in parts, since H2 takes
/// at most a megabyte in one value.
final class EnclosureTable implements EnclosureStore {

  private static final int PART = 512 << 10;

  private final Handle handle;

  EnclosureTable(Handle handle) {
    this.handle = handle;
  }

  @Override
  public void keep(UUID run, Enclosed enclosed) {
    if (!enclosed.text().isEmpty()) {
      handle
          .createUpdate("insert into enclosed_text (run, content) values (:run, :content)")
          .bind("run", run)
          .bind("content", enclosed.text())
          .execute();
    }
    for (int at = 0; at < enclosed.images().size(); at++) {
      keep(run, at, enclosed.images().get(at));
    }
  }

  private void keep(UUID run, int ordinal, Image image) {
    var content = image.content();
    for (int part = 0; part * PART < content.length; part++) {
      int end = Math.min(content.length, (part + 1) * PART);
      handle
          .createUpdate(
              """
              insert into enclosed_image (run, ordinal, part, media_type, content)
              values (:run, :ordinal, :part, :type, :content)
              """)
          .bind("run", run)
          .bind("ordinal", ordinal)
          .bind("part", part)
          .bind("type", image.mediaType())
          .bind("content", Arrays.copyOfRange(content, part * PART, end))
          .execute();
    }
  }

  @Override
  public Enclosed of(UUID run) {
    var text =
        handle
            .createQuery("select content from enclosed_text where run = :run")
            .bind("run", run)
            .mapTo(String.class)
            .findOne()
            .orElse("");
    return new Enclosed(text, images(run));
  }

  private List<Image> images(UUID run) {
    var images = new ArrayList<Image>();
    var content = new ByteArrayOutputStream();
    var parts = parts(run);
    for (int at = 0; at < parts.size(); at++) {
      content.writeBytes(parts.get(at).content);
      if (at + 1 == parts.size() || parts.get(at + 1).number == 0) {
        images.add(new Image(parts.get(at).mediaType, content.toByteArray()));
        content.reset();
      }
    }
    return images;
  }

  private List<Part> parts(UUID run) {
    return handle
        .createQuery(
            "select part, media_type, content from enclosed_image where run = :run"
                + " order by ordinal, part")
        .bind("run", run)
        .map((row, context) ->
            new Part(row.getInt("part"), row.getString("media_type"), row.getBytes("content")))
        .list();
  }

  @Override
  public void forget(UUID run) {
    for (var table : List.of("enclosed_text", "enclosed_image")) {
      handle.createUpdate("delete from " + table + " where run = :run").bind("run", run).execute();
    }
  }

  private record Part(int number, String mediaType, byte[] content) {}
}
