package org.tidemark.quantity;

import java.util.Objects;

/**
 * One named unit. A value in it times {@link #numerator} over {@link #denominator} is the value in
 * coherent base units; both are kept, so that conversions round once.
 */
public final class Unit {
  private final String symbol;
  private final Dimension dimension;
  private final double numerator;
  private final double denominator;
  private final boolean percent;
  private final String doc;
  private final UnitExpression expression;

  Unit(
      String symbol,
      Dimension dimension,
      double numerator,
      double denominator,
      boolean percent,
      String doc) {
    this.symbol = Objects.requireNonNull(symbol);
    this.dimension = Objects.requireNonNull(dimension);
    this.numerator = numerator;
    this.denominator = denominator;
    this.percent = percent;
    this.doc = doc;
    this.expression = UnitExpression.ofOne(this);
  }

  /** The name used in scripts: {@code GB}, {@code %}, {@code wafer}. */
  public String symbol() {
    return symbol;
  }

  /** What it measures. */
  public Dimension dimension() {
    return dimension;
  }

  /** The factor to coherent base units, above the line. */
  public double numerator() {
    return numerator;
  }

  /** The factor to coherent base units, below the line. */
  public double denominator() {
    return denominator;
  }

  /** Whether this is {@code %}, which display units drop in most products. */
  public boolean isPercent() {
    return percent;
  }

  /** One line that says what the unit is. */
  public String doc() {
    return doc;
  }

  /** This unit alone, as a display unit. */
  UnitExpression expression() {
    return expression;
  }

  /** Whether both measure the same and convert alike; the documentation may differ. */
  @Override
  public boolean equals(Object object) {
    return this == object
        || object instanceof Unit other
            && symbol.equals(other.symbol)
            && percent == other.percent
            && numerator == other.numerator
            && denominator == other.denominator
            && dimension.equals(other.dimension);
  }

  @Override
  public int hashCode() {
    return 31 * symbol.hashCode() + dimension.hashCode();
  }

  /** The symbol. */
  @Override
  public String toString() {
    return symbol;
  }
}
