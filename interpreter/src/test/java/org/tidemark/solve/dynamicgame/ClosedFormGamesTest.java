package org.tidemark.solve.dynamicgame;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tidemark.solve.chance.Draws;
import org.tidemark.solve.chance.SharedData;
import org.tidemark.solve.dynamicgame.DynamicGame.Bounds;

/** Games with closed forms, solved by the general machinery, which does not know them. */
class ClosedFormGamesTest {
  private static final double RELATIVE = 1e-8;

  private static JsonNode oracle(String name) throws IOException {
    return new ObjectMapper().readTree(SharedData.read("oracles/closed_form.json")).get(name);
  }

  private static void close(double expected, double actual, String what) {
    assertEquals(expected, actual, RELATIVE * Math.abs(expected), what);
  }

  /** dp/dt = s (a - u1 - u2 - p), profit p u - c u - u²/2. */
  static DynamicGame stickyPrices(
      double r, double s, double a, double c, double low, double high, Bounds bounds) {
    return new DynamicGame(
        Timing.CONTINUOUS,
        low,
        high,
        false,
        List.of(r, r),
        (i, p, u) -> p * u[i] - c * u[i] - u[i] * u[i] / 2,
        (p, u) -> s * (a - u[0] - u[1] - p),
        bounds);
  }

  @Test
  void stickyPricesOfFershtmanAndKamien() throws IOException {
    for (JsonNode row : oracle("fershtman_kamien_1987_sticky_price_duopoly")) {
      JsonNode given = row.get("params");
      double s = given.get("s").asDouble();
      double c = given.get("c").asDouble();
      double a = given.get("a").asDouble();
      double k = row.get("K").asDouble();
      double e = row.get("E").asDouble();
      double low = 3;
      for (Bounds bounds :
          List.of(
              Bounds.fixed(0, 20),
              Bounds.fixed(0, Double.POSITIVE_INFINITY),
              Bounds.fixed(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY))) {
        FeedbackEquilibrium solution =
            FeedbackEquilibrium.of(
                stickyPrices(given.get("r").asDouble(), s, a, c, low, 10, bounds), 1e-10);
        double p = row.get("p_closed_loop").asDouble();
        assertEquals(1, solution.steadyStates().size());
        close(p, solution.steadyStates().get(0), "steady state");
        close(row.get("convergence_rate").asDouble(), solution.convergence(p), "convergence");
        for (double price = low; price <= 10; price += 0.25) {
          double marginal = k * price - e;
          close(price - c - s * marginal, solution.strategy(0, price), "strategy at " + price);
          close(marginal, solution.marginalValue(1, price), "marginal value at " + price);
        }
        double rate = row.get("convergence_rate").asDouble();
        StatePath path = solution.path(9, 4);
        close(p + (9 - p) * Math.exp(-rate * 1.7), path.at(1.7), "path");
      }
    }
  }

  @Test
  void fishWarOfLevhariAndMirman() throws IOException {
    for (JsonNode row : oracle("levhari_mirman_1980_fish_war")) {
      JsonNode given = row.get("params");
      double alpha = given.get("alpha").asDouble();
      double beta = given.get("beta").asDouble();
      int n = given.get("n").asInt();
      for (boolean logarithmic : new boolean[] {true, false}) {
        DynamicGame game = fishWar(n, alpha, beta, logarithmic ? 0.05 : 0.15, 0.9, logarithmic);
        FeedbackEquilibrium solution = FeedbackEquilibrium.of(game, 1e-10);
        double share = row.get("noncoop_consumption_share").asDouble();
        close(
            row.get("noncoop_steady_stock").asDouble(),
            solution.steadyStates().get(0),
            "steady state");
        for (double stock = 0.2; stock <= 0.9; stock += 0.05) {
          close(share * stock, solution.strategy(n - 1, stock), "strategy at " + stock);
          // V = A + B ln x with B = 1 / (1 - alpha beta)
          close(
              1 / (1 - alpha * beta) / stock,
              solution.marginalValue(0, stock),
              "worth at " + stock);
        }
      }
      DynamicGame sole =
          new DynamicGame(
              Timing.STEPS,
              0.05,
              0.9,
              true,
              List.of(beta),
              (i, x, c) -> Math.log(c[0]),
              (x, c) -> Math.pow(x - c[0], alpha),
              upTo());
      close(
          row.get("coop_total_share").asDouble(),
          FeedbackEquilibrium.of(sole, 1e-10).strategy(0, 0.5) / 0.5,
          "a sole owner's share");
    }
  }

  static DynamicGame fishWar(
      int n, double alpha, double beta, double low, double high, boolean logarithmic) {
    return new DynamicGame(
        Timing.STEPS,
        low,
        high,
        logarithmic,
        Collections.nCopies(n, beta),
        (i, x, c) -> StrictMath.log(c[i]),
        (x, c) -> {
          double left = x;
          for (double own : c) {
            left -= own;
          }
          return StrictMath.pow(left, alpha);
        },
        upTo());
  }

  private static Bounds upTo() {
    return new Bounds() {
      @Override
      public double lowest(int player, double state) {
        return 0;
      }

      @Override
      public double highest(int player, double state) {
        return state;
      }
    };
  }

