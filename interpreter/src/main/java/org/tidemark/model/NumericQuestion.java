package org.tidemark.model;

import java.util.List;
import org.tidemark.kernel.Kernel;
import org.tidemark.quantity.Quantity;
import org.tidemark.quantity.UnitExpression;
import org.tidemark.spi.value.QuantityValue;

/**
 * A question that is numeric from what is set to its answer, compiled. Immutable and safe for
 * several threads.
 */
final class NumericQuestion {
  private final Kernel kernel;
  private final SetNumber[] sets;
  private final UnitExpression[] lent;
  private final UnitExpression unit;
  private final boolean incomplete;

  NumericQuestion(
      Kernel kernel,
      List<SetNumber> sets,
      UnitExpression[] lent,
      UnitExpression unit,
      boolean incomplete) {
    this.kernel = kernel;
    this.sets = sets.toArray(new SetNumber[0]);
    this.lent = lent.clone();
    this.unit = unit;
    this.incomplete = incomplete;
  }

  /** Whether something was not known yet when it was compiled, and there might be more now. */
  boolean isIncomplete() {
    return incomplete;
  }

  /** The answer; null where the evaluator has to tell. */
  QuantityValue ask(double[] magnitudes) {
    double value;
    if (sets.length == 1) {
      double input = input(0, magnitudes[0]);
      value = isSafe(input) ? kernel.at1(input) : Double.NaN;
    } else {
      double[] point = new double[sets.length];
      for (int i = 0; i < point.length; i++) {
        point[i] = input(i, magnitudes[i]);
        if (!isSafe(point[i])) {
          return null;
        }
      }
      value = kernel.at(point);
    }
    // zero may be of any dimension, which takes more than its magnitude to tell
    return Double.isFinite(value) && value != 0
        ? new QuantityValue(new Quantity(value, unit))
        : null;
  }

  private double input(int i, double magnitude) {
    return lent[i] == null ? sets[i].base(magnitude) : lent[i].toBase(magnitude);
  }

  /** Whether it is a number that has the dimension of its unit and no other. */
  private static boolean isSafe(double input) {
    return input != 0 && Double.isFinite(input);
  }
}
