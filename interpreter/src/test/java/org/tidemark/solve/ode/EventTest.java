package org.tidemark.solve.ode;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Events with times in closed form. */
class EventTest {
  private static final Settings STRICT = Settings.standard();
  private static final RightHandSide FALL =
      Rates.of(
          2,
          (t, y, r) -> {
            r[0] = y[1];
            r[1] = -10;
          });
  private static final Switch GROUND = (t, y) -> -y[0];

  private static Stretch run(
      RightHandSide rhs, double from, double to, double[] state, Switch... switches) {
    return Integration.run(rhs, from, state, to, List.of(switches), STRICT);
  }

  @Property(tries = 200)
  void logisticCrossing(
      @ForAll @DoubleRange(min = 0.01, max = 0.4) double start,
      @ForAll @DoubleRange(min = 0.41, max = 0.99) double level,
      @ForAll @DoubleRange(min = 0.01, max = 100) double rate) {
    RightHandSide logistic = Rates.of(1, (t, y, r) -> r[0] = rate * y[0] * (1 - y[0]));
    double exact =
        (StrictMath.log(level / (1 - level)) - StrictMath.log(start / (1 - start))) / rate;
    for (Stepping stepping : Stepping.values()) {
      Stretch found =
          Integration.run(
              logistic,
              0,
              new double[] {start},
              2 * exact + 1,
              List.of((t, y) -> y[0] - level),
              STRICT.with(stepping));
      assertEquals(List.of(0), found.fired());
      // An error of 1e-11 a step in the share is one of 1e-11 / (rate share (1 - share)) in time.
      double sensitivity = 1 / (rate * level * (1 - level));
      assertEquals(exact, found.end(), 1e-9 * (exact + sensitivity), stepping.toString());
      assertTrue(found.endState()[0] >= level);
      assertEquals(level, found.endState()[0], 1e-14);
    }
  }

  /** Each flight of a ball that keeps all of its speed takes 2 v / g. */
  @Test
  void bouncingBall() {
    double time = 0;
    double[] state = {0, 5};
    int bounces = 10_000;
    for (int bounce = 1; bounce <= bounces; bounce++) {
      Stretch flight = run(FALL, time, 1e9, state, GROUND);
      assertEquals(List.of(0), flight.fired());
      time = flight.end();
      state = flight.endState();
      state[1] = -state[1];
      assertEquals(bounce, time, 8 * bounce * Math.ulp(time));
    }
  }

  @Test
  void aLastingBallThatLosesSpeedComesToRestAtAKnownTime() {
    double time = 0;
    double[] state = {0, 5};
    for (int bounce = 1; bounce <= 40; bounce++) {
      Stretch flight = run(FALL, time, 1e9, state, GROUND);
      time = flight.end();
      state = flight.endState();
      state[1] = -state[1] / 2;
      assertEquals(2 - StrictMath.pow(0.5, bounce - 1), time, 1e-13);
    }
  }

  @ParameterizedTest
  @EnumSource(Stepping.class)
  void switchesThatFireAtOnceAreToldTogether(Stepping stepping) {
    RightHandSide two =
        Rates.of(
            2,
            (t, y, r) -> {
              r[0] = y[0];
              r[1] = StrictMath.exp(t);
            });
    Stretch found =
        Integration.run(
            two,
            0,
            new double[] {1, 1},
            5,
            List.of(
                (t, y) -> y[0] - 2,
                (t, y) -> y[0] - 2.000001,
                (t, y) -> y[1] - 2,
                (t, y) -> t - StrictMath.log(2)),
            STRICT.with(stepping));
    assertEquals(List.of(0, 2, 3), found.fired());
    assertEquals(StrictMath.log(2), found.end(), 1e-10);
  }

  @Test
  void whatIsTrueAtTheStartFiresOnlyAfterHavingBeenFalse() {
    Switch positive = (t, y) -> y[0];
    RightHandSide sine = Rates.of(1, (t, y, r) -> r[0] = StrictMath.cos(t));
    Stretch found = run(sine, 0, 10, new double[] {0}, positive);
    assertEquals(2 * Math.PI, found.end(), 1e-10);
    assertTrue(run(sine, 0, 3, new double[] {0}, positive).fired().isEmpty());
  }

  /** A condition true for a span much shorter than a step. */
  @ParameterizedTest
  @EnumSource(Stepping.class)
  void twoCrossingsWithinAStep(Stepping stepping) {
    RightHandSide line = Rates.of(1, (t, y, r) -> r[0] = 1);
    for (double width : new double[] {1, 1e-2, 1e-4, 1e-6}) {
      double centre = 3.21;
      Switch brief = (t, y) -> width * width - (y[0] - centre) * (y[0] - centre);
      Stretch found =
          Integration.run(line, 0, new double[] {0}, 10, List.of(brief), STRICT.with(stepping));
      assertTrue(found.steps() <= 10, "large steps");
      assertEquals(List.of(0), found.fired(), "width " + width);
      assertEquals(centre - width, found.end(), 1e-12 / width);
      Switch dip = (t, y) -> -brief.value(t, y);
      Stretch after =
          Integration.run(line, 0, new double[] {0}, 10, List.of(dip), STRICT.with(stepping));
      assertEquals(centre + width, after.end(), 1e-12 / width);
    }
  }

  @Test
  void conditionsThatJumpAreLocated() {
    RightHandSide line = Rates.of(1, (t, y, r) -> r[0] = 1);
    Stretch found = run(line, 0, 10, new double[] {0}, (t, y) -> y[0] >= 2.5 ? 1 : -1);
    assertEquals(2.5, found.end(), 1e-14);
    assertTrue(found.endState()[0] >= 2.5);
  }

  @Test
  void conditionsWithoutAValueAreRefused() {
    RightHandSide line = Rates.of(1, (t, y, r) -> r[0] = 1);
    IntegrationRefused refused =
        assertThrows(
            IntegrationRefused.class,
            () -> run(line, 0, 10, new double[] {0}, (t, y) -> Math.sqrt(1 - y[0]) - 2));
    assertEquals(IntegrationRefused.Cause.NOT_FINITE, refused.kind());
  }
}
