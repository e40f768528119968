package org.tidemark.solve.fit;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** NIST's nonlinear regression sets, from both of their starts, with derivatives by differences. */
class NistNonlinearTest {
  /** A model at one observation: parameters b from 1, predictors x from 1. */
  @FunctionalInterface
  private interface Model {
    double at(double[] b, double[] x);
  }

  private static final Map<String, Model> MODELS =
      Map.ofEntries(
          Map.entry("Bennett5", (b, x) -> b[1] * Math.pow(b[2] + x[1], -1 / b[3])),
          Map.entry("BoxBOD", (b, x) -> b[1] * (1 - Math.exp(-b[2] * x[1]))),
          Map.entry("Chwirut1", NistNonlinearTest::chwirut),
          Map.entry("Chwirut2", NistNonlinearTest::chwirut),
          Map.entry("DanWood", (b, x) -> b[1] * Math.pow(x[1], b[2])),
          Map.entry(
              "ENSO",
              (b, x) ->
                  b[1]
                      + wave(b[2], b[3], x[1] / 12)
                      + wave(b[5], b[6], x[1] / b[4])
                      + wave(b[8], b[9], x[1] / b[7])),
          Map.entry(
              "Eckerle4",
              (b, x) -> b[1] / b[2] * Math.exp(-0.5 * Math.pow((x[1] - b[3]) / b[2], 2))),
          Map.entry("Gauss1", NistNonlinearTest::gauss),
          Map.entry("Gauss2", NistNonlinearTest::gauss),
          Map.entry("Gauss3", NistNonlinearTest::gauss),
          Map.entry("Hahn1", NistNonlinearTest::cubics),
          Map.entry(
              "Kirby2",
              (b, x) -> (b[1] + x[1] * (b[2] + x[1] * b[3])) / (1 + x[1] * (b[4] + x[1] * b[5]))),
          Map.entry("Lanczos1", NistNonlinearTest::lanczos),
          Map.entry("Lanczos2", NistNonlinearTest::lanczos),
          Map.entry("Lanczos3", NistNonlinearTest::lanczos),
          Map.entry(
              "MGH09",
              (b, x) -> b[1] * (x[1] * x[1] + x[1] * b[2]) / (x[1] * x[1] + x[1] * b[3] + b[4])),
          Map.entry("MGH10", (b, x) -> b[1] * Math.exp(b[2] / (x[1] + b[3]))),
          Map.entry(
              "MGH17",
              (b, x) -> b[1] + b[2] * Math.exp(-x[1] * b[4]) + b[3] * Math.exp(-x[1] * b[5])),
          Map.entry("Misra1a", (b, x) -> b[1] * (1 - Math.exp(-b[2] * x[1]))),
          Map.entry("Misra1b", (b, x) -> b[1] * (1 - Math.pow(1 + b[2] * x[1] / 2, -2))),
          Map.entry("Misra1c", (b, x) -> b[1] * (1 - Math.pow(1 + 2 * b[2] * x[1], -0.5))),
          Map.entry("Misra1d", (b, x) -> b[1] * b[2] * x[1] / (1 + b[2] * x[1])),
          Map.entry("Nelson", (b, x) -> b[1] - b[2] * x[1] * Math.exp(-b[3] * x[2])),
          Map.entry("Rat42", (b, x) -> b[1] / (1 + Math.exp(b[2] - b[3] * x[1]))),
          Map.entry("Rat43", (b, x) -> b[1] / Math.pow(1 + Math.exp(b[2] - b[3] * x[1]), 1 / b[4])),
          Map.entry(
              "Roszman1", (b, x) -> b[1] - b[2] * x[1] - Math.atan(b[3] / (x[1] - b[4])) / Math.PI),
          Map.entry("Thurber", NistNonlinearTest::cubics));

  private static double chwirut(double[] b, double[] x) {
    return Math.exp(-b[1] * x[1]) / (b[2] + b[3] * x[1]);
  }

  private static double wave(double even, double odd, double turns) {
    return even * Math.cos(2 * Math.PI * turns) + odd * Math.sin(2 * Math.PI * turns);
  }

  private static double gauss(double[] b, double[] x) {
    return b[1] * Math.exp(-b[2] * x[1])
        + b[3] * Math.exp(-Math.pow((x[1] - b[4]) / b[5], 2))
        + b[6] * Math.exp(-Math.pow((x[1] - b[7]) / b[8], 2));
  }

  private static double cubics(double[] b, double[] x) {
    return (b[1] + x[1] * (b[2] + x[1] * (b[3] + x[1] * b[4])))
        / (1 + x[1] * (b[5] + x[1] * (b[6] + x[1] * b[7])));
  }

  private static double lanczos(double[] b, double[] x) {
    return b[1] * Math.exp(-b[2] * x[1])
        + b[3] * Math.exp(-b[4] * x[1])
        + b[5] * Math.exp(-b[6] * x[1]);
  }

  @TestFactory
  Stream<DynamicTest> everySetFromBothStarts() {
    return SharedData.files("nist/nls").stream()
        .map(NistSet::read)
        .flatMap(
            set ->
                IntStream.of(1, 2)
                    .mapToObj(
                        start ->
                            dynamicTest(
                                set.name() + " from start " + start, () -> check(set, start))));
  }

  private static void check(NistSet set, int start) {
    assumeTrue(MODELS.containsKey(set.name()), () -> "no model known for " + set.name());
    double[] response = set.response();
    if (set.name().equals("Nelson")) {
      for (int i = 0; i < response.length; i++) {
        response[i] = Math.log(response[i]);
      }
    }
    List<Start> starts = new ArrayList<>();
    for (int j = 0; j < set.estimates().length; j++) {
      starts.add(Start.at("b" + (j + 1), set.starts()[start - 1][j]));
    }
    long before = System.nanoTime();
    Regression fit = NonlinearRegression.fit(curve(set), starts, response);
    double estimates = NistSet.fewestDigits(fit.estimates(), set.estimates());
    double errors = NistSet.fewestDigits(fit.standardErrors(), set.errors());
    double sum = NistSet.digits(fit.residualSumOfSquares(), set.residualSumOfSquares());
    System.out.printf(
        "%-9s %d: estimates %4.1f, errors %4.1f, sum %4.1f digits; condition %.1e, %d ms%n",
        set.name(),
        start,
        estimates,
        errors,
        sum,
        fit.condition(),
        (System.nanoTime() - before) / 1_000_000);
    assertTrue(estimates >= 8, () -> "estimates match to " + estimates + " digits");
    double wanted = Math.min(6, set.residualDigits());
    assertTrue(errors >= wanted, () -> "standard errors match to " + errors + " digits");
  }

  private static Curve curve(NistSet set) {
    Model model = MODELS.get(set.name());
    return (parameters, predictions) -> {
      double[] b = new double[parameters.length + 1];
      System.arraycopy(parameters, 0, b, 1, parameters.length);
      for (int i = 0; i < predictions.length; i++) {
        predictions[i] = model.at(b, set.rows()[i]);
      }
    };
  }
}
