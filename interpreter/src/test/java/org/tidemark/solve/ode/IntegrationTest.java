package org.tidemark.solve.ode;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Closed forms, measured orders, jumps of the rates, the past, and what is refused. */
class IntegrationTest {
  private static final Settings STRICT = Settings.standard();

  private static final RightHandSide CIRCLE =
      Rates.of(
          2,
          (t, y, r) -> {
            r[0] = y[1];
            r[1] = -y[0];
          });

  private static Stretch run(RightHandSide rhs, double to, Settings settings, double... state) {
    return Integration.run(rhs, 0, state, to, List.of(), settings);
  }

  @ParameterizedTest
  @EnumSource(Stepping.class)
  void denseOutputIsAsExactAsTheSteps(Stepping stepping) {
    Stretch circle = run(CIRCLE, 20, STRICT.with(stepping), 0, 1);
    double ends = 0;
    double inside = 0;
    double slopes = 0;
    for (double time : circle.times()) {
      ends = Math.max(ends, Math.abs(circle.component(0, time) - StrictMath.sin(time)));
    }
    for (int i = 0; i <= 4000; i++) {
      double time = 20 * i / 4000.0;
      double[] there = circle.at(time);
      inside = Math.max(inside, Math.abs(there[0] - StrictMath.sin(time)));
      slopes = Math.max(slopes, Math.abs(circle.slope(0, time) - StrictMath.cos(time)));
      assertEquals(there[1], circle.component(1, time));
    }
    assertTrue(ends < 1e-9, "ends " + ends);
    assertTrue(inside < 1.5 * ends + 1e-10, "inside " + inside + " ends " + ends);
    assertTrue(slopes < 1e-8, "slopes " + slopes);
    assertTrue(circle.residual() < 1e-8, "residual " + circle.residual());
    assertTrue(ends < circle.errorEstimate(), "estimate " + circle.errorEstimate());
  }

  /** Fixed steps over one unit of time, by limiting the step and allowing any error. */
  @ParameterizedTest
  @CsvSource({"EXPLICIT, 0.25, 8, 7", "STIFF, 0.1, 5, 3"})
  void measuredOrders(Stepping stepping, double step, int order, int orderOfDenseOutput) {
    double[] end = new double[2];
    double[] dense = new double[2];
    for (int k = 0; k < 2; k++) {
      double h = step / (1 << k);
      Settings fixed =
          STRICT
              .with(stepping)
              .with(new Tolerance(0.1, new double[] {1e6, 1e6}))
              .withMaximumStep(h);
      Stretch circle = run(CIRCLE, 1, fixed, 0, 1);
      assertEquals(1 / h, circle.steps(), 4);
      end[k] = distance(circle, 1);
      for (int i = 0; i <= 1000; i++) {
        dense[k] = Math.max(dense[k], distance(circle, i / 1000.0));
      }
    }
    double measured = Math.log(end[0] / end[1]) / Math.log(2);
    assertEquals(order, measured, 0.35, "order");
    double measuredDense = Math.log(dense[0] / dense[1]) / Math.log(2);
    assertTrue(measuredDense > orderOfDenseOutput - 0.35, "dense output " + measuredDense);
  }

  private static double distance(Stretch circle, double time) {
    double[] there = circle.at(time);
    return Math.hypot(there[0] - StrictMath.sin(time), there[1] - StrictMath.cos(time));
  }

  @ParameterizedTest
  @EnumSource(Stepping.class)
  void extremaAreLocated(Stepping stepping) {
    Stretch circle = run(CIRCLE, 7, STRICT.with(stepping), 0, 1);
    Extremum top = circle.maximum(0);
    assertEquals(1, top.value(), 1e-9);
    assertEquals(Math.PI / 2, top.time(), 1e-6);
    assertEquals(-1, circle.minimum(0).value(), 1e-9);
    assertEquals(StrictMath.sin(2), circle.maximum(0, 2, 4).value(), 1e-9);
    assertEquals(2, circle.maximum(0, 2, 4).time());
    assertEquals(StrictMath.sin(4), circle.minimum(0, 2, 4).value(), 1e-9);
  }

  /** y' = sign of (1 - y), shifted so that the state crosses a jump of its rate and goes on. */
  @ParameterizedTest
  @EnumSource(Stepping.class)
  void jumpsThatDependOnTheStateAreSteppedTo(Stepping stepping) {
    RightHandSide slower = Rates.of(1, (t, y, r) -> r[0] = y[0] < 1 ? y[0] : 0.01 * y[0]);
    Stretch growth = run(slower, 10, STRICT.with(stepping), 0.01);
    double crossing = StrictMath.log(100);
    assertEquals(StrictMath.exp(0.01 * (10 - crossing)), growth.endState()[0], 1e-9);
    assertEquals(1, growth.component(0, crossing), 1e-9);
    assertTrue(growth.evaluations() < 3000, () -> "evaluations " + growth.evaluations());
  }

