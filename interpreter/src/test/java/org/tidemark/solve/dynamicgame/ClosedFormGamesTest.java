package org.tidemark.solve.dynamicgame;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
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
        System.out.println(
            solution.method() + " " + solution.residual() + " " + solution.errorEstimate());
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
        DynamicGame game = fishWar(n, alpha, beta, 0.05, 0.9, logarithmic);
        FeedbackEquilibrium solution = FeedbackEquilibrium.of(game, 1e-10);
        double share = row.get("noncoop_consumption_share").asDouble();
        close(
            row.get("noncoop_steady_stock").asDouble(),
            solution.steadyStates().get(0),
            "steady state");
        for (double stock = 0.05; stock <= 0.9; stock += 0.05) {
          close(share * stock, solution.strategy(n - 1, stock), "strategy at " + stock);
          // V = A + B ln x with B = 1 / (1 - alpha beta)
          close(
              1 / (1 - alpha * beta) / stock,
              solution.marginalValue(0, stock),
              "worth at " + stock);
        }
        System.out.println(
            solution.method() + " " + solution.residual() + " " + solution.errorEstimate());
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