  /**
   * Consumers of a common resource with payoffs c^(1-s)/(1-s) and growth A x^s - d x: each consumes
   * the share (r + d (1 - s)) / (1 - n (1 - s)) of the stock (G. Gaudet and H. Lohoues, "On limits
   * to the use of linear Markov strategies in common property natural resource games", Environ.
   * Model. Assess. 13, 2008).
   */
  @Test
  void commonResourceWithPowersOfEverything() {
    double power = 0.8;
    double wear = 1;
    double r = 0.05;
    for (int n = 1; n <= 3; n++) {
      int players = n;
      DynamicGame game =
          new DynamicGame(
              Timing.CONTINUOUS,
              0.001,
              1,
              true,
              Collections.nCopies(n, r),
              (i, x, c) -> StrictMath.pow(c[i], 1 - power) / (1 - power),
              (x, c) -> {
                double change = StrictMath.pow(x, power) - wear * x;
                for (double own : c) {
                  change -= own;
                }
                return change;
              },
              Bounds.fixed(0, Double.POSITIVE_INFINITY));
      FeedbackEquilibrium solution = FeedbackEquilibrium.of(game, 1e-10);
      double share = (r + wear * (1 - power)) / (1 - players * (1 - power));
      for (double x : new double[] {0.001, 0.03, 0.3, 1}) {
        close(share * x, solution.strategy(n - 1, x), n + " players at " + x);
      }
      close(
          StrictMath.pow(wear + n * share, -1 / (1 - power)),
          solution.steadyStates().get(0),
          "steady state of " + n);
    }
  }

  /** Sticky prices over decades of every parameter, in units that make the numbers anything. */
  @Test
  void stickyPricesOfAnyParameters() {
    Draws draws = new Draws(2);
    for (int n = 0; n < 60; n++) {
      double r = 0.01 * StrictMath.pow(30, draws.uniform(n, 0));
      double s = 0.05 * StrictMath.pow(400, draws.uniform(n, 1));
      double unit = StrictMath.pow(10, 24 * draws.uniform(n, 2) - 12);
      double a = 10 * unit;
      double c = a * 0.5 * draws.uniform(n, 3);
      double kappa = (r + 6 * s - Math.sqrt((r + 6 * s) * (r + 6 * s) - 12 * s * s)) / (6 * s);
      double e = ((a + 2 * c) * kappa - c) / (3 * s * (kappa - 1) - r);
      double none = (c - s * e) / (1 - kappa);
      double rest = (a + 2 * c - 2 * s * e) / (3 - 2 * kappa);
      // from where somebody produces, and what pins the strategies lies inside
      double low = none + 0.05 * (rest - none);
      DynamicGame game =
          stickyPrices(r, s, a, c, low, a, Bounds.fixed(0, Double.POSITIVE_INFINITY));
      FeedbackEquilibrium solution = FeedbackEquilibrium.of(game, 1e-10);
      String what = "r " + r + " s " + s + " a " + a + " c " + c;
      close(rest, solution.steadyStates().get(0), what);
      close((1 - kappa) * rest - c + s * e, solution.strategy(0, rest), what);
      close(kappa / s * rest - e, solution.marginalValue(1, rest), what);
    }
  }

  @Test
  void unequalPlayersHaveLinearStrategiesToo() {
    double[] costs = {1, 2, 1.5};
    DynamicGame game =
        new DynamicGame(
            Timing.CONTINUOUS,
            3.5,
            10,
            false,
            List.of(0.05, 0.1, 0.2),
            (i, p, u) -> (p - costs[i]) * u[i] - u[i] * u[i] / 2,
            (p, u) -> 0.5 * (10 - u[0] - u[1] - u[2] - p),
            Bounds.fixed(0, 20));
    FeedbackEquilibrium solution = FeedbackEquilibrium.of(game, 1e-10);
    assertTrue(solution.residual() < 1e-10);
    for (int i = 0; i < 3; i++) {
      double low = solution.strategy(i, 4);
      double high = solution.strategy(i, 9);
      close((low + high) / 2, solution.strategy(i, 6.5), "straight");
      // each maximises (p - c) u - u²/2 + V' f, with f falling in u at the speed 0.5
      close(6.5 - costs[i] - 0.5 * solution.marginalValue(i, 6.5), solution.strategy(i, 6.5), "u");
    }
    assertTrue(solution.strategy(0, 6) > solution.strategy(1, 6));
  }

  @Test
  void diffusionOfBass() throws IOException {
    for (JsonNode row : oracle("bass_closed_form")) {
      JsonNode given = row.get("params");
      double p = given.get("p").asDouble();
      double q = given.get("q").asDouble();
      double m = given.get("m").asDouble();
      StatePath path = StatePath.flowing(x -> (p + q * x / m) * (m - x), 0, m, 0, 20);
      close(row.get("F_10").asDouble() * m, path.at(10), "share after ten years");
      // the rate is greatest where half of it is past, less what innovation adds
      double peak = m * (q - p) / (2 * q);
      close(peak, path.at(row.get("t_peak").asDouble()), "peak");
      assertTrue(row.get("peak_rate").asDouble() > 0);
    }
  }
}
