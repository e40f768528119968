package org.tidemark.golden;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tidemark.support.Command;
import org.tidemark.support.MarkdownBlocks;
import org.tidemark.support.Repository;

/** Plugins in folders, on the packaged program. */
class PluginsIT {
  private static final Path SAMPLE = Repository.TOP.resolve("plugins/sample");
  private static final Pattern FILE = Pattern.compile("file=\"([^\"]+)\"");

  @TempDir static Path folder;
  private static Path plugins;
  private static Path scripts;

  @BeforeAll
  static void buildTheSample() throws IOException {
    plugins = Files.createDirectories(folder.resolve("plugins"));
    Path classes = Files.createDirectories(folder.resolve("classes"));
    SamplePlugin.build(
        SAMPLE.resolve("src/main/java"),
        SAMPLE.resolve("src/main/resources"),
        classes,
        plugins.resolve("batteries.jar"));
    // nobody else is kept from working by these
    Files.writeString(plugins.resolve("damaged.jar"), "no jar at all");
    Files.createDirectories(plugins.resolve("empty"));
    Files.copy(plugins.resolve("batteries.jar"), plugins.resolve("copy.jar"));
    scripts = Files.createDirectories(folder.resolve("scripts"));
    try (Stream<Path> files = Files.list(SAMPLE.resolve("src/test/scripts"))) {
      for (Path file : files.toList()) {
        Files.copy(file, scripts.resolve(file.getFileName()));
      }
    }
  }

  private static Command.Result tide(String... words) {
    return PackagedProgram.tide(scripts, Map.of("TIDE_PLUGINS", plugins.toString()), words);
  }

  @Test
  void theSampleAddsOneOfEachSort() throws IOException {
    Command.Result run = tide("run", "batteries.tide");
    assertEquals(0, run.status(), run.toString());
    assertEquals(Repository.text(SAMPLE.resolve("src/test/scripts/batteries.out")), run.out());
    assertTrue(
        Files.readString(scripts.resolve("packs.md")).startsWith("| sold | price |\n|---|---|\n"));
    Command.Result markdown = tide("run", "batteries.tide", "--format", "markdown");
    assertTrue(markdown.out().contains("- truck.cost: **60000 USD**"), markdown.toString());
  }

  @Test
  void whatIsWrongIsToldAndTheRestWorks() {
    Command.Result list = tide("plugins");
    assertEquals(1, list.status());
    assertTrue(list.out().contains("method pattern"), list.out());
    assertTrue(
        list.err().contains("warning[E0740]: damaged: damaged.jar is not a jar"), list.err());
    assertTrue(list.err().contains("warning[E0740]: empty: there is no jar"), list.err());
    assertTrue(
        list.err().contains("E0742]: batteries: its kind battery is left out: batteries has one"),
        list.err());
    assertFalse(list.err().contains("\tat "), list.err());
  }

  @Test
  void aNameThatNobodyGivesPointsAtWhatIsNotLoaded() throws IOException {
    Files.writeString(scripts.resolve("unknown.tide"), "show nobodys_function(1)\n");
    Command.Result run = tide("run", "unknown.tide");
    assertEquals(2, run.status());
    assertTrue(run.err().contains("the plugin damaged, which may give it"), run.err());
  }

  /** No work of ours is known that never asks; a plugin may do such. */
  @Test
  void whatNeverAsksWhetherItMayGoOnEndsAllTheSame() throws IOException {
    Path sources = Files.createDirectories(folder.resolve("endless"));
    Files.writeString(
        sources.resolve("Endless.java"),
        """
        package endless;

        import org.tidemark.spi.FunctionSpec;
        import org.tidemark.spi.Registry;
        import org.tidemark.spi.TidePlugin;
        import org.tidemark.spi.type.QuantityType;

        public final class Endless implements TidePlugin {
          private volatile boolean more = true;

          @Override
          public String name() {
            return "endless";
          }

          @Override
          public String version() {
            return "1";
          }

          @Override
          public String doc() {
            return "Work that never ends.";
          }

          @Override
          public void register(Registry registry) {
            registry.function(
                FunctionSpec.named("forever")
                    .doc("Never gives anything.")
                    .example("forever()")
                    .returns(call -> QuantityType.PURE)
                    .body(
                        call -> {
                          while (more) {
                            Thread.onSpinWait();
                          }
                          return null;
                        }));
          }
        }
        """);
    Path resources = folder.resolve("endless-resources");
    Path services = Files.createDirectories(resources.resolve("META-INF/services"));
    Files.writeString(services.resolve("org.tidemark.spi.TidePlugin"), "endless.Endless\n");
    Path place = Files.createDirectories(folder.resolve("endless-plugins"));
    SamplePlugin.build(
        sources,
        resources,
        Files.createDirectories(folder.resolve("endless-classes")),
        place.resolve("endless.jar"));
    Files.writeString(scripts.resolve("forever.tide"), "show 1 + 1\nshow forever()\n");
    Command.Result run =
        PackagedProgram.tide(
            scripts,
            Map.of("TIDE_PLUGINS", place.toString()),
            "run",
            "--limit",
            "time=5s",
            "forever.tide");
    assertEquals(4, run.status(), run.toString());
    assertTrue(run.err().contains("E0920"), run.toString());
    assertTrue(run.err().contains("could not be stopped where it was"), run.toString());
  }

  /** The guide says what to write and what to type; this does it. */
  @Test
  void theGuideLeadsToAWorkingPlugin() throws IOException {
    Path place = Files.createDirectories(folder.resolve("guide"));
    List<MarkdownBlocks.Block> blocks =
        MarkdownBlocks.of(Repository.text(Repository.TOP.resolve("docs/plugin-guide.md")));
    int commands = 0;
    for (int i = 0; i < blocks.size(); i++) {
      MarkdownBlocks.Block block = blocks.get(i);
      Matcher file = FILE.matcher(block.info());
      if (file.find()) {
        Path target = place.resolve(file.group(1));
        Files.createDirectories(target.getParent());
        Files.writeString(target, block.text());
      } else if (block.info().equals("sh")) {
        Command.Result result =
            PackagedProgram.start(
                place,
                Map.of(
                    "TIDEMARK",
                    PackagedProgram.HOME.toString(),
                    "TIDE_PLUGINS",
                    place.resolve("plugins").toString(),
                    "PATH",
                    PackagedProgram.HOME.resolve("bin")
                        + ":"
                        + Path.of(System.getProperty("java.home"), "bin")
                        + ":"
                        + System.getenv("PATH")),
                List.of("/bin/sh", "-e", "-c", block.text()));
        boolean told = i + 1 < blocks.size() && blocks.get(i + 1).info().equals("text");
        assertEquals(told ? blocks.get(i + 1).text() : "", result.out(), result.toString());
        commands++;
      }
    }
    assertTrue(commands >= 3, "the guide has commands");
  }
}
