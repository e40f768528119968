package org.tidemark.vocab.lists;

import org.tidemark.quantity.NumberText;
import org.tidemark.spi.CallValues;
import org.tidemark.spi.Problem;
import org.tidemark.spi.value.QuantityValue;

/** Whole numbers among arguments. */
final class Whole {
  private Whole() {}

  /** A count. */
  static int atLeastZero(CallValues call, String parameter, String function) {
    if (!(call.value(parameter) instanceof QuantityValue)) {
      throw Problem.of(
              "E0503",
              function + " wants a whole number, and got " + call.value(parameter).describe())
          .withHelp("count elements: " + function + "(xs, 3)")
          .about(parameter);
    }
    double number = call.magnitude(parameter);
    if (!(number >= 0) || number != Math.rint(number)) {
      throw Problem.of(
              "E0503",
              function
                  + " wants a whole number of at least zero, and got "
                  + NumberText.sensible(number))
          .withHelp(
              number < 0
                  ? "count from the start: " + function + "(xs, 3)"
                  : "round it: round(" + parameter + ")")
          .about(parameter);
    }
    return (int) Math.min(Integer.MAX_VALUE, number);
  }
}
