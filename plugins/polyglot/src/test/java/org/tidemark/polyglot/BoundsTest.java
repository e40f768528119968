package org.tidemark.polyglot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.Engine;
import org.graalvm.polyglot.PolyglotException;
import org.graalvm.polyglot.Source;
import org.graalvm.polyglot.Value;
import org.graalvm.polyglot.io.IOAccess;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.tidemark.api.TideException;
import org.tidemark.polyglot.interop.Aside;

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

  private static void interruptSoon(Thread asker) {
    new Thread(
            () -> {
              sleep(300);
              asker.interrupt();
            })
        .start();
  }

  @Test
  void anInterruptOfTheThreadEndsWhatTakesLong() {
    try (Context context = Contexts.tide()) {
      Value script = Contexts.run(context, LONG);
      interruptSoon(Thread.currentThread());
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

  @Test
  void aThreadThatIsInterruptedBeforeItAsksIsToldSo() {
    try (Context context = Contexts.tide()) {
      Value script = Contexts.run(context, LONG);
      for (int i = 0; i < 50; i++) {
        Thread.currentThread().interrupt();
        isStopped(() -> script.getMember("long"));
      }
      assertEquals(3, script.getMember("fine").asInt());
      Thread.currentThread().interrupt();
      isStopped(() -> Contexts.run(context, LONG + "\nshow long"));
    }
  }

  private static void isStopped(Executable work) {
    PolyglotException failure = assertThrows(PolyglotException.class, work);
    boolean marked = Thread.interrupted();
    assertTrue(failure.getMessage().startsWith("error[E0516]"), failure.getMessage());
    assertTrue(marked, "the thread still knows that it was interrupted");
  }

  @Test
  void aThreadThatIsInterruptedWhileItWaitsForItsTurnIsToldSo() throws Exception {
    try (Context context = Contexts.tide()) {
      Value script = Contexts.run(context, LONG);
      AtomicReference<Throwable> wrong = new AtomicReference<>();
      Thread first = asking(wrong, () -> script.getMember("long"));
      Thread second = asking(wrong, () -> script.getMember("fine"));
      sleep(300);
      second.interrupt();
      second.join(10_000);
      assertFalse(second.isAlive());
      assertTrue(first.isAlive());
      first.interrupt();
      first.join();
      assertEquals(null, wrong.get());
      assertEquals(3, script.getMember("fine").asInt());
    }
  }

  private static Thread asking(AtomicReference<Throwable> wrong, Executable question) {
    Thread thread = new Thread(() -> isStopped(question));
    thread.setUncaughtExceptionHandler((asker, thrown) -> wrong.set(thrown));
    thread.start();
    sleep(300);
    return thread;
  }

  @Test
  void workThatHeedsNoWishToStopIsGivenUp() {
    AtomicBoolean released = new AtomicBoolean();
    try (Context context = Contexts.tide();
        Aside aside = new Aside()) {
      context.initialize("tide");
      context.enter();
      Thread.currentThread().interrupt();
      TideException stopped =
          assertThrows(TideException.class, () -> aside.run(() -> spin(released)));
      assertEquals("E0516", stopped.code());
      assertTrue(Thread.interrupted());
      interruptSoon(Thread.currentThread());
      stopped = assertThrows(TideException.class, () -> aside.run(() -> spin(released)));
      assertEquals("E0516", stopped.code());
      assertTrue(Thread.interrupted());
      context.leave();
    } finally {
      released.set(true);
    }
  }

  private static String spin(AtomicBoolean released) {
    while (!released.get()) {
      Thread.onSpinWait();
    }
    return "done";
  }

  @Test
  void manyDrawsAreInterrupted() {
    try (Context context = Contexts.tide()) {
      Value share = Contexts.run(context, "share = beta(2.1, 5.3)").getMember("share");
      Thread asker = Thread.currentThread();
      new Thread(
              () -> {
                sleep(300);
                asker.interrupt();
              })
          .start();
      isStopped(() -> share.invokeMember("sample", 1_000_000));
      assertEquals(3, share.invokeMember("sample", 3).getArraySize());
    }
  }

  @Test
  void aTextWithoutAFileHasTheWorkingFolderWhateverItIsCalled(@TempDir Path folder)
      throws Exception {
    Files.writeString(folder.resolve("m.tide"), "a = 4");
    try (Context context = within(folder)) {
      for (String name : new String[] {"a.tide", "models/a.tide", "../a.tide", "std/a", "m.tide"}) {
        Source source =
            Source.newBuilder("tide", "import \"./m.tide\" as part\nb = part.a", name)
                .buildLiteral();
        assertEquals(4, context.eval(source).getMember("b").asInt(), name);
      }
    }
  }

  private static Context within(Path folder) {
    return Contexts.builder("tide")
        .allowIO(IOAccess.ALL)
        .currentWorkingDirectory(folder.toAbsolutePath())
        .build();
  }

  @Test
  void aModuleThatHasChangedIsReadAgain(@TempDir Path folder) throws Exception {
    Path module = folder.resolve("m.tide");
    Source source =
        Source.newBuilder("tide", "import \"./m.tide\" as part\nb = part.a", "text").buildLiteral();
    try (Context context = within(folder)) {
      assertThrows(PolyglotException.class, () -> context.eval(source));
      Files.writeString(module, "a = 4");
      Value first = context.eval(source);
      Files.writeString(module, "a = 5");
      assertEquals(5, context.eval(source).getMember("b").asInt());
      assertEquals(4, first.getMember("b").asInt());
      Value parsed = context.parse(source);
      Files.writeString(module, "a = 6");
      assertEquals(6, parsed.execute().getMember("b").asInt());
      Files.delete(module);
      assertThrows(PolyglotException.class, () -> context.eval(source));
    }
  }
}
