package org.tidemark.script;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.StringReader;
import java.io.StringWriter;
import java.lang.reflect.UndeclaredThrowableException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import javax.script.Bindings;
import javax.script.Compilable;
import javax.script.CompiledScript;
import javax.script.Invocable;
import javax.script.ScriptContext;
import javax.script.ScriptEngine;
import javax.script.ScriptEngineManager;
import javax.script.ScriptException;
import javax.script.SimpleBindings;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.tidemark.api.Limits;
import org.tidemark.api.QuantityAnswer;
import org.tidemark.api.Tide;
import org.tidemark.api.TideException;

/** Tide by {@code javax.script} alone. */
class TideScriptEngineTest {
  private static final String HBM =
      "curve hbm = wright(cost: 12 USD/GB, at: 2.49 EB, as_of: date(2025), elasticity: 0.23)\n";

  private ScriptEngine engine;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @BeforeEach
  void findByName() {
    engine = new ScriptEngineManager().getEngineByName("tide");
    engine.getContext().setWriter(out);
    engine.getContext().setErrorWriter(err);
  }

  @Test
  void isFoundByNameEndingAndMediaType() {
    ScriptEngineManager manager = new ScriptEngineManager();
    assertEquals("Tide", manager.getEngineByName("Tide").getFactory().getLanguageName());
    assertEquals("Tide", manager.getEngineByExtension("tide").getFactory().getLanguageName());
    assertEquals(
        "Tide", manager.getEngineByMimeType("application/x-tide").getFactory().getLanguageName());
    assertEquals("MULTITHREADED", engine.getFactory().getParameter("THREADING"));
    assertNull(engine.getFactory().getParameter("no such"));
  }

  @Test
  void resultsArePlainJava() throws ScriptException {
    assertEquals(3.0, engine.eval("1 + 2"));
    assertEquals(0.341, engine.eval("34.1 %"));
    assertEquals("a{b}\"", engine.eval("\"a\\{b\\}\\\"\""));
    assertEquals(true, engine.eval("1 < 2"));
    assertEquals(LocalDate.of(2024, 6, 30), engine.eval("date(\"2024-06-30\")"));
    assertEquals(List.of(1.0, 2.0), engine.eval("[1, 2]"));
    assertEquals(Map.of("a", 1.0, "b", List.of(2.0)), engine.eval("{a: 1, b: [2]}"));
    assertEquals(Double.POSITIVE_INFINITY, engine.eval("never"));
    assertNull(engine.eval("x = 1"));
    QuantityAnswer cost = assertInstanceOf(QuantityAnswer.class, engine.eval("12 USD/GB"));
    assertEquals(12_000, cost.in("USD/TB"));
    assertEquals("12 USD/GB", cost.toString());
    assertEquals(
        List.of(Map.of("year", LocalDate.of(2024, 1, 1), "usd", 15.0)),
        engine.eval("data d = table(year: date, usd: 1) { 2024, 15 }\nd"));
    assertEquals(7.0, engine.eval(new StringReader("3 + 4")));
  }

  @Test
  void whatIsShownIsWrittenAndTheLastResultReturned() throws ScriptException {
    assertEquals(6.0, engine.eval("a = 2\nshow a, twice: 2 * a\n3 * a"));
    assertEquals("a = 2\ntwice = 4\n", out.toString());
    engine.eval("data d = table(year: date, usd: 1) { 2024, 15; 2025, 12 }\nshow d");
    assertTrue(
        out.toString().endsWith("d =\n  year\tusd\n  2024\t15\n  2025\t12\n"), out::toString);
    assertEquals("", err.toString());
  }

