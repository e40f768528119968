package org.tidemark.vocab.fits;

import org.tidemark.spi.CallCheck;
import org.tidemark.spi.Problem;
import org.tidemark.spi.type.BasicType;
import org.tidemark.spi.type.QuantityType;
import org.tidemark.spi.type.Type;
import org.tidemark.spi.type.Types;
import org.tidemark.spi.value.ObjectValue;

/** A form that data can be fitted to. */
interface FitForm {
  /** The parameter of {@code fit} that is the formula. */
  String FORMULA = "formula";

  /** The type of such a fit; unknown where the formula is not fit for it, which is reported. */
  Type type(CallCheck call, CallCheck.FormulaCheck formula);

  /**
   * Fits.
   *
   * @throws Problem where the data do not allow it
   */
  ObjectValue fit(Observations observations);

  /** The quantity type of a response or an argument; null where it is none, which is reported. */
  static QuantityType quantity(CallCheck call, Type type, String what, String cure) {
    if (type == BasicType.UNKNOWN) {
      return QuantityType.ZERO;
    }
    if (Types.quantity(type).isPresent()) {
      return Types.quantity(type).get();
    }
    call.problem(FORMULA, "E0415", what + ", and this is " + type.describe(), cure);
    return null;
  }

  /** Whether a form has as many arguments as it takes; otherwise reported. */
  static boolean takes(CallCheck call, CallCheck.FormulaCheck formula, int count, String usage) {
    if (formula.arguments().size() == count && formula.named().isEmpty()) {
      return true;
    }
    call.problem(
        FORMULA,
        "E0415",
        formula.form().orElse("the form") + " takes " + usage,
        "give it those, and nothing else");
    return false;
  }
}
