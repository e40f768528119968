package org.tidemark.spi.type;

import java.util.Objects;
import org.tidemark.quantity.Dimension;
import org.tidemark.quantity.Rational;
import org.tidemark.quantity.UnitExpression;

/**
 * A number with a dimension.
 *
 * <p>The literal 0 has any dimension; its type is {@link #ZERO}. A type may remember the unit in
 * which its values were written, for messages only: types of one dimension are equal.
 */
public final class QuantityType implements Type {
  /** The type of the literal 0, which fits every dimension. */
  public static final QuantityType ZERO = new QuantityType(null, null);

  /** A pure number. */
  public static final QuantityType PURE = new QuantityType(Dimension.NONE, null);

  private final Dimension dimension;
  private final UnitExpression unit;

  private QuantityType(Dimension dimension, UnitExpression unit) {
    this.dimension = dimension;
    this.unit = unit;
  }

  /** The type of quantities of a dimension. */
  public static QuantityType of(Dimension dimension) {
    return dimension.isNone() ? PURE : new QuantityType(dimension, null);
  }

  /** The type of quantities written in a unit. */
  public static QuantityType of(UnitExpression unit) {
    return unit.isNone() ? PURE : new QuantityType(unit.dimension(), unit);
  }

  /** Whether this is the literal 0's type. */
  public boolean isZero() {
    return dimension == null;
  }

  /** Whether values are pure numbers for certain. */
  public boolean isPure() {
    return dimension != null && dimension.isNone();
  }

  /** The dimension; that of a pure number for {@link #ZERO}. */
  public Dimension dimension() {
    return dimension == null ? Dimension.NONE : dimension;
  }

  /** Whether it remembers the unit in which it was written. */
  public boolean isWritten() {
    return unit != null;
  }

  /** A unit to name in messages: the one written, else the usual one. */
  public UnitExpression unit() {
    return unit != null ? unit : UnitExpression.coherent(dimension());
  }

  /** Whether a value of the other type could stand where this one is wanted. */
  public boolean fits(QuantityType other) {
    return isZero() || other.isZero() || dimension.equals(other.dimension);
  }

  /** The type of a product; zero times anything is zero. */
  public QuantityType times(QuantityType other) {
    if (isZero() || other.isZero()) {
      return ZERO;
    }
    return new QuantityType(
        dimension.times(other.dimension), UnitExpression.ofProduct(unit(), other.unit()));
  }

  /** The type of a quotient. */
  public QuantityType over(QuantityType other) {
    if (isZero() || other.isZero()) {
      return ZERO;
    }
    return new QuantityType(
        dimension.over(other.dimension), UnitExpression.ofQuotient(unit(), other.unit()));
  }

  /** The type of a power. */
  public QuantityType power(Rational exponent) {
    if (isZero()) {
      return ZERO;
    }
    return new QuantityType(dimension.power(exponent), UnitExpression.ofPower(unit(), exponent));
  }

  @Override
  public String describe() {
    if (isZero()) {
      return "zero";
    }
    if (isPure()) {
      return "a pure number";
    }
    String words = dimension.describe();
    String text = unit().text();
    // a unit of the script's own is called as its dimension is
    return words.equals(text) ? words : words + " (" + text + ")";
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof QuantityType that && Objects.equals(dimension, that.dimension);
  }

  @Override
  public int hashCode() {
    return Objects.hashCode(dimension);
  }

  @Override
  public String toString() {
    return describe();
  }
}
