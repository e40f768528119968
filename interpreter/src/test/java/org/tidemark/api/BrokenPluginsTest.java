package org.tidemark.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tidemark.grammar.diagnostic.Diagnostic;
import org.tidemark.model.Outcome;
import org.tidemark.spi.value.ValueText;

/** Whatever a plugin does wrongly, it is named, and everything else works as before. */
class BrokenPluginsTest {
  private static final String GOOD =
      "registry.function(function(\"%s\", QuantityType.PURE, c -> QuantityValue.pure(%s)));";

  /** Everything that can go wrong once a plugin is loaded. */
  private static final String FAILING_PARTS =
      """
      record Thing(String sort) implements ObjectValue, Plottable {
        public Value member(String name) {
          return switch (name) {
            case "bad" -> broken();
            case "none" -> null;
            default -> new TextValue("text");
          };
        }
        public Value call(Value argument) { return broken(); }
        public Drawing drawing(String name) {
          if (sort.equals("undrawn")) { return null; }
          throw new NoSuchElementException("drawing");
        }
        public String describe() { return "a thing"; }
        public String summary() { if (sort.equals("mute")) { broken(); } return "thing"; }
      }

      record Sort(String name) implements Kind {
        public String doc() { return "Tries."; }
        public List<FieldSpec> fields() { return List.of(); }
        public Header header() { return Header.fields(); }
        public Type check(DeclarationCheck declaration) {
          if (name.equals("unchecked")) { broken(); }
          if (name.equals("untyped")) { return null; }
          return ObjectType.named(name)
              .member("bad", QuantityType.PURE)
              .member("none", QuantityType.PURE)
              .member("good", BasicType.TEXT)
              .callable(QuantityType.PURE, QuantityType.PURE)
              .plotted()
              .build();
        }
        public Value create(DeclaredFields fields) {
          if (name.equals("uncreated")) { deep(0); }
          return name.equals("nothing") ? null : new Thing(name);
        }
      }

      record Law(String sort) implements Distribution {
        public double median() { return 1; }
        public double quantile(double p) {
          if (sort.equals("nan")) { return Double.NaN; }
          if (sort.equals("throws")) { broken(); }
          return sort.equals("gap") && p != 0.01 && p != 0.25 && p != 0.5 && p != 0.75 && p != 0.99
              ? Double.NaN : p;
        }
        public double cumulative(double x) { return x; }
        public String text(UnitExpression unit) { return "law"; }
      }

      static void law(Registry registry, String name, String sort) {
        registry.distribution(
            DistributionSpec.named(name).doc("Tries.").number("a", "any")
                .make(p -> sort == null ? null : new Law(sort)));
      }

      static void curve(Registry registry, String name, FitFormSpec.Start start, FitFormSpec.Curve curve) {
        registry.fitForm(
            FitFormSpec.named(name).doc("Tries.").coefficient("a", FitFormSpec.Measure.NUMBER)
                .start(start).curve(curve));
      }
      """;

