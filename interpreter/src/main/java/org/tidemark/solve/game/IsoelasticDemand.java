package org.tidemark.solve.game;

/**
 * P = price (Q/quantity)^(-1/elasticity).
 *
 * @param reference a price
 * @param quantity taken at that price
 * @param elasticity of the quantity in the price, above 0
 */
record IsoelasticDemand(double reference, double quantity, double elasticity)
    implements InverseDemand {
  @Override
  public double price(double output) {
    return reference * StrictMath.pow(output / quantity, -1 / elasticity);
  }

  @Override
  public double slope(double output) {
    return -price(output) / (elasticity * output);
  }

  @Override
  public double curvature(double output) {
    return price(output) * (1 + elasticity) / (elasticity * output) / (elasticity * output);
  }

  @Override
  public double consumerSurplus(double output) {
    return elasticity > 1 ? price(output) * output / (elasticity - 1) : Double.POSITIVE_INFINITY;
  }

  @Override
  public double choke() {
    return Double.POSITIVE_INFINITY;
  }

  @Override
  public double typicalOutput() {
    return quantity;
  }
}
