package org.tidemark.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.tidemark.support.BlockFolder;
import org.tidemark.support.Command;
import org.tidemark.support.Expectations;
import org.tidemark.support.MarkdownBlocks;
import org.tidemark.support.MarkdownBlocks.Block;
import org.tidemark.support.Repository;

/**
 * Everything that the README and the pages in docs show is run. A {@code text} block that follows
 * has the output, {@code -Dtide.golden=overwrite} writes it.
 */
class SnippetsTest {
  private static final Pattern CODE = Pattern.compile("[EW]\\d{4}");
  private static final String COMMAND = "./tide ";

  @TempDir static Path folder;

  @TestFactory
  Stream<DynamicTest> pagesShowWhatHappens() {
    List<Path> pages = new ArrayList<>();
    if (Files.exists(Repository.TOP.resolve("README.md"))) {
      pages.add(Repository.TOP.resolve("README.md"));
    }
    pages.addAll(
        Repository.files(Repository.TOP.resolve("docs"), file -> file.toString().endsWith(".md")));
    return pages.stream()
        .map(
            page ->
                DynamicTest.dynamicTest(
                    Repository.TOP.relativize(page).toString(), () -> verify(page)));
  }

  private static void verify(Path page) throws IOException {
    String text = Repository.text(page);
    List<Block> blocks = MarkdownBlocks.of(text);
    // From the end, so that what is written does not move what is still to come.
    for (int i = blocks.size() - 1; i >= 0; i--) {
      Block block = blocks.get(i);
      boolean followed = i + 1 < blocks.size() && blocks.get(i + 1).info().equals("text");
      Block expected = followed ? blocks.get(i + 1) : null;
      String shown = null;
      String place = page.getFileName() + ", line " + block.line();
      if (block.info().equals("tide")) {
        shown = works(block, place);
      } else if (block.info().equals("tide error")) {
        assertTrue(followed, place + ": a text block has to say what is wrong");
        shown = fails(block, expected, place);
      } else if (block.info().equals("tide untrusted")) {
        assertTrue(followed, place + ": a text block has to say what happens");
        // how long it takes is another page's affair
        Command.Result result = run(block, "run", "--untrusted", "--limit", "time=20s");
        shown = result.out() + result.err();
      } else if (block.info().equals("sh") && block.text().startsWith(COMMAND)) {
        shown = commands(block);
      }
      if (shown == null || expected == null) {
        continue;
      }
      if (Expectations.overwrite()) {
        text = MarkdownBlocks.replace(text, expected, shown);
      } else {
        assertEquals(expected.text(), shown, place);
      }
    }
    if (Expectations.overwrite()) {
      Repository.write(page, text);
    }
  }

  private static Command.Result run(Block block, String... command) throws IOException {
    Path place = Files.createTempDirectory(folder, "page");
    BlockFolder.write(place, block.text());
    List<String> words = new ArrayList<>(List.of(command));
    words.add("model.tide");
    Command.Result result = Command.run(place, words.toArray(new String[0]));
    assertEquals("", Expectations.leak(result.out() + result.err()), result.toString());
    return result;
  }

  private static String works(Block block, String place) throws IOException {
    Command.Result result = run(block, "run");
    assertEquals(0, result.status(), () -> place + ": " + result);
    return result.out() + result.err();
  }

  private static String fails(Block block, Block expected, String place) throws IOException {
    Command.Result result = run(block, "run");
    Matcher code = CODE.matcher(expected.text());
    assertTrue(code.find(), place + ": the text block has to name the code");
    assertTrue(result.status() != 0, place + " should fail");
    assertTrue(result.err().contains("[" + code.group() + "]"), () -> place + ": " + result);
    return expected.text().matches("(?s)(error|warning)\\[.*") ? result.err() : null;
  }

  private static String commands(Block block) {
    StringBuilder shown = new StringBuilder();
    for (String line : block.text().lines().toList()) {
      if (line.startsWith(COMMAND)) {
        String command = line.substring(COMMAND.length()).replaceFirst("\\s+#.*", "");
        Command.Result result =
            Command.run(Repository.TOP, Command.words(command).toArray(new String[0]));
        shown.append(result.out()).append(result.err());
      }
    }
    assertEquals("", Expectations.leak(shown.toString()), shown.toString());
    return shown.toString();
  }
}
