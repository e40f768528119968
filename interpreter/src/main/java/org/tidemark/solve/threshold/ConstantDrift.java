package org.tidemark.solve.threshold;

/**
 * A threshold that moves at a constant speed.
 *
 * @param speed g, negative where it comes nearer
 */
public record ConstantDrift(double speed) implements ThresholdPath {
  @Override
  public double rise(double from, double to) {
    return speed * (to - from);
  }

  @Override
  public double rate(double time) {
    return speed;
  }

  @Override
  public String method() {
    return speed == 0 ? "threshold at rest" : "constant drift";
  }
}
