package org.tidemark.polyglot;

import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.tidemark.api.Folder;

/**
 * A folder that remembers what was read of it while a script was compiled: the modules that it
 * imports. Data are read by each run.
 */
final class ReadFiles implements Folder {
  private final Folder folder;
  private final Map<String, Found> known = new ConcurrentHashMap<>();
  private volatile boolean compiled;

  /** What was found; nothing where there was no file, or none that can be read. */
  private record Found(Optional<byte[]> content) {
    boolean isSameAs(Found other) {
      return Arrays.equals(content.orElse(null), other.content.orElse(null));
    }
  }

  ReadFiles(Folder folder) {
    this.folder = folder;
  }

  @Override
  public Optional<byte[]> read(String path) throws IOException {
    Optional<byte[]> content = Optional.empty();
    try {
      content = folder.read(path);
      return content;
    } finally {
      if (!compiled) {
        known.put(path, new Found(content));
      }
    }
  }

  private Found found(String path) {
    try {
      return new Found(folder.read(path));
    } catch (IOException unreadable) {
      return new Found(Optional.empty());
    }
  }

  /** What is read from now on is not remembered. */
  void compiled() {
    compiled = true;
  }

  /** Whether all of it is as it was. */
  boolean isUnchanged() {
    return known.entrySet().stream()
        .allMatch(read -> found(read.getKey()).isSameAs(read.getValue()));
  }
}
