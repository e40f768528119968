package org.tidemark.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tidemark.model.AssertOutcome;
import org.tidemark.model.Outcome;
import org.tidemark.spi.value.ValueText;

/** Library modules of a folder or an archive: what is read of them, and how they are found. */
class LibraryTest {
  private static final Map<String, String> LIBRARY = new LinkedHashMap<>();

  static {
    LIBRARY.put(
        "std/base.tide", "// What all share. And more.\n\n/// A price.\nparam price = 3 USD\n");
    LIBRARY.put(
        "std/data/chips.tide",
        "// Chips.\nimport std.base\n/// Costs. Of chips.\ncost_of_all = 2 * base.price"
            + " @source(\"a list\", as_of: \"2025\") @index(\"s1-cost\")\n");
    LIBRARY.put(
        "std/deep/er/models.tide",
        """
        // Two lines
        // of models.
        //
        // And a paragraph.
        import std.data.chips as source

        /// Complements are dear. In general.
        ///
        /// ```tide
        /// assert Complements.total == 12 USD
        /// ```
        model Complements {
          /// What one costs.
          param one: USD = source.cost_of_all in 0..100
          param share = 2 @assumed("a guess")
          /// What all cost. Together.
          total = one * share
          /// What so many cost.
          fn cost_of(count: 1, each) -> USD = one * count * each
          left: % = 1 - share / 8
        }
        @index("048", "MECH-029")

        /// Doubles.
        fn twice(x) = 2 * x @index("7", "MECH-002")
        price = 4 USD
        """);
    LIBRARY.put("std/unread.tide", "this is = no module (\n");
  }

  @TempDir Path folder;

  /** Notes which modules are read. */
  private static final class Noting extends URLClassLoader {
    private final List<String> read = new ArrayList<>();

    Noting(Path place) throws MalformedURLException {
      super(new URL[] {place.toUri().toURL()}, Tide.class.getClassLoader());
    }

    @Override
    public InputStream getResourceAsStream(String name) {
      if (name.startsWith("std/")) {
        read.add(name);
      }
      return super.getResourceAsStream(name);
    }
  }

  private Noting unpacked() throws IOException {
    for (Map.Entry<String, String> module : LIBRARY.entrySet()) {
      Path file = folder.resolve("lib").resolve(module.getKey());
      Files.createDirectories(file.getParent());
      Files.writeString(file, module.getValue());
    }
    return new Noting(folder.resolve("lib"));
  }

  private Noting packed() throws IOException {
    Path archive = folder.resolve("lib.jar");
    try (OutputStream out = Files.newOutputStream(archive);
        JarOutputStream jar = new JarOutputStream(out)) {
      jar.putNextEntry(new JarEntry("std/"));
      for (Map.Entry<String, String> module : LIBRARY.entrySet()) {
        jar.putNextEntry(new JarEntry(module.getKey()));
        jar.write(module.getValue().getBytes(StandardCharsets.UTF_8));
      }
    }
    return new Noting(archive);
  }

  private static Tide tide(ClassLoader loader) {
    return Tide.builder().classLoader(loader).build();
  }

  private static String page(Tide tide, String name) {
    Optional<Documentation> page = tide.describe(name);
    return page.map(p -> p.title() + " (" + p.sort() + ")\n\n" + p.markdown().strip()).orElse("");
  }

  @Test
  void importingAModuleReadsItAndWhatItImportsAlone() throws IOException {
    for (Noting loader : List.of(unpacked(), packed())) {
      try (loader) {
        Tide tide = tide(loader);
        Outcome outcome =
            tide.compile("a", "import std.deep.er.models as m\nshow m.Complements.total").run();
        assertEquals("12 USD", ValueText.of(outcome.shown().get(0).value()));
        assertEquals(
            List.of("std/deep/er/models.tide", "std/data/chips.tide", "std/base.tide"),
            loader.read);
        loader.read.clear();
        tide.compile("a", "show 1 + 1").run();
        assertEquals(List.of(), loader.read);
      }
    }
  }

  @Test
  void modulesAreListedFromFoldersAndArchives() throws IOException {
    for (Noting loader : List.of(unpacked(), packed())) {
      try (loader) {
        Tide tide = tide(loader);
        assertEquals(List.of("std.data.chips"), tide.modules("std.data"));
        assertEquals(List.of("std.deep.er.models"), tide.modules("std.deep"));
        assertEquals(List.of("std.base"), tide.modules("std.base"));
        assertEquals(List.of(), tide.modules("std.bas"));
        assertTrue(tide.modules("std").containsAll(tide.modules("std.data")));
      }
    }
  }

  @Test
  void definitionsAreFoundByTheirNumbersAndNames() throws IOException {
    try (Noting loader = unpacked()) {
      Tide tide = tide(loader);
      for (String key : List.of("048", "48", "MECH-029", "mech-029", "Complements")) {
        assertEquals(
            "std.deep.er.models.Complements (model)",
            page(tide, key).lines().findFirst().orElse(""),
            key);
      }
      for (String key : List.of("cost-of-all", "COST_OF_ALL", "s1-COST", "chips.cost-of-all")) {
        assertEquals(
            "std.data.chips.cost_of_all (definition)",
            page(tide, key).lines().findFirst().orElse(""),
            key);
      }
      assertEquals("", page(tide, "49"));
      assertEquals("", page(tide, "one"));
      assertEquals(
          """
          price (2 definitions)

          - `std.base.price`: A price.
          - `std.deep.er.models.price`""",
          page(tide, "price"));
      assertEquals(
          """
          mechanisms (index of the library)

          | number | code     | name                             | says |
          |--------|----------|----------------------------------|------|
          | 007    | MECH-002 | `std.deep.er.models.twice`       | Doubles. |
          | 048    | MECH-029 | `std.deep.er.models.Complements` | Complements are dear. |""",
          page(tide, "mechanisms"));
    }
  }

