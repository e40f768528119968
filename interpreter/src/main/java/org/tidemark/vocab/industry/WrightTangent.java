package org.tidemark.vocab.industry;

import org.tidemark.quantity.Quantity;
import org.tidemark.solve.WrightCurve;
import org.tidemark.solve.derivative.WrightDerivatives;

/**
 * How the parameters of a Wright curve move with the input that is being followed, in base units.
 *
 * @param referenceCost of the cost at the reference
 * @param referenceQuantity of the cumulative output at the reference
 * @param elasticity of the elasticity
 */
record WrightTangent(double referenceCost, double referenceQuantity, double elasticity) {
  /** Nothing is followed. */
  static final WrightTangent NONE = new WrightTangent(0, 0, 0);

  private static final double LN_2 = StrictMath.log(2);

  private boolean isNone() {
    return referenceCost == 0 && referenceQuantity == 0 && elasticity == 0;
  }

  WrightTangent times(double factor) {
    return new WrightTangent(factor * referenceCost, referenceQuantity, elasticity);
  }

  /** Of the cost at a cumulative output, which may move as well. */
  double ofCost(WrightCurve law, Quantity cumulative) {
    return isNone() && cumulative.tangent() == 0
        ? 0
        : along(WrightDerivatives.ofCost(law, cumulative.magnitude()), cumulative.tangent());
  }

  /** Of the cumulative output at a cost, which may move as well. */
  double ofQuantity(WrightCurve law, Quantity cost) {
    return isNone() && cost.tangent() == 0
        ? 0
        : along(WrightDerivatives.ofQuantity(law, cost.magnitude()), cost.tangent());
  }

  double ofLearningRate(WrightCurve law) {
    return elasticity * LN_2 * law.progressRatio();
  }

  private double along(WrightDerivatives partial, double argument) {
    return partial.argument() * argument
        + partial.referenceCost() * referenceCost
        + partial.referenceQuantity() * referenceQuantity
        + partial.elasticity() * elasticity;
  }
}
