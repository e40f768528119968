package org.tidemark.polyglot.instrument;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.oracle.truffle.api.debug.Breakpoint;
import com.oracle.truffle.api.debug.DebugException;
import com.oracle.truffle.api.debug.DebugScope;
import com.oracle.truffle.api.debug.DebugStackFrame;
import com.oracle.truffle.api.debug.DebugValue;
import com.oracle.truffle.api.debug.Debugger;
import com.oracle.truffle.api.debug.DebuggerSession;
import com.oracle.truffle.api.debug.SuspendedEvent;
import java.io.ByteArrayOutputStream;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.PolyglotException;
import org.graalvm.polyglot.Source;
import org.junit.jupiter.api.Test;
import org.tidemark.polyglot.TideLanguage;

/** Going through a script with Truffle's own debugger, on which those of Chrome and DAP rest. */
class SteppingTest {
  private static final String SCRIPT =
      """
      param r = 5 %/year
      param N = 5
      fn twice(x) = {
        let y = x + x
        y
      }
      growth = twice(r)
      span = N * 2 year
      unread = 1 year
      total = growth * span
      show total
      show [1, 2][N]
      """;

  private static final Source SOURCE =
      Source.newBuilder("tide", SCRIPT, "growth.tide").buildLiteral();

  /** What happens at each stop, in turn; from the last one on the script runs on. */
  private static List<String> stops(Breakpoint breakpoint, List<Consumer<SuspendedEvent>> steps) {
    List<String> stops = new ArrayList<>();
    Iterator<Consumer<SuspendedEvent>> next = steps.iterator();
    try (Context context = context()) {
      Debugger debugger =
          context.getEngine().getInstruments().get("debugger").lookup(Debugger.class);
      List<Throwable> wrong = new ArrayList<>();
      try (DebuggerSession session =
          debugger.startSession(
              event -> {
                stops.add(
                    event.getTopStackFrame().getName()
                        + ":"
                        + event.getSourceSection().getStartLine());
                try {
                  if (next.hasNext()) {
                    next.next().accept(event);
                  }
                } catch (RuntimeException | Error thrown) {
                  wrong.add(thrown);
                }
              })) {
        session.install(breakpoint);
        run(context);
      }
      assertEquals(List.of(), wrong);
    }
    return stops;
  }

  /** Its last line fails. */
  private static void run(Context context) {
    PolyglotException failed = assertThrows(PolyglotException.class, () -> context.eval(SOURCE));
    assertTrue(failed.isGuestException());
    assertTrue(failed.getMessage().contains("E0506"), failed.getMessage());
  }

  static Context context() {
    return Context.newBuilder("tide")
        .option("engine.WarnInterpreterOnly", "false")
        .out(new ByteArrayOutputStream())
        .err(new ByteArrayOutputStream())
        .build();
  }

  private static Breakpoint at(int line) {
    return Breakpoint.newBuilder(SOURCE.getURI()).lineIs(line).build();
  }

  @Test
  void steppingIntoGoesToWhatIsReadWhenItIsWorkedOut() {
    Consumer<SuspendedEvent> into = event -> event.prepareStepInto(1);
    assertEquals(
        List.of(
            "growth.tide:11",
            "total:10",
            "growth:7",
            "r:1",
            "growth:7",
            "twice:4",
            "twice:5",
            "growth:7",
            "total:10",
            "span:8",
            "N:2",
            "span:8"),
        stops(at(11), Collections.nCopies(11, into)));
  }

  @Test
  void steppingOverStaysAndSteppingOutReturnsToTheReader() {
    assertEquals(
        List.of("growth.tide:11", "growth.tide:12"),
        stops(
            at(11), List.of(event -> event.prepareStepOver(1), event -> event.prepareStepInto(1))));
    assertEquals(
        List.of("twice:4", "twice:5", "growth:7", "total:10", "growth.tide:11"),
        stops(
            at(4),
            List.of(
                event -> event.prepareStepOver(1),
                event -> event.prepareStepOut(1),
                event -> event.prepareStepOut(1),
                event -> event.prepareStepOut(1))));
  }

  private static Map<String, String> values(DebugScope scope) {
    Map<String, String> values = new TreeMap<>();
    for (DebugValue value : scope.getDeclaredValues()) {
      values.put(value.getName(), value.toDisplayString());
    }
    return values;
  }

