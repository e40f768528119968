package org.tidemark.solve.game;

/**
 * The groups of a linear game with constant costs, in units of the largest margin a = choke - cost,
 * of the slope b, and of the largest discount rate r: outputs in a/b, distances in a/(b r), values
 * in a^2/(b r), times in 1/r.
 */
final class ScaledFirms {
  private final double[] margin;
  private final double[] rate;
  private final double[] capacity;
  private final double[] continuation;
  private final int[] size;
  private final Scales scales;
  private final boolean oneRate;

  ScaledFirms(LinearDemand demand, FirmGroups groups) {
    int n = groups.count();
    this.margin = new double[n];
    this.rate = new double[n];
    this.capacity = new double[n];
    this.continuation = new double[n];
    this.size = new int[n];
    double largest = 0;
    double fastest = 0;
    for (int i = 0; i < n; i++) {
      margin[i] = demand.choke() - groups.kind(i).cost().at(0);
      largest = Math.max(largest, margin[i]);
      fastest = Math.max(fastest, groups.kind(i).discountRate());
    }
    double output = largest / demand.fall();
    this.scales = new Scales(output / fastest, output, output * (largest / fastest), 1 / fastest);
    for (int i = 0; i < n; i++) {
      Firm kind = groups.kind(i);
      margin[i] /= largest;
      rate[i] = kind.discountRate() / fastest;
      capacity[i] = kind.capacity() / output;
      continuation[i] = kind.continuationValue() / scales.value();
      size[i] = groups.size(i);
    }
    this.oneRate = !Double.isNaN(groups.commonRate());
  }

  int count() {
    return margin.length;
  }

  double margin(int group) {
    return margin[group];
  }

  double rate(int group) {
    return rate[group];
  }

  double capacity(int group) {
    return capacity[group];
  }

  double continuation(int group) {
    return continuation[group];
  }

  int size(int group) {
    return size[group];
  }

  Scales scales() {
    return scales;
  }

  /** Whether all discount at one rate, which then is 1. */
  boolean oneRate() {
    return oneRate;
  }

  /** Whether a group could never sell at a profit, and gains nothing by the crossing. */
  boolean idle(int group) {
    return margin[group] <= 0;
  }

  /** What a firm would like to make where all together make {@code output}. */
  double wish(int group, double value, double output) {
    double a = margin[group];
    return (rate[group] * value + output * (a - output)) / a;
  }
}
