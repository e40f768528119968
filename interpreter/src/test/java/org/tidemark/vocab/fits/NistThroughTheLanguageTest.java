package org.tidemark.vocab.fits;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.tidemark.api.Tide;
import org.tidemark.model.Outcome;
import org.tidemark.solve.fit.NistSet;
import org.tidemark.solve.fit.SharedData;
import org.tidemark.spi.value.ListValue;
import org.tidemark.spi.value.QuantityValue;
import org.tidemark.spi.value.Value;

/**
 * NIST's sets as a script would have them: the model as the file writes it, but for the spelling of
 * powers and brackets, and the data in a table.
 */
class NistThroughTheLanguageTest {
  private static final Tide TIDE = Tide.builder().build();

  @TestFactory
  Stream<DynamicTest> nonlinearSetsFromTheFirstStart() {
    return SharedData.files("nist/nls").stream()
        .map(file -> dynamicTest(file.getFileName().toString(), () -> nonlinear(file)));
  }

  @TestFactory
  Stream<DynamicTest> linearSets() {
    return SharedData.files("nist/lls").stream()
        .map(file -> dynamicTest(file.getFileName().toString(), () -> linear(file)));
  }

  @TestFactory
  Stream<DynamicTest> univariateSets() {
    return SharedData.files("nist/univariate").stream()
        .map(file -> dynamicTest(file.getFileName().toString(), () -> univariate(file)));
  }

  private static void univariate(Path file) {
    StringBuilder script = new StringBuilder("xs = [");
    String separator = "";
    for (double x : NistSet.read(file).response()) {
      script.append(separator).append(number(x));
      separator = ", ";
    }
    script.append("]\nshow [mean(xs), sd(xs), autocorrelation(xs, lag: 1)]\n");
    double[] certified =
        SharedData.lines(file).stream()
            .dropWhile(line -> !line.contains("Certified Values"))
            .filter(line -> line.startsWith("Sample "))
            .limit(3)
            .map(line -> line.substring(line.lastIndexOf(':') + 1).replaceAll("\\(.*\\)", ""))
            .mapToDouble(Double::parseDouble)
            .toArray();
    Outcome outcome = TIDE.compile("univariate", script.toString()).run();
    assertTrue(outcome.problems().isEmpty(), () -> outcome.problems().toString());
    double digits = NistSet.fewestDigits(numbers(outcome, 0), certified);
    assertTrue(digits >= 12, () -> "they match to " + digits + " digits");
  }

  private static void nonlinear(Path file) {
    NistSet set = NistSet.read(file);
    StringBuilder script = table(set);
    script.append("w = fit(d, ").append(formula(file)).append(", {");
    for (int j = 0; j < set.estimates().length; j++) {
      script.append(j == 0 ? " b" : ", b").append(j + 1).append(": ");
      script.append(number(set.starts()[0][j]));
    }
    script.append(" })\n");
    for (String what : List.of("estimate", "se")) {
      script.append("show [");
      for (int j = 0; j < set.estimates().length; j++) {
        script.append(j == 0 ? "w.b" : ", w.b").append(j + 1).append('.').append(what);
      }
      script.append("]\n");
    }
    compare(set, script.toString(), 8, 6);
  }

  private static void linear(Path file) {
    NistSet set = NistSet.read(file);
    int predictors = set.rows()[0].length - 1;
    int parameters = set.estimates().length;
    StringBuilder script = table(set);
    if (predictors == 1 && parameters > 1) {
      script.append("w = fit(d, y ~ polynomial(x1, ").append(parameters - 1).append("))\n");
      script.append("show w.b\nshow w.se\n");
    } else {
      script.append("w = fit(d, y ~ linear(");
      for (int j = 1; j <= predictors; j++) {
        script.append(j == 1 ? "x" : ", x").append(j);
      }
      script.append(parameters > predictors ? "))\n" : ", intercept: false))\n");
      int first = parameters > predictors ? 0 : 1;
      for (String what : List.of("estimate", "se")) {
        script.append("show [");
        for (int j = first; j <= predictors; j++) {
          script.append(j == first ? "w.b" : ", w.b").append(j).append('.').append(what);
        }
        script.append("]\n");
      }
    }
    compare(set, script.toString(), 10, 10);
  }

  private static StringBuilder table(NistSet set) {
    StringBuilder script = new StringBuilder("data d = table(y: 1");
    for (int j = 1; j < set.rows()[0].length; j++) {
      script.append(", x").append(j).append(": 1");
    }
    script.append(") {\n");
    for (double[] row : set.rows()) {
      for (int j = 0; j < row.length; j++) {
        script.append(j == 0 ? "  " : ", ").append(number(row[j]));
      }
      script.append('\n');
    }
    return script.append("}\n");
  }

  private static String number(double value) {
    return new BigDecimal(Double.toString(value)).toPlainString();
  }

  /** The lines of the model, from the one that begins with y to the one that ends with e. */
  private static String formula(Path file) {
    StringBuilder model = new StringBuilder();
    boolean inside = false;
    for (String line : SharedData.lines(file)) {
      inside |= line.matches("\\s*(y|log\\[y\\])\\s+=.*");
      if (inside) {
        model.append(line.trim()).append(' ');
        if (line.matches(".*\\+\\s+e\\s*")) {
          break;
        }
      }
    }
    return model
        .toString()
        .replaceAll("\\+\\s+e\\s*$", "")
        .replaceFirst("=", "~")
        .replace("**", "^")
        .replace('[', '(')
        .replace(']', ')')
        .replace("-.5", "-0.5")
        .replace("arctan", "atan")
        .replaceAll("\\bx\\b", "x1")
        .trim();
  }

  private static void compare(NistSet set, String script, double forEstimates, double forErrors) {
    Outcome outcome = TIDE.compile(set.name(), script).run();
    assertTrue(outcome.problems().isEmpty(), () -> outcome.problems() + "\n" + script);
    double estimates = NistSet.fewestDigits(numbers(outcome, 0), set.estimates());
    double errors = NistSet.fewestDigits(numbers(outcome, 1), set.errors());
    System.out.printf(
        "in the language, %-9s estimates %4.1f, errors %4.1f digits%n",
        set.name(), estimates, errors);
    assertTrue(estimates >= forEstimates, () -> "estimates match to " + estimates + " digits");
    assertTrue(
        errors >= Math.min(forErrors, set.residualDigits()),
        () -> "standard errors match to " + errors + " digits");
  }

  private static double[] numbers(Outcome outcome, int shown) {
    List<Double> numbers = new ArrayList<>();
    for (Value value : ((ListValue) outcome.shown().get(shown).value()).elements()) {
      numbers.add(((QuantityValue) value).quantity().magnitude());
    }
    return numbers.stream().mapToDouble(Double::doubleValue).toArray();
  }
}
