package org.tidemark.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tidemark.spi.value.QuantityValue;
import org.tidemark.spi.value.SpecialValue;
import org.tidemark.spi.value.Value;

/** What a host hands to a script keeps what it measures, or is refused. */
class HostValuesTest {
  private static final Tide TIDE = Tide.builder().build();
  private static final Program PROGRAM =
      TIDE.compile(
          """
          param r: %/year = 5
          param share: % = 5
          param wait: year = 3
          param size = 1
          growth = 2 * r
          fn double_cost(cost: USD) = 2 * cost
          fn later(year_count, cost: USD = 3 USD, factor) = factor * cost
          fn on(day: date, words: text) = day
          curve hbm = wright(cost: 12 USD/GB, at: 2.49 EB, as_of: date(2025), elasticity: 0.23)
          model inner { param a = 1; param b = 2; c = a + 10 * b + 100 * size }
          other = inner with { b = 7 }
          demanded = linear(choke: 30 USD/GB, slope: 0.6 USD/GB/(EB/year))
          data prices = table(on: date, price: USD/GB) { 2024, 15; 2025, 12 }
          priced = series(prices, on, price)
          """);

  private static String code(Executable work) {
    return assertThrows(TideException.class, work).code();
  }

  // ---- settings

  @Test
  void aQuantityThatIsSetDoesNotTakeTheUnitOfTheAnnotation() {
    Program source = TIDE.compile("pure = 0.341\nrate = 3 %/year\nzero = 0\nend = never");
    QuantityAnswer pure = source.quantity("pure");
    for (Object setting : List.of(pure, source.value("pure"))) {
      assertEquals(0.341, PROGRAM.with(Map.of("share", setting)).quantity("share").in("1"));
      assertEquals(
          0.341,
          ((QuantityValue) PROGRAM.model().with(Map.of("share", setting)).get("share"))
              .quantity()
              .magnitude());
      Program wrong = PROGRAM.with(Map.of("r", setting));
      assertEquals("E0207", code(() -> wrong.quantity("growth")));
      assertEquals("E0207", code(() -> PROGRAM.model().with(Map.of("r", setting))));
    }
    assertEquals(0.00341, PROGRAM.with(Map.of("share", 0.341)).quantity("share").in("1"), 1e-12);
    Program rated = PROGRAM.with(Map.of("r", source.quantity("rate"), "size", pure));
    assertEquals(6, rated.quantity("growth").in("%/year"), 1e-12);
    assertEquals(0.341, rated.quantity("size").in("1"));
    assertEquals(0, PROGRAM.with(Map.of("r", source.quantity("zero"))).quantity("r").magnitude());
    for (Object never : List.of(source.quantity("end"), SpecialValue.NEVER, "never")) {
      assertTrue(PROGRAM.with(Map.of("wait", never)).quantity("wait").isNever());
    }
  }

  @Test
  void aLaterAmendmentReplacesTheEarlierOfItsPath() {
    Model model = PROGRAM.model();
    Model chained = model;
    for (int i = 0; i < 300; i++) {
      chained = chained.with(Map.of("size", i));
    }
    assertEquals(QuantityValue.pure(29921), chained.get("inner.c"));
    String[][] chains = {
      {"inner.a = 3", "inner = inner with { b = 5 }"},
      {"inner = inner with { b = 5 }", "inner.a = 3"},
      {"inner = other", "inner.a = 3", "inner.a = 4", "size = inner.a"},
      {"inner.a = 3", "other.b = 4", "inner = other", "inner.b = 9"},
    };
    for (String[] chain : chains) {
      Model stepwise = model;
      String written = "this";
      for (String step : chain) {
        String[] sides = step.split(" = ", 2);
        stepwise = stepwise.with(Map.of(sides[0], sides[1]));
        written = "(" + written + " with { " + step + " })";
      }
      for (String asked : List.of("inner.c", "other.c")) {
        assertEquals(model.ask(written + "." + asked), stepwise.get(asked), written);
      }
    }
    Model nested = chained.nested("inner").with(Map.of("a", 5)).with(Map.of("b", 3));
    assertEquals(QuantityValue.pure(29935), nested.get("c"));
  }

