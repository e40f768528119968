package org.tidemark.spi.value;

import java.util.List;
import org.tidemark.quantity.UnitExpression;

/**
 * An object that holds uncertain quantities, such as the coefficients of a fit. Each counts as an
 * input of its own, named after the definition that the object stands in, and all that is asked of
 * the object in a variation follows from where they lie there.
 */
public interface UncertainObject extends ObjectValue {
  /**
   * One of the quantities.
   *
   * @param name within the object
   * @param distribution its own distribution, whatever the others are
   * @param unit to show it in
   */
  record Part(String name, Distribution distribution, UnitExpression unit) {}

  /** The quantities. */
  List<Part> uncertain();

  /**
   * The object where they lie elsewhere than at their medians.
   *
   * @param chances for each, in the order of {@link #uncertain}, the probability of a lower value;
   *     independent of each other, so that the object sees to how they hang together
   */
  ObjectValue drawn(double[] chances);
}
