package org.tidemark.solve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Scale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WrightCurveTest {
  /** Half a unit in the last place of 1. */
  private static final double ULP = 0x1p-53;

  /** 12 USD/GB at 2.49 EB falls to 5 USD/GB at 112 EB; one doubling takes 14.74 percent. */
  @Test
  void memory() {
    WrightCurve curve = new WrightCurve(12, 2.49, 0.23);
    assertEquals(112, curve.quantityAt(5), 0.05);
    assertEquals(44.99, curve.quantityAt(5) / 2.49, 5e-3);
    assertEquals(10.23, curve.cost(4.98), 5e-3);
    assertEquals(0.1474, curve.learningRate(), 5e-5);
    assertEquals(0.852635, curve.progressRatio(), 5e-7);
    assertEquals(1, WrightCurve.doublings(2.49, 4.98));
    assertEquals(12, curve.cost(2.49));
    assertEquals(2.49, curve.quantityAt(12));
  }

  @Property
  void outputAndCostUndoEachOther(
      @ForAll @Scale(15) @DoubleRange(min = 0.01, max = 1.99) double elasticity,
      @ForAll @Scale(15) @DoubleRange(min = -6, max = 6) double decades) {
    WrightCurve curve = new WrightCurve(3, 0.7, elasticity);
    double quantity = 0.7 * Math.pow(10, decades);
    // the cost is good to a few units in the last place and the inverse magnifies them by 1/alpha;
    // the exponent, rounded, is magnified by the logarithm
    double rounding = ULP * (8 / elasticity + 4 * Math.abs(Math.log(quantity / 0.7)) + 8);
    assertEquals(quantity, curve.quantityAt(curve.cost(quantity)), rounding * quantity);
    assertEquals(
        WrightCurve.doublings(0.7, quantity),
        curve.doublingsTo(curve.cost(quantity)),
        16 * ULP * (1 / elasticity + Math.abs(decades) * 4));
  }

  @Property
  void elasticityAndLearningRateUndoEachOther(
      @ForAll @Scale(15) @DoubleRange(min = 1e-12, max = 1.999) double elasticity) {
    WrightCurve curve = new WrightCurve(1, 1, elasticity);
    // near 2 the rate tells the elasticity three times as badly as it is told itself
    assertEquals(elasticity, WrightCurve.elasticityOf(curve.learningRate()), 16 * ULP * elasticity);
    assertEquals(1, curve.learningRate() + curve.progressRatio(), 4 * ULP);
    assertEquals(curve.cost(1) - curve.cost(2), curve.learningRate(), 4 * ULP);
  }

  @Test
  void slopeIsTheElasticityTimesTheMeanCost() {
    WrightCurve curve = new WrightCurve(12, 2.49, 0.23);
    double step = 1e-4;
    double difference = (curve.cost(10 + step) - curve.cost(10 - step)) / (2 * step);
    // truncation step^2/6 times the third derivative, rounding ulp/step
    assertEquals(difference, curve.slope(10), 1e-10);
  }

  @Test
  void tinyDoublingsDoNotVanish() {
    double next = 1 + 0x1p-40;
    assertEquals(0x1p-40 / Math.log(2), WrightCurve.doublings(1, next), 0x1p-80);
    assertTrue(WrightCurve.doublings(2, 1) == -1);
  }

  @ParameterizedTest
  @CsvSource({
    "0, 1, 0.2, referenceCost",
    "-1, 1, 0.2, referenceCost",
    "NaN, 1, 0.2, referenceCost",
    "1, 0, 0.2, referenceQuantity",
    "1, Infinity, 0.2, referenceQuantity",
    "1, 1, 0, elasticity",
    "1, 1, -0.2, elasticity",
    "1, 1, 2, elasticity",
    "1, 1, NaN, elasticity"
  })
  void curvesThatAreNone(double cost, double quantity, double elasticity, String culprit) {
    InadmissibleCurve refusal =
        assertThrows(InadmissibleCurve.class, () -> new WrightCurve(cost, quantity, elasticity));
    assertEquals(culprit, refusal.parameter());
  }

  @Test
  void pointsThatAreOffTheCurve() {
    WrightCurve curve = new WrightCurve(12, 2.49, 0.23);
    assertThrows(InadmissibleCurve.class, () -> curve.cost(0));
    assertThrows(InadmissibleCurve.class, () -> curve.cost(-1));
    assertThrows(InadmissibleCurve.class, () -> curve.quantityAt(0));
    assertThrows(InadmissibleCurve.class, () -> curve.doublingsTo(-1));
    assertThrows(InadmissibleCurve.class, () -> WrightCurve.doublings(0, 1));
    assertThrows(InadmissibleCurve.class, () -> WrightCurve.elasticityOf(0));
    assertThrows(InadmissibleCurve.class, () -> WrightCurve.elasticityOf(0.75));
    assertEquals(
        0.23,
        WrightCurve.ofLearningRate(12, 2.49, curve.learningRate()).elasticity(),
        4 * Math.ulp(0.23));
  }
}