  private static final String FAILING =
      """
      registry.function(function("good", QuantityType.PURE, c -> QuantityValue.pure(3)));
      registry.function(function("bad", QuantityType.PURE, c -> broken()));
      registry.function(function("full", QuantityType.PURE, c -> { throw new OutOfMemoryError("no room"); }));
      registry.function(function("endless", QuantityType.PURE, c -> QuantityValue.pure(deep(0))));
      registry.function(function("unlinked", QuantityType.PURE, c -> { throw new NoClassDefFoundError("acme/Gone"); }));
      registry.function(function("misread", QuantityType.PURE, c -> c.value("x")));
      registry.function(function("none", QuantityType.PURE, c -> null));
      registry.function(function("text", QuantityType.PURE, c -> new TextValue("a")));
      registry.function(function("metre", QuantityType.PURE, c -> new QuantityValue(new Quantity(1, UnitExpression.coherent(Types.dimension("m"))))));
      registry.function(function("texts", new ListType(BasicType.TEXT), c -> new ListValue(List.of(QuantityValue.pure(1)))));
      registry.function(function("row", new RecordType(Map.of("a", BasicType.BOOL)), c -> new RecordValue(Map.of("b", new TextValue("b")))));
      registry.function(function("nan", QuantityType.PURE, c -> QuantityValue.pure(Double.NaN)));
      registry.function(FunctionSpec.named("unruled").doc("Tries.").returns(c -> { throw new ArithmeticException("rule"); }).body(c -> broken()));
      registry.function(FunctionSpec.named("untold").doc("Tries.").returns(c -> null).body(c -> broken()));
      for (String name : List.of("thing", "undrawn", "mute", "unchecked", "untyped", "uncreated", "nothing")) {
        registry.kind(new Sort(name));
      }
      law(registry, "law", "fine");
      law(registry, "nan_law", "nan");
      law(registry, "bad_law", "throws");
      law(registry, "no_law", null);
      law(registry, "gap_law", "gap");
      curve(registry, "unstarted", (x, y) -> null, (a, x) -> a[0]);
      curve(registry, "misstarted", (x, y) -> { throw new IllegalStateException("start"); }, (a, x) -> a[0]);
      curve(registry, "uncurved", (x, y) -> new double[] {1}, (a, x) -> { throw new IllegalStateException("curve"); });
      registry.optimumMethod(new OptimumMethod() {
        public String name() { return "lost"; }
        public String doc() { return "Tries."; }
        public double[] search(Task task) { throw new IndexOutOfBoundsException("lost"); }
      });
      registry.reader(new TableReader() {
        public List<String> endings() { return List.of("bad"); }
        public String doc() { return "Tries."; }
        public Cells read(byte[] bytes) { throw new IllegalStateException("reader"); }
      });
      registry.unit(UnitSpec.of("unsized", "3 nothing_known", "Tries."));
      """;

  @TempDir static Path folder;
  private static Tide failing;
  private static Path scripts;

