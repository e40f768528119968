package org.tidemark.polyglot;

import com.oracle.truffle.api.TruffleFile;
import com.oracle.truffle.api.TruffleLanguage.Env;
import com.oracle.truffle.api.source.Source;
import java.io.IOException;
import java.util.Optional;
import org.tidemark.api.Folder;

/**
 * The folder of a script as its context grants it: that of the script's file, or the context's
 * working folder for a text that is no file. All goes through the context's file system.
 */
final class ContextFolder implements Folder {
  private static final long MOST_BYTES = 50_000_000;

  private final Env env;
  private final TruffleFile root;

  private ContextFolder(Env env, TruffleFile root) {
    this.env = env;
    this.root = root;
  }

  /** Where a source stands in its folder; nowhere, if it is no file, whatever it is called. */
  static String path(Source source) {
    String path = source.getPath() == null ? "" : source.getPath().replace('\\', '/');
    return path.substring(path.lastIndexOf('/') + 1);
  }

  /** The folder of a source. */
  static ContextFolder of(Env env, Source source) {
    if (!env.isFileIOAllowed()) {
      return new ContextFolder(env, null);
    }
    try {
      TruffleFile folder =
          source.getPath() == null
              ? env.getCurrentWorkingDirectory()
              : env.getPublicTruffleFile(source.getPath()).getAbsoluteFile().getParent();
      return new ContextFolder(env, folder);
    } catch (SecurityException | UnsupportedOperationException refused) {
      return new ContextFolder(env, null);
    }
  }

  @Override
  public Optional<byte[]> read(String path) throws IOException {
    if (root == null) {
      throw new IOException("this context lets scripts read no files");
    }
    try {
      TruffleFile file = root;
      for (String part : path.split("/")) {
        file = file.resolve(part);
      }
      if (!file.exists()) {
        return Optional.empty();
      }
      if (!file.getCanonicalFile().startsWith(root.getCanonicalFile())) {
        throw new IOException("it is a link that leads out of the script's folder");
      }
      if (!file.isRegularFile()) {
        throw new IOException("it is not a file");
      }
      if (file.size() > MOST_BYTES) {
        throw new IOException("it is larger than " + MOST_BYTES / 1_000_000 + " MB");
      }
      return Optional.of(file.readAllBytes());
    } catch (SecurityException refused) {
      throw new IOException("the context's file system refuses it");
    } catch (IllegalArgumentException noName) {
      throw new IOException("this is no file name");
    }
  }
}
