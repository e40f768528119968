package org.tidemark.solve.optimum;

import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.tidemark.solve.aside.Aside;
import org.tidemark.solve.equation.Box;
import org.tidemark.solve.equation.VectorFunction;

/**
 * A programme as the methods see it: something to make small over the unit box, each constraint a
 * slack that must not be negative, or must be zero.
 */
final class Posed {
  /** From so many unknowns and constraints on, a single step takes milliseconds. */
  private static final int LARGE = 50;

  private final Programme programme;
  private final double sign;
  private final double[] origin;
  private final double[] unit;
  private final Box box;

  Posed(Programme programme, boolean largest) {
    this.programme = programme;
    this.sign = largest ? -1 : 1;
    Box given = programme.box();
    int n = given.size();
    origin = new double[n];
    unit = new double[n];
    double[] lower = new double[n];
    double[] upper = new double[n];
    for (int j = 0; j < n; j++) {
      double width = given.width(j);
      boolean finite = Double.isFinite(width);
      unit[j] = finite && width > 0 ? width : 1;
      origin[j] =
          Double.isFinite(given.lower(j))
              ? given.lower(j)
              : Double.isFinite(given.upper(j)) ? given.upper(j) : 0;
      lower[j] = (given.lower(j) - origin[j]) / unit[j];
      upper[j] = finite && width > 0 ? 1 : (given.upper(j) - origin[j]) / unit[j];
    }
    box = new Box(given.names(), lower, upper);
  }

  /** Some work on matrices, which may be large, in which no point is asked for. */
  <T> T aside(Supplier<T> work) {
    return unknowns() + constraints() < LARGE ? work.get() : Aside.of(work, programme.checkpoint());
  }

  int unknowns() {
    return unit.length;
  }

  int constraints() {
    return programme.constraints().size();
  }

  /** The unit box, or what has no end of it. */
  Box box() {
    return box;
  }

  /** The box as it was given. */
  Box given() {
    return programme.box();
  }

  double sign() {
    return sign;
  }

  double unit(int j) {
    return unit[j];
  }

  Constraint constraint(int i) {
    return programme.constraints().get(i);
  }

  boolean isEquality(int i) {
    return constraint(i).isEquality();
  }

  List<String> names(boolean[] chosen) {
    return IntStream.range(0, chosen.length)
        .filter(i -> chosen[i])
        .mapToObj(i -> constraint(i).name())
        .toList();
  }

  /** The point in the caller's terms. */
  double[] point(double[] y) {
    double[] x = new double[y.length];
    for (int j = 0; j < x.length; j++) {
      x[j] =
          y[j] == 1 && Double.isFinite(given().upper(j)) && box.upper(j) == 1
              ? given().upper(j)
              : given().clamp(j, origin[j] + unit[j] * y[j]);
    }
    return x;
  }

  /** The same point as fractions of the box. */
  double[] fractions(double[] x) {
    double[] y = new double[x.length];
    for (int j = 0; j < y.length; j++) {
      y[j] = x[j] == given().upper(j) ? box.upper(j) : box.clamp(j, (x[j] - origin[j]) / unit[j]);
    }
    return y;
  }

  /** The objective, then the slacks. */
  VectorFunction all() {
    return y -> {
      double[] x = point(y);
      double[] values = new double[constraints() + 1];
      values[0] = sign * programme.objective().applyAsDouble(x.clone());
      for (int i = 1; i < values.length; i++) {
        Constraint constraint = constraint(i - 1);
        values[i] = constraint.slack(constraint.sides().at(x.clone()));
      }
      return values;
    };
  }

  /** Null where undefined. */
  double[] at(double[] y) {
    return all().whereDefined(y);
  }

  /** The larger side of each constraint. */
  double[] sizes(double[] y) {
    double[] x = point(y);
    double[] sizes = new double[constraints()];
    Arrays.setAll(
        sizes,
        i -> {
          double[] sides = constraint(i).sides().at(x.clone());
          return Math.max(Math.abs(sides[0]), Math.abs(sides[1]));
        });
    return sizes;
  }
}
