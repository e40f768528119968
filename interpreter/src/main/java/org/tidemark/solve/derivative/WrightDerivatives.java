package org.tidemark.solve.derivative;

import org.tidemark.solve.WrightCurve;

/**
 * Derivatives of a {@link WrightCurve} c = c_ref (Q/Q_ref)^-alpha and of its inverse Q = Q_ref
 * (c_ref/c)^(1/alpha), in closed form.
 *
 * @param value the cost, or the quantity
 * @param argument derivative in the quantity, or in the cost
 * @param referenceCost derivative in c_ref
 * @param referenceQuantity derivative in Q_ref
 * @param elasticity derivative in alpha
 */
public record WrightDerivatives(
    double value,
    double argument,
    double referenceCost,
    double referenceQuantity,
    double elasticity) {

  /**
   * Of the cost at a cumulative output.
   *
   * @throws org.tidemark.solve.InadmissibleCurve if the output is not positive and finite
   */
  public static WrightDerivatives ofCost(WrightCurve curve, double quantity) {
    double cost = curve.cost(quantity);
    double alpha = curve.elasticity();
    return new WrightDerivatives(
        cost,
        curve.slope(quantity),
        cost / curve.referenceCost(),
        alpha * (cost / curve.referenceQuantity()),
        -cost * logRatio(quantity, curve.referenceQuantity()));
  }

  /**
   * Of the cumulative output at which a cost is reached.
   *
   * @throws org.tidemark.solve.InadmissibleCurve if the cost is not positive and finite
   */
  public static WrightDerivatives ofQuantity(WrightCurve curve, double cost) {
    double quantity = curve.quantityAt(cost);
    double alpha = curve.elasticity();
    return new WrightDerivatives(
        quantity,
        -(quantity / cost) / alpha,
        quantity / curve.referenceCost() / alpha,
        quantity / curve.referenceQuantity(),
        -quantity * logRatio(curve.referenceCost(), cost) / (alpha * alpha));
  }

  private static double logRatio(double above, double below) {
    double ratio = above / below;
    return ratio > 0.5 && ratio < 2
        ? StrictMath.log1p((above - below) / below)
        : StrictMath.log(ratio);
  }
}