  @Test
  void bindingsSetDefinitions() throws ScriptException {
    String script = "param r: 1/year = 5 %/year\nparam name = \"a\"\nlabel = name\n2 * r";
    engine.put("r", "3 %/year");
    engine.put("unrelated", System.out);
    assertEquals(6.0, ((QuantityAnswer) engine.eval(script)).in("%/year"), 1e-12);
    engine.put("r", 0.04);
    engine.put("name", "b {x}");
    assertEquals(8.0, ((QuantityAnswer) engine.eval(script)).in("%/year"), 1e-12);
    assertEquals("b {x}", engine.get("label"));
    assertEquals(0.04, engine.get("r"));
    QuantityAnswer other = (QuantityAnswer) engine.eval("1 %/year");
    engine.put("r", other);
    assertEquals(2.0, ((QuantityAnswer) engine.eval(script)).in("%/year"), 1e-12);
  }

  @Test
  void mapsSetPlacesAndRecords() throws ScriptException {
    engine.put("plant", Map.of("cost", "3 USD", "size", 4));
    String model = "model plant { cost = 1 USD; size = 2; total = size * cost }\nplant.total";
    assertEquals(12.0, ((QuantityAnswer) engine.eval(model)).in("USD"));
    engine.put("plant", Map.of("a", 5));
    assertEquals(5.0, engine.eval("plant = {a: 1}\nplant.a"));
    engine.put("xs", List.of(1, 2.5, 3));
    assertEquals(6.5, engine.eval("sum(xs)"));
    engine.put("xs", new double[] {1, 2});
    assertEquals(3.0, engine.eval("sum(xs)"));
    engine.put("day", LocalDate.of(2025, 1, 1));
    assertEquals(LocalDate.of(2026, 1, 1), engine.eval("day + 1 year"));
  }

  @Test
  void namesThatAScriptLacksComeFromTheBindings() throws ScriptException {
    engine.put("x", 5);
    engine.put("rate", System.err);
    assertEquals(10.0, engine.eval("2 * x"));
    assertEquals("a function", engine.eval("rate").toString().substring(0, 10));
    engine.getBindings(ScriptContext.ENGINE_SCOPE).remove("rate");
    engine.eval("rate = 2 %/year");
    assertEquals("4 %/year", engine.eval("2 * rate").toString());
    ScriptException lacking = assertThrows(ScriptException.class, () -> engine.eval("1\n  2 * y"));
    assertEquals(2, lacking.getLineNumber());
    assertEquals(7, lacking.getColumnNumber());
    assertTrue(lacking.getMessage().contains("E0201"), lacking::getMessage);
    engine.put("y", System.err);
    assertTrue(
        assertThrows(ScriptException.class, () -> engine.eval("2 * y"))
            .getMessage()
            .contains("E0912"));
  }

  /** A definition that fails troubles no later script that only has something of its name. */
  @Test
  void onlyNamesOfValuesComeFromEarlierScripts() throws ScriptException {
    engine.eval("value = [1, 2][5]\nsum = [1][2]\ng = 3");
    assertEquals(3.0, engine.eval("q = {value: 3}\nq.value"));
    assertEquals(8.0, engine.eval("fn f(value) = 2 * value\nf(value: 4)"));
    assertEquals(List.of(2.0, 4.0), engine.eval("[2 * value for value in [1, 2]]"));
    assertEquals(9.0, engine.eval("map([3], value => { sum = value; sum * value })[0]"));
    assertEquals(5.0, engine.eval("model m { value = 4; more = value + 1 }\nm.more"));
    assertEquals(6.0, engine.eval("sum([1, 2, 3])"));
    // a unit is a unit, whatever was called like it
    assertEquals("12 g", engine.eval("12 g").toString());
    assertEquals("3 m", engine.eval("x: m = 3 m\nx").toString());
    engine.put("rows", 4);
    assertEquals(12.0, engine.eval("3 rows"));
    ScriptException needed = assertThrows(ScriptException.class, () -> engine.eval("2 * value"));
    assertTrue(needed.getMessage().contains("E0506"), needed::getMessage);
    engine.eval("fn later(x) = x + rows");
    assertEquals(5.0, assertDoesNotThrow(() -> ((Invocable) engine).invokeFunction("later", 1)));
  }

