package org.tidemark.solve.game;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.apache.commons.math3.exception.MathIllegalStateException;
import org.apache.commons.math3.ode.FirstOrderDifferentialEquations;
import org.apache.commons.math3.ode.nonstiff.DormandPrince853Integrator;
import org.junit.jupiter.api.Test;

/**
 * Games drawn over six decades: each is solved with a residual under its tolerance, or refused with
 * a reason that a second method confirms. {@code -Dtidemark.games=100000} draws more.
 */
class RandomGamesTest {
  private static final int GAMES = Integer.getInteger("tidemark.games", 10_000);

  /** Where rivals' outputs are a million times a firm's margin, so much of its own is rounding. */
  private static final double TOLERANCE = 1e-6;

  private static final double FINE = 1e-9;

  /** One in so many is also solved by a method that knows nothing of regimes. */
  private static final int SECOND_METHOD = 20;

  @Test
  void solvedOrRefusedForAReason() {
    int refusals = 0;
    int compared = 0;
    int rough = 0;
    double worst = 0;
    for (int seed = 0; seed < GAMES; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      List<Firm> firms = new ArrayList<>();
      LinearDemand demand = draw(random, firms);
      try {
        UnequalGame game = new UnequalGame(demand, firms);
        double remaining = remaining(random, demand, firms);
        GameSolution solution = game.markovPerfectEquilibrium();
        double residual = check(seed, solution, remaining);
        worst = Math.max(worst, residual);
        rough += residual > FINE ? 1 : 0;
        if (seed % SECOND_METHOD == 0 && compare(seed, solution, remaining)) {
          compared++;
        }
      } catch (NoEquilibrium refused) {
        refusals++;
        confirm(seed, refused, demand, firms);
      }
    }
    System.out.printf(
        "%d games: %d refused, %d solved by a second method too, worst residual %.1e, %d above %.0e%n",
        GAMES, refusals, compared, worst, rough, FINE);
    assertTrue(refusals < GAMES / 10, "hardly any game is refused");
    assertTrue(rough < GAMES / 100, "hardly any residual is above " + FINE);
    assertTrue(compared > GAMES / SECOND_METHOD / 10, "the second method is used");
  }

