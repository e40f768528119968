package org.tidemark.solve.ode;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Derivatives of solutions and of event times against closed forms and against differences. */
class SensitivitiesTest {
  private static final Settings STRICT = Settings.standard();

  private interface Law {
    void rates(double time, double[] state, double[] parameters, double[] rates);
  }

  private static ParametricRates of(int dimension, Law law) {
    return new ParametricRates() {
      @Override
      public int dimension() {
        return dimension;
      }

      @Override
      public void rates(double time, double[] state, double[] parameters, double[] rates) {
        law.rates(time, state, parameters, rates);
      }
    };
  }

  /** y' = r y (1 - y): with o = y0 / (1 - y0) e^(r t), y = o / (1 + o). */
  @ParameterizedTest
  @EnumSource(Stepping.class)
  void logisticGrowth(Stepping stepping) {
    ParametricRates logistic = of(1, (t, y, p, r) -> r[0] = p[0] * y[0] * (1 - y[0]));
    double rate = 0.7;
    double start = 0.02;
    double level = 0.6;
    // Parameters: the rate, the start, the level of the condition.
    Sensitivities found =
        Sensitivities.run(
            logistic,
            new double[] {rate, start, level},
            0,
            new double[] {start},
            new double[][] {{0, 1, 0}},
            100,
            List.of((t, y, p) -> y[0] - p[2]),
            STRICT.with(stepping));
    double odds = start / (1 - start);
    double time = StrictMath.log(level / (1 - level) / odds) / rate;
    double[] moves = found.eventTimeDerivatives();
    assertEquals(time, found.stretch().end(), 1e-9 * time);
    assertEquals(-time / rate, moves[0], 1e-8 * time / rate);
    assertEquals(-1 / (rate * start * (1 - start)), moves[1], 1e-8 * Math.abs(moves[1]));
    assertEquals(1 / (rate * level * (1 - level)), moves[2], 1e-8 * moves[2]);
    for (double t : new double[] {0.5, 2, 5}) {
      double share = found.state(t)[0];
      double[] derivatives = found.derivatives(t)[0];
      double turning = share * (1 - share);
      assertEquals(t * turning, derivatives[0], 1e-8 * t * turning);
      double byStart = turning / (start * (1 - start));
      assertEquals(byStart, derivatives[1], 1e-8 * byStart);
      assertEquals(0, derivatives[2]);
    }
  }

  /**
   * A ball dropped from h that keeps a part e of its speed at each bounce: with fall time T =
   * sqrt(2 h / g) and v = g T, the n-th bounce is at T (1 + 2 e + … + 2 e^(n-1)).
   */
  @Test
  void derivativesAcrossBounces() {
    ParametricRates fall =
        of(
            2,
            (t, y, p, r) -> {
              r[0] = y[1];
              r[1] = -p[1];
            });
    double[] p = {1.3, 9.81, 0.8};
    Reset bounce = (t, y, q) -> new double[] {y[0], -q[2] * y[1]};
    double[] state = {p[0], 0};
    double[][] derivatives = {{1, 0, 0}, {0, 0, 0}};
    double time = 0;
    double drop = Math.sqrt(2 * p[0] / p[1]);
    double sum = 1;
    double slope = 0;
    for (int n = 1; n <= 5; n++) {
      Sensitivities flight =
          Sensitivities.run(
              fall, p, time, state, derivatives, 100, List.of((t, y, q) -> -y[0]), STRICT);
      time = flight.stretch().end();
      double[] moves = flight.eventTimeDerivatives();
      assertEquals(drop * sum, time, 1e-12);
      assertEquals(drop / (2 * p[0]) * sum, moves[0], 1e-9, "height");
      assertEquals(-drop / (2 * p[1]) * sum, moves[1], 1e-9, "gravity");
      assertEquals(drop * slope, moves[2], 1e-8, "restitution");
      derivatives = flight.across(bounce, fall);
      state = bounce.after(time, flight.state(time), p);
      sum += 2 * StrictMath.pow(p[2], n);
      slope += 2 * n * StrictMath.pow(p[2], n - 1);
    }
    // A little later, at a fixed time: y = v s - g s^2 / 2 with s the time since the last bounce.
    double later = time + 0.05;
    Sensitivities last =
        Sensitivities.run(fall, p, time, state, derivatives, later, List.of(), STRICT);
    double[] byDifferences = new double[3];
    for (int k = 0; k < 3; k++) {
      double step = 1e-5;
      double[] up = p.clone();
      double[] down = p.clone();
      up[k] += step;
      down[k] -= step;
      byDifferences[k] = (height(up, later) - height(down, later)) / (2 * step);
      assertEquals(byDifferences[k], last.derivatives(later)[0][k], 1e-7);
    }
  }

