package org.tidemark.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tidemark.quantity.Quantity;
import org.tidemark.spi.value.QuantityValue;

class QuestionsTest {
  private static final Tide TIDE = Tide.builder().build();
  static final String GAME =
      """
      param r: 1/year = 5 %/year
      curve hbm = wright(cost: 12 USD/GB, at: 2.49 EB, as_of: date(2025), elasticity: 0.23)
      crossing parity when hbm <= 5 USD/GB
      firm hyperscaler[5] { discount_rate = r }
      market inference {
        demand = linear(choke: 30 USD/GB, slope: 0.6 USD/GB/(EB/year))
        firms = [hyperscaler]
        drives = hbm
        until = parity
        start = date(2025)
      }
      nash = equilibrium(inference)
      firm f[2] { cost = 1 USD/GB }
      fn double(x) = 2 * x
      model inner { a = r; b = 3 }
      mean_share = 0.1 to 0.3
      later = never
      """;
  private static final Program PROGRAM = TIDE.compile(GAME);

  private static String code(String question) {
    return assertThrows(TideException.class, () -> PROGRAM.quantity(question)).code();
  }

  @Test
  void aNumberIsSetAndANumberIsRead() {
    double years = PROGRAM.with("r", 3, "%/year").quantity("nash.time").in("year");
    assertEquals(PROGRAM.with("r", "3 %/year").quantity("nash.time").in("year"), years);
    assertEquals(years, PROGRAM.with("r", 0.03).quantity("nash.time").in("year"), 1e-12);
    assertEquals(years, PROGRAM.with(Map.of("r", "3 %/year")).quantity("nash.time").in("year"));
    assertEquals(years * 12, PROGRAM.with("r", 0.03).quantity("nash.time").in("month"), 1e-9);
    assertEquals(2, PROGRAM.with("f.cost", 2, "USD/GB").quantity("f[1].cost").in("USD/GB"));
    assertEquals("USD/GB", PROGRAM.quantity("f[0].cost").unit());
    assertEquals(1, PROGRAM.quantity("f[0].cost").magnitude());
    assertEquals(5, PROGRAM.quantity("inner.a").in("%/year"));
    assertEquals(6, PROGRAM.quantity("double(inner.b)").in("1"));
    assertTrue(PROGRAM.quantity("parity.threshold").in("EB") > 100);
  }

  @Test
  void whatHasNoAnswerSaysWhyInTheWordsOfTheField() {
    assertEquals("E0201", code("nsh.time"));
    assertTrue(
        assertThrows(TideException.class, () -> PROGRAM.quantity("nsh.time"))
            .getMessage()
            .contains("did you mean nash?"));
    assertEquals("E0910", code("nash.date"));
    assertTrue(
        assertThrows(TideException.class, () -> PROGRAM.quantity("this"))
            .getMessage()
            .contains("this is no quantity: the script\n"));
    QuantityAnswer time = PROGRAM.quantity("nash.time");
    assertEquals("E0309", assertThrows(TideException.class, () -> time.in("USD")).code());
    assertEquals("E0211", assertThrows(TideException.class, () -> time.in("yeer")).code());
    assertEquals("E0212", assertThrows(TideException.class, () -> time.in("date")).code());
    for (String noUnit : List.of("", " ", "3", "year year", "}", "1 / (", "year to month")) {
      assertThrows(TideException.class, () -> time.in(noUnit), noUnit);
    }
    Program wrong = PROGRAM.with("r", 3, "USD");
    assertEquals("E0207", assertThrows(TideException.class, () -> wrong.quantity("r")).code());
    Program unknown = PROGRAM.with("r", 3, "%/yeer");
    assertEquals("E0201", assertThrows(TideException.class, () -> unknown.quantity("r")).code());
    Program unsound = TIDE.compile("a = b");
    assertEquals("E0201", assertThrows(TideException.class, unsound::model).code());
    assertThrows(TideException.class, () -> PROGRAM.with("r", Double.NaN));
  }

  @Test
  void aModelCanBeLookedAroundIn() {
    Model model = PROGRAM.model();
    assertTrue(model.names().contains("nash"));
    List<QuantityValue> two = List.of(QuantityValue.pure(1), QuantityValue.pure(2));
    Model amended = model.with(Map.of("r", "3 %/year"));
    assertEquals(PROGRAM.with("r", "3 %/year").value("nash.time"), amended.get("nash.time"));
    assertEquals(
        amended.get("nash.time"), amended.member(amended.get("nash"), "time").orElseThrow());
    assertEquals(
        QuantityValue.pure(8), model.call(model.get("double"), List.of(QuantityValue.pure(4))));
    assertEquals(
        Quantity.pure(4),
        ((QuantityValue) model.nested("inner").with(Map.of("b", 4)).get("b")).quantity());
    Model commented = model.with(Map.of("r", "3 %/year // as last year", "inner.b", "3 // alone"));
    assertEquals(commented.get("r"), amended.get("r"));
    assertEquals(
        "E0206", assertThrows(TideException.class, () -> model.with(Map.of("zz", 4))).code());
    assertThrows(TideException.class, () -> model.with(Map.of("r = 1, N", 4)));
    assertThrows(TideException.class, () -> model.with(Map.of("r", "1 }")));
    assertThrows(TideException.class, () -> model.get("nothing"));
    for (List<QuantityValue> wrong : List.of(List.<QuantityValue>of(), two)) {
      assertEquals(
          "E0913",
          assertThrows(TideException.class, () -> model.call(model.get("double"), wrong)).code());
    }
    assertThrows(TideException.class, () -> model.call(model.get("log"), List.of()));
    assertTrue(PROGRAM.quantity("later").isNever());
  }

  @Test
  void aUnitThatIsSetIsNoExpression() {
    Program program = Tide.builder().build().compile("model", "param r: 1/year = 5\nsecret = 7");
    for (String unit :
        List.of("////", "/year // x", "/year + secret/year", "/year; x = 1", "- 1")) {
      TideException refused =
          assertThrows(TideException.class, () -> program.with("r", 3, unit).quantity("r"));
      assertEquals("E0912", refused.diagnostics().get(0).code(), unit);
    }
    for (String unit : List.of("%/year", "year^-1", "year^(-1)", "USD / (USD * year)", "")) {
      assertTrue(program.with("r", 3, unit).quantity("r").magnitude() > 0, unit);
    }
  }
}