  @ParameterizedTest
  @EnumSource(Stepping.class)
  void manyJumpsInTimeNamedAndNot(Stepping stepping) {
    RightHandSide square = Rates.of(1, (t, y, r) -> r[0] = Math.floor(t) % 2 == 0 ? 1 : -2);
    double[] breaks = new double[40];
    for (int k = 0; k < breaks.length; k++) {
      breaks[k] = k + 1;
    }
    Stretch named = run(square, 40.5, STRICT.with(stepping).withBreaks(breaks), 0);
    Stretch found = run(square, 40.5, STRICT.with(stepping).withMaximumStep(0.4), 0);
    assertEquals(-20 + 0.5, named.endState()[0], 1e-11);
    assertEquals(-20 + 0.5, found.endState()[0], 1e-9);
    assertEquals(1, named.component(0, 1), 1e-13);
  }

  @Test
  void differencesThatCancelAreNotChasedIntoTheirRounding() {
    RightHandSide cancels =
        Rates.of(
            3,
            (t, y, r) -> {
              r[0] = 1e6 * StrictMath.cos(t);
              r[1] = 3 * (1e6 / 3 * StrictMath.cos(t));
              r[2] = y[0] - y[1] * 1.1 / 1.1;
            });
    Stretch noise = run(cancels, 10, STRICT, 0, 0, 0);
    assertEquals(0, noise.endState()[2], 1e-7);
    assertTrue(noise.steps() < 2000, () -> "steps " + noise.steps());
  }

  /** Diffusion from one end: far from it the states rise from zero like high powers of time. */
  @Test
  void longChainsFromZero() {
    int n = 60;
    RightHandSide diffusion =
        Rates.of(
            n,
            (t, y, r) -> {
              for (int i = 0; i < n; i++) {
                double left = i == 0 ? 1 : y[i - 1];
                double right = i == n - 1 ? 0 : y[i + 1];
                r[i] = 1e4 * (left - 2 * y[i] + right);
              }
            });
    Settings oneKind = STRICT.with(Tolerance.strict().withKinds(new int[n]));
    Stretch heat = run(diffusion, 10, oneKind, new double[n]);
    for (int i = 0; i < n; i++) {
      assertEquals(1 - (i + 1.0) / (n + 1), heat.component(i, 10), 1e-10);
    }
    assertTrue(heat.steps() < 1500, () -> "steps " + heat.steps());
  }

  /**
   * Thirty-one kinks: each is one chance for an estimate of the error to vanish. What the defect
   * lets pass is 2000 errors allowed, 1e-6 here; the sum of several is rarely more.
   */
  @ParameterizedTest
  @EnumSource(Stepping.class)
  void kinks(Stepping stepping) {
    RightHandSide arches = Rates.of(1, (t, y, r) -> r[0] = Math.abs(StrictMath.sin(t)));
    double exact = 62 + 1 - StrictMath.cos(100 - 31 * Math.PI);
    assertEquals(exact, run(arches, 100, STRICT.with(stepping), 0).endState()[0], 1e-6);
  }

  /** The state passes through its jump, with a speed of its own. */
  @ParameterizedTest
  @EnumSource(Stepping.class)
  void jumpsPassedThrough(Stepping stepping) {
    RightHandSide relay =
        Rates.of(
            2,
            (t, y, r) -> {
              r[0] = y[1];
              r[1] = -Math.signum(y[0]);
            });
    double quarter = Math.sqrt(2);
    Stretch swinging = run(relay, 16 * quarter, STRICT.with(stepping), 1, 0);
    assertArrayEquals(new double[] {1, 0}, swinging.endState(), 1e-8);
    assertEquals(1, swinging.component(0, 4 * quarter), 1e-8);
  }

  /** y'(t) = -y(t - 1), y = 1 before: polynomials by parts, the third of them of degree 3. */
  @ParameterizedTest
  @EnumSource(Stepping.class)
  void delaysByTheMethodOfSteps(Stepping stepping) {
    History history = History.constant(0, new double[] {1});
    RightHandSide delayed = Rates.of(1, (t, y, r) -> r[0] = -history.component(0, t - 1));
    Settings settings =
        STRICT
            .with(stepping)
            .with(history)
            .withMaximumStep(1)
            .withBreaks(history.breaks(0, 3, 1, 2));
    Stretch first = run(delayed, 1.5, settings, 1);
    assertEquals(-0.5 + 0.125, first.endState()[0], 1e-12);
    Stretch second = Integration.run(delayed, 1.5, first.endState(), 3, List.of(), settings);
    double t = 3;
    double exact = 1 - t + (t - 1) * (t - 1) / 2 - (t - 2) * (t - 2) * (t - 2) / 6;
    assertEquals(exact, second.endState()[0], 1e-12);
    assertEquals(first.component(0, 0.7), history.component(0, 0.7));
  }

