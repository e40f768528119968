package org.tidemark.polyglot.foreign;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tidemark.api.Limits;
import org.tidemark.api.Program;
import org.tidemark.api.Tide;
import org.tidemark.api.TideException;
import org.tidemark.grammar.diagnostic.Diagnostic;
import org.tidemark.model.Outcome;
import org.tidemark.model.ProgressListener;
import org.tidemark.model.Watch;
import org.tidemark.spi.foreign.ForeignContext;
import org.tidemark.spi.foreign.ForeignFunction;
import org.tidemark.spi.foreign.ForeignProblem;
import org.tidemark.spi.foreign.ForeignProgram;
import org.tidemark.spi.value.ValueText;

/** Foreign functions, from the engine alone and from scripts. */
class ForeignFunctionsTest {
  private static final Engines ENGINES = new Engines();
  private static final GuestEngine JAVASCRIPT = new GuestEngine(new JavaScript(), ENGINES);
  private static final Tide TIDE = Tide.builder().build();

  @TempDir Path folder;

  private static ForeignContext open(String text) {
    return JAVASCRIPT.read("test.js", text).open(stop -> {});
  }

  private static Object call(String text, Object... arguments) {
    try (ForeignContext context = open(text)) {
      return context.function("f").orElseThrow().call(List.of(arguments));
    }
  }

  // ---- the engine

