package org.tidemark.vocab.fits;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tidemark.quantity.UnitExpression;
import org.tidemark.spi.NumericArgument;
import org.tidemark.spi.value.DateValue;
import org.tidemark.spi.value.QuantityValue;
import org.tidemark.spi.value.Value;

/**
 * Rows of a table as numbers, followed by unknowns, where each column holds quantities shown in one
 * unit, or dates.
 */
final class RowNumbers {
  private final List<NumericArgument> arguments;
  private final double[][] points;

  private RowNumbers(List<NumericArgument> arguments, double[][] points) {
    this.arguments = arguments;
    this.points = points;
  }

  /**
   * The rows as numbers; none where a cell is no number, or shown in another unit.
   *
   * @param units of the unknowns
   */
  static Optional<RowNumbers> of(List<List<Value>> rows, List<UnitExpression> units) {
    List<Value> first = rows.get(0);
    List<NumericArgument> arguments = new ArrayList<>();
    for (Value cell : first) {
      if (cell instanceof QuantityValue quantity) {
        arguments.add(NumericArgument.quantity(quantity.quantity().unit()));
      } else if (cell instanceof DateValue) {
        arguments.add(NumericArgument.date());
      } else {
        return Optional.empty();
      }
    }
    units.forEach(unit -> arguments.add(NumericArgument.quantity(unit)));
    double[][] points = new double[rows.size()][];
    for (int i = 0; i < points.length; i++) {
      points[i] = new double[arguments.size()];
      for (int j = 0; j < first.size(); j++) {
        Value cell = rows.get(i).get(j);
        if (!isLike(cell, first.get(j))) {
          return Optional.empty();
        }
        points[i][j] =
            cell instanceof DateValue date
                ? date.year()
                : ((QuantityValue) cell).quantity().magnitude();
      }
    }
    return Optional.of(new RowNumbers(arguments, points));
  }

  private static boolean isLike(Value cell, Value other) {
    return cell instanceof QuantityValue x && other instanceof QuantityValue y
        ? x.quantity().unit().equals(y.quantity().unit())
            && x.distribution().isEmpty()
            && x.quantity().tangent() == 0
        : cell instanceof DateValue && other instanceof DateValue;
  }

  List<NumericArgument> arguments() {
    return arguments;
  }

  /** A row and the unknowns. */
  double[] point(int row, double[] unknowns) {
    double[] point = points[row];
    System.arraycopy(unknowns, 0, point, point.length - unknowns.length, unknowns.length);
    return point;
  }
}
