package org.tidemark.quantity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class DecimalsTest {
  private static final MathContext DIGITS = new MathContext(15, RoundingMode.HALF_UP);

  private static double exact(double x) {
    return new BigDecimal(x).round(DIGITS).doubleValue();
  }

  @Test
  void roundingIsThatOfTheExactValue() {
    SplittableRandom random = new SplittableRandom(7);
    for (int i = 0; i < 300_000; i++) {
      double x = Math.pow(10, random.nextDouble(-9, 16)) * (random.nextBoolean() ? 1 : -1);
      assertEquals(exact(x), Decimals.rounded(x), () -> "of " + x);
    }
  }

  @Test
  void roundingIsRightBesideAHalf() {
    SplittableRandom random = new SplittableRandom(8);
    int halves = 0;
    for (int i = 0; i < 200_000; i++) {
      int power = random.nextInt(0, 21);
      double half = (random.nextLong(100_000_000_000_000L, 1_000_000_000_000_000L) + 0.5);
      double x = half / Math.pow(10, power);
      for (double at : new double[] {Math.nextDown(x), x, Math.nextUp(x), -x}) {
        assertEquals(exact(at), Decimals.rounded(at), () -> "of " + at);
      }
      halves +=
          new BigDecimal(x).multiply(BigDecimal.TEN.pow(power)).equals(new BigDecimal(half))
              ? 1
              : 0;
    }
    assertTrue(halves > 1000, "exact halves among them: " + halves);
  }

  @Test
  void powersOfTenAreThemselves() {
    for (int power = -12; power <= 20; power++) {
      double x = new BigDecimal(1).scaleByPowerOfTen(power).doubleValue();
      for (double at : new double[] {x, Math.nextDown(x), Math.nextUp(x)}) {
        assertEquals(exact(at), Decimals.rounded(at), () -> "of " + at);
      }
    }
  }

  @Test
  void whatIsWrittenIsReadAgain() {
    UnitExpression price = UnitParser.parse("USD/GB");
    SplittableRandom random = new SplittableRandom(9);
    for (int i = 0; i < 100_000; i++) {
      // what somebody writes with up to 15 digits is what they read again
      double written = random.nextLong(1, 1_000_000_000_000_000L) / 1e9;
      assertEquals(written, Decimals.shortest(price.toBase(written), price));
      // and whatever is shown stands for the same magnitude as the plain quotient
      double any = random.nextDouble(1e-12, 1e-6);
      double shown = Decimals.shortest(any, price);
      assertTrue(shown == price.fromBase(any) || price.toBase(shown) == any, () -> "of " + any);
    }
  }
}
