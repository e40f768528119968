package org.tidemark.solve.threshold;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.tidemark.solve.Quadrature;
import org.tidemark.solve.SymmetricGame;

class MovingThresholdTest {
  private static final double A = 10;
  private static final double B = 1;
  private static final double R = 0.05;

  private static SymmetricGame game(int firms, double terminal) {
    SymmetricGame free = new SymmetricGame(firms, A, B, R, 0);
    return free.withContinuationValue(terminal * free.nashBound());
  }

  /** Profits along the path, discounted, and the continuation value: independent of the method. */
  private static double worth(MovingSolution solution) {
    double end = solution.crossingTime();
    double profits = 0;
    int panels = 16;
    for (int i = 0; i < panels; i++) {
      profits +=
          Quadrature.of(
                  t -> {
                    MovingOutcome now = solution.at(solution.remainingAfter(t), t);
                    return StrictMath.exp(-R * t) * now.price() * now.output();
                  },
                  end * i / panels,
                  end * (i + 1) / panels)
              .value();
    }
    return profits + StrictMath.exp(-R * end) * solution.of().game().continuationValue();
  }

  @Property(tries = 24)
  void valuesAreWhatThePathsEarn(
      @ForAll @IntRange(min = 1, max = 8) int firms,
      @ForAll @DoubleRange(min = 0, max = 0.9) double terminal,
      @ForAll @DoubleRange(min = 2, max = 150) double initial,
      @ForAll @DoubleRange(min = 0, max = 1.2) double closed,
      @ForAll @DoubleRange(min = 0.02, max = 0.4) double decay,
      @ForAll Conduct conduct) {
    MovingThreshold moving =
        MovingThreshold.of(game(firms, terminal), new ExponentialDrift(closed * initial, decay));
    MovingSolution exact = moving.exact(conduct, initial);
    assertEquals(exact.initially().value(), worth(exact), 1e-7 * exact.initially().value());
    assertTrue(exact.residual() < 1e-6, () -> conduct + " misses by " + exact.residual());
    // the same game taken up half way
    double half = exact.crossingTime() / 2;
    MovingSolution later =
        MovingThreshold.of(
                moving.game(),
                new ExponentialDrift(closed * initial * StrictMath.exp(-decay * half), decay))
            .exact(conduct, exact.remainingAfter(half));
    assertEquals(exact.crossingTime() - half, later.crossingTime(), 1e-10 * exact.crossingTime());
  }

  /** With I the depletion of part A of the derivations. */
  @Property(tries = 40)
  void constantDriftHasAClosedForm(
      @ForAll @IntRange(min = 2, max = 9) int firms,
      @ForAll @DoubleRange(min = 0, max = 1) double terminal,
      @ForAll @DoubleRange(min = 1, max = 200) double initial,
      @ForAll @DoubleRange(min = 0.01, max = 5) double depletion) {
    SymmetricGame game = game(firms, terminal);
    double n = firms;
    double c = B * (n + 1) * (n + 1);
    double high = A * (n * n + 1) + depletion * c;
    double low = A * (n * n - 1) + depletion * B * (n * n - 1);
    double start =
        StrictMath.sqrt(high * high - 4 * n * n * (A * A - c * R * game.continuationValue()));
    double gap = high - start;
    double d =
        Root.find(x -> start * x + gap * (x + StrictMath.expm1(-x)) - c * R * initial, 0, 1e4);
    double rise = -gap * StrictMath.expm1(-d);
    double time =
        2
            * n
            / ((n + 1) * R)
            * (high * d - low * StrictMath.log1p(rise / (low + start)))
            / (high + low);
    MovingThreshold moving = MovingThreshold.of(game, new ConstantDrift(-depletion));
    assertEquals(time, moving.exact(Conduct.COMPETITIVE, initial).crossingTime(), 1e-11 * time);
  }

  /** A threshold that is gone long before firms discount anything, in both of its forms. */
  @Test
  void aFastThresholdIsSolvedInBothForms() {
    for (int firms : new int[] {1, 2, 5}) {
      for (double initial : new double[] {3, 30}) {
        for (double decay : new double[] {1, 3, 10, 30}) {
          SymmetricGame free = new SymmetricGame(firms, 1, 1, R, 0);
          SymmetricGame game = free.withContinuationValue(free.nashBound() / 2);
          ThresholdPath closed = new ExponentialDrift(initial / 2, decay);
          ThresholdPath numeric =
              new FunctionThreshold(t -> initial / 2 * StrictMath.exp(-decay * t), 1 / decay);
          MovingSolution exact =
              MovingThreshold.of(game, closed).exact(Conduct.COMPETITIVE, initial);
          MovingSolution same =
              MovingThreshold.of(game, numeric).exact(Conduct.COMPETITIVE, initial);
          String what = firms + " firms, " + initial + ", " + decay;
          assertEquals(exact.crossingTime(), same.crossingTime(), 1e-10, what);
          // differences of fourth order with the speed steady to 0.5 % in a step
          assertTrue(exact.residual() < 1e-7, () -> what + " misses by " + exact.residual());
          assertTrue(same.residual() < 1e-7, () -> what + " misses by " + same.residual());
        }
      }
    }
  }

