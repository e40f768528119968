package org.tidemark.solve.game;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.tidemark.solve.SymmetricGame;

/**
 * The working paper's corollaries where they hold, over random games of unequal firms. Where they
 * do not is in {@link UnequalGameTest}; those of firms alike are in {@code
 * SymmetricGamePropertyTest}, and the one on construction in {@code ConstructionLagTest}.
 */
class CorollariesTest {
  private static final int GAMES = 300;

  /** What is solved for agrees with closed forms to 1e-11; falls are told from that. */
  private static final double NOISE = 1e-11;

  private static final double[] SHARES = {0, 0.1, 0.3, 0.6, 1};

  private static double between(SplittableRandom random, double low, double high) {
    return low + (high - low) * random.nextDouble();
  }

  /** A game with a continuation value, no larger than that at which cooperation is neutral. */
  private static SymmetricGame base(SplittableRandom random) {
    SymmetricGame free =
        new SymmetricGame(
            2 + random.nextInt(7),
            between(random, 1, 50),
            between(random, 0.1, 3),
            between(random, 0.005, 0.2),
            0);
    return free.withContinuationValue(random.nextDouble() * free.cooperativeBound());
  }

  /** a/(b r), the distance over which values change. */
  private static double scale(SymmetricGame game) {
    return game.choke() / (game.slope() * game.discountRate());
  }

  private static GameSolution solved(SymmetricGame game, double[] costs, double[] worths) {
    List<Firm> firms = new ArrayList<>();
    for (int i = 0; i < costs.length; i++) {
      firms.add(Firm.of(costs[i], game.discountRate(), worths[i]));
    }
    return new UnequalGame(InverseDemand.linear(game.choke(), game.slope()), firms)
        .markovPerfectEquilibrium();
  }

  /** Corollary 2: costs that differ mildly, the same S for all; one firm's cost is cut. */
  @Test
  void aLowerCostRaisesOutputAtEveryStateWhereFirmsAreNearlyAlike() {
    SplittableRandom random = new SplittableRandom(2);
    for (int i = 0; i < GAMES; i++) {
      SymmetricGame game = base(random);
      double[] costs = new double[game.firms()];
      for (int k = 0; k < costs.length; k++) {
        costs[k] = 0.3 * game.choke() * (1 + (i % 3 == 0 ? 0 : between(random, -0.03, 0.03)));
      }
      double[] worths = new double[costs.length];
      Arrays.fill(worths, game.continuationValue());
      double far = between(random, 0.02, 3) * scale(game);
      GameSolution dear = solved(game, costs, worths);
      costs[0] *= between(random, 0.97, 1);
      GameSolution cheaper = solved(game, costs, worths);
      for (double share : SHARES) {
        assertTrue(
            cheaper.at(share * far).quantity() >= dear.at(share * far).quantity() * (1 - NOISE),
            "output in game " + i + " at " + share);
      }
      assertTrue(sooner(cheaper, dear, far), "time in game " + i);
    }
  }

  private static boolean sooner(GameSolution one, GameSolution other, double far) {
    return one.timeToCrossing(far) <= other.timeToCrossing(far) * (1 + NOISE);
  }

  /** Corollaries 2 and 2*, the times only: costs and S that differ much, firms at corners. */
  @Test
  void lowerCostsAndHigherWorthsBringTheCrossingForward() {
    SplittableRandom random = new SplittableRandom(22);
    int corners = 0;
    for (int i = 0; i < GAMES; i++) {
      SymmetricGame game = base(random);
      int n = game.firms();
      double[] costs = new double[n];
      double[] worths = new double[n];
      for (int k = 0; k < n; k++) {
        costs[k] = random.nextDouble() * 0.8 * game.choke();
        worths[k] = game.continuationValue();
      }
      double far = between(random, 0.02, 3) * scale(game);
      GameSolution before = solved(game, costs, worths);
      corners += before.switches(far).isEmpty() ? 0 : 1;
      int who = random.nextInt(n);
      double cost = costs[who];
      costs[who] = cost * random.nextDouble();
      assertTrue(sooner(solved(game, costs, worths), before, far), "cost in game " + i);
      costs[who] = cost;
      worths[who] += random.nextDouble() * (0.01 * game.nashBound() + worths[who]);
      assertTrue(sooner(solved(game, costs, worths), before, far), "worth in game " + i);
    }
    assertTrue(corners > GAMES / 10, "firms change what they do in some of them: " + corners);
  }

