package org.tidemark.vocab.industry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.function.DoubleUnaryOperator;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class LogSearchTest {
  private static LogSearch.Result search(DoubleUnaryOperator gap) {
    return new LogSearch(gap).run();
  }

  @Property
  void findsWhereAFallingCostMeetsAPrice(
      @ForAll @DoubleRange(min = 0.05, max = 1.9) double elasticity,
      @ForAll @DoubleRange(min = -12, max = 12) double decade) {
    double root = StrictMath.pow(10, decade);
    LogSearch.Result result = search(x -> StrictMath.pow(x / root, -elasticity) - 1);
    assertEquals(LogSearch.Outcome.FOUND, result.outcome());
    assertEquals(root, result.at(), 64 * Math.ulp(root) / elasticity);
    assertTrue(result.isFound(1));
  }

  @Test
  void tellsWhatHoldsFromTheStart() {
    assertEquals(LogSearch.Outcome.FROM_THE_START, search(x -> -1).outcome());
  }

  @Test
  void tellsWhatNeverHolds() {
    assertEquals(LogSearch.Outcome.NEVER, search(x -> 1 + 1 / x).outcome());
  }

  @Test
  void tellsWhatIsDefinedNowhere() {
    assertEquals(LogSearch.Outcome.UNDEFINED, search(x -> Double.NaN).outcome());
  }

  @Test
  void doesNotTakeAnAsymptoteForARoot() {
    LogSearch.Result result = search(x -> (40 + 60 / x) - 40);
    assertFalse(result.isFound(40));
  }

  @Test
  void findsARootInANarrowDomain() {
    LogSearch.Result result = search(x -> x < 2.1e18 || x > 2.9e18 ? Double.NaN : 2.5e18 - x);
    assertEquals(LogSearch.Outcome.FOUND, result.outcome());
    assertEquals(2.5e18, result.at());
  }

  @Test
  void findsAJump() {
    LogSearch.Result result = search(x -> x < 7 ? 1 : -1);
    assertEquals(LogSearch.Outcome.FOUND, result.outcome());
    assertEquals(7, result.at(), Math.ulp(7.0));
  }
}