  @Test
  void theHistoryKeepsBothSidesOfAJump() {
    History history = History.after((component, time) -> time, 0);
    RightHandSide still = Rates.of(1, (t, y, r) -> r[0] = 1);
    Settings settings = STRICT.with(history);
    run(still, 1, settings, 5);
    Integration.run(still, 1, new double[] {10}, 2, List.of(), settings);
    assertEquals(-0.5, history.component(0, -0.5));
    assertEquals(0, history.before(0, 0));
    assertEquals(5, history.component(0, 0));
    assertEquals(6, history.before(0, 1), 1e-14);
    assertEquals(10, history.component(0, 1));
    assertEquals(11, history.component(0, 2), 1e-13);
    assertArrayEquals(new double[] {1.25, 0.25 + 1}, history.breaks(0.5, 3, 0.25 + 1), 1);
    IntegrationRefused early =
        assertThrows(IntegrationRefused.class, () -> history.component(0, 2.5));
    assertEquals(IntegrationRefused.Cause.NO_PAST, early.kind());
  }

  @ParameterizedTest
  @EnumSource(Stepping.class)
  void whatBlowsUpIsRefusedWithTimeAndComponent(Stepping stepping) {
    RightHandSide square =
        Rates.of(
            2,
            (t, y, r) -> {
              r[0] = 1;
              r[1] = y[1] * y[1];
            });
    IntegrationRefused refused =
        assertThrows(IntegrationRefused.class, () -> run(square, 2, STRICT.with(stepping), 1, 1));
    assertEquals(IntegrationRefused.Cause.BLOW_UP, refused.kind(), refused::getMessage);
    assertEquals(1, refused.component());
    assertEquals(1, refused.time(), 1e-9);
    assertTrue(refused.message(i -> "stock").contains("stock grows without bound"));
  }

  @Test
  void ratesThatEndAreRefused() {
    RightHandSide root = Rates.of(1, (t, y, r) -> r[0] = -1 / Math.sqrt(y[0]));
    IntegrationRefused end = refusal(() -> run(root, 2, STRICT, 1));
    assertEquals(2.0 / 3, end.time(), 1e-9);
    assertEquals(0, end.component());
    RightHandSide nowhere = Rates.of(1, (t, y, r) -> r[0] = Double.NaN);
    IntegrationRefused atOnce = refusal(() -> run(nowhere, 2, STRICT, 1));
    assertEquals(IntegrationRefused.Cause.NOT_FINITE, atOnce.kind());
    assertEquals(0, atOnce.time());
    RightHandSide pole = Rates.of(1, (t, y, r) -> r[0] = 1 / (1 - t));
    assertNotNull(refusal(() -> run(pole, 2, STRICT, 1)));
  }

  @Test
  void statesThatCannotLeaveAJumpAreRefused() {
    RightHandSide sliding = Rates.of(1, (t, y, r) -> r[0] = y[0] < 1 ? 1 : -1);
    for (Stepping stepping : Stepping.values()) {
      IntegrationRefused refused = refusal(() -> run(sliding, 3, STRICT.with(stepping), 0.3));
      assertEquals(IntegrationRefused.Cause.SLIDING, refused.kind(), refused::getMessage);
      assertEquals(0.7, refused.time(), 1e-9);
    }
  }

  @Test
  void limitsAndNonsense() {
    assertEquals(
        IntegrationRefused.Cause.TOO_MANY_STEPS,
        refusal(() -> run(CIRCLE, 1000, STRICT.withStepLimit(20), 0, 1)).kind());
    assertThrows(
        IllegalStateException.class,
        () ->
            run(
                CIRCLE,
                1,
                STRICT.with(
                    (Runnable)
                        () -> {
                          throw new IllegalStateException();
                        }),
                0,
                1));
    assertNotNull(refusal(() -> run(CIRCLE, -1, STRICT, 0, 1)));
    assertNotNull(refusal(() -> run(CIRCLE, Double.NaN, STRICT, 0, 1)));
    assertNotNull(refusal(() -> run(CIRCLE, 1, STRICT, 0)));
    assertNotNull(refusal(() -> run(CIRCLE, 1, STRICT, 0, Double.NaN)));
    assertNotNull(refusal(() -> Tolerance.relative(0)));
    assertNotNull(refusal(() -> new Tolerance(1e-8, new double[] {-1})));
    assertNotNull(refusal(() -> STRICT.withMaximumStep(0)));
    assertNotNull(
        refusal(() -> run(CIRCLE, 1, STRICT.with(new Tolerance(1e-8, new double[] {1})), 0, 1)));
    Stretch none = run(CIRCLE, 0, STRICT, 0, 1);
    assertArrayEquals(new double[] {0, 1}, none.at(0));
    assertEquals(1, none.maximum(1).value());
    assertNotNull(refusal(() -> none.at(1)));
  }

  private static IntegrationRefused refusal(Runnable attempt) {
    return assertThrows(IntegrationRefused.class, attempt::run);
  }
}
