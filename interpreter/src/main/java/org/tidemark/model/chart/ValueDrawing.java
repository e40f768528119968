package org.tidemark.model.chart;

import java.util.Optional;
import org.tidemark.check.PlotWishes;
import org.tidemark.spi.Problem;
import org.tidemark.spi.value.ListValue;
import org.tidemark.spi.value.QuantityValue;
import org.tidemark.spi.value.RecordValue;
import org.tidemark.spi.value.TableValue;
import org.tidemark.spi.value.Tabular;
import org.tidemark.spi.value.Value;

/** Values that are drawn as they are: tables, lists and records of numbers, uncertain numbers. */
public final class ValueDrawing {
  private ValueDrawing() {}

  /**
   * What a value looks like.
   *
   * @throws Problem where it cannot be drawn
   */
  public static Piece of(String name, Value value, PlotWishes wishes) {
    if (value instanceof TableValue table) {
      return Piece.of(TableDrawing.of(name, table, wishes));
    }
    if (value instanceof Tabular tabular) {
      return Piece.of(TableDrawing.of(name, tabular.rows(Optional.empty()), wishes));
    }
    if (value instanceof ListValue list) {
      return Piece.of(NumbersDrawing.ofList(name, list, wishes));
    }
    if (value instanceof RecordValue record) {
      return Piece.of(NumbersDrawing.ofRecord(name, record, wishes));
    }
    if (value instanceof QuantityValue quantity) {
      if (quantity.distribution().isPresent()) {
        return Piece.of(
            SpreadDrawing.of(name, quantity.distribution().get(), quantity.quantity().unit()));
      }
      throw Problem.of("E0559", name + " is one number, and a chart of it says no more")
          .withHelp("show it: show " + name)
          .withHelp("or, where it rests on uncertain inputs, draw them: plot sample(" + name + ")")
          .withHelp("or draw how it depends on something: plot … over x in 1 .. 10");
    }
    throw Problem.of("E0551", "a chart cannot show " + value.describe())
        .withHelp("it shows functions, tables, lists and records of numbers, and uncertain values");
  }
}
