package org.tidemark.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import org.tidemark.api.Program;
import org.tidemark.api.Tide;
import org.tidemark.api.TideException;
import org.tidemark.spi.TidePlugin;
import org.tidemark.spi.value.FunctionValue;
import org.tidemark.spi.value.ValueText;

/** How long contexts of other languages live, and that what runs in them can be ended. */
@Isolated("counts contexts and threads of the whole process")
class ForeignContextsTest {
  @TempDir Path folder;
  private Tide tide;

  @BeforeEach
  void load() throws Exception {
    Path services = Files.createDirectories(folder.resolve("META-INF/services"));
    Files.writeString(
        services.resolve(TidePlugin.class.getName()), CountedEngine.class.getName() + "\n");
    Files.writeString(folder.resolve("f.counted"), "");
    URL[] urls = {folder.toUri().toURL()};
    tide =
        Tide.builder()
            .classLoader(new URLClassLoader(urls, CountedEngine.class.getClassLoader()))
            .build();
    CountedEngine.OPENED.set(0);
    CountedEngine.OPEN.set(0);
  }

  @AfterEach
  void nothingMore() {
    CountedEngine.opening = () -> {};
  }

  private Program compile(String function, String script) {
    Program program =
        tide.compile(
            "m.tide",
            "foreign fn " + function + "(x: 1) -> 1 from \"./f.counted\"\n" + script,
            folder);
    assertTrue(program.isSound(), program.diagnostics().toString());
    return program;
  }

  private static void assertAllClosed() {
    assertTrue(CountedEngine.OPENED.getAndSet(0) > 0);
    assertEquals(0, CountedEngine.OPEN.get());
  }

  @Test
  void theyAreClosedWhenTheRunEnds() {
    Program program =
        compile(
            "twice",
            """
            param a = uniform(1, 4)
            show twice(1), sample({ y: twice(a) }, draws: 500)
            show twice(2) / 0
            """);
    program.run();
    assertAllClosed();
    program.test();
    program.start(Optional.empty());
    assertAllClosed();
    program.value("twice(a)");
    assertAllClosed();
    program.quantity("twice(3)");
    assertAllClosed();
  }

  @Test
  void whatARunGaveCanBeCalledAfterwards() {
    Program program = compile("twice", "g = x => 1 + twice(x)\nshow g(1)\n");
    Run run = program.start(Optional.empty());
    assertAllClosed();
    FunctionValue known = (FunctionValue) run.known().get("g");
    assertEquals("7", ValueText.of(known.call(List.of(program.value("3")))));
    FunctionValue given = (FunctionValue) program.value("g");
    assertEquals("7", ValueText.of(given.call(List.of(program.value("3")))));
  }

  @Test
  void aModelKeepsThemFromOneQuestionToTheNext() {
    Program program = compile("twice", "b = 1\n");
    var model = program.model();
    for (int i = 0; i < 5; i++) {
      assertEquals(String.valueOf(2 * i), ValueText.of(model.ask("twice(" + i + ")")));
    }
    assertEquals(1, CountedEngine.OPENED.get());
  }

  @Test
  void aWishToStopIsKeptUntilItCanBeMet() {
    Program program = compile("endless", "show endless(1)\n");
    Watch watch = new Watch(ProgressListener.NONE);
    CountedEngine.opening =
        () -> {
          watch.quit();
          sleep(200);
        };
    TideException ended =
        assertThrows(TideException.class, () -> program.run(watch), "it came to an end");
    assertTrue(ended.isStopped());
    assertAllClosed();
  }

  @Test
  void runsLeaveNoThreads() {
    Program program = compile("twice", "show twice(1)\n");
    for (int i = 0; i < 50; i++) {
      program.run();
    }
    // the last one may not have noticed yet, nor those of tests beside this one
    for (int i = 0; i < 100 && watching() > 2; i++) {
      sleep(100);
    }
    assertTrue(watching() <= 2, () -> watching() + " threads");
  }

  private static long watching() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().startsWith("tide-foreign-"))
        .count();
  }

  private static void sleep(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }
}