  @Test
  void whatIsTooDeepIsAnErrorAsEver() {
    engine.put("x", 1);
    ScriptException deep =
        assertThrows(ScriptException.class, () -> engine.eval("x" + " + x".repeat(1899)));
    assertTrue(deep.getMessage().contains("E0109"), deep::getMessage);
  }

  @Test
  void aBindingThatIsTakenOutIsGone() throws ScriptException {
    Bindings bindings = engine.getBindings(ScriptContext.ENGINE_SCOPE);
    bindings.put("x", 5);
    assertEquals(10.0, engine.eval("y = 2 * x\ny"));
    bindings.remove("x");
    assertFalse(bindings.containsKey("x"));
    assertThrows(ScriptException.class, () -> engine.eval("2 * x"));
    assertEquals(10.0, engine.eval("y"));
    bindings.put("z", 1);
    assertTrue(bindings.keySet().remove("y"));
    assertEquals(Map.of("z", 1), bindings);
  }

  /**
   * A definition without a value is null where all are read, and says why where it is asked for.
   */
  @Test
  void bindingsCanBeShownCopiedAndCompared() throws ScriptException {
    Bindings bindings = engine.getBindings(ScriptContext.ENGINE_SCOPE);
    engine.put("n", 2);
    engine.eval("broken = [1, 2][5]\nwhole = 7");
    assertEquals("{n=2, broken, whole}", bindings.toString());
    Map<String, Object> copy = new HashMap<>(bindings);
    assertEquals(7.0, copy.get("whole"));
    assertTrue(copy.containsKey("broken") && copy.get("broken") == null);
    assertEquals(bindings, copy);
    assertEquals(bindings.hashCode(), copy.hashCode());
    assertTrue(bindings.values().contains(7.0));
    assertEquals(bindings.entrySet(), copy.entrySet());
    assertEquals("E0506", assertThrows(TideException.class, () -> bindings.get("broken")).code());
  }

  @Test
  void aScriptThatIsInterruptedEndsInAScriptException() throws Exception {
    AtomicReference<Throwable> ended = new AtomicReference<>();
    Thread runner =
        new Thread(
            () -> {
              try {
                engine.eval(
                    "fn slow(n) = sum([k for k in 1..100_000]) + slow(n + 1)\nshow slow(1)");
              } catch (ScriptException | RuntimeException stopped) {
                ended.set(stopped);
              }
            });
    runner.start();
    Thread.sleep(300);
    assertTrue(runner.isAlive(), "it was done before it could be stopped");
    runner.interrupt();
    runner.join(30_000);
    ScriptException stopped = assertInstanceOf(ScriptException.class, ended.get());
    assertTrue(((TideException) stopped.getCause()).isStopped(), stopped::getMessage);
    assertEquals(2.0, engine.eval("1 + 1"));
  }

  @Test
  void functionsAndCurvesCanBeCalled() throws ScriptException, NoSuchMethodException {
    engine.eval(HBM + "fn twice(x) = 2 * x\nfn half(v: EB) -> EB = v / 2");
    Invocable scripts = (Invocable) engine;
    assertEquals(8.0, scripts.invokeFunction("twice", 4));
    assertEquals("2 EB", scripts.invokeFunction("half", "4 EB").toString());
    QuantityAnswer cost = (QuantityAnswer) scripts.invokeFunction("hbm", 10);
    assertEquals(12 * Math.pow(10 / 2.49, -0.23), cost.in("USD/GB"), 1e-12);
    assertEquals(cost, scripts.invokeFunction("hbm", "10 EB"));
    assertEquals(
        "EB",
        ((QuantityAnswer) scripts.invokeMethod(engine.get("hbm"), "inverse", "5 USD/GB")).unit());
    assertThrows(NoSuchMethodException.class, () -> scripts.invokeFunction("thrice", 4));
    assertTrue(
        assertThrows(ScriptException.class, () -> scripts.invokeFunction("half", 4))
            .getMessage()
            .contains("EB"));
    assertThrows(IllegalArgumentException.class, () -> scripts.invokeMethod("text", "inverse", 1));
  }

