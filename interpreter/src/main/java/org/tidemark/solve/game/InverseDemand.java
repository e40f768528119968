package org.tidemark.solve.game;

import java.util.function.DoubleUnaryOperator;

/** The price at which buyers take an output per unit of time; falls with output. */
public interface InverseDemand {

  /** P(Q). */
  double price(double output);

  /** P'(Q), below 0. */
  double slope(double output);

  /** P''(Q). */
  double curvature(double output);

  /**
   * Consumer surplus, the integral of P from 0 to Q less P Q, per unit of time. Infinite where
   * buyers would pay without a bound for the first units.
   */
  double consumerSurplus(double output);

  /** P(0): infinite where the price rises without a bound. */
  double choke();

  /** An output at which this demand is neither satiated nor choked, from which to look around. */
  double typicalOutput();

  /** P = choke - slope Q. */
  static InverseDemand linear(double choke, double slope) {
    return new LinearDemand(choke, slope);
  }

  /** P = price (Q/quantity)^(-1/elasticity). */
  static InverseDemand isoelastic(double price, double quantity, double elasticity) {
    return new IsoelasticDemand(price, quantity, elasticity);
  }

  /**
   * An inverse demand known by its values only, with derivatives by differencing.
   *
   * @param law the price by output; smooth and falling
   * @param typicalOutput an output in the range that matters
   */
  static InverseDemand numeric(DoubleUnaryOperator law, double typicalOutput) {
    return new NumericDemand(law, typicalOutput);
  }
}
