package org.tidemark.api;

import java.io.IOException;
import java.util.Optional;

/**
 * Where the modules and data beside a script are, for embedders that have a file system of their
 * own. Safe for use by several threads.
 */
public interface Folder {
  /**
   * The content of a file.
   *
   * @param path below the folder, its parts separated by {@code /}; it never leads out of it, links
   *     aside
   * @return absent where there is no such file
   * @throws IOException where it cannot be read; the message is told to whoever wrote the script,
   *     as is what else it throws
   */
  Optional<byte[]> read(String path) throws IOException;
}
