package org.tidemark.vocab.charts;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

/** The places at which something is looked at for a chart, in rising order. */
public final class Grid {
  /** So many steps are more than most screens can tell apart, and cheap to work out. */
  static final int STEPS = 240;

  private Grid() {}

  /** Places as far apart as each other. */
  public static double[] linear(double from, double to) {
    double[] places = new double[STEPS + 1];
    for (int i = 0; i <= STEPS; i++) {
      double part = (double) i / STEPS;
      places[i] = i == STEPS ? to : from * (1 - part) + to * part;
    }
    return places;
  }

  /** Places as many times each other; both ends above zero. */
  public static double[] logarithmic(double from, double to) {
    double[] places = linear(StrictMath.log(from), StrictMath.log(to));
    for (int i = 1; i < STEPS; i++) {
      places[i] = StrictMath.exp(places[i]);
    }
    places[0] = from;
    places[STEPS] = to;
    return places;
  }

  /**
   * The same with some more, and one just before each of them, so that bends and jumps are where
   * they belong. Those outside of the grid are left out.
   */
  public static double[] with(double[] grid, Collection<Double> places) {
    TreeSet<Double> all = new TreeSet<>();
    double first = grid[0];
    double last = grid[grid.length - 1];
    for (double place : grid) {
      all.add(place);
    }
    for (double place : places) {
      if (place > first && place <= last) {
        all.add(Math.max(first, Math.nextDown(place)));
        all.add(place);
      }
    }
    return all.stream().mapToDouble(Double::doubleValue).toArray();
  }

  /** At most so many of some places, the first and the last among them. */
  public static List<Double> thinned(List<Double> places, int most) {
    if (places.size() <= most) {
      return places;
    }
    List<Double> some = new ArrayList<>(most);
    for (int i = 0; i < most; i++) {
      some.add(places.get((int) Math.round((double) i * (places.size() - 1) / (most - 1))));
    }
    return some;
  }
}
