package org.tidemark.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.tidemark.support.Command;
import org.tidemark.support.Expectations;
import org.tidemark.support.MarkdownBlocks;
import org.tidemark.support.MarkdownBlocks.Block;
import org.tidemark.support.Repository;

/** Every code has a page, and the examples on it do what the page says. */
class ExplainPagesTest {
  private static final Pattern LITERAL = Pattern.compile("\"([EW]0\\d{3})\"");
  private static final Pattern REPORTED =
      Pattern.compile("^(?:error|warning|note)\\[([EW]\\d{4})]", Pattern.MULTILINE);
  private static final Pattern WROTE = Pattern.compile("^wrote .*\\n", Pattern.MULTILINE);
  private static final Pattern FILE = Pattern.compile("\\bfile=\"([^\"]+)\"");
  private static final byte[] PICTURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};

  @TempDir static Path folder;

  private static List<Path> pages() {
    return Repository.modules().stream()
        .map(module -> module.resolve("src/main/resources/org/tidemark/explain"))
        .flatMap(pages -> Repository.files(pages, file -> file.toString().endsWith(".md")).stream())
        .toList();
  }

  private static String code(Path page) {
    return page.getFileName().toString().replace(".md", "");
  }

  @Test
  void codesAndPagesAreTheSame() {
    Set<String> used = new TreeSet<>();
    for (Path module : Repository.modules()) {
      Path sources = module.resolve("src/main/java");
      for (Path file : Repository.files(sources, source -> source.toString().endsWith(".java"))) {
        Matcher literal = LITERAL.matcher(Repository.text(file));
        while (literal.find()) {
          used.add(literal.group(1));
        }
      }
    }
    Set<String> explained = new TreeSet<>();
    pages().forEach(page -> explained.add(code(page)));
    assertEquals(String.join("\n", used), String.join("\n", explained));
  }

  @TestFactory
  Stream<DynamicTest> wrongGivesTheCodeAndRightIsClean() {
    return pages().stream().map(page -> DynamicTest.dynamicTest(code(page), () -> verify(page)));
  }

  private static void verify(Path page) throws IOException {
    String text = Repository.text(page);
    String code = code(page);
    assertTrue(text.startsWith("# " + code + ": "), "the heading names the code");
    int wrong = 0;
    int right = 0;
    List<Block> blocks = MarkdownBlocks.of(text);
    for (Block block : blocks) {
      if (FILE.matcher(block.info()).find()) {
        continue;
      }
      if (block.heading().equals("Wrong")) {
        wrong++;
        assertEquals(Set.of(code), reported(code, run(block, blocks)), block.text());
      } else if (block.heading().equals("Right")) {
        right++;
        Command.Result result = run(block, blocks);
        // what was written is told, and is no complaint
        assertEquals("", WROTE.matcher(result.err()).replaceAll(""), block.text());
        assertEquals(0, result.status(), block.text());
      }
    }
    boolean comesFromOutside = text.contains("\n## When\n");
    assertTrue(
        comesFromOutside || wrong > 0 && right > 0,
        "the page shows what is wrong and what is right, or says when it happens");
  }

  /** Runs a block with the files beside it that the same section of the page shows. */
  private static Command.Result run(Block block, List<Block> blocks) throws IOException {
    Path place = Files.createTempDirectory(folder, "page");
    for (Block other : blocks) {
      Matcher file = FILE.matcher(other.info());
      if (other.heading().equals(block.heading()) && file.find()) {
        Files.writeString(place.resolve(file.group(1)), other.text());
      }
    }
    Files.writeString(place.resolve("model.tide"), "param r = 5 %/year\nshow 2 * r\n");
    Files.write(place.resolve("picture.png"), PICTURE);
    Command.Result result;
    if (block.info().equals("sh")) {
      List<String> words = Command.words(block.text().strip());
      assertEquals("tide", words.get(0));
      result = Command.run(place, words.subList(1, words.size()).toArray(new String[0]));
    } else {
      assertEquals("tide", block.info());
      Files.writeString(place.resolve("page.tide"), block.text());
      result = Command.run(place, "run", "page.tide");
    }
    assertEquals("", Expectations.leak(result.out() + result.err()), result.toString());
    return result;
  }

  /** The codes of what a run reported; beside an error, warnings do not count. */
  private static Set<String> reported(String expected, Command.Result result) {
    Set<String> codes = new TreeSet<>();
    Matcher matcher = REPORTED.matcher(result.err());
    while (matcher.find()) {
      codes.add(matcher.group(1));
    }
    if (expected.startsWith("E")) {
      codes.removeIf(code -> code.startsWith("W"));
    }
    return codes;
  }
}