  @Test
  void scopesShowWhatIsKnownAndEvaluateNothing() {
    stops(
        at(5),
        List.of(
            event -> {
              DebugStackFrame top = event.getTopStackFrame();
              DebugScope block = top.getScope();
              assertEquals(Map.of("y", "10 %/year"), values(block));
              assertEquals(Map.of("x", "5 %/year"), values(block.getParent()));
              Map<String, String> script = values(block.getParent().getParent());
              assertEquals("5 %/year", script.get("r"));
              assertEquals("not worked out yet", script.get("span"));
              assertEquals("not worked out yet", script.get("unread"));
              assertTrue(script.get("twice").contains("function"), script.get("twice"));
              List<String> frames = new ArrayList<>();
              event
                  .getStackFrames()
                  .forEach(
                      frame ->
                          frames.add(
                              frame.getName() + ":" + frame.getSourceSection().getStartLine()));
              assertEquals(List.of("twice:5", "growth:7", "total:10", "growth.tide:11"), frames);
            },
            event -> {}));
  }

  @Test
  void expressionsAreEvaluatedWhereItStopped() {
    stops(
        at(5),
        List.of(
            event -> {
              DebugStackFrame top = event.getTopStackFrame();
              assertEquals("30 %/year", top.eval("y + 4 * x").toDisplayString());
              // what has not been worked out is, as any reader would
              assertEquals("10 year", top.eval("span").toDisplayString());
              assertEquals("10 year", values(top.getScope().getParent().getParent()).get("span"));
              String dimension =
                  assertThrows(DebugException.class, () -> top.eval("y + 1 year")).getMessage();
              assertTrue(dimension.startsWith("E0"), dimension);
              String circle =
                  assertThrows(DebugException.class, () -> top.eval("total")).getMessage();
              assertTrue(circle.startsWith("E0203"), circle);
              assertThrows(DebugException.class, () -> top.eval("y +"));
              DebugValue y = top.getScope().getDeclaredValue("y");
              assertFalse(y.isWritable());
              Iterator<DebugStackFrame> frames = event.getStackFrames().iterator();
              frames.next();
              assertEquals("5", frames.next().eval("N").toDisplayString());
            }));
  }

  @Test
  void aFrameCanBeLeftForItsReader() {
    assertEquals(
        List.of("twice:5", "growth:7"),
        stops(
                at(5),
                List.of(event -> event.prepareUnwindFrame(event.getTopStackFrame()), event -> {}))
            .subList(0, 2));
  }

  @Test
  void conditionsAreExpressionsOfTheScript() {
    Breakpoint never = at(4);
    never.setCondition("x > 1 /day");
    assertEquals(List.of(), stops(never, List.of()));
    Breakpoint always = at(4);
    always.setCondition("x > 1 %/year and N == 5");
    assertEquals(List.of("twice:4"), stops(always, List.of()));
  }

  @Test
  void aFailureStopsWhereItHappens() {
    List<String> told = new ArrayList<>();
    Breakpoint failures = Breakpoint.newExceptionBuilder(true, true).build();
    assertEquals(
        List.of("growth.tide:12"),
        stops(failures, List.of(event -> told.add(event.getException().getMessage()))));
    assertTrue(told.get(0).startsWith("E0506"), told.get(0));
  }

  @Test
  void callsGoSomeHundredDeep() throws Exception {
    assertEquals("100.0", counted("100"));
    assertTrue(counted("1000").startsWith("error[E0504]"), counted("1000"));
  }

  /** Calls inside calls on a thread of the usual size. */
  private static String counted(String calls) throws InterruptedException {
    AtomicReference<String> told = new AtomicReference<>();
    Thread thread =
        new Thread(
            () -> {
              try (Context context = stepping()) {
                told.set(
                    context
                        .eval(
                            "tide",
                            "fn f(n) = if n <= 0 then 0 else 1 + f(n - 1)\nx = f(" + calls + ")")
                        .getMember("x")
                        .toString());
              } catch (PolyglotException failure) {
                told.set(failure.getMessage());
              }
            });
    thread.start();
    thread.join();
    return told.get();
  }

  private static Context stepping() {
    return Context.newBuilder("tide")
        .option("engine.WarnInterpreterOnly", "false")
        .option("tide.Steps", "true")
        .build();
  }

  @Test
  void aThreadKeepsNothingOfAScriptThatFailed() throws Exception {
    WeakReference<TideLanguage> language = failed();
    for (int i = 0; i < 50 && language.get() != null; i++) {
      System.gc();
      Thread.sleep(20);
    }
    assertEquals(null, language.get());
  }

  private static WeakReference<TideLanguage> failed() {
    try (Context context = stepping()) {
      assertThrows(PolyglotException.class, () -> context.eval("tide", "show [1, 2][5]"));
      context.enter();
      WeakReference<TideLanguage> language = new WeakReference<>(TideLanguage.get());
      context.leave();
      return language;
    }
  }
}