  /** Functions of a script. */
  public interface Doubling {
    /** Twice the number. */
    double twice(double x);
  }

  /** What the script lacks. */
  public interface Tripling {
    /** Three times the number. */
    double thrice(double x);
  }

  @Test
  void functionsCanBeMethodsOfAnInterface() throws ScriptException {
    engine.eval("fn twice(x) = 2 * x\nmodel m { fn twice(x) = 4 * x }");
    Invocable scripts = (Invocable) engine;
    assertEquals(6.0, scripts.getInterface(Doubling.class).twice(3));
    assertNull(scripts.getInterface(Tripling.class));
    assertEquals(12.0, scripts.getInterface(engine.get("m"), Doubling.class).twice(3));
    assertThrows(IllegalArgumentException.class, () -> scripts.getInterface(String.class));
    assertNull(scripts.getInterface(DoubleUnaryOperator.class));
  }

  /** Functions whose results are of other types than numbers of Tide. */
  public interface Typed {
    /** A whole number. */
    int whole(double x);

    /** A larger one. */
    long large(double x) throws ScriptException;

    /** A text. */
    String words(double x);

    /** Whether it is positive. */
    boolean positive(double x);

    /** Less exact. */
    float rough(double x);
  }

  @Test
  void resultsFitTheMethodOrAreRefused() throws ScriptException {
    engine.eval(
        """
        fn whole(x) = x / 2
        fn large(x) = x * 2
        fn words(x) = if x > 1 then "more" else "less"
        fn positive(x) = if x > 0 then true else missing
        fn rough(x) = x
        """);
    Typed typed = ((Invocable) engine).getInterface(Typed.class);
    assertEquals(2, typed.whole(4));
    assertEquals(2_000_000_000_000L, typed.large(1e12));
    assertEquals("more", typed.words(2));
    assertTrue(typed.positive(1));
    assertEquals(0.5f, typed.rough(0.5));
    assertRefused("whole gives 2.5, which is no whole number of type int", () -> typed.whole(5));
    assertRefused("whole gives 1.0E10, which is no whole", () -> typed.whole(2e10));
    assertRefused("positive gives no value, which is no truth value", () -> typed.positive(-1));
    assertRefused("rough gives 1.0E300, which is no pure number", () -> typed.rough(1e300));
    assertRefused("E0912", () -> typed.whole(Double.NaN));
    assertTrue(
        assertThrows(ScriptException.class, () -> typed.large(0.25))
            .getMessage()
            .contains("which is no whole number of type long"));
    engine.eval(
        "fn whole(x) = x * 1 USD\nfn words(x) = x\nfn positive(x) = true\n"
            + "fn large(x) = x\nfn rough(x) = x");
    assertRefused("whole gives 4 USD, which is no whole number", () -> typed.whole(4));
    assertRefused("words gives 4.0, which is no String", () -> typed.words(4));
  }

  private static void assertRefused(String words, Executable call) {
    UndeclaredThrowableException refused = assertThrows(UndeclaredThrowableException.class, call);
    assertTrue(refused.getMessage().contains(words), refused::getMessage);
    assertInstanceOf(ScriptException.class, refused.getCause());
  }

