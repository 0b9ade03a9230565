package dev.tiller.app.standin.cursor;

import dev.tiller.app.standin.Traffic;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/// Writes through and keeps the beginning of what was written, for the log.
final class Transcript extends OutputStream {

  private final OutputStream out;
  private final ByteArrayOutputStream kept = new ByteArrayOutputStream();

  Transcript(OutputStream out) {
    this.out = out;
  }

  @Override
  public void write(int b) throws IOException {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    out.write(bytes, offset, length);
    kept.write(bytes, offset, Math.min(length, Math.max(0, Traffic.BODY_LIMIT - kept.size())));
  }

  String text() {
    return kept.toString(StandardCharsets.UTF_8);
  }
}
