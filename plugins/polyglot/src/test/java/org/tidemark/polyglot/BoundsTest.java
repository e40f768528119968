package org.tidemark.polyglot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.Engine;
import org.graalvm.polyglot.PolyglotException;
import org.graalvm.polyglot.Source;
import org.graalvm.polyglot.Value;
import org.graalvm.polyglot.io.IOAccess;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What a context grants its scripts, and how it ends them. */
@Timeout(60)
class BoundsTest {
  private static final String LONG =
      "fn fib(n) = if n < 2 then n else fib(n - 1) + fib(n - 2)\nfine = 3\nlong = fib(60)";

  @Test
  void filesAreReadWhereTheContextAllowsIt(@TempDir Path folder) throws Exception {
    Path scripts = Files.createDirectories(folder.resolve("scripts"));
    Files.writeString(scripts.resolve("part.tide"), "a = 4");
    Files.writeString(folder.resolve("secret.tide"), "a = 5");
    Files.writeString(scripts.resolve("d.csv"), "n\n1\n2\n");
    Files.createSymbolicLink(scripts.resolve("link.tide"), folder.resolve("secret.tide"));
    Path main =
        Files.writeString(
            scripts.resolve("main.tide"),
            "import \"./part.tide\" as part\nb = part.a\ndata d = csv(\"d.csv\", { n: 1 })\n"
                + "n = length(d)");
    Source source = Source.newBuilder("tide", main.toFile()).build();
    try (Engine engine = Contexts.engine();
        Context open = Context.newBuilder("tide").engine(engine).allowIO(IOAccess.ALL).build();
        Context closed = Context.newBuilder("tide").engine(engine).build()) {
      assertEquals(4, open.eval(source).getMember("b").asInt());
      assertEquals(2, open.eval(source).getMember("n").asInt());
      // the same source, compiled for a context that may read, is not handed to one that may not
      Source given = Source.newBuilder("tide", Files.readString(main), "main.tide").buildLiteral();
      assertThrows(PolyglotException.class, () -> closed.eval(given));
      for (String outside : new String[] {"../secret.tide", "./link.tide", "/etc/passwd"}) {
        Path other =
            Files.writeString(scripts.resolve("o.tide"), "import \"" + outside + "\" as x");
        PolyglotException failure =
            assertThrows(
                PolyglotException.class,
                () -> open.eval(Source.newBuilder("tide", other.toFile()).cached(false).build()));
        assertTrue(failure.getMessage().startsWith("error[E0"), failure.getMessage());
        assertFalse(failure.isInternalError(), failure.getMessage());
      }
    }
  }

  @Test
  void whatTakesLongIsCancelled() throws Exception {
    // closing it once more would tell of the cancelling again
    Context context = Contexts.tide();
    Value script = Contexts.run(context, LONG);
    Thread closer = closing(context);
    PolyglotException failure =
        assertThrows(PolyglotException.class, () -> script.getMember("long"));
    assertTrue(failure.isCancelled(), failure.toString());
    closer.join();
  }

  private static Thread closing(Context context) {
    Thread closer =
        new Thread(
            () -> {
              sleep(300);
              context.close(true);
            });
    closer.start();
    return closer;
  }

  @Test
  void whatTakesLongIsInterruptedAndTheScriptCanBeAskedAgain() throws Exception {
    try (Context context = Contexts.tide()) {
      Value script = Contexts.run(context, LONG);
      Thread other =
          new Thread(
              () -> {
                sleep(300);
                try {
                  context.interrupt(Duration.ofSeconds(20));
                } catch (java.util.concurrent.TimeoutException late) {
                  throw new AssertionError(late);
                }
              });
      other.start();
      PolyglotException failure =
          assertThrows(PolyglotException.class, () -> script.getMember("long"));
      assertTrue(failure.isInterrupted(), failure.toString());
      other.join();
      assertEquals(3, script.getMember("fine").asInt());
      assertEquals(5, script.invokeMember("fib", 5).asInt());
    }
  }

  private static void sleep(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException stop) {
      throw new AssertionError(stop);
    }
  }

  @Test
  void anInterruptOfTheThreadEndsWhatTakesLong() {
    try (Context context = Contexts.tide()) {
      Value script = Contexts.run(context, LONG);
      Thread asker = Thread.currentThread();
      Thread other =
          new Thread(
              () -> {
                sleep(300);
                asker.interrupt();
              });
      other.start();
      PolyglotException failure =
          assertThrows(PolyglotException.class, () -> script.getMember("long"));
      assertTrue(failure.getMessage().startsWith("error[E0516]"), failure.getMessage());
      assertTrue(Thread.interrupted(), "the thread still knows that it was interrupted");
      assertEquals(3, script.getMember("fine").asInt());
    }
  }

  @Test
  void toolsThatFollowAScriptSeeTheFilesBesideIt(@TempDir Path folder) throws Exception {
    Files.writeString(folder.resolve("part.tide"), "a = 4");
    Files.writeString(folder.resolve("d.csv"), "n\n1\n2\n");
    Path main = folder.resolve("main.tide");
    Files.writeString(
        main,
        "import \"./part.tide\" as part\nb = part.a\n"
            + "data d = csv(\"d.csv\", { n: 1 })\nn = length(d)\nshow n");
    try (Context context =
        Contexts.builder("tide").option("tide.Steps", "true").allowIO(IOAccess.ALL).build()) {
      Value script = context.eval(Source.newBuilder("tide", main.toFile()).build());
      assertEquals(4, script.getMember("b").asInt());
      assertEquals(2, script.getMember("n").asInt());
    }
  }
}
