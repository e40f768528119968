package org.tidemark.polyglot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.Engine;
import org.graalvm.polyglot.PolyglotException;
import org.graalvm.polyglot.SandboxPolicy;
import org.graalvm.polyglot.Source;
import org.graalvm.polyglot.Value;
import org.graalvm.polyglot.io.IOAccess;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Contexts for scripts that nobody trusts: each limit ends a script, and the context goes on. */
@Timeout(60)
class UntrustedTest {
  /** The limit of 1.5 s, and some for a machine that does other work. */
  private static final Duration SOON = Duration.ofSeconds(5);

  private static final String FIB = "fn fib(n) = if n < 2 then n else fib(n - 1) + fib(n - 2)\n";

  private static Context.Builder untrusted(Engine engine) {
    return Context.newBuilder("tide", "js").engine(engine).option("tide.Untrusted", "true");
  }

  private static void isEndedBy(String code, Executable work) {
    long from = System.nanoTime();
    PolyglotException failure = assertThrows(PolyglotException.class, work);
    assertTrue(failure.isGuestException() && !failure.isInternalError(), failure.toString());
    assertTrue(failure.getMessage().startsWith("error[" + code), failure.getMessage());
    long took = System.nanoTime() - from;
    assertTrue(took < SOON.toNanos(), code + " after " + took / 1_000_000 + " ms");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "E0920 | long = fib(60)",
        "E0923 | fn deep(n) = deep(n + 1) + 1; long = deep(1)",
        "E0924 | long = sum(1..1e9)",
        "E0924 | long = length(map(1..1e6, x => 2 * x))",
      })
  void hostileScriptsEndInTheNamedLimit(String code, String text) {
    String script = FIB + text.replace("; ", "\n");
    try (Engine engine = Contexts.engine();
        Context context = untrusted(engine).build()) {
      isEndedBy(code, () -> Contexts.run(context, script + "\nshow long"));
      Value asked = Contexts.run(context, script + "\nfine = 3");
      isEndedBy(code, () -> asked.getMember("long"));
      assertEquals(3, asked.getMember("fine").asInt());
      isEndedBy("E0920", () -> asked.invokeMember("fib", 60));
      assertEquals(5, asked.invokeMember("fib", 5).asInt());
      try (Context next = untrusted(engine).build()) {
        assertEquals(4, Contexts.run(next, "x = 4").getMember("x").asInt());
      }
    }
  }

  @Test
  void aGuestThatAsksWithoutEndIsInterrupted() throws Exception {
    try (Engine engine = Contexts.engine();
        Context context = untrusted(engine).build()) {
      context.getBindings("js").putMember("m", Contexts.run(context, "fn f(x) = x + 1"));
      Thread other = new Thread(() -> interruptAfter(context, 500));
      other.start();
      PolyglotException failure =
          assertThrows(PolyglotException.class, () -> context.eval("js", "for (;;) m.f(1)"));
      assertTrue(failure.isInterrupted(), failure.toString());
      other.join();
      assertEquals(2, context.eval("js", "m.f(1)").asInt());
    }
  }

  private static void interruptAfter(Context context, long millis) {
    try {
      Thread.sleep(millis);
      context.interrupt(Duration.ofSeconds(20));
    } catch (InterruptedException | java.util.concurrent.TimeoutException late) {
      throw new AssertionError(late);
    }
  }

  @Test
  void filesThatTheContextAllowsAreWithinTheLimits(@TempDir Path folder) throws Exception {
    Files.writeString(folder.resolve("part.tide"), "a = 4");
    Files.writeString(folder.resolve("large.csv"), "n\n" + "1\n".repeat(3_000_000));
    Path fine = folder.resolve("fine.tide");
    Files.writeString(fine, "import \"./part.tide\" as part\nb = part.a");
    Path large = folder.resolve("large.tide");
    Files.writeString(large, "data d = csv(\"large.csv\", { n: 1 })\nshow length(d)");
    try (Engine engine = Contexts.engine();
        Context context = untrusted(engine).allowIO(IOAccess.ALL).build()) {
      assertEquals(4, context.eval(file(fine)).getMember("b").asInt());
      isEndedBy("E0931", () -> context.eval(file(large)));
    }
  }

  private static Source file(Path path) throws Exception {
    return Source.newBuilder("tide", path.toFile()).build();
  }

  @Test
  void aSandboxHasTheLimits() {
    try (Context context =
        Context.newBuilder("tide")
            .sandbox(SandboxPolicy.CONSTRAINED)
            .in(InputStream.nullInputStream())
            .out(new ByteArrayOutputStream())
            .err(OutputStream.nullOutputStream())
            .build()) {
      assertEquals("2 EB", Contexts.run(context, "x = 2 EB").getMember("x").toString());
      isEndedBy("E0924", () -> Contexts.run(context, "show sum(1..1e9)"));
      assertFalse(Contexts.run(context, "x = 3").getMember("x").isNull());
    }
  }

  @Test
  void whatGuestsAskOfValuesIsWithinTheLimits() {
    try (Engine engine = Contexts.engine();
        Context context = untrusted(engine).build()) {
      Value script =
          Contexts.run(context, "u = 10 to 100\nlong = 0..500000 by 1\nfine = 0..9 by 1");
      isEndedBy("E0926", () -> script.getMember("u").invokeMember("sample", 1_000_000));
      isEndedBy("E0924", () -> script.getMember("u").invokeMember("sample", 150_000));
      assertEquals(100, script.getMember("u").invokeMember("sample", 100).getArraySize());
      assertFalse(script.getMember("long").hasArrayElements());
      assertEquals(10, script.getMember("fine").getArraySize());
    }
  }
}
