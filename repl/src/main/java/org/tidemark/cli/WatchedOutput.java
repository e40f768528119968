package org.tidemark.cli;

import java.io.IOException;
import java.io.OutputStream;

/** Standard output that remembers what went wrong, which a print stream forgets. */
final class WatchedOutput extends OutputStream {
  private final OutputStream out;
  private IOException failure;

  WatchedOutput(OutputStream out) {
    this.out = out;
  }

  /**
   * Why results were lost; null where they were not, or where whoever reads them has stopped
   * reading, as {@code head} does.
   */
  String lost() {
    if (failure == null || failure.getMessage() == null) {
      return null;
    }
    return failure.getMessage().contains("pipe") ? null : failure.getMessage();
  }

  @Override
  public void write(int b) throws IOException {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    try {
      out.write(bytes, offset, length);
    } catch (IOException lost) {
      failure = lost;
      throw lost;
    }
  }

  @Override
  public void flush() throws IOException {
    out.flush();
  }
}