  static LinearDemand draw(SplittableRandom random, List<Firm> firms) {
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
          random.nextInt(3) > 0 ? Firm.UNLIMITED : choke / slope * decades(random, -5, 1);
      Firm firm = new Firm(MarginalCost.of(choke - own), capacity, r, worth);
      int copies = random.nextInt(4) == 0 ? 1 + random.nextInt(10) : 1;
      for (int i = 0; i < copies && firms.size() < number; i++) {
        firms.add(firm);
      }
    }
    return new LinearDemand(choke, slope);
  }

  private static double decades(SplittableRandom random, double from, double to) {
    return Math.pow(10, from + (to - from) * random.nextDouble());
  }

  static double remaining(SplittableRandom random, InverseDemand demand, List<Firm> firms) {
    double fastest = firms.stream().mapToDouble(Firm::discountRate).max().orElseThrow();
    return demand.typicalOutput() / fastest * decades(random, -3, 3);
  }

  private static double check(int seed, GameSolution solution, double remaining) {
    MarketOutcome at = solution.at(remaining);
    double sum = 0;
    for (FirmOutcome firm : at.firms()) {
      assertTrue(Double.isFinite(firm.value()) && firm.value() >= 0, () -> "V in " + seed);
      assertTrue(Double.isFinite(firm.shadowPrice()), () -> "V' in " + seed);
      assertTrue(Double.isFinite(firm.profit()), () -> "profit in " + seed);
      assertTrue(firm.quantity() >= 0, () -> "q in " + seed);
      sum += firm.quantity();
    }
    assertTrue(at.timeToCrossing() > 0 && Double.isFinite(at.timeToCrossing()));
    assertEquals(1, sum / at.quantity(), TOLERANCE, () -> "sum of outputs in " + seed);
    double residual = solution.residual(remaining);
    assertTrue(residual <= TOLERANCE, () -> "residual " + residual + " in " + seed);
    return residual;
  }

  /**
   * The same by an adaptive Runge-Kutta method that steps over switches, with aggregate output by
   * plain bisection of what firms wish to make.
   */
  private static boolean compare(int seed, GameSolution solution, double remaining) {
    List<Firm> firms = solution.game().firms();
    int n = firms.size();
    MarketOutcome start = solution.at(0);
    if (n > 25 || start.quantity() == 0 || remaining > 30 * start.quantity() / rate(firms)) {
      return false;
    }
    LinearDemand demand = (LinearDemand) solution.game().demand();
    double[] state = new double[n + 1];
    double[] size = new double[n + 1];
    MarketOutcome at = solution.at(remaining);
    for (int i = 0; i < n; i++) {
      state[i] = firms.get(i).continuationValue();
      size[i] = 1e-10 * Math.max(state[i], at.firms().get(i).value()) + Double.MIN_NORMAL;
    }
    size[n] = 1e-10 * at.timeToCrossing();
    DormandPrince853Integrator integrator =
        new DormandPrince853Integrator(0, remaining, size, new double[n + 1]);
    integrator.setMaxEvaluations(100_000);
    try {
      integrator.integrate(new PlainGame(demand, firms), 0, state, remaining, state);
    } catch (MathIllegalStateException tooLong) {
      return false;
    }
    assertEquals(1, state[n] / at.timeToCrossing(), 1e-6, () -> "time in " + seed);
    double most = Arrays.stream(state, 0, n).max().orElseThrow();
    for (int i = 0; i < n; i++) {
      double value = at.firms().get(i).value();
      double scale = value + 1e-3 * firms.get(i).continuationValue() + 1e-6 * most;
      assertEquals(state[i], value, 1e-6 * scale, () -> "value in " + seed);
    }
    return true;
  }

  private static double rate(List<Firm> firms) {
    return firms.stream().mapToDouble(Firm::discountRate).max().orElseThrow();
  }

  /** Part B of the derivations, word by word. */
  private record PlainGame(LinearDemand demand, List<Firm> firms)
      implements FirstOrderDifferentialEquations {
    @Override
    public int getDimension() {
      return firms.size() + 1;
    }

    private double own(int i, double value, double output) {
      double a = demand.choke() - firms.get(i).cost().at(0);
      // a stage of the integration may fall below zero, where a value cannot be
      double worth = firms.get(i).discountRate() * Math.max(0, value);
      double wish = worth / a + output - demand.fall() * output * output / a;
      return a > 0 ? Math.max(0, Math.min(wish, firms.get(i).capacity())) : 0;
    }

    @Override
    public void computeDerivatives(double x, double[] state, double[] slopes) {
      double high = Double.MAX_VALUE;
      double low = Double.MIN_NORMAL;
      while (Math.nextUp(low) < high) {
        double middle = Math.sqrt(low) * Math.sqrt(high);
        if (high / low < 4) {
          middle = low + (high - low) / 2;
        }
        double sum = -middle;
        for (int i = 0; i < firms.size(); i++) {
          sum += own(i, state[i], middle);
        }
        if (sum > 0) {
          low = middle;
        } else {
          high = middle;
        }
      }
      double output = low;
      double price = demand.price(output);
      for (int i = 0; i < firms.size(); i++) {
        double own = own(i, state[i], output);
        double margin = price - firms.get(i).cost().at(0);
        double interior = margin - demand.fall() * own;
        double corner = (margin * own - firms.get(i).discountRate() * state[i]) / output;
        slopes[i] = own > 0 && own < firms.get(i).capacity() ? interior : corner;
      }
      slopes[firms.size()] = 1 / output;
    }
  }

  private static void confirm(
      int seed, NoEquilibrium refused, LinearDemand demand, List<Firm> firms) {
    if (refused.parameter().equals("cost")) {
      // two replies satisfy the conditions where much is produced: none, and a positive output
      Firm firm = firms.get(refused.firm());
      double a = demand.choke() - firm.cost().at(0);
      double worth = firm.discountRate() * firm.continuationValue();
      double output = 2 * Math.sqrt(worth / demand.fall());
      double price = demand.price(output) - firm.cost().at(0);
      assertTrue(price + worth / output <= 0, () -> "producing nothing in " + seed);
      double own = (worth + price * output) / a;
      double marginal = price - demand.fall() * own;
      assertTrue(own >= 0, () -> "a second reply in " + seed);
      assertEquals(worth, price * own - marginal * output, 1e-9 * Math.abs(marginal * output));
    } else if (refused.parameter().equals("choke")) {
      double cheapest = firms.stream().mapToDouble(f -> f.cost().at(0)).min().orElseThrow();
      assertTrue(demand.price(demand.typicalOutput() * 1e-12) <= cheapest, () -> "" + seed);
    } else {
      fail("no second method confirms " + refused + " in " + seed);
    }
  }
}