  @Test
  void looksOnlyIntoModulesThatCanHoldAName() throws IOException {
    try (Noting loader = unpacked()) {
      assertEquals(1, tide(loader).find("cost-of-all").size());
      assertEquals(List.of(), tide(loader).find("nothing at all"));
      assertEquals(
          List.of("s1-cost", "048", "MECH-029", "7", "MECH-002"),
          tide(loader).indexed().stream().flatMap(e -> e.index().stream()).toList());
    }
  }

  @Test
  void modelsAreShownWithTheirInputsAndOutputs() throws IOException {
    try (Noting loader = unpacked()) {
      assertEquals(
          """
          std.deep.er.models.Complements (model)

          Complements are dear. In general.

          ```tide
          assert Complements.total == 12 USD
          ```

          Index: 048, MECH-029

          ## Inputs

          | input   | value               | grade    | source |
          |---------|---------------------|----------|--------|
          | `one`   | 6 USD in 0..100 USD | ungraded | a list, as of 2025 |
          | `share` | 2                   | assumed  | a guess |

          - `one`: What one costs.

          ## Outputs

          - `total`: What all cost.
          - `cost_of(count: 1, each) -> USD`: What so many cost.
          - `left: %`""",
          page(tide(loader), "std.deep.er.models.Complements"));
    }
  }

  @Test
  void modulesSayWhatTheyAre() throws IOException {
    try (Noting loader = unpacked()) {
      Tide tide = tide(loader);
      assertEquals(
          """
          std.deep.er.models (module)

          Two lines
          of models.

          And a paragraph.

          ## Definitions

          - `twice(x)`: Doubles.
          - `price`

          ## Models

          - `Complements`: Complements are dear.""",
          page(tide, "std.deep.er.models"));
      assertEquals(
          """
          std.deep (part of the library)

          - `std.deep.er.models`: Two lines of models.""",
          page(tide, "std.deep"));
      assertTrue(page(tide, "std").contains("- `std.base`: What all share.\n"), page(tide, "std"));
      assertEquals("", page(tide, "std.nothing"));
      assertEquals("", page(tide, "std.base.nothing"));
    }
  }

  @Test
  void examplesOfAModuleShareOneReadingOfIt() throws IOException {
    StringBuilder module = new StringBuilder("import std.base\n");
    for (int i = 0; i < 30; i++) {
      module
          .append("/// ```tide\n/// x = f")
          .append(i)
          .append("\n/// assert x == 3 USD\n/// ```\nf")
          .append(i)
          .append(" = base.price\n");
    }
    try (Noting loader = unpacked()) {
      Files.writeString(folder.resolve("lib/std/many.tide"), module);
      Program program = tide(loader).compileModule("std.many").orElseThrow();
      Outcome outcome = program.test();
      assertEquals(30, outcome.asserts().stream().filter(AssertOutcome::passed).count());
      // once where it is compiled, once for all of its examples
      assertEquals(List.of("std/many.tide", "std/base.tide", "std/base.tide"), loader.read);
      assertEquals(Optional.empty(), tide(loader).compileModule("std.none"));
    }
  }

  @Test
  void examplesMayImportTheModuleThatTheyStandIn() throws IOException {
    String module =
        """
        /// ```tide
        /// import std.self as it
        /// assert it.Plant.output == 6
        /// assert (it.Plant with { share = 1 }).output == 3
        /// assert Plant.output == 6
        /// ```
        model Plant {
          param share = 2
          output = 3 * share
        }
        """;
    try (Noting loader = unpacked()) {
      Files.writeString(folder.resolve("lib/std/self.tide"), module);
      Outcome outcome = tide(loader).compileModule("std.self").orElseThrow().test();
      assertEquals(
          List.of(Optional.empty()),
          outcome.asserts().stream().map(AssertOutcome::failure).toList());
    }
  }

  @Test
  void examplesDoNotHearOfEachOther() {
    String script =
        """
        param r = 2
        /// ```tide
        /// y = f(3)
        /// assert y == 6
        /// show y, this.r
        /// ```
        /// ```tide
        /// unit apple
        /// show 3 apple
        /// ```
        fn f(x) = r * x
        /// ```tide
        /// unit apple
        /// y = M.a
        /// show 4 apple + y * apple
        /// ```
        /// ```tide
        /// copy = this with { r = 5 }
        /// assert copy.f(1) == 5
        /// test "more" { assert M.b == 1 }
        /// model N extends M { c = 3 * b }
        /// assert N.c == 3
        /// ```
        model M { param a = 0.5 in 0..1; b = 2 * a }
        /// ```tide
        /// show (M with { a = 2 }).b
        /// ```
        /// ```tide
        /// r = 4
        /// ```
        /// ```tide
        /// assert M.b == 3
        /// ```
        /// ```tide
        /// show g(3 USD)
        /// ```
        /// ```tide
        /// show y
        /// ```
        /// ```tide
        /// show (
        /// ```
        fn g(x) = x + 1
        """;
    Outcome outcome = Tide.builder().build().compile("script", script).test();
    assertEquals(
        List.of("", "", "", "", "E0515", "E0202", "E0520", "E0301", "E0201", "E0106"),
        outcome.asserts().stream()
            .map(one -> one.failure().map(failure -> failure.code()).orElse(""))
            .toList());
    assertEquals(4, outcome.asserts().stream().filter(AssertOutcome::passed).count());
  }
}