  @Test
  void growingDemandSatisfiesTheEquationAndPaysWhatItSays() {
    DemandGrowth growth = DemandGrowth.by(t -> 1 + 0.5 * (1 - StrictMath.exp(-0.2 * t)));
    for (Conduct conduct : Conduct.values()) {
      MovingThreshold moving =
          new MovingThreshold(game(4, 0.3), new ExponentialDrift(20, 0.1), growth, List.of());
      MovingSolution exact = moving.exact(conduct, 60);
      assertTrue(exact.residual() < 1e-8, conduct + " misses by " + exact.residual());
      double worth = 0;
      double end = exact.crossingTime();
      worth =
          Quadrature.of(
                      t -> {
                        MovingOutcome now = exact.at(exact.remainingAfter(t), t);
                        return StrictMath.exp(-R * t) * now.price() * now.output();
                      },
                      0,
                      end)
                  .value()
              + StrictMath.exp(-R * end) * moving.game().continuationValue();
      assertEquals(worth, exact.initially().value(), 1e-9 * worth);
      MovingSolution quasi = moving.quasiStatic(conduct, 60);
      assertTrue(quasi.crossingTime() > exact.crossingTime() * 0.9);
    }
    // a factor that does not move is another slope
    MovingThreshold doubled =
        new MovingThreshold(
            game(4, 0.3), new ConstantDrift(-1), DemandGrowth.by(t -> 2), List.of());
    SymmetricGame flat = new SymmetricGame(4, A, B / 2, R, game(4, 0.3).continuationValue());
    MovingThreshold same = MovingThreshold.of(flat, new ConstantDrift(-1));
    for (Conduct conduct : Conduct.values()) {
      assertEquals(
          same.exact(conduct, 60).crossingTime(),
          doubled.exact(conduct, 60).crossingTime(),
          1e-11 * same.exact(conduct, 60).crossingTime());
      assertEquals(
          same.quasiStatic(conduct, 60).crossingTime(),
          doubled.quasiStatic(conduct, 60).crossingTime(),
          1e-11 * same.exact(conduct, 60).crossingTime());
    }
  }

  @Test
  void releasesThatNobodyForesees() {
    for (Conduct conduct : Conduct.values()) {
      SymmetricGame game = game(5, 0.1);
      var still = conduct.still(game);
      MovingThreshold moving = MovingThreshold.of(game, ThresholdPath.still());
      double first = 2;
      double left = still.remainingAfter(first, 60);
      double expected = first + still.timeToCrossing(left - 10);
      for (MovingSolution solution :
          List.of(
              moving.with(new Release(first, 10)).exact(conduct, 60),
              moving.with(new Release(first, 10)).quasiStatic(conduct, 60))) {
        assertEquals(expected, solution.crossingTime(), 1e-11 * expected, conduct.name());
        assertEquals(still.value(60), solution.initially().value(), 1e-11 * still.value(60));
        assertEquals(left - 10, solution.remainingAfter(first), 1e-10 * left);
      }
      // one that covers all that is left ends the game at once; a later one never happens
      MovingThreshold ended = moving.with(new Release(9, 1), new Release(first, 1e3));
      assertEquals(first, ended.exact(conduct, 60).crossingTime());
      assertEquals(first, ended.quasiStatic(conduct, 60).crossingTime());
    }
  }

  @Test
  void outOfReach() {
    SymmetricGame game = game(5, 0.1);
    double most = 5 * A / (6 * B);
    MovingThreshold receding = MovingThreshold.of(game, new ConstantDrift(1.1 * most));
    for (Conduct conduct : List.of(Conduct.COMPETITIVE, Conduct.COOPERATIVE)) {
      MovingSolution exact = receding.exact(conduct, 60);
      assertEquals(Double.POSITIVE_INFINITY, exact.crossingTime());
      assertEquals(
          conduct == Conduct.COMPETITIVE ? game.nashBound() : game.cooperativeBound(),
          exact.initially().value(),
          1e-12 * game.nashBound());
      assertEquals(Double.POSITIVE_INFINITY, receding.quasiStatic(conduct, 60).crossingTime());
    }
    // with nothing to gain from the crossing, one firm keeps just short of a threshold that recedes
    assertThrows(
        InadmissibleThreshold.class,
        () -> MovingThreshold.of(game(1, 0), new ConstantDrift(0.1)).exact(Conduct.COMPETITIVE, 5));
    // slowly enough to be caught up with
    MovingSolution caught =
        MovingThreshold.of(game, new ConstantDrift(2)).exact(Conduct.COMPETITIVE, 60);
    assertEquals(caught.initially().value(), worth(caught), 1e-7 * worth(caught));
    // between what a planner and what competing firms would follow, the race has no smooth answer
    InadmissibleThreshold refused =
        assertThrows(
            InadmissibleThreshold.class,
            () ->
                MovingThreshold.of(game, new ConstantDrift(0.95 * most))
                    .exact(Conduct.COMPETITIVE, 60));
    assertTrue(refused.reason().contains("recedes"), refused.getMessage());
  }

  @Test
  void theConditionIsANumber() {
    MovingThreshold slow = MovingThreshold.of(game(5, 0.1), new ExponentialDrift(6, 0.05));
    MovingThreshold fast = MovingThreshold.of(game(5, 0.1), new ExponentialDrift(60, 0.3));
    assertTrue(slow.quasiStatic(Conduct.COMPETITIVE, 60).slowDrift());
    assertFalse(fast.quasiStatic(Conduct.COMPETITIVE, 60).slowDrift());
    TreatmentDifference off = fast.difference(Conduct.COMPETITIVE, 60);
    assertTrue(off.value() > 0.5 && off.time() > 0 && off.time() < 0.02);
  }
}