  @Test
  void numbersTruthValuesAndListsComeAndGo() {
    assertEquals(4.0, call("const f = x => x * 2", 2.0));
    assertEquals(true, call("function f(x) { return x === false }", false));
    assertEquals(
        List.of(true, 3.0, List.of(1.0, 2.0)),
        call(
            "var f = (xs, n) => [Array.isArray(xs) && Array.isArray(xs[0]), n, xs[0]]",
            List.of(List.of(1.0, 2.0)),
            3.0));
    assertEquals(1e21, call("let f = () => 10n ** 21n"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "() => 'text'",
        "() => ({})",
        "() => {}",
        "() => null",
        "async () => 1",
        "() => f",
        "() => new Date(2024, 0)",
        "() => Symbol()",
        "() => new Array(4e9)",
        "() => new Map()"
      })
  void whatIsNoPlainValueIsSaidToBe(String function) {
    Object result = call("const f = " + function);
    assertTrue(result instanceof ForeignFunction.Other, String.valueOf(result));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Java.type('java.lang.System').exit(1)",
        "Packages.java.lang.System.exit(1)",
        "Polyglot.eval('js', '1')",
        "load('/etc/hostname')",
        "require('fs')",
        "process.exit(1)",
        "fetch('https://example.org')",
        "new Worker('x.js')",
        "new SharedArrayBuffer(8)",
        "Math.random()",
        "Date.now()",
        "new Date()",
        "Date()",
        "new (new Date(0).constructor)()",
        "performance.now()",
        "new Intl.DateTimeFormat('en', { fractionalSecondDigits: 3 }).format()",
        "Temporal.Now.instant()",
        "Reflect.construct(Date, [])",
        "new (class extends Date {})()",
        "new (Object.getPrototypeOf(class extends Date {}))()",
        "Object.getOwnPropertyDescriptor(globalThis, 'Date').value.now()",
        "new Function('return new Date()')()",
        "(0, eval)('Math.random()')",
        "[].constructor.constructor('return Date.now()')()",
        "load({ name: 'x', script: 'Date.now()' })",
        "loadWithNewGlobal({ name: 'x', script: 'Date.now()' })",
        "loadWithNewGlobal({ name: 'x', script: 'Math.random()' })",
        "new ShadowRealm().evaluate('Date.now()')",
        "new WeakRef({}).deref()",
        "new FinalizationRegistry(() => {})",
        "Atomics.wait(new Int32Array(4), 0, 0, 1)",
        "setTimeout(() => {}, 1)",
        "Graal.isGraalRuntime()",
        "quit()"
      })
  void nothingOutsideIsReached(String attempt) {
    ForeignProblem problem =
        assertThrows(ForeignProblem.class, () -> call("function f() { return " + attempt + " }"));
    assertFalse(problem.isStop());
    assertTrue(problem.place().isPresent(), problem.getMessage());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Array.prototype[Symbol.iterator] = function* () {}; return new Date(5).getTime()",
        "Reflect.construct = type => new type(); return new Date(5).getTime()",
        "let real; Object.prototype.get = type => { real = type }; Date.x;"
            + " return real ? new real().getTime() : 5",
        "let real; Object.prototype.construct = type => { real = type; return {} }; new Date(5);"
            + " return real ? new real().getTime() : 5",
        "Error = function () { return 5 }; try { Date.now() } catch (thrown) { return +thrown || 5 }"
      })
  void theClockIsNotReachedByReplacingWhatIsBuiltIn(String body) {
    assertEquals(5.0, call("function f() { " + body + " }"));
  }

  @Test
  void datesThatAreGivenWork() {
    assertEquals(
        2001.0,
        call(
            "class Day extends Date { year() { return this.getFullYear() } }\n"
                + "const f = ms => new Day(ms).year()",
            1e12));
    assertEquals(true, call("const f = () => new Date(2024, 0, 1) - Date.UTC(2024, 0, 1) === 0"));
  }

  @Test
  void theMachinesLanguageChangesNothing() {
    String text =
        "const f = () => [...((1234.5).toLocaleString() + new Date(1e12).toLocaleString()"
            + " + 'i'.toLocaleUpperCase())].map(c => c.codePointAt(0))";
    Object here = call(text);
    Locale before = Locale.getDefault();
    Locale.setDefault(Locale.forLanguageTag("tr-TR"));
    try {
      assertEquals(here, call(text));
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void propertiesOfTheHostStayAsTheyWere() {
    Properties before = (Properties) System.getProperties().clone();
    assertTrue(new Engines().has("js"));
    assertEquals(before, System.getProperties());
  }

  @Test
  void modulesImportNothing() {
    ForeignProgram program =
        JAVASCRIPT.read("m.mjs", "import { x } from './other.mjs';\nexport const f = () => x");
    assertThrows(ForeignProblem.class, () -> program.open(stop -> {}));
  }

  @Test
  void onlyFunctionsOfTheFileAreThere() {
    try (ForeignContext context = open("const f = x => x, g = 3; function h() {}")) {
      assertEquals(List.of("f", "h"), context.functions().stream().sorted().toList());
      assertTrue(context.function("parseInt").isEmpty());
      assertTrue(context.function("toString").isEmpty());
      assertTrue(context.function("g").isEmpty());
    }
    ForeignProgram module = JAVASCRIPT.read("m.js", "const a = x => x;\nexport const f = a;");
    try (ForeignContext context = module.open(stop -> {})) {
      assertEquals(List.of("f"), context.functions());
    }
  }

  @Test
  void parametersAreCountedWhereTheyCanBe() {
    String text =
        "const plain = (a, b) => a, more = (a, ...b) => a, given = (a, b = 2) => a;"
            + " function counts(a) { return arguments.length }";
    try (ForeignContext context = open(text)) {
      assertEquals(2, context.function("plain").orElseThrow().least());
      assertEquals(2, context.function("plain").orElseThrow().most());
      assertEquals(1, context.function("more").orElseThrow().least());
      assertEquals(Integer.MAX_VALUE, context.function("more").orElseThrow().most());
      assertEquals(1, context.function("given").orElseThrow().least());
      assertEquals(Integer.MAX_VALUE, context.function("counts").orElseThrow().most());
    }
  }

  @Test
  void aPlaceIsThatInTheText() {
    String text = "// 😀\nfunction f(x) {\n  throw new Error('no');\n}";
    ForeignProblem problem = assertThrows(ForeignProblem.class, () -> call(text, 1.0));
    assertEquals("Error: no", problem.getMessage());
    ForeignProblem.Place place = problem.place().orElseThrow();
    assertEquals("new Error('no')", text.substring(place.start(), place.end()));
    ForeignProblem wrong =
        assertThrows(ForeignProblem.class, () -> JAVASCRIPT.read("a b.js", "f(;"));
    assertFalse(wrong.getMessage().contains("a b.js"), wrong.getMessage());
    ForeignProblem own =
        assertThrows(
            ForeignProblem.class, () -> call("const f = () => { throw Error('at 1:46:40 no') }"));
    assertEquals("Error: at 1:46:40 no", own.getMessage());
  }

  @Test
  void eachContextHasVariablesOfItsOwn() {
    ForeignProgram program = JAVASCRIPT.read("n.js", "let n = 0; const f = () => ++n");
    try (ForeignContext one = program.open(stop -> {});
        ForeignContext other = program.open(stop -> {})) {
      one.function("f").orElseThrow().call(List.of());
      assertEquals(2.0, one.function("f").orElseThrow().call(List.of()));
      assertEquals(1.0, other.function("f").orElseThrow().call(List.of()));
    }
  }

  @Test
  void whatIsStoppedBetweenTwoCallsSaysSo() {
    List<Runnable> ways = new ArrayList<>();
    ForeignProgram program = JAVASCRIPT.read("f.js", "const f = x => x");
    ForeignContext context = program.open(ways::add);
    ForeignFunction function = context.function("f").orElseThrow();
    ways.get(0).run();
    assertTrue(
        assertThrows(ForeignProblem.class, () -> function.call(List.of(List.of(1.0)))).isStop());
    assertTrue(assertThrows(ForeignProblem.class, function::place).isStop());
    assertTrue(assertThrows(ForeignProblem.class, () -> program.open(Runnable::run)).isStop());
  }

  @ParameterizedTest
  @ValueSource(strings = {"for (;;) {}", "const f = () => { for (;;) {} }"})
  void whatNeverEndsIsStopped(String text) {
    ForeignProgram program = JAVASCRIPT.read("loop.js", text);
    ForeignProblem problem =
        assertTimeoutPreemptively(
            Duration.ofSeconds(60),
            () ->
                assertThrows(
                    ForeignProblem.class,
                    () -> {
                      ForeignContext context =
                          program.open(
                              stop -> {
                                Thread thread = new Thread(() -> stopSoon(stop));
                                thread.setDaemon(true);
                                thread.start();
                              });
                      context.function("f").orElseThrow().call(List.of());
                    }));
    assertTrue(problem.isStop());
  }

  private static void stopSoon(Runnable stop) {
    try {
      Thread.sleep(500);
    } catch (InterruptedException ignored) {
      return;
    }
    stop.run();
  }

  // ---- from scripts

  private Program compile(String foreign, String script) throws Exception {
    Files.writeString(folder.resolve("f.js"), foreign);
    Program program = TIDE.compile("model.tide", script, folder);
    assertTrue(program.isSound(), program.diagnostics().toString());
    return program;
  }

  private static List<String> shown(Outcome outcome) {
    assertEquals(List.of(), outcome.problems());
    return outcome.shown().stream().map(shown -> ValueText.of(shown.value())).toList();
  }

  @Test
  void unitsAreThoseDeclared() throws Exception {
    Program program =
        compile(
            "const f = p => 100 / p;",
            """
            foreign fn f(p: USD/Mtoken) -> Mtoken/year from "./f.js"
            show f(4 USD/Mtoken), f(4 kUSD/Gtoken), f(0.000004 USD/token)
            """);
    assertEquals(
        List.of("25 Mtoken/year", "25 Mtoken/year", "25 Mtoken/year"), shown(program.run()));
  }

  @Test
  void manyThreadsGiveTheSameAsOne() throws Exception {
    // one that counts its calls would give other values where a context were shared
    Program program =
        compile(
            "let busy = false;\n"
                + "function f(x) {\n"
                + "  if (busy) throw new Error('shared');\n"
                + "  busy = true;\n"
                + "  let y = x;\n"
                + "  for (let i = 0; i < 20; i++) y = (y + x / y) / 2;\n"
                + "  busy = false;\n"
                + "  return y;\n"
                + "}",
            """
            foreign fn f(x: 1) -> 1 from "./f.js"
            param a = uniform(1, 4)
            mc = sample({ y: f(a), z: a^0.5 }, draws: 2_000, seed: 3)
            show abs(mc.y.mean - mc.z.mean) < 1e-12, abs(mc.y.sd - mc.z.sd) < 1e-12
            """);
    assertEquals(List.of("true", "true"), shown(program.run()));
    List<List<String>> all = new ArrayList<>();
    Thread[] threads = new Thread[4];
    for (int i = 0; i < threads.length; i++) {
      threads[i] =
          new Thread(
              () -> {
                List<String> one = shown(program.run());
                synchronized (all) {
                  all.add(one);
                }
              });
      threads[i].start();
    }
    for (Thread thread : threads) {
      thread.join();
    }
    assertEquals(4, all.size());
    assertEquals(1, all.stream().distinct().count());
  }

  @Test
  void runsShareNoVariables() throws Exception {
    Program program =
        compile(
            "let n = 0; const f = x => x + n++;",
            "foreign fn f(x: 1) -> 1 from \"./f.js\"\nshow f(1)\n");
    assertEquals(List.of("1"), shown(program.run()));
    assertEquals(List.of("1"), shown(program.run()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"for (;;) {}", "function f(x) { for (;;) {} }"})
  void anEndlessLoopEndsWhenTheRunIsEnded(String text) throws Exception {
    Program program = compile(text, "foreign fn f(x: 1) -> 1 from \"./f.js\"\nshow f(1)\n");
    Watch watch = new Watch(ProgressListener.NONE);
    Thread quitting =
        new Thread(
            () -> {
              try {
                Thread.sleep(700);
              } catch (InterruptedException ignored) {
                return;
              }
              watch.quit();
            });
    quitting.start();
    assertTimeoutPreemptively(
        Duration.ofSeconds(60),
        () -> {
          try {
            program.run(watch);
          } catch (TideException stopped) {
            assertTrue(stopped.isStopped());
          }
        });
  }

  @Test
  void anEndlessLoopEndsWithTheTimeThatIsAllowed() throws Exception {
    Files.writeString(folder.resolve("f.js"), "function f(x) { for (;;) {} }");
    Limits limits = Limits.none().toBuilder().time(Duration.ofSeconds(5)).build();
    Program program =
        Tide.builder()
            .limits(limits)
            .build()
            .compile("model.tide", "foreign fn f(x: 1) -> 1 from \"./f.js\"\nshow f(1)\n", folder);
    Outcome outcome = assertTimeoutPreemptively(Duration.ofSeconds(60), () -> program.run());
    assertEquals("E0920", outcome.problems().get(0).code());
  }

  @Test
  void nobodyTrustedCallsThem() throws Exception {
    Files.writeString(folder.resolve("f.js"), "function f(x) { return x }");
    Program program =
        Tide.builder()
            .untrusted()
            .files(folder)
            .build()
            .compile("model.tide", "foreign fn f(x: 1) -> 1 from \"./f.js\"\nshow f(1)\n", folder);
    assertEquals("E0937", program.diagnostics().get(0).code());
  }

  @Test
  void aFailureShowsBothPlaces() throws Exception {
    Program program =
        compile(
            "function f(x) {\n  return missing + x;\n}",
            "foreign fn f(x: 1) -> 1 from \"./f.js\"\nshow 2 * f(1)\n");
    Diagnostic problem = program.run().problems().get(0);
    assertEquals("E0728", problem.code());
    assertEquals(2, line(problem.location().orElseThrow()));
    assertEquals("f.js", problem.labels().get(0).location().source().name());
    assertEquals(2, line(problem.labels().get(0).location()));
    assertTrue(problem.labels().get(0).text().contains("missing is not defined"));
  }

  private static int line(org.tidemark.grammar.source.Location location) {
    return location.source().line(location.span().start());
  }

  // ---- Python, where its package is there

  @Test
  void pythonRunsWhereItIsThere() throws Exception {
    assumeTrue(
        ENGINES.has("python"), "org.graalvm.polyglot:python-community is not on the class path");
    Files.writeString(folder.resolve("f.py"), "def f(p, n=2):\n    return [p * n, sum([1, 2])]\n");
    Program program =
        TIDE.compile(
            "model.tide", "foreign fn f(p: USD) -> [USD] from \"./f.py\"\nshow f(3 USD)\n", folder);
    assertEquals(List.of("[6 USD, 3 USD]"), shown(program.run()));
  }
}
