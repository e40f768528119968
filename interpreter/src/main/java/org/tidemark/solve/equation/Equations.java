package org.tidemark.solve.equation;

import java.util.Arrays;
import java.util.List;

/**
 * Equations left = right over a box of unknowns. The two sides are kept apart because a difference
 * is only small beside what it is the difference of.
 *
 * @param box the unknowns and where to look
 * @param names what each equation is called in messages
 * @param sides all left sides, then all right sides
 */
public record Equations(Box box, List<String> names, VectorFunction sides) {
  /** Takes copies. */
  public Equations {
    names = List.copyOf(names);
  }

  /** Equations f(x) = 0. */
  public static Equations zeros(Box box, int count, VectorFunction f) {
    String[] names = new String[count];
    for (int i = 0; i < count; i++) {
      names[i] = "equation " + (i + 1);
    }
    return new Equations(box, List.of(names), point -> Arrays.copyOf(f.at(point), 2 * count));
  }

  /** How many equations. */
  public int count() {
    return names.size();
  }

  /** Left less right at a point, null where either is undefined. */
  double[] differences(double[] point) {
    double[] both = sides.whereDefined(point);
    if (both == null) {
      return null;
    }
    double[] difference = new double[count()];
    for (int i = 0; i < difference.length; i++) {
      difference[i] = both[i] - both[i + difference.length];
      if (!Double.isFinite(difference[i])) {
        return null;
      }
    }
    return difference;
  }

  /** The larger side of each equation at a point where both are defined. */
  double[] sizes(double[] point) {
    double[] both = sides.at(point.clone());
    double[] size = new double[count()];
    for (int i = 0; i < size.length; i++) {
      size[i] = Math.max(Math.abs(both[i]), Math.abs(both[i + size.length]));
    }
    return size;
  }
}
