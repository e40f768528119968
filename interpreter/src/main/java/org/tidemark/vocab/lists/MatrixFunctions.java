package org.tidemark.vocab.lists;

import java.util.ArrayList;
import java.util.List;
import org.tidemark.quantity.NumberText;
import org.tidemark.quantity.Quantity;
import org.tidemark.quantity.UnitExpression;
import org.tidemark.spi.CallCheck;
import org.tidemark.spi.CallValues;
import org.tidemark.spi.Problem;
import org.tidemark.spi.Registry;
import org.tidemark.spi.type.BasicType;
import org.tidemark.spi.type.ListType;
import org.tidemark.spi.type.QuantityType;
import org.tidemark.spi.type.Type;
import org.tidemark.spi.type.Types;
import org.tidemark.spi.value.ListValue;
import org.tidemark.spi.value.QuantityValue;
import org.tidemark.spi.value.Value;
import org.tidemark.vocab.common.BuiltIn;
import org.tidemark.vocab.common.Elements;
import org.tidemark.vocab.common.Magnitudes;
import org.tidemark.vocab.common.Takes;

/** Vectors and matrices, as lists and lists of lists. */
public final class MatrixFunctions extends BuiltIn {
  private static final int MOST_EQUATIONS = 1000;

  private MatrixFunctions(String name) {
    super(name);
  }

  /** Adds them. */
  public static void register(Registry registry) {
    MatrixFunctions dot = new MatrixFunctions("dot");
    registry.function(
        dot.spec("The sum of the products of two lists, element by element.")
            .required("xs", Takes.QUANTITIES, "a list of quantities")
            .required("ys", Takes.QUANTITIES, "another of the same length")
            .example("dot([1 USD/GB, 2 USD/GB], [3 EB, 4 EB])")
            .body(dot));
    MatrixFunctions transpose = new MatrixFunctions("transpose");
    registry.function(
        transpose
            .spec("The rows of a list of lists as columns.")
            .required("rows", Takes.NESTED, "lists of one length")
            .example("transpose([[1, 2, 3], [4, 5, 6]])")
            .body(transpose));
    MatrixFunctions linsolve = new MatrixFunctions("linsolve");
    registry.function(
        linsolve
            .spec(
                "The x of `A x = b`, by Gaussian elimination with pivoting and one step of"
                    + " refinement. A system without a single solution is refused.")
            .required("A", Takes.NESTED, "as many rows as columns, of one dimension")
            .required("b", Takes.QUANTITIES, "the right-hand sides")
            .example("linsolve([[2, 1], [1, 3]], [3 USD, 5 USD])")
            .body(linsolve));
  }

  @Override
  public Type of(CallCheck call) {
    switch (name) {
      case "dot":
        return product(Elements.of(call.type("xs")), Elements.of(call.type("ys")), true);
      case "transpose":
        Type rows = call.type("rows");
        return rows == BasicType.UNKNOWN
            ? new ListType(new ListType(BasicType.UNKNOWN))
            : new ListType(new ListType(Elements.of(Elements.of(rows))));
      default:
        Type cell = Elements.plain(Elements.of(Elements.of(call.type("A"))));
        if (Types.quantity(cell).isEmpty() && cell != BasicType.UNKNOWN) {
          call.problem(
              "A",
              "E0308",
              "linsolve takes quantities, and these are " + cell.describe(),
              "give rows of quantities of one dimension: [[2, 1], [1, 3]]");
          return new ListType(BasicType.UNKNOWN);
        }
        return new ListType(product(Elements.of(call.type("b")), cell, false));
    }
  }

  private static Type product(Type left, Type right, boolean times) {
    if (Elements.plain(left) instanceof QuantityType x
        && Elements.plain(right) instanceof QuantityType y) {
      return times ? x.times(y) : x.over(y);
    }
    return BasicType.UNKNOWN;
  }

  @Override
  public Value of(CallValues call) {
    return switch (name) {
      case "dot" -> dot(call);
      case "transpose" -> transpose(Elements.of(call.value("rows")));
      default -> linsolve(call);
    };
  }

  private static Value dot(CallValues call) {
    Magnitudes xs = Magnitudes.of(Elements.of(call.value("xs")), "dot");
    Magnitudes ys = Magnitudes.of(Elements.of(call.value("ys")), "dot");
    int n = xs.numbers().length;
    if (n != ys.numbers().length) {
      throw lengths("dot wants lists of one length", n, ys.numbers().length);
    }
    double sum = 0;
    for (int i = 0; i < n; i++) {
      sum += xs.numbers()[i] * ys.numbers()[i];
    }
    return new QuantityValue(new Quantity(sum, UnitExpression.ofProduct(xs.unit(), ys.unit())));
  }

  private static Problem lengths(String what, int one, int other) {
    return Problem.of("E0503", what + ", and got " + one + " and " + other)
        .withHelp("cut the longer one: take(xs, " + Math.min(one, other) + ")");
  }

  private static Value transpose(List<Value> rows) {
    if (rows.isEmpty()) {
      return new ListValue(List.of());
    }
    int width = Elements.of(rows.get(0)).size();
    List<List<Value>> columns = new ArrayList<>();
    for (int j = 0; j < width; j++) {
      columns.add(new ArrayList<>());
    }
    for (Value row : rows) {
      List<Value> cells = Elements.of(row);
      if (cells.size() != width) {
        throw lengths("transpose wants rows of one length", width, cells.size());
      }
      for (int j = 0; j < width; j++) {
        columns.get(j).add(cells.get(j));
      }
    }
    List<Value> result = new ArrayList<>();
    for (List<Value> column : columns) {
      result.add(new ListValue(column));
    }
    return new ListValue(result);
  }

  private static Value linsolve(CallValues call) {
    List<Value> rows = Elements.of(call.value("A"));
    Elements.notEmpty(rows, "linsolve");
    int n = rows.size();
    if (n > MOST_EQUATIONS) {
      throw Problem.of("E0505", "linsolve takes at most 1000 equations, and got " + n)
          .withHelp("split the system where its parts do not meet");
    }
    double[][] a = new double[n][];
    UnitExpression unit = UnitExpression.NONE;
    for (int i = 0; i < n; i++) {
      Magnitudes row = Magnitudes.of(Elements.of(rows.get(i)), "linsolve");
      a[i] = row.numbers();
      unit = unit.isNone() ? row.unit() : unit;
      if (a[i].length != n) {
        throw Problem.of(
                "E0503",
                "linsolve wants as many columns as rows, and row "
                    + (i + 1)
                    + " of "
                    + n
                    + " has "
                    + a[i].length)
            .withHelp("give one equation, a row, for each unknown, a column")
            .about("A");
      }
    }
    Magnitudes b = Magnitudes.of(Elements.of(call.value("b")), "linsolve");
    if (b.numbers().length != n) {
      throw lengths("linsolve wants a right-hand side for each row", n, b.numbers().length);
    }
    LinearSystem system = new LinearSystem(a, call.surroundings()::checkpoint);
    if (!system.isSolvable()) {
      throw Problem.of(
              "E0511",
              "this system has no single solution: its condition number is "
                  + NumberText.significant(system.condition(), 2))
          .withHelp("two of its equations say the same, or contradict each other");
    }
    UnitExpression result = UnitExpression.ofQuotient(b.unit(), unit);
    List<Value> x = new ArrayList<>(n);
    for (double magnitude : system.solve(b.numbers())) {
      x.add(new QuantityValue(new Quantity(magnitude, result)));
    }
    return new ListValue(x);
  }
}