  // ---- calls

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "double_cost | 3 EB | E0308",
        "double_cost | 3 | E0308",
        "double_cost | \"a\" | E0308",
        "double_cost | never | E0308",
        "on | 2024 | E0913",
        "hbm | 3 USD | E0308",
        "hbm | \"a\" | E0308",
        "hbm.inverse | 3 EB | E0308",
        "demanded | 3 USD | E0308",
        "demanded.quantity | 3 EB | E0308",
        "priced | 2024 | E0308",
        "growth | 3 | E0913",
        "log | 3 USD | E0308",
      })
  void aCallRefusesWhatItsParameterDoesNotMeasure(String called, String argument, String code) {
    Model model = PROGRAM.model();
    List<Value> arguments = List.of(model.ask(argument));
    assertEquals(code, code(() -> model.call(model.get(called), arguments)));
  }

  @Test
  void aCallTakesWhatFits() {
    Model model = PROGRAM.model();
    assertEquals(
        model.ask("6 USD"), model.call(model.get("double_cost"), List.of(model.ask("3 USD"))));
    assertEquals(
        SpecialValue.MISSING, model.call(model.get("double_cost"), List.of(SpecialValue.MISSING)));
    for (String call :
        List.of(
            "hbm(3 EB)",
            "hbm.inverse(5 USD/GB)",
            "priced(date(2024, 7))",
            "demanded(3 EB/year)",
            "demanded.quantity(5 USD/GB)",
            "double_cost(0)")) {
      int bracket = call.indexOf('(');
      Value argument = model.ask(call.substring(bracket));
      assertEquals(
          model.ask(call),
          model.call(model.get(call.substring(0, bracket)), List.of(argument)),
          call);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "growth | 1 | E0310",
        "double_cost | | E0311",
        "double_cost | 3 EB | E0308",
        "double_cost | 3 USD; 4 | E0311",
        "later | 3; 1 USD | E0311",
        "sqrt | | E0311",
        "sqrt | 4; 4 | E0311",
        "sqrt | \"a\" | E0308",
        "hbm | 3 USD | E0308",
        "hbm | 3 EB; 1 | E0311",
        "(x, y) => x + y | 3 EB | E0311",
        "(x, y) => x + y | 3 EB; 1 USD | E0301",
      })
  void whatIsDerivedIsCheckedAsInAScript(String function, String arguments, String code) {
    Model model = PROGRAM.model();
    TypedValue[] given = typed(model, arguments);
    assertEquals(code, code(() -> model.derive(function, given)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"double_cost(3 USD)", "later(1; 4 USD; 2)", "sqrt(4)", "hbm(3 EB)", "max(1; 2)"})
  void whatFitsIsDerived(String call) {
    Model model = PROGRAM.model();
    int bracket = call.indexOf('(');
    String arguments = call.substring(bracket + 1, call.length() - 1);
    TypedValue derived = model.derive(call.substring(0, bracket), typed(model, arguments));
    TypedValue asked = model.typed(call.replace(';', ','));
    assertEquals(asked.value(), derived.value());
    assertEquals(asked.type().describe(), derived.type().describe());
  }

  private static TypedValue[] typed(Model model, String arguments) {
    return arguments == null
        ? new TypedValue[0]
        : List.of(arguments.split("; ")).stream().map(model::typed).toArray(TypedValue[]::new);
  }

  // ---- dates

  @ParameterizedTest
  @CsvSource({
    "date(12000), +12000-01-01",
    "date(0) - 5 year, -0005-01-01",
    "date(2024) - 2024 year - 6 month, -0001-07-01",
    "date(0) + 2000000 year, +2000000-01-01",
    "'date(2024, 2, 29)', 2024-02-29",
  })
  void aDateIsADayHoweverFarAway(String question, LocalDate day) {
    assertEquals(Optional.of(day), PROGRAM.date(question));
  }

  @Test
  void aDateBeyondTheCalendarIsRefused() {
    assertEquals("E0911", code(() -> PROGRAM.date("date(0) + 2e9 year")));
    assertEquals(Optional.empty(), PROGRAM.date("never"));
  }

  // ---- folders

  @Test
  void aFolderThatMisbehavesIsTold() {
    String importing = "import \"./q.tide\" as q";
    Folder throwing =
        path -> {
          throw new IllegalStateException("boom");
        };
    for (Folder folder : List.<Folder>of(throwing, path -> null)) {
      Program program = TIDE.compile("m.tide", importing, folder);
      assertEquals("E0208", program.diagnostics().get(0).code());
      Program reading = TIDE.compile("m.tide", "data d = csv(\"a.csv\", { x: 1 })", folder);
      assertTrue(
          assertThrows(TideException.class, () -> reading.value("d"))
              .getMessage()
              .contains("a folder of the host"));
    }
  }
}