  @Test
  void whatNoScriptCanWriteIsRefused() throws ScriptException {
    for (Object value :
        List.of(Map.of("a b", 1), Map.of("a.b", 1), Map.of("", 1), "a\r\nb", Double.NaN)) {
      engine.put("x", value);
      ScriptException refused =
          assertThrows(ScriptException.class, () -> engine.eval("label = \"b\"\n[x, label]"));
      assertTrue(refused.getMessage().contains("E0912"), refused::getMessage);
    }
    engine.put("x", engine.eval("{a: 3 USD, b: 0.5}"));
    engine.put("share", Tide.builder().build().compile("z = 0.341").quantity("z"));
    assertEquals(0.341, engine.eval("param share: % = 5\nshare"));
    assertEquals("3 USD", engine.eval("x.a").toString());
  }

  @Test
  void definitionsCanBeReadAfterwards() throws ScriptException {
    engine.eval(HBM + "parity = hbm.inverse(5 USD/GB)\nbroken = hbm.inverse(0 USD/GB)");
    Bindings bindings = engine.getBindings(ScriptContext.ENGINE_SCOPE);
    assertEquals(112, ((QuantityAnswer) bindings.get("parity")).in("EB"), 0.5);
    assertTrue(bindings.keySet().containsAll(List.of("hbm", "parity", "broken")));
    ScriptObject hbm = (ScriptObject) bindings.get("hbm");
    assertEquals(0.23, hbm.get("elasticity"));
    bindings.remove("parity");
    assertNull(bindings.get("parity"));
  }

  @Test
  void errorsHaveTheirPlaceAndTheWholeMessage(@TempDir Path folder) throws Exception {
    ScriptException wrong =
        assertThrows(ScriptException.class, () -> engine.eval("a = 1 USD/GB\nb = a + 1 EB"));
    assertEquals("script", wrong.getFileName());
    assertEquals(2, wrong.getLineNumber());
    assertTrue(wrong.getMessage().startsWith("error[E0301]"), wrong::getMessage);
    assertThrows(ScriptException.class, () -> ((Compilable) engine).compile("a = ("));
    ScriptException failed =
        assertThrows(ScriptException.class, () -> engine.eval("assert 1 > 2, \"never so\""));
    assertTrue(failed.getMessage().contains("never so"), failed::getMessage);
    Path file = folder.resolve("main.tide");
    Files.writeString(folder.resolve("other.tide"), "x = 20");
    Files.writeString(file, "import \"./other.tide\" as other\nother.x + 1 USD");
    engine.put(ScriptEngine.FILENAME, file.toString());
    ScriptException inFile =
        assertThrows(ScriptException.class, () -> engine.eval(Files.readString(file)));
    assertEquals(file.toString(), inFile.getFileName());
    assertEquals(21.0, engine.eval("import \"./other.tide\" as other\nother.x + 1"));
  }

  @Test
  void warningsGoToTheErrorWriter() throws ScriptException {
    engine.eval("price = 12 USD/GB\nunit_price = 100 USD\nx = unit_price / 12 USD/GB");
    assertTrue(err.toString().startsWith("warning[W"), err::toString);
    assertEquals("", out.toString());
  }

  @Test
  void compiledScriptsRunFromManyThreads() throws Exception {
    CompiledScript script = ((Compilable) engine).compile("param n = 1\nfn f(x) = x * n\nf(2)");
    IntStream.range(0, 200)
        .parallel()
        .forEach(
            n -> {
              try {
                assertEquals(2.0 * n, script.eval(new SimpleBindings(Map.of("n", n))));
              } catch (ScriptException wrong) {
                throw new AssertionError(wrong);
              }
            });
    assertEquals(engine, script.getEngine());
  }

  @Test
  void anEngineCanHaveLimits() {
    Tide careful = Tide.builder().untrusted().limits(Limits.untrusted()).build();
    ScriptEngineManager manager = new ScriptEngineManager();
    manager.registerEngineName("careful", new TideScriptEngineFactory(careful));
    manager.put("n", 4);
    ScriptEngine limited = manager.getEngineByName("careful");
    try {
      assertEquals(5.0, limited.eval("n + 1"));
    } catch (ScriptException wrong) {
      throw new AssertionError(wrong);
    }
  }
}
