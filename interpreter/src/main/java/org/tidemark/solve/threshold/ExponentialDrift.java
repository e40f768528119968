package org.tidemark.solve.threshold;

/**
 * A threshold that approaches a floor: Qbar(t) = floor + excess exp(-decay t).
 *
 * @param excess above the floor at time zero; negative for a rise to a ceiling
 * @param decay the rate of approach, per unit of time
 */
public record ExponentialDrift(double excess, double decay) implements ThresholdPath {
  @Override
  public double rise(double from, double to) {
    return excess * StrictMath.exp(-decay * from) * StrictMath.expm1(-decay * (to - from));
  }

  @Override
  public double rate(double time) {
    return -decay * excess * StrictMath.exp(-decay * time);
  }

  @Override
  public String method() {
    return "exponential drift";
  }
}
