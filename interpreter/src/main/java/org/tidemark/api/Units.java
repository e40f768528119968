package org.tidemark.api;

import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.tidemark.check.CheckedProgram;
import org.tidemark.check.UnitQuestion;
import org.tidemark.grammar.diagnostic.Diagnostic;
import org.tidemark.quantity.Dimension;
import org.tidemark.quantity.Quantity;
import org.tidemark.quantity.UnitExpression;

/** The units that a program knows, by the texts in which callers write them. */
final class Units {
  /** Beyond so many different texts they are read anew each time. */
  private static final int MOST = 1000;

  private final CheckedProgram program;
  private final ConcurrentMap<String, UnitExpression> known = new ConcurrentHashMap<>();

  Units(CheckedProgram program) {
    this.program = program;
  }

  /**
   * A unit by its text.
   *
   * @throws TideException where it is none
   */
  UnitExpression unit(String text) {
    UnitExpression unit = known.get(text);
    return unit == null ? read(text) : unit;
  }

  private UnitExpression read(String text) {
    UnitQuestion asked = UnitQuestion.of(program, text);
    if (asked.unit().isEmpty()) {
      throw new TideException(asked.diagnostics());
    }
    if (known.size() < MOST) {
      known.put(text, asked.unit().get());
    }
    return asked.unit().get();
  }

  /**
   * A number of some unit.
   *
   * @throws TideException where the quantity measures something else
   */
  double in(Quantity quantity, String text) {
    UnitExpression unit = unit(text);
    if (!quantity.fitsAnything()) {
      requireSame(quantity.dimension(), unit, text);
    }
    return quantity.fitsAnything() ? 0 : quantity.in(unit);
  }

  void requireSame(Dimension dimension, UnitExpression unit, String text) {
    if (!dimension.equals(unit.dimension())) {
      throw new TideException(
          List.of(
              Diagnostic.error(
                      "E0309",
                      dimension.describe()
                          + " cannot be given in "
                          + text
                          + ", which measures "
                          + unit.dimension().describe())
                  .withHelp("ask for it in a unit of " + dimension.describe())));
    }
  }
}
