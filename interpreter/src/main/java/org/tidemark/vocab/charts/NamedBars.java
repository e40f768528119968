package org.tidemark.vocab.charts;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.tidemark.spi.plot.Axis;
import org.tidemark.spi.plot.Coordinates;
import org.tidemark.spi.plot.Mark;

/**
 * Bars of things that have a name each, the most important first: upright from left to right, or
 * lying from the top down.
 */
public final class NamedBars {
  /** More bars than this are too many to read their names. */
  private static final int MOST = 24;

  private static final double HALF = 0.4;

  private final List<String> names;
  private final boolean sideways;
  private final int left;

  private NamedBars(List<String> names, boolean sideways, int left) {
    this.names = names;
    this.sideways = sideways;
    this.left = left;
  }

  /** Upright bars, as many of the first names as can be read. */
  public static NamedBars upright(List<String> names) {
    return of(names, false);
  }

  /** Lying bars, as many of the first names as can be read. */
  public static NamedBars lying(List<String> names) {
    return of(names, true);
  }

  private static NamedBars of(List<String> names, boolean sideways) {
    int shown = Math.min(MOST, names.size());
    return new NamedBars(List.copyOf(names.subList(0, shown)), sideways, names.size() - shown);
  }

  /** How many there are. */
  public int size() {
    return names.size();
  }

  /** The side of the chart along which the names stand. */
  public Axis axis(String label) {
    List<String> order = new ArrayList<>(names);
    if (sideways) {
      // numbers rise from the bottom, and what comes first is read first
      Collections.reverse(order);
    }
    return Axis.ofCategories(label, order);
  }

  /** What is said of those that are not drawn. */
  public List<String> notes() {
    return left == 0 ? List.of() : List.of(left + " more, of less weight, are not drawn");
  }

  private double place(int index) {
    return sideways ? names.size() - 1 - index : index;
  }

  /** Bars of all of them. */
  public Mark.Bars bars(double[] base, double[] top) {
    return bars(base, top, 0, 1);
  }

  /**
   * Bars of which several stand side by side for each name.
   *
   * @param which of them, from 0
   * @param of how many
   */
  public Mark.Bars bars(double[] base, double[] top, int which, int of) {
    double[] from = new double[size()];
    double[] to = new double[size()];
    for (int i = 0; i < from.length; i++) {
      from[i] = place(i) - HALF + 2 * HALF * which / of;
      to[i] = place(i) - HALF + 2 * HALF * (which + 1) / of;
    }
    return new Mark.Bars(
        Coordinates.of(from), Coordinates.of(to), first(base), first(top), sideways);
  }

  /** Strokes on the middles of such bars. */
  public Mark.Spreads spreads(double[] low, double[] high, int which, int of) {
    double[] at = new double[size()];
    for (int i = 0; i < at.length; i++) {
      at[i] = place(i) - HALF + 2 * HALF * (which + 0.5) / of;
    }
    return new Mark.Spreads(Coordinates.of(at), first(low), first(high));
  }

  private Coordinates first(double[] numbers) {
    return Coordinates.of(java.util.Arrays.copyOf(numbers, size()));
  }
}
