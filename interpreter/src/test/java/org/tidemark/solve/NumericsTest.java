package org.tidemark.solve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Scale;
import org.junit.jupiter.api.Test;

/** The building blocks against exact or eighty-digit arithmetic. */
class NumericsTest {
  private static final MathContext DIGITS = new MathContext(80, RoundingMode.HALF_EVEN);

  @Property
  void exponentialsLoseNothingToCancellation(
      @ForAll @Scale(15) @DoubleRange(min = -9, max = 2) double power) {
    double d = Math.pow(10, power);
    BigDecimal exact = new BigDecimal(d);
    BigDecimal decay = exp(exact.negate());
    BigDecimal lag = exact.subtract(BigDecimal.ONE).add(decay);
    BigDecimal excess =
        BigDecimal.ONE
            .subtract(decay.multiply(decay, DIGITS))
            .subtract(exact.multiply(decay, DIGITS).multiply(BigDecimal.valueOf(2)));
    // above the switch to the direct formula, terms up to seven times the result are subtracted
    assertEquals(lag.doubleValue(), Exponentials.lag(d), 4 * Math.ulp(lag.doubleValue()));
    assertEquals(
        excess.doubleValue(), Exponentials.dampedSinhExcess(d), 6 * Math.ulp(excess.doubleValue()));
  }

  @Property
  void shortfallIsRoundedOnce(
      @ForAll @Scale(15) @DoubleRange(min = 0.1, max = 10) double choke,
      @ForAll @Scale(15) @DoubleRange(min = 0.1, max = 10) double slope,
      @ForAll @Scale(15) @DoubleRange(min = 0.1, max = 10) double rate,
      @ForAll @Scale(15) @DoubleRange(min = -1e-12, max = 1e-12) double offset) {
    SymmetricGame free = new SymmetricGame(5, choke, slope, rate, 0);
    SymmetricGame game = free.withContinuationValue(free.nashBound() * (1 + offset));
    BigDecimal square = new BigDecimal(choke).pow(2);
    BigDecimal ratio =
        new BigDecimal(slope)
            .multiply(new BigDecimal(rate))
            .multiply(new BigDecimal(game.continuationValue()))
            .multiply(BigDecimal.valueOf(36))
            .divide(square, DIGITS);
    double exact = BigDecimal.ONE.subtract(ratio).doubleValue();
    // 100 bits of the ratio are right, one rounding follows
    assertEquals(exact, game.shortfall(36), Math.ulp(exact) + 0x1p-100);
  }

  @Test
  void quadratureIsExactForPolynomialsAndKnowsItsError() {
    Quadrature power = Quadrature.of(x -> Math.pow(x, 22), 0, 1);
    assertEquals(1 / 23.0, power.value(), 2 * Math.ulp(1 / 23.0));
    Quadrature peak = Quadrature.of(x -> 1 / (1e-6 + x * x), -1, 1);
    double exact = 2e3 * Math.atan(1e3);
    assertEquals(exact, peak.value(), Math.max(peak.error(), Math.ulp(exact)));
    assertTrue(peak.error() < 1e-12 * exact);
    Quadrature odd = Quadrature.of(Math::sin, -1, 1);
    assertEquals(0, odd.value(), 1e-15);
  }

  /** The series, after halving the argument often enough. */
  private static BigDecimal exp(BigDecimal x) {
    int halvings = 16;
    BigDecimal small = x.divide(BigDecimal.valueOf(1L << halvings), DIGITS);
    BigDecimal sum = BigDecimal.ONE;
    BigDecimal term = BigDecimal.ONE;
    for (int k = 1; k < 60; k++) {
      term = term.multiply(small, DIGITS).divide(BigDecimal.valueOf(k), DIGITS);
      sum = sum.add(term, DIGITS);
    }
    for (int i = 0; i < halvings; i++) {
      sum = sum.multiply(sum, DIGITS);
    }
    return sum;
  }
}
