package org.tidemark.vocab.industry;

import org.tidemark.quantity.Dimension;
import org.tidemark.quantity.Quantity;
import org.tidemark.quantity.UnitExpression;
import org.tidemark.solve.InadmissibleInput;
import org.tidemark.spi.Problem;

/** Problems that several kinds and functions share. */
final class Refusal {
  private Refusal() {}

  /** Something that the language has room for and this version cannot do. */
  static Problem notYet(String what) {
    return Problem.of("E0901", "not available yet: " + what);
  }

  /** A member that a value of this sort may have and this one lacks. */
  static Problem missing(String message) {
    return Problem.of("E0513", message);
  }

  /** A value outside its domain, in the words of the solver that refused it. */
  static Problem domain(InadmissibleInput refused, String what, UnitExpression unit) {
    return Problem.of(
            "E0501",
            what
                + " is "
                + new Quantity(refused.value(), unit).text()
                + ", and "
                + refused.reason())
        .withHelp(refused.cure());
  }

  /** Two dimensions that should be one. */
  static Problem unlike(
      String what, Dimension given, String otherWhat, Dimension wanted, String field) {
    return Problem.of(
            "E0406",
            what + " is " + given.describe() + ", and " + otherWhat + " wants " + wanted.describe())
        .withHelp("give it in " + UnitExpression.coherent(wanted).text())
        .about(field);
  }
}
