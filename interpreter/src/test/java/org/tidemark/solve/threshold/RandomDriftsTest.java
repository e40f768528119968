package org.tidemark.solve.threshold;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.tidemark.solve.InadmissibleInput;
import org.tidemark.solve.SymmetricGame;

/** Drifts drawn over six decades, coming and going: solved, or refused with a reason. */
class RandomDriftsTest {
  private static final int GAMES = 100;

  @Test
  void solvedOrRefused() {
    Random random = new Random(20);
    int solved = 0;
    for (int i = 0; i < GAMES; i++) {
      int firms = 1 + random.nextInt(8);
      double a = decades(random, 3);
      double b = decades(random, 3);
      double r = decades(random, 2) / 20;
      SymmetricGame free = new SymmetricGame(firms, a, b, r, 0);
      SymmetricGame game = free.withContinuationValue(free.nashBound() * 1.5 * random.nextDouble());
      double initial = a / (b * r) * decades(random, 3);
      double pace = free.markovPerfectEquilibrium().aggregateOutput(initial);
      double still = free.markovPerfectEquilibrium().timeToCrossing(initial);
      double speed = pace * decades(random, 3) / 3 * (random.nextInt(3) == 0 ? 1 : -1);
      ThresholdPath threshold =
          random.nextBoolean()
              ? new ConstantDrift(speed)
              : new ExponentialDrift(-speed * still, 1 / still);
      MovingThreshold moving = MovingThreshold.of(game, threshold);
      for (Conduct conduct : Conduct.values()) {
        try {
          solved += check(moving, conduct, initial);
        } catch (InadmissibleInput refused) {
          assertTrue(!refused.reason().isBlank());
        }
      }
    }
    // two thirds come nearer, which always has a solution
    assertTrue(solved > 1.9 * GAMES, "solved only " + solved);
  }

  private static double decades(Random random, double span) {
    return StrictMath.pow(10, span * (random.nextDouble() - 0.5));
  }

  private static int check(MovingThreshold moving, Conduct conduct, double initial) {
    String what = conduct + " " + moving + " from " + initial;
    MovingSolution quasi = moving.quasiStatic(conduct, initial);
    assertTrue(quasi.crossingTime() > 0, what);
    MovingSolution exact = moving.exact(conduct, initial);
    assertTrue(exact.crossingTime() > 0, what);
    assertTrue(Double.isFinite(exact.initially().value()), what);
    assertTrue(Double.isFinite(exact.initially().aggregateOutput()), what);
    assertTrue(exact.driftRatio() >= 0, what);
    double residual = exact.residual();
    assertTrue(residual < 1e-5, () -> what + " misses by " + residual);
    if (Double.isFinite(exact.crossingTime())) {
      double half = exact.crossingTime() / 2;
      double left = exact.remainingAfter(half);
      MovingSolution rest =
          MovingThreshold.of(moving.game(), shifted(moving.threshold(), half)).exact(conduct, left);
      assertEquals(
          exact.crossingTime() - half, rest.crossingTime(), 1e-8 * exact.crossingTime(), what);
    }
    return 1;
  }

  private static ThresholdPath shifted(ThresholdPath path, double time) {
    return path instanceof ExponentialDrift drift
        ? new ExponentialDrift(
            drift.excess() * StrictMath.exp(-drift.decay() * time), drift.decay())
        : path;
  }
}
