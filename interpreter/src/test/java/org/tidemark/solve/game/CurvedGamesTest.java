package org.tidemark.solve.game;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * Games with demands that are not linear and costs that follow Wright's curve, drawn at random:
 * each is solved with a residual under its tolerance, or refused with a reason. Among them are one
 * in which a firm enters whose value is nothing yet (256), and one whose surplus is lost in
 * rounding (396). {@code -Dtidemark.curved=5000} draws more.
 */
class CurvedGamesTest {
  private static final int GAMES = Integer.getInteger("tidemark.curved", 500);

  /** As stated for what is solved by collocation. */
  private static final double TOLERANCE = 1e-6;

  private static final double FINE = 1e-9;

  /** A game takes milliseconds; only what would never end takes this long. */
  private static final Duration GUARD = Duration.ofSeconds(60);

  @Test
  void solvedOrRefusedForAReason() {
    Map<String, Integer> reasons = new TreeMap<>();
    int refused = 0;
    int rough = 0;
    double worst = 0;
    long slowest = 0;
    for (int seed = 0; seed < GAMES; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      long from = System.nanoTime();
      try {
        int game = seed;
        double residual =
            assertTimeoutPreemptively(GUARD, () -> solve(game, random), () -> "no end in " + game);
        worst = Math.max(worst, residual);
        rough += residual > FINE ? 1 : 0;
      } catch (NoEquilibrium refusal) {
        assertFalse(refusal.reason().isBlank() || refusal.cure().isBlank());
        assertFalse(refusal.reason().contains("NaN"), refusal.reason());
        reasons.merge(refusal.reason(), 1, Integer::sum);
        refused++;
      }
      slowest = Math.max(slowest, System.nanoTime() - from);
    }
    System.out.printf(
        "%d curved games: %d refused %s, worst residual %.1e, %d above %.0e, slowest %d ms%n",
        GAMES, refused, reasons, worst, rough, FINE, slowest / 1_000_000);
    assertTrue(refused < GAMES / 2, "most games are solved");
    assertTrue(rough < GAMES / 50, "hardly any residual is above " + FINE);
  }

  private static double solve(int seed, SplittableRandom random) {
    double price = decades(random, -2, 2);
    double quantity = decades(random, -2, 2);
    InverseDemand demand = demand(random, price, quantity);
    double rate = decades(random, -2.5, -0.5);
    double remaining = quantity / rate * decades(random, -2, 0.5);
    List<Firm> firms = new ArrayList<>();
    int number = 1 + random.nextInt(6);
    for (int i = 0; i < number; i++) {
      double own = price * (0.1 + 0.6 * random.nextDouble());
      MarginalCost cost =
          random.nextInt(3) == 0 ? wright(random, own, remaining) : MarginalCost.of(own);
      double capacity =
          random.nextInt(4) == 0 ? quantity * decades(random, -1.5, 0.5) : Firm.UNLIMITED;
      double worth =
          random.nextInt(3) == 0 ? 0 : price * quantity / rate * decades(random, -3, -0.5);
      firms.add(new Firm(cost, capacity, rate, worth));
    }
    UnequalGame game = new UnequalGame(demand, firms);
    GameSolution solution =
        switch (random.nextInt(4)) {
          case 0 -> game.cooperativeOutcome();
          case 1 -> game.plannerOutcome();
          default -> game.markovPerfectEquilibrium();
        };
    MarketOutcome at = solution.at(remaining);
    double sum = 0;
    for (FirmOutcome firm : at.firms()) {
      assertTrue(Double.isFinite(firm.value()), () -> "V in " + seed);
      assertTrue(Double.isFinite(firm.shadowPrice()), () -> "V' in " + seed);
      assertTrue(Double.isFinite(firm.profit()), () -> "profit in " + seed);
      assertTrue(firm.quantity() >= 0, () -> "q in " + seed);
      sum += firm.quantity();
    }
    assertTrue(
        at.timeToCrossing() > 0 && Double.isFinite(at.timeToCrossing()), () -> "time in " + seed);
    assertEquals(1, sum / at.quantity(), TOLERANCE, () -> "sum of outputs in " + seed);
    double residual = solution.residual(remaining);
    assertTrue(residual <= TOLERANCE, () -> "residual " + residual + " in " + seed);
    return residual;
  }

  /** Isoelastic, exponential, a falling power, or linear with a soft end. */
  private static InverseDemand demand(SplittableRandom random, double price, double quantity) {
    double shape = 1.1 + 2 * random.nextDouble();
    return switch (random.nextInt(5)) {
      case 0, 1 -> InverseDemand.isoelastic(price, quantity, shape);
      case 2 ->
          InverseDemand.numeric(q -> 2 * price * StrictMath.exp(-q / quantity / shape), quantity);
      case 3 ->
          InverseDemand.numeric(q -> 2 * price / StrictMath.pow(1 + q / quantity, shape), quantity);
      default -> InverseDemand.linear(2 * price, price / quantity);
    };
  }

  /** What a unit costs along the way, from a cost at the start. */
  private static MarginalCost wright(SplittableRandom random, double own, double remaining) {
    double elasticity = 0.05 + 0.5 * random.nextDouble();
    double made = remaining * decades(random, -1.5, 1);
    return MarginalCost.along(
        x -> own * StrictMath.pow((made + remaining - x) / made, -elasticity));
  }

  private static double decades(SplittableRandom random, double from, double to) {
    return StrictMath.pow(10, from + (to - from) * random.nextDouble());
  }
}
