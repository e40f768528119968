package org.tidemark.support;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where a block of a page is run: its script, and beside it the examples that it names. */
public final class BlockFolder {
  private static final Path EXAMPLES = Repository.TOP.resolve("examples");
  private static final Pattern IMPORT =
      Pattern.compile("(?m)(?:^import|\\bfrom) \"\\./([\\w-]+\\.\\w+)\"");

  private BlockFolder() {}

  /** Writes the script as {@code model.tide}, and copies the examples that it names. */
  public static void write(Path folder, String script) throws IOException {
    Files.writeString(folder.resolve("model.tide"), script);
    Matcher imported = IMPORT.matcher(script);
    while (imported.find()) {
      Path example = EXAMPLES.resolve(imported.group(1));
      if (Files.exists(example)) {
        Files.writeString(folder.resolve(imported.group(1)), Repository.text(example));
      }
    }
  }
}
