package org.tidemark.vocab.processes;

import java.util.ArrayList;
import java.util.List;
import org.tidemark.solve.ode.Extremum;

/** What came of laws for the next value: states that hold from one step to the next. */
final class SteppedCourse implements Course {
  /** How near to a step, in steps, a time is taken to be at it. */
  private static final double ROUNDING = 1e-9;

  private final double step;
  private final List<double[]> states = new ArrayList<>();

  SteppedCourse(double step) {
    this.step = step;
  }

  /** Adds the states from the next step on. */
  void add(double[] next) {
    states.add(next.clone());
  }

  private int index(double time) {
    int index = (int) Math.floor(time / step + ROUNDING);
    return Math.max(0, Math.min(index, states.size() - 1));
  }

  @Override
  public double component(int index, double time) {
    return states.get(index(time))[index];
  }

  @Override
  public double[] at(double time) {
    return states.get(index(time)).clone();
  }

  @Override
  public double[] times() {
    double[] times = new double[states.size()];
    for (int i = 0; i < times.length; i++) {
      times[i] = i * step;
    }
    return times;
  }

  @Override
  public Extremum extremum(int index, double from, double to, boolean largest) {
    Extremum best = new Extremum(from, component(index, from));
    for (int i = index(from) + 1; i <= index(to); i++) {
      double value = states.get(i)[index];
      if (largest ? value > best.value() : value < best.value()) {
        best = new Extremum(i * step, value);
      }
    }
    return best;
  }

  @Override
  public String method() {
    return "steps";
  }

  @Override
  public double residual() {
    return 0;
  }

  @Override
  public double errorEstimate() {
    return 0;
  }
}
