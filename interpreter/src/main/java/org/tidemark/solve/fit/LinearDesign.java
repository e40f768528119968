package org.tidemark.solve.fit;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.numbers.core.DD;

/**
 * The columns of a linear model, with their names, built up one by one. Powers are formed in pairs
 * of doubles: those of a polynomial of degree ten do not fit one.
 */
public final class LinearDesign {
  private final int observations;
  private final boolean intercept;
  private final List<String> names;
  private final List<DD[]> columns;

  private LinearDesign(
      int observations, boolean intercept, List<String> names, List<DD[]> columns) {
    this.observations = observations;
    this.intercept = intercept;
    this.names = List.copyOf(names);
    this.columns = List.copyOf(columns);
  }

  /** A design without columns, for so many observations. */
  public static LinearDesign of(int observations) {
    return new LinearDesign(observations, false, List.of(), List.of());
  }

  /**
   * The powers of x from 0 to a degree, named b0, b1 and so on.
   *
   * @throws InadmissibleFit for a degree below 1 or values that are not finite
   */
  public static LinearDesign polynomial(double[] x, int degree) {
    if (degree < 1) {
      throw new InadmissibleFit(
          "degree",
          degree,
          1,
          "a polynomial of degree " + degree + " has no slope",
          "give 1 or more");
    }
    LinearDesign design = of(x.length).withIntercept("b0");
    DD[] values = Extended.of(InadmissibleFit.finite("x", x));
    DD[] power = values;
    for (int k = 1; k <= degree; k++) {
      design = design.and("b" + k, power);
      DD[] next = new DD[x.length];
      for (int i = 0; i < next.length; i++) {
        next[i] = power[i].multiply(values[i]);
      }
      power = next;
    }
    return design;
  }

  /** This with a column of ones. */
  public LinearDesign withIntercept(String name) {
    DD[] ones = new DD[observations];
    java.util.Arrays.fill(ones, DD.ONE);
    LinearDesign design = and(name, ones);
    return new LinearDesign(observations, true, design.names, design.columns);
  }

  /**
   * This with a column.
   *
   * @throws InadmissibleFit for another number of observations or values that are not finite
   */
  public LinearDesign with(String name, double[] column) {
    InadmissibleFit.sameLength(name, column.length, observations);
    return and(name, Extended.of(InadmissibleFit.finite(name, column)));
  }

  private LinearDesign and(String name, DD[] column) {
    List<String> allNames = new ArrayList<>(names);
    allNames.add(name);
    List<DD[]> allColumns = new ArrayList<>(columns);
    allColumns.add(column);
    return new LinearDesign(observations, intercept, allNames, allColumns);
  }

  /** The observations from one up to, but not with, another. */
  LinearDesign rows(int from, int to) {
    List<DD[]> parts = new ArrayList<>();
    for (DD[] column : columns) {
      parts.add(java.util.Arrays.copyOfRange(column, from, to));
    }
    return new LinearDesign(to - from, intercept, names, parts);
  }

  /** The observations in another order. */
  LinearDesign ordered(int[] order) {
    List<DD[]> sorted = new ArrayList<>();
    for (DD[] column : columns) {
      DD[] values = new DD[order.length];
      for (int i = 0; i < values.length; i++) {
        values[i] = column[order[i]];
      }
      sorted.add(values);
    }
    return new LinearDesign(observations, intercept, names, sorted);
  }

  int observations() {
    return observations;
  }

  boolean hasIntercept() {
    return intercept;
  }

  List<String> names() {
    return names;
  }

  DD[][] columns() {
    return columns.toArray(DD[][]::new);
  }
}
