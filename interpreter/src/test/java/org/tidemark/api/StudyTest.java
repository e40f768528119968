package org.tidemark.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.tidemark.model.Outcome;
import org.tidemark.model.Shown;
import org.tidemark.solve.chance.Draws;
import org.tidemark.spi.value.ListValue;
import org.tidemark.spi.value.QuantityValue;
import org.tidemark.spi.value.TableValue;
import org.tidemark.spi.value.Value;

/** Models asked again: draws are addressed, threads do not matter, derivatives are right. */
class StudyTest {
  private static final Tide TIDE = Tide.builder().build();

  private static Value ask(String script) {
    Outcome outcome = TIDE.compile("model.tide", script).run();
    assertTrue(outcome.problems().isEmpty(), () -> outcome.problems().toString());
    List<Shown> shown = outcome.shown();
    return shown.get(shown.size() - 1).value();
  }

  private static double[] numbers(Value list) {
    return ((ListValue) list)
        .elements().stream().mapToDouble(v -> ((QuantityValue) v).quantity().magnitude()).toArray();
  }

  @Test
  void aDrawIsAFunctionOfSeedDrawAndName() {
    double[] drawn =
        numbers(ask("param share = uniform(0, 1)\nshow sample(share, draws: 40, seed: 11).values"));
    Draws draws = new Draws(11);
    for (int i = 0; i < drawn.length; i++) {
      assertEquals(draws.uniform(i, Draws.key("share")), drawn[i], "draw " + i);
    }
  }

  @Test
  void threadsDoNotMatter() {
    String model = "param a = 1 to 9\nparam b = 2 to 3\nfn f(x) = x^2 / (1 + b)\n";
    double[] together = numbers(ask(model + "show sample(f(a) + b, draws: 300).values"));
    // an object in a local name cannot be moved, so these draws run one after the other
    double[] alone =
        numbers(
            ask(
                model
                    + "curve c = wright(cost: 1 USD, at: 1 EB, elasticity: 0.3)\n"
                    + "fn g(curve_) = sample(f(a) + b + 0 * curve_.elasticity, draws: 300).values\n"
                    + "show g(c)"));
    for (int i = 0; i < together.length; i++) {
      assertEquals(
          Double.doubleToLongBits(together[i]), Double.doubleToLongBits(alone[i]), "draw " + i);
    }
  }

  /** Random formulas, whose derivative by dual numbers has to agree with differences. */
  @Test
  void forwardDerivativesAgreeWithDifferences() {
    long seed = 20261121;
    Random random = new Random(seed);
    for (int i = 0; i < 200; i++) {
      String formula = formula(random, 4);
      TableValue table =
          (TableValue)
              ask("param x = 1.3\nparam y = 0.7\nz = " + formula + "\nshow sensitivity(z + x + y)");
      int method = table.columns().indexOf("method");
      for (List<Value> row : table.rows()) {
        assertEquals(
            "exact",
            org.tidemark.spi.value.ValueText.of(row.get(method)),
            () -> formula + " (seed " + seed + ")");
      }
    }
  }

  @Test
  void aParamIsTheSameInputWhateverItTakesItsValueFrom() {
    long seed = 20261122;
    Random random = new Random(seed);
    for (int i = 0; i < 50; i++) {
      String asked = "z = " + formula(random, 3) + "\nshow sensitivity(z + x + y)";
      TableValue written = (TableValue) ask("param x = 1.3\nparam y = 0.7\n" + asked);
      TableValue taken =
          (TableValue) ask("a = 1.3\nrow = [0.7, 2]\nparam x = a\nparam y = row[0]\n" + asked);
      assertEquals(texts(written), texts(taken), () -> asked + " (seed " + seed + ")");
    }
  }

  private static List<List<String>> texts(TableValue table) {
    return table.rows().stream()
        .map(row -> row.stream().map(org.tidemark.spi.value.ValueText::of).toList())
        .toList();
  }

  private static String formula(Random random, int depth) {
    if (depth == 0) {
      return Optional.of(random.nextInt(3))
          .map(i -> i == 0 ? "x" : i == 1 ? "y" : "1.5")
          .orElseThrow();
    }
    String a = formula(random, depth - 1);
    String b = formula(random, depth - 1);
    return switch (random.nextInt(9)) {
      case 0 -> "(" + a + " + " + b + ")";
      case 1 -> "(" + a + " - " + b + ")";
      case 2 -> "(" + a + " * " + b + ")";
      case 3 -> "(" + a + " / (2 + (" + b + ")^2))";
      case 4 -> "exp(sin(" + a + "))";
      case 5 -> "log(2 + (" + a + ")^2)";
      case 6 -> "sqrt(3 + cos(" + a + "))";
      case 7 -> "(1.5 + sin(" + a + "))^atan(" + b + ")";
      default -> "normal_cdf(" + a + ")";
    };
  }
}
