package org.tidemark.vocab.fits;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.tidemark.solve.aside.Aside;
import org.tidemark.spi.Formula;
import org.tidemark.spi.Problem;
import org.tidemark.spi.value.SpecialValue;
import org.tidemark.spi.value.TableValue;
import org.tidemark.spi.value.Value;

/** The rows of a table that a formula reads, without those that have an empty cell. */
final class Observations {
  /** Of so many, a fit may take long. */
  private static final int MANY = 100;

  private final Formula formula;
  private final List<List<Value>> rows = new ArrayList<>();
  private final int leftOut;
  private final List<Value> padding;
  private final Runnable checkpoint;

  /**
   * The rows of a table.
   *
   * @param unknowns that the formula has besides columns
   * @param checkpoint throws where nobody waits for the fit any longer
   */
  Observations(TableValue table, Formula formula, int unknowns, Runnable checkpoint) {
    this.checkpoint = checkpoint;
    // what is explained has no unknowns in it
    this.padding = java.util.Collections.nCopies(unknowns, SpecialValue.MISSING);
    this.formula = formula;
    int[] places = formula.columns().stream().mapToInt(table.columns()::indexOf).toArray();
    for (List<Value> row : table.rows()) {
      List<Value> cells = new ArrayList<>(places.length);
      for (int place : places) {
        cells.add(row.get(place));
      }
      if (!cells.contains(SpecialValue.MISSING)) {
        rows.add(cells);
      }
    }
    this.leftOut = table.rows().size() - rows.size();
    if (rows.isEmpty()) {
      throw Problem.of("E0541", "no row of the table has all that " + formula.text() + " reads")
          .withHelp("rows with an empty cell are left out");
    }
  }

  Formula formula() {
    return formula;
  }

  List<List<Value>> rows() {
    return rows;
  }

  /** How many rows have an empty cell. */
  int leftOut() {
    return leftOut;
  }

  /** A part of the formula, row by row. */
  Axis axis(Formula.Part part) {
    List<Value> values = new ArrayList<>(rows.size());
    for (List<Value> row : rows) {
      List<Value> arguments = new ArrayList<>(row);
      arguments.addAll(padding);
      values.add(part.function().call(arguments));
    }
    return Axis.of(values, part.text());
  }

  /** Some work on their numbers alone. */
  <T> T aside(Supplier<T> work) {
    return rows.size() < MANY ? work.get() : Aside.of(work, checkpoint);
  }

  Axis response() {
    return axis(formula.response());
  }

  /** An unnamed argument of the form. */
  Axis argument(int index) {
    return axis(formula.arguments().get(index));
  }
}
