package org.tidemark.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
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
import org.tidemark.support.BlockFolder;
import org.tidemark.support.Command;
import org.tidemark.support.Expectations;
import org.tidemark.support.MarkdownBlocks;
import org.tidemark.support.MarkdownBlocks.Block;
import org.tidemark.support.Repository;

/**
 * The pictures in the pages of docs are what the block above them plots. {@code
 * -Dtide.golden=overwrite} draws them.
 */
class DocumentationPicturesTest {
  private static final Path DOCS = Repository.TOP.resolve("docs");
  private static final Pattern PICTURE =
      Pattern.compile("!\\[[^\\]]+\\]\\((pictures/([\\w-]+\\.svg))\\)");
  private static final Pattern PLOT = Pattern.compile("(?m)^plot ");

  @TempDir static Path folder;

  private record Picture(Path page, Path file, Block block) {}

  @TestFactory
  Stream<DynamicTest> picturesShowWhatIsPlotted() {
    return pictures().stream()
        .map(
            picture ->
                DynamicTest.dynamicTest(
                    DOCS.relativize(picture.file()).toString(), () -> verify(picture)));
  }

  @Test
  void everyPictureIsInAPage() {
    Set<Path> shown = new TreeSet<>();
    pictures().forEach(picture -> shown.add(picture.file()));
    Set<Path> stored =
        new TreeSet<>(Repository.files(DOCS, file -> file.toString().endsWith(".svg")));
    stored.removeAll(shown);
    assertEquals(Set.of(), stored);
  }

  @Test
  void everyPageOfTheCookbookHasTwoPictures() {
    List<Picture> pictures = pictures();
    for (Path page : pages()) {
      if (page.startsWith(DOCS.resolve("cookbook")) && !page.endsWith("README.md")) {
        long count = pictures.stream().filter(picture -> picture.page().equals(page)).count();
        assertTrue(count >= 2, page.getFileName() + " has " + count);
      }
    }
  }

  private static List<Path> pages() {
    return Repository.files(DOCS, file -> file.toString().endsWith(".md"));
  }

  private static List<Picture> pictures() {
    List<Picture> pictures = new ArrayList<>();
    for (Path page : pages()) {
      String text = Repository.text(page);
      List<Block> blocks = MarkdownBlocks.of(text);
      Matcher link = PICTURE.matcher(text);
      while (link.find()) {
        int line = (int) text.substring(0, link.start()).lines().count() + 1;
        Block above = null;
        for (Block block : blocks) {
          if (block.info().equals("tide") && block.line() < line) {
            above = block;
          }
        }
        assertNotNull(above, page + ": no block above " + link.group(1));
        pictures.add(new Picture(page, page.resolveSibling(link.group(1)).normalize(), above));
      }
    }
    return pictures;
  }

  private static void verify(Picture picture) throws IOException {
    String place = picture.page().getFileName() + ", line " + picture.block().line();
    String name = picture.file().getFileName().toString();
    Matcher plot = PLOT.matcher(picture.block().text());
    assertEquals(1, plot.results().count(), place + " should plot once, at the start of a line");
    Path run = Files.createTempDirectory(folder, "picture");
    BlockFolder.write(
        run, plot.replaceFirst(Matcher.quoteReplacement("export \"" + name + "\" = plot ")));
    Command.Result result = Command.run(run, "run", "model.tide");
    assertEquals(0, result.status(), () -> place + ": " + result);
    String drawn = Files.readString(run.resolve(name));
    if (Expectations.overwrite()) {
      Files.createDirectories(picture.file().getParent());
      Repository.write(picture.file(), drawn);
    } else {
      assertEquals(Repository.text(picture.file()), drawn, place);
    }
  }
}
