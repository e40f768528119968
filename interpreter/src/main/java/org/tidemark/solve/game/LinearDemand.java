package org.tidemark.solve.game;

/**
 * P = choke - slope Q.
 *
 * @param choke the price at which nothing is demanded, above 0
 * @param fall of the price per unit of output, above 0
 */
record LinearDemand(double choke, double fall) implements InverseDemand {
  @Override
  public double price(double output) {
    return choke - fall * output;
  }

  @Override
  public double slope(double output) {
    return -fall;
  }

  @Override
  public double curvature(double output) {
    return 0;
  }

  @Override
  public double consumerSurplus(double output) {
    return fall * output * output / 2;
  }

  @Override
  public double typicalOutput() {
    return choke / fall / 2;
  }
}
