package org.tidemark.solve.fit;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** NIST's linear regression sets: estimates and standard errors to ten digits. */
class NistLinearTest {
  @TestFactory
  Stream<DynamicTest> everySet() {
    return SharedData.files("nist/lls").stream()
        .map(NistSet::read)
        .map(set -> dynamicTest(set.name(), () -> check(set)));
  }

  private static void check(NistSet set) {
    Regression fit = LinearRegression.fit(design(set), set.response());
    double estimates = NistSet.fewestDigits(fit.estimates(), set.estimates());
    double errors = NistSet.fewestDigits(fit.standardErrors(), set.errors());
    System.out.printf(
        "%-9s estimates %4.1f, errors %4.1f digits; condition %.1e%n",
        set.name(), estimates, errors, fit.condition());
    assertTrue(estimates >= 10, () -> "estimates match to " + estimates + " digits");
    assertTrue(errors >= 10, () -> "standard errors match to " + errors + " digits");
  }

  private static LinearDesign design(NistSet set) {
    int predictors = set.rows()[0].length - 1;
    int parameters = set.estimates().length;
    if (predictors == 1 && parameters > 1) {
      return LinearDesign.polynomial(set.predictor(1), parameters - 1);
    }
    LinearDesign design = LinearDesign.of(set.rows().length);
    if (parameters > predictors) {
      design = design.withIntercept("b0");
    }
    for (int j = 1; j <= predictors; j++) {
      design = design.with("b" + j, set.predictor(j));
    }
    return design;
  }
}
