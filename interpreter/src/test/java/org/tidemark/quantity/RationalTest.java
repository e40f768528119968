package org.tidemark.quantity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class RationalTest {
  @Test
  void reducesToLowestTerms() {
    assertEquals("1/2", Rational.of(2, 4).toString());
    assertEquals("-3/4", Rational.of(6, -8).toString());
    assertEquals("-2", Rational.of(-2).toString());
    assertSame(Rational.ONE, Rational.of(7, 7));
    assertSame(Rational.ZERO, Rational.of(0, -3));
    assertTrue(Rational.of(4, 2).isInteger());
  }

  @Test
  void refusesWhatDoesNotFit() {
    assertThrows(ArithmeticException.class, () -> Rational.of(1, 0));
    assertThrows(ArithmeticException.class, () -> Rational.of(Long.MAX_VALUE).plus(Rational.ONE));
    assertThrows(
        ArithmeticException.class, () -> Rational.of(Long.MAX_VALUE).times(Rational.of(2)));
  }

  @Test
  void recognisesSmallFractions() {
    assertEquals(Optional.of(Rational.of(1, 2)), Rational.fromDouble(0.5));
    assertEquals(Optional.of(Rational.of(1, 4)), Rational.fromDouble(0.25));
    assertEquals(Optional.of(Rational.of(1, 3)), Rational.fromDouble(1.0 / 3));
    assertEquals(Optional.of(Rational.of(-2, 3)), Rational.fromDouble(-2.0 / 3));
    assertEquals(Optional.of(Rational.of(3, 10)), Rational.fromDouble(0.1 + 0.2));
    assertEquals(Optional.of(Rational.ZERO), Rational.fromDouble(0));
    assertEquals(Optional.empty(), Rational.fromDouble(0.23));
    assertEquals(Optional.empty(), Rational.fromDouble(Math.PI));
    assertEquals(Optional.empty(), Rational.fromDouble(1e-300));
    assertEquals(Optional.empty(), Rational.fromDouble(1e300));
    assertEquals(Optional.empty(), Rational.fromDouble(Double.NaN));
    assertEquals(Optional.empty(), Rational.fromDouble(Double.NEGATIVE_INFINITY));
  }

  @Property
  void recognisesEverySmallFraction(
      @ForAll @IntRange(min = -5000, max = 5000) int n,
      @ForAll @IntRange(min = 1, max = 64) int d) {
    assertEquals(Optional.of(Rational.of(n, d)), Rational.fromDouble((double) n / d));
  }

  @Property
  void obeysTheLawsOfArithmetic(
      @ForAll @IntRange(min = -999, max = 999) int a,
      @ForAll @IntRange(min = 1, max = 99) int b,
      @ForAll @IntRange(min = -999, max = 999) int c,
      @ForAll @IntRange(min = 1, max = 99) int d) {
    Rational x = Rational.of(a, b);
    Rational y = Rational.of(c, d);
    assertEquals(x.plus(y), y.plus(x));
    assertEquals(x.times(y), y.times(x));
    assertEquals(x, x.plus(y).minus(y));
    assertEquals(x.times(y).plus(x), x.times(y.plus(Rational.ONE)));
    assertEquals(Rational.ZERO, x.plus(x.negate()));
    assertEquals(Long.signum((long) a * d - (long) c * b), Integer.signum(x.compareTo(y)));
    assertEquals((double) a / b, x.toDouble());
  }

  @Test
  void comparesLargeFractions() {
    Rational large = Rational.of(Long.MAX_VALUE, 2);
    Rational larger = Rational.of(Long.MAX_VALUE - 1, 1);
    assertTrue(large.compareTo(larger) < 0);
    assertTrue(larger.compareTo(large) > 0);
    assertTrue(large.negate().compareTo(larger.negate()) > 0);
  }
}
