package dev.tiller.app.http;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Response;

/// Writes through to the client.
final class ResponseStream extends OutputStream {

  private final Response response;

  ResponseStream(Response response) {
    this.response = response;
  }

  @Override
  public void write(int b) throws IOException {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    Content.Sink.write(response, false, ByteBuffer.wrap(bytes, offset, length));
  }
}
