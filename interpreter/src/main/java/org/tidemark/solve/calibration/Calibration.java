package org.tidemark.solve.calibration;

import java.util.List;
import org.tidemark.solve.equation.Box;

/**
 * Parameters chosen to meet targets, and what is known about them.
 *
 * <p>A miss is how far a result is from its target, in tolerances. The parameters are those that
 * make the sum of the squared misses least.
 */
public final class Calibration {
  private final Box box;
  private final List<Target> targets;
  private final double[] values;
  private final double[] results;
  private final Identification identification;
  private final List<Interval> intervals;
  private final List<double[]> others;
  private final String search;

  Calibration(
      Box box,
      List<Target> targets,
      double[] values,
      double[] results,
      Identification identification,
      List<Interval> intervals,
      List<double[]> others,
      String search) {
    this.box = box;
    this.targets = List.copyOf(targets);
    this.values = values.clone();
    this.results = results.clone();
    this.identification = identification;
    this.intervals = List.copyOf(intervals);
    this.others = others.stream().map(double[]::clone).toList();
    this.search = search;
  }

  /**
   * Where a parameter may be while the sum of squared misses, the others chosen anew, stays within
   * one of its least.
   *
   * @param lower its lower end
   * @param upper its upper end
   * @param openBelow whether the box ended first below
   * @param openAbove whether the box ended first above
   */
  public record Interval(double lower, double upper, boolean openBelow, boolean openAbove) {}

  /** The parameters and where they were looked for. */
  public Box box() {
    return box;
  }

  /** What should be met. */
  public List<Target> targets() {
    return targets;
  }

  /** The parameters, in the order of the box. */
  public double[] values() {
    return values.clone();
  }

  /** Parameter j. */
  public double value(int j) {
    return values[j];
  }

  /** What the model gives for target i. */
  public double result(int i) {
    return results[i];
  }

  /** How far result i is from its target, in tolerances; negative where it is below. */
  public double miss(int i) {
    return (results[i] - targets.get(i).value()) / targets.get(i).tolerance();
  }

  /** The largest miss, in tolerances. */
  public double residual() {
    double worst = 0;
    for (int i = 0; i < results.length; i++) {
      worst = Math.max(worst, Math.abs(miss(i)));
    }
    return worst;
  }

  /** The sum of the squared misses. */
  public double sumOfSquares() {
    double sum = 0;
    for (int i = 0; i < results.length; i++) {
      sum += miss(i) * miss(i);
    }
    return sum;
  }

  /** Whether every result is within its tolerance; if not, this is the best compromise found. */
  public boolean met() {
    return residual() <= 1;
  }

  /** What the targets tell about the parameters. */
  public Identification identification() {
    return identification;
  }

  /** Where parameter j may be. */
  public Interval interval(int j) {
    return intervals.get(j);
  }

  /** Other parameters found that are as good, to within one in the sum of squares. */
  public List<double[]> others() {
    return others.stream().map(double[]::clone).toList();
  }

  /** What was done. */
  public String method() {
    return "bounded Levenberg-Marquardt iterations from starts spread over the box";
  }

  /** How thoroughly it was looked, in a clause. */
  public String search() {
    return search;
  }
}
