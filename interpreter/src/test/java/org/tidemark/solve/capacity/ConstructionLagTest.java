package org.tidemark.solve.capacity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.tidemark.solve.Quadrature;
import org.tidemark.solve.SymmetricGame;
import org.tidemark.solve.WrightCurve;

class ConstructionLagTest {
  private static final double A = 10;
  private static final double B = 1;
  private static final double R = 0.05;
  private static final double NONE = Double.POSITIVE_INFINITY;

  private static SymmetricGame game(int firms, double terminal) {
    SymmetricGame free = new SymmetricGame(firms, A, B, R, 0);
    return free.withContinuationValue(terminal * free.nashBound());
  }

  /** Corollary 3, in the form that holds. */
  @Property(tries = 200)
  void constructionDelaysByNoMoreThanItTakes(
      @ForAll @IntRange(min = 1, max = 9) int firms,
      @ForAll @DoubleRange(min = 0, max = 1) double terminal,
      @ForAll @DoubleRange(min = 1, max = 200) double initial,
      @ForAll @DoubleRange(min = 0.1, max = 0.95) double share,
      @ForAll @DoubleRange(min = 0, max = 5) double construction,
      @ForAll @DoubleRange(min = 0, max = 0.5) double growth) {
    SymmetricGame game = game(firms, terminal);
    CappedGame afterwards = new CappedGame(game, NONE);
    double first = share * afterwards.output(initial);
    if (first == 0) {
      return;
    }
    ConstructionLag lag =
        new ConstructionLag(
            afterwards, CapacityPath.linear(first, growth * first), construction, initial);
    assertTrue(lag.delay() >= -1e-12 * lag.crossingTime(), () -> "sooner by " + -lag.delay());
    assertTrue(lag.delay() <= construction * (1 + 1e-12), () -> "delay " + lag.delay());
    // output adds up to the distance
    double end = lag.crossingTime();
    double made =
        Quadrature.of(lag::output, 0, lag.bindsUntil()).value()
            + Quadrature.of(lag::output, lag.bindsUntil(), end).value();
    assertEquals(initial, firms * made, 1e-7 * initial);
    if (growth == 0 && lag.bindsUntil() == construction && end > construction) {
      double undelayed = afterwards.timeToCrossing(initial);
      double rest = afterwards.timeToCrossing(initial - firms * first * construction);
      assertEquals(construction - (undelayed - rest), lag.delay(), 1e-11 * undelayed);
    }
  }

  @Test
  void growingCapacityCeasesToBindBeforeConstructionIsDone() {
    CappedGame afterwards = new CappedGame(game(5, 0.1), NONE);
    double wanted = afterwards.output(60);
    ConstructionLag lag =
        new ConstructionLag(afterwards, CapacityPath.linear(0.6 * wanted, 0.2 * wanted), 3, 60);
    assertTrue(lag.bindsUntil() > 1.9 && lag.bindsUntil() < 2);
    double then = lag.bindsUntil();
    assertEquals(
        afterwards.output(lag.remainingAfter(then)),
        0.6 * wanted + 0.2 * wanted * then,
        1e-12 * wanted);
    // the marginal value is that of the game that follows, and r p backwards
    assertEquals(afterwards.marginalValue(lag.remainingAfter(then)), lag.shadowPrice(then), 1e-12);
    ConstructionLag function =
        new ConstructionLag(
            afterwards, CapacityPath.of(t -> 0.6 * wanted + 0.2 * wanted * t), 3, 60);
    assertEquals(lag.crossingTime(), function.crossingTime(), 1e-12 * lag.crossingTime());
    assertEquals(lag.value(0), function.value(0), 1e-12 * lag.value(0));
  }

  @Test
  void permanentCapacity() {
    SymmetricGame game = game(5, 0.1);
    CappedGame tight = new CappedGame(game, 0.5);
    assertEquals(0, tight.bindsBeyond());
    assertEquals(60 / (5 * 0.5), tight.timeToCrossing(60), 1e-14 * 24);
    // unequal to the free game's by as much as one likes: the delay has no bound
    assertTrue(
        new CappedGame(game, 0.001).timeToCrossing(60)
            > 1000 * game.markovPerfectEquilibrium().timeToCrossing(60));
    // part B of the derivations, where the general game was integrated to 25 digits
    CappedGame capped = new CappedGame(new SymmetricGame(2, A, B, R, 5), 2.8);
    assertEquals(27.0512909389611848, capped.timeToCrossing(150), 1e-12 * 27);
    assertEquals(31.5570482, capped.bindsBeyond(), 5e-8);
    for (double x : new double[] {0, 10, 31, 32, 90}) {
      assertTrue(capped.residual(x) < 1e-13);
      double h = 1e-4;
      if (x > h) {
        assertEquals(
            (capped.value(x + h) - capped.value(x - h)) / (2 * h), capped.marginalValue(x), 1e-7);
      }
    }
  }

  @Test
  void refusedWhereTheCapacityWouldNotBindFirst() {
    CappedGame afterwards = new CappedGame(game(5, 0.1), NONE);
    double wanted = afterwards.output(60);
    InadmissibleCapacity refused =
        assertThrows(
            InadmissibleCapacity.class,
            () ->
                new ConstructionLag(
                    afterwards, CapacityPath.of(t -> wanted * (t < 1 ? 1.2 : 0.5)), 3, 60));
    assertTrue(refused.reason().contains("does not bind before"), refused.getMessage());
  }

  /** Booms and busts move the time of a cost, and leave the cost of a cumulative output alone. */
  @Property(tries = 50)
  void theLearningRateDoesNotDependOnTheTiming(
      @ForAll @DoubleRange(min = 0.1, max = 0.9) double swing,
      @ForAll @DoubleRange(min = 0.5, max = 4) double period) {
    WrightCurve curve = WrightCurve.ofLearningRate(12, 2.49, 0.147);
    CappedGame afterwards = new CappedGame(game(5, 0.1), NONE);
    double level = 0.3;
    CapacityPath steady = CapacityPath.constant(level);
    CapacityPath wave =
        CapacityPath.of(t -> level * (1 + swing * StrictMath.sin(2 * Math.PI * t / period)));
    ConstructionLag calm = new ConstructionLag(afterwards, steady, 20, 60);
    ConstructionLag boom = new ConstructionLag(afterwards, wave, 20, 60);
    for (double t = 1; t < 10; t++) {
      double early = 60 - calm.remainingAfter(t) + 2.49;
      double later = 60 - boom.remainingAfter(t + period / 3) + 2.49;
      double learned =
          StrictMath.log(curve.cost(later) / curve.cost(early)) / StrictMath.log(later / early);
      assertEquals(-curve.elasticity(), learned, 1e-9);
    }
    double costs = curve.cost(2.49 + 20);
    double sameTime = 20 / (5 * level);
    double reached = curve.cost(2.49 + 60 - boom.remainingAfter(sameTime));
    assertTrue(
        Math.abs(StrictMath.sin(Math.PI * sameTime / period)) < 1e-3
            || Math.abs(reached - costs) > 1e-9 * costs);
  }
}