  @BeforeAll
  static void build() throws IOException {
    Path plugins = Files.createDirectories(folder.resolve("failing"));
    PluginJar.write(plugins, "failing", FAILING_PARTS, FAILING);
    failing = Tide.builder().plugins(plugins).build();
    scripts = Files.createDirectories(folder.resolve("scripts"));
    Files.writeString(scripts.resolve("a.bad"), "x");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "show bad()                     | E0744",
        "show full()                    | E0744",
        "show endless()                 | E0744",
        "show unlinked()                | E0744",
        "show misread()                 | E0744",
        "show map([1, 2], x => bad())  | E0744",
        "show none()                    | E0745",
        "show text()                    | E0745",
        "show metre()                   | E0745",
        "show texts()                   | E0745",
        "show row()                     | E0745",
        "show nan()                     | E0745",
        "show unruled()                 | E0744",
        "show untold()                  | E0745",
        "thing t {}; show t.bad         | E0744",
        "thing t {}; show t.none        | E0745",
        "thing t {}; show t(1)          | E0744",
        "thing t {}; plot t             | E0744",
        "undrawn t {}; plot t           | E0745",
        "mute t {}; show t              | E0744",
        "unchecked t {}; show t.good    | E0744",
        "untyped t {}; show t.good      | E0745",
        "uncreated t {}; show t.good    | E0744",
        "nothing t {}; show t.good      | E0745",
        "show nan_law(1)                | E0745",
        "show bad_law(1)                | E0744",
        "show no_law(1)                 | E0744",
        "x = gap_law(1); show sample(2 * x, draws: 10) | E0523",
        "show fit(table(a: 1, b: 1) { 1, 2; 3, 4 }, b ~ unstarted(a))  | E0745",
        "show fit(table(a: 1, b: 1) { 1, 2; 3, 4 }, b ~ misstarted(a)) | E0744",
        "show fit(table(a: 1, b: 1) { 1, 2; 3, 4 }, b ~ uncurved(a))   | E0744",
        "show minimise({ x: 0..3 }, abs(x - 1), method: \"lost\") | E0744",
        "show read(\"a.bad\", { a: 1 })    | E0744"
      })
  void whatFailsWhileAScriptRunsIsTheFaultOfThePlugin(String script, String code)
      throws IOException {
    String text =
        "show 1 + 1\n"
            + script.replace("; ", "\n").replace("{ 1, 2\n3, 4 }", "{\n1, 2\n3, 4\n}")
            + "\nshow good()\n";
    Program program = failing.compile("s.tide", text, scripts);
    List<Diagnostic> told = new ArrayList<>(program.diagnostics());
    if (told.stream().noneMatch(Diagnostic::isError)) {
      Outcome outcome = program.run();
      told.addAll(outcome.problems());
      List<String> shown = outcome.shown().stream().map(s -> ValueText.of(s.value())).toList();
      assertTrue(shown.contains("2") && shown.contains("3"), () -> shown + " " + told);
    }
    List<Diagnostic> errors = told.stream().filter(Diagnostic::isError).toList();
    assertEquals(
        List.of(code), errors.stream().map(Diagnostic::code).distinct().toList(), told.toString());
    assertTrue(errors.get(0).message().contains("plugin failing"), errors.get(0).message());
  }

  @Test
  void aUnitThatIsNoneIsReported() {
    PluginInfo info = info(failing, "failing");
    assertTrue(
        info.problems().get(0).message().contains("its unit unsized is left out"), info.toString());
  }

  private static PluginInfo info(Tide tide, String name) {
    return tide.plugins().stream().filter(p -> p.name().equals(name)).findFirst().orElseThrow();
  }

  /** Breaks one plugin of a folder in which another one is well. */
  private interface Breaking {
    void in(Path plugins) throws IOException;
  }

  private static void expect(String name, String code, String words, Breaking breaking)
      throws IOException {
    Path plugins = Files.createDirectories(folder.resolve("of-" + name).resolve("plugins"));
    PluginJar.write(plugins, "well", "", GOOD.formatted("well", "7"));
    breaking.in(plugins);
    Tide tide = Tide.builder().plugins(plugins).build();
    Outcome outcome = tide.compile("s.tide", "show well()").run();
    assertEquals("7", ValueText.of(outcome.shown().get(0).value()));
    List<PluginProblem> problems = info(tide, name).problems();
    assertEquals(code, problems.get(0).code(), problems.toString());
    assertTrue(problems.get(0).message().contains(words), problems.toString());
  }

  @Test
  void whatCannotBeLoadedIsReportedAndKeepsNothingBack() throws IOException {
    expect("nojar", "E0740", "is not a jar", p -> Files.writeString(p.resolve("nojar.jar"), "no"));
    expect(
        "hollow",
        "E0740",
        "no plugin",
        p ->
            PluginJar.pack(Files.createDirectories(p.resolve("../none")), p.resolve("hollow.jar")));
    expect("dir", "E0740", "no jar in this folder", p -> Files.createDirectory(p.resolve("dir")));
    expect("lacking", "E0740", "is not in it", p -> lacking(p));
    expect(
        "thrower",
        "E0740",
        "IllegalStateException: no",
        p ->
            PluginJar.write(
                p, "thrower", "public Plugin() { throw new IllegalStateException(\"no\"); }", ""));
    expect(
        "filler",
        "E0740",
        "OutOfMemoryError",
        p -> PluginJar.write(p, "filler", "", "throw new OutOfMemoryError(\"no\");"));
    expect(
        "deeper", "E0740", "StackOverflowError", p -> PluginJar.write(p, "deeper", "", "deep(0);"));
    expect(
        "undoc",
        "E0740",
        "null",
        p -> PluginJar.write(p, "undoc", "", "registry.unit(new UnitSpec(\"u\", null, null));"));
    expect("elder", "E0741", "newer one", p -> PluginJar.write(p, "elder", version("0.9"), ""));
    expect(
        "newer", "E0741", "newer Tidemark", p -> PluginJar.write(p, "newer", version("1.99"), ""));
    expect("future", "E0740", "newer Java", p -> future(p));
    expect(
        "clash",
        "E0742",
        "well has one",
        p ->
            Files.move(
                PluginJar.write(p, "clash", "", GOOD.formatted("well", "8")), p.resolve("x.jar")));
    expect(
        "taker",
        "E0742",
        "sqrt",
        p -> PluginJar.write(p, "taker", "", GOOD.formatted("sqrt", "8")));
    expect(
        "word",
        "E0743",
        "word of the language",
        p -> PluginJar.write(p, "word", "", GOOD.formatted("then", "8")));
    expect(
        "unwritten",
        "E0743",
        "no script can write",
        p -> PluginJar.write(p, "unwritten", "", GOOD.formatted("a b", "8")));
    expect(
        "anonymous",
        "E0743",
        "has no name",
        p ->
            PluginJar.write(
                p, "anonymous", "", "registry.unit(new UnitSpec(null, Optional.empty(), \"\"));"));
  }

  private static String version(String version) {
    return "public String spiVersion() { return \"" + version + "\"; }";
  }

  private static void lacking(Path plugins) throws IOException {
    Path jar = PluginJar.write(plugins, "lacking", "", "");
    Path classes = plugins.resolveSibling("classes-lacking");
    Files.delete(classes.resolve("acme/lacking/Plugin.class"));
    PluginJar.pack(classes, jar);
  }

  private static void future(Path plugins) throws IOException {
    Path jar = PluginJar.write(plugins, "future", "", "");
    Path classes = plugins.resolveSibling("classes-future");
    Path plugin = classes.resolve("acme/future/Plugin.class");
    byte[] bytes = Files.readAllBytes(plugin);
    bytes[7] = 120; // the version of class files that some Java to come has
    Files.write(plugin, bytes);
    PluginJar.pack(classes, jar);
  }

  @Test
  void aPluginThatHangsIsGivenUp() throws IOException {
    System.setProperty("tidemark.test.pluginMillis", "1500");
    try {
      expect(
          "slow",
          "E0740",
          "to load",
          p ->
              PluginJar.write(
                  p,
                  "slow",
                  "public Plugin() throws InterruptedException { Thread.sleep(60_000); }",
                  ""));
    } finally {
      System.clearProperty("tidemark.test.pluginMillis");
    }
  }

  @Test
  void aFolderThatCannotBeReadIsReported() throws IOException {
    Path closed = Files.createDirectories(folder.resolve("closed"));
    Assumptions.assumeTrue(closed.toFile().setReadable(false) && !Files.isReadable(closed));
    Tide tide = Tide.builder().plugins(closed).build();
    assertEquals("E0740", info(tide, "closed").problems().get(0).code());
  }

  /** Each plugin has its own version of a class that both bring. */
  @Test
  void twoVersionsOfALibraryDoNotMeet() throws IOException {
    Path plugins = Files.createDirectories(folder.resolve("two"));
    String body =
        "registry.function(function(\"%s\", BasicType.TEXT,"
            + " c -> new TextValue(acme.library.Library.version())));";
    PluginJar.write(plugins, "one", "", body.formatted("from_one"));
    PluginJar.write(plugins, "other", "", body.formatted("from_other"));
    Outcome outcome =
        Tide.builder()
            .plugins(plugins)
            .build()
            .compile("s.tide", "show from_one()\nshow from_other()")
            .run();
    List<String> shown = outcome.shown().stream().map(s -> ValueText.of(s.value())).toList();
    assertEquals(List.of("one", "other"), shown, outcome.toString());
  }
}
