package org.tidemark.solve.dynamicgame;

import java.util.function.DoubleUnaryOperator;
import org.apache.commons.math3.exception.MaxCountExceededException;
import org.apache.commons.math3.ode.ContinuousOutputModel;
import org.apache.commons.math3.ode.FirstOrderDifferentialEquations;
import org.apache.commons.math3.ode.nonstiff.DormandPrince853Integrator;

/** The course of one state over time. */
public final class StatePath {
  private static final double RELATIVE = 1e-12;
  private static final int MOST_STEPS = 10_000_000;

  private final double horizon;
  private final double[] steps;
  private final ContinuousOutputModel flow;

  private StatePath(double horizon, double[] steps, ContinuousOutputModel flow) {
    this.horizon = horizon;
    this.steps = steps;
    this.flow = flow;
  }

  private static void positive(double horizon) {
    if (!(horizon > 0) || Double.isInfinite(horizon)) {
      throw new UnsolvedGame("a path needs an end after its beginning", "give a later end");
    }
  }

  /**
   * The solution of dx/dt = f(x), by the eighth-order method of Dormand and Prince with dense
   * output (E. Hairer, S. P. Nørsett and G. Wanner, Solving Ordinary Differential Equations I,
   * 1993), to 1e-12 of the state's interval.
   *
   * @param low the lowest state; beyond it the rate of change is taken as there
   * @param high the highest state, likewise
   */
  public static StatePath flowing(
      DoubleUnaryOperator rate, double low, double high, double from, double horizon) {
    positive(horizon);
    double absolute = RELATIVE * Math.max(Math.abs(low), Math.abs(high));
    // the output of commons-math counts from the least step on
    DormandPrince853Integrator integrator =
        new DormandPrince853Integrator(horizon * 1e-12, horizon, absolute, RELATIVE);
    ContinuousOutputModel flow = new ContinuousOutputModel();
    integrator.addStepHandler(flow);
    integrator.setMaxEvaluations(MOST_STEPS);
    FirstOrderDifferentialEquations equations =
        new FirstOrderDifferentialEquations() {
          @Override
          public int getDimension() {
            return 1;
          }

          @Override
          public void computeDerivatives(double time, double[] state, double[] change) {
            change[0] = rate.applyAsDouble(Math.max(low, Math.min(high, state[0])));
          }
        };
    double[] end = {from};
    try {
      integrator.integrate(equations, 0, end, horizon, end);
    } catch (MaxCountExceededException tooFar) {
      throw new UnsolvedGame("the path has too many steps", "end it earlier");
    }
    return new StatePath(horizon, null, flow);
  }

  /** The sequence x, f(x), f(f(x)) and so on. */
  static StatePath stepping(DoubleUnaryOperator next, double from, double horizon) {
    positive(horizon);
    if (horizon > MOST_STEPS) {
      throw new UnsolvedGame("the path has too many steps", "end it earlier");
    }
    double[] steps = new double[(int) Math.floor(horizon) + 1];
    steps[0] = from;
    for (int t = 1; t < steps.length; t++) {
      steps[t] = next.applyAsDouble(steps[t - 1]);
    }
    return new StatePath(horizon, steps, null);
  }

  /** The path's length in time. */
  public double horizon() {
    return horizon;
  }

  /**
   * The state at a time; in steps, after as many whole steps.
   *
   * @param time from 0 to the horizon
   */
  public double at(double time) {
    if (!(time >= 0 && time <= horizon)) {
      throw new UnsolvedGame(
          "the path does not reach this time", "ask within it, or follow it for longer");
    }
    if (steps != null) {
      return steps[(int) Math.floor(time)];
    }
    // the output model moves within itself to a time, so two threads may not ask at once
    synchronized (flow) {
      flow.setInterpolatedTime(time);
      return flow.getInterpolatedState()[0];
    }
  }
}