  /** Corollary 2*: equal costs, all inside; closed form B3, whatever the number of firms. */
  @Test
  void withEqualCostsOutputGoesByTheMeanWorth() {
    SplittableRandom random = new SplittableRandom(222);
    for (int i = 0; i < GAMES / 3; i++) {
      SymmetricGame mean = base(random);
      int n = mean.firms();
      double[] worths = new double[n];
      for (int k = 0; k + 1 < n; k += 2) {
        double apart = 0.2 * random.nextDouble() * mean.continuationValue();
        worths[k] = mean.continuationValue() - apart;
        worths[k + 1] = mean.continuationValue() + apart;
      }
      if (n % 2 == 1) {
        worths[n - 1] = mean.continuationValue();
      }
      GameSolution game = solved(mean, new double[n], worths);
      double pace = mean.slope() * mean.discountRate() / mean.choke();
      for (double share : SHARES) {
        double x = share * 2 * scale(mean);
        MarketOutcome at = game.at(x);
        double alike = mean.markovPerfectEquilibrium().aggregateOutput(x);
        assertEquals(1, at.quantity() / alike, NOISE, "aggregate in game " + i);
        assertEquals(
            mean.discountRate()
                / mean.choke()
                * (worths[1] - worths[0])
                * StrictMath.exp(-pace * x),
            at.firms().get(1).quantity() - at.firms().get(0).quantity(),
            NOISE * alike,
            "difference in game " + i);
      }
    }
  }

  /**
   * A cartel of m is one firm with m times the worth, so that by 2* the game is that of N - m + 1
   * firms with S N/(N - m + 1); the larger it is, the later the crossing.
   */
  @Test
  void aCartelOfSomeIsAGameOfFewerFirms() {
    SplittableRandom random = new SplittableRandom(2222);
    for (int i = 0; i < GAMES / 3; i++) {
      SymmetricGame game = base(random);
      game = game.withContinuationValue(game.continuationValue() / 4);
      int n = game.firms();
      double far = between(random, 0.02, 2) * scale(game);
      double before = 0;
      for (int m = 1; m <= n; m++) {
        int left = n - m + 1;
        double[] worths = new double[left];
        Arrays.fill(worths, game.continuationValue());
        worths[0] *= m;
        GameSolution cartel = solved(game, new double[left], worths);
        double time = cartel.timeToCrossing(far);
        boolean inside =
            cartel.switches(far).isEmpty()
                && cartel.at(far).firms().stream()
                    .allMatch(firm -> firm.activity() == Activity.INTERIOR);
        if (inside) {
          double fewer =
              game.withFirms(left)
                  .withContinuationValue(n * game.continuationValue() / left)
                  .markovPerfectEquilibrium()
                  .at(far)
                  .timeToCrossing();
          assertEquals(1, time / fewer, NOISE, "game " + i + " of " + left);
        }
        assertTrue(time > before, "a larger cartel takes longer in game " + i);
        before = time;
      }
      double together = game.cooperativeOutcome().at(far).timeToCrossing();
      assertEquals(1, before / together, NOISE, "all of them cooperate in game " + i);
    }
  }

  /** Corollary 3, a capacity for good: as long as it binds all the way, T = x/(N k). */
  @Test
  void aCapacityThatBindsToTheEndIsAllThatCounts() {
    SplittableRandom random = new SplittableRandom(3);
    for (int i = 0; i < GAMES / 3; i++) {
      SymmetricGame game = base(random);
      double far = between(random, 0.02, 2) * scale(game);
      double least = Double.POSITIVE_INFINITY;
      for (double share : SHARES) {
        least = Math.min(least, game.markovPerfectEquilibrium().aggregateOutput(share * far));
      }
      double capacity = between(random, 0.05, 0.5) * least / game.firms();
      GameSolution capped =
          new UnequalGame(
                  InverseDemand.linear(game.choke(), game.slope()),
                  Collections.nCopies(
                      game.firms(),
                      Firm.of(0, game.discountRate(), game.continuationValue())
                          .withCapacity(capacity)))
              .markovPerfectEquilibrium();
      if (capped.switches(far).isEmpty()
          && capped.at(far).firms().get(0).activity() == Activity.AT_CAPACITY) {
        assertEquals(1, capped.timeToCrossing(far) / (far / (game.firms() * capacity)), NOISE);
      }
    }
  }
}