  private static double height(double[] p, double time) {
    double drop = Math.sqrt(2 * p[0] / p[1]);
    double bounce = drop;
    double speed = p[1] * drop * p[2];
    for (int n = 1; n < 5; n++) {
      bounce += 2 * speed / p[1];
      speed *= p[2];
    }
    double since = time - bounce;
    return speed * since - p[1] * since * since / 2;
  }

  /** Growth at one rate below a level and at another above it. */
  @Test
  void ratesThatChangeAtAnEvent() {
    ParametricRates before = of(1, (t, y, p, r) -> r[0] = p[0] * y[0]);
    ParametricRates after = of(1, (t, y, p, r) -> r[0] = p[1] * y[0]);
    double[] p = {0.5, 0.1, 3};
    Sensitivities first =
        Sensitivities.run(
            before,
            p,
            0,
            new double[] {1},
            new double[][] {{0, 0, 0}},
            50,
            List.of((t, y, q) -> y[0] - q[2]),
            STRICT);
    double crossing = StrictMath.log(3) / 0.5;
    double[][] start = first.across((t, y, q) -> y, after);
    Sensitivities second =
        Sensitivities.run(
            after,
            p,
            first.stretch().end(),
            first.state(first.stretch().end()),
            start,
            10,
            List.of(),
            STRICT);
    double end = 3 * StrictMath.exp(0.1 * (10 - crossing));
    double[] derivatives = second.derivatives(10)[0];
    assertEquals(end, second.state(10)[0], 1e-9);
    assertEquals(end * 0.1 * crossing / 0.5, derivatives[0], 1e-8);
    assertEquals(end * (10 - crossing), derivatives[1], 1e-8);
    assertEquals(end * (1.0 / 3 - 0.1 / (0.5 * 3)), derivatives[2], 1e-8);
    ParametricRates both = of(1, (t, y, q, r) -> r[0] = y[0] < q[2] ? q[0] * y[0] : q[1] * y[0]);
    IntegrationRefused hidden =
        assertThrows(
            IntegrationRefused.class,
            () ->
                Sensitivities.run(
                    both,
                    p,
                    0,
                    new double[] {1},
                    new double[][] {{0, 0, 0}},
                    10,
                    List.of(),
                    STRICT));
    assertTrue(hidden.reason().contains("no event says so"), hidden::getMessage);
  }

  /** A stiff problem against differences of its solutions. */
  @ParameterizedTest
  @EnumSource(
      value = Stepping.class,
      names = {"AUTOMATIC", "STIFF"})
  void stiffKinetics(Stepping stepping) {
    ParametricRates kinetics =
        of(
            3,
            (t, y, p, r) -> {
              double slow = p[0] * y[0];
              double medium = p[1] * y[1] * y[2];
              double fast = p[2] * y[1] * y[1];
              r[0] = medium - slow;
              r[1] = slow - medium - fast;
              r[2] = fast;
            });
    double[] p = {0.04, 1e4, 3e7};
    Sensitivities found =
        Sensitivities.run(
            kinetics,
            p,
            0,
            new double[] {1, 0, 0},
            new double[3][3],
            40,
            List.of(),
            STRICT.with(stepping));
    for (int k = 0; k < 3; k++) {
      double step = 1e-4 * p[k];
      double[] up = p.clone();
      double[] down = p.clone();
      up[k] += step;
      down[k] -= step;
      double[] above = kinetics(kinetics, up);
      double[] below = kinetics(kinetics, down);
      for (int i = 0; i < 3; i++) {
        double difference = (above[i] - below[i]) / (2 * step);
        assertEquals(difference, found.derivatives(40)[i][k], 1e-6 * Math.abs(difference));
      }
    }
  }

  private static double[] kinetics(ParametricRates rates, double[] p) {
    RightHandSide rhs = Rates.of(3, (t, y, r) -> rates.rates(t, y, p, r));
    return Integration.run(rhs, 0, new double[] {1, 0, 0}, 40, List.of(), STRICT).endState();
  }

  @Test
  void conditionsThatAreOnlyTouchedAreRefused() {
    ParametricRates line = of(1, (t, y, p, r) -> r[0] = 1);
    Sensitivities touched =
        Sensitivities.run(
            line,
            new double[] {1},
            0,
            new double[] {0},
            new double[][] {{0}},
            3,
            List.of((t, y, p) -> -(y[0] - p[0]) * (y[0] - p[0])),
            STRICT);
    if (!touched.stretch().fired().isEmpty()) {
      assertThrows(IntegrationRefused.class, touched::eventTimeDerivatives);
    }
    Sensitivities none =
        Sensitivities.run(
            line,
            new double[] {1},
            0,
            new double[] {0},
            new double[][] {{0}},
            3,
            List.of(),
            STRICT);
    assertThrows(IntegrationRefused.class, none::eventTimeDerivatives);
  }
}
