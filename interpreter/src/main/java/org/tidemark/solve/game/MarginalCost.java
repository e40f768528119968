package org.tidemark.solve.game;

import java.util.function.DoubleUnaryOperator;

/** What one more unit costs, at a remaining distance. */
public sealed interface MarginalCost {

  /** The cost at a remaining distance. */
  double at(double remaining);

  /** A cost that stays what it is. */
  static MarginalCost of(double cost) {
    return new Constant(cost);
  }

  /** A cost that falls or rises along the way; the function takes the remaining distance. */
  static MarginalCost along(DoubleUnaryOperator law) {
    return new Curve(law);
  }

  /**
   * A constant cost.
   *
   * @param cost of one unit; negative if subsidised
   */
  record Constant(double cost) implements MarginalCost {
    @Override
    public double at(double remaining) {
      return cost;
    }
  }

  /**
   * A cost that depends on the remaining distance. Two are the same where they share one function.
   *
   * @param law of the cost in the remaining distance; smooth
   */
  record Curve(DoubleUnaryOperator law) implements MarginalCost {
    @Override
    public double at(double remaining) {
      return law.applyAsDouble(remaining);
    }
  }
}
