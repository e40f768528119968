package org.tidemark.quantity;

import java.util.Arrays;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a quantity measures: a product of base dimensions to rational powers, such as money /
 * information. Immutable; equal when the exponents are.
 */
public final class Dimension {
  private static final BaseDimension[] NO_BASES = {};
  private static final Rational[] NO_EXPONENTS = {};

  /** The dimension of a pure number. */
  public static final Dimension NONE = new Dimension(NO_BASES, NO_EXPONENTS);

  /** In ascending order. */
  private final BaseDimension[] bases;

  /** None of them zero. */
  private final Rational[] exponents;

  private final int hash;

  /** The product computed last; racy on purpose, since a memo is immutable. */
  private Memo lastProduct;

  /** The quotient computed last. */
  private Memo lastQuotient;

  private static final class Memo {
    final Dimension operand;
    final Dimension result;

    Memo(Dimension operand, Dimension result) {
      this.operand = operand;
      this.result = result;
    }
  }

  private Dimension(BaseDimension[] bases, Rational[] exponents) {
    this.bases = bases;
    this.exponents = exponents;
    int h = 1;
    for (int i = 0; i < bases.length; i++) {
      h = 31 * (31 * h + System.identityHashCode(bases[i])) + exponents[i].hashCode();
    }
    this.hash = h;
  }

  /** The dimension that is {@code base} itself. */
  public static Dimension of(BaseDimension base) {
    return new Dimension(new BaseDimension[] {base}, new Rational[] {Rational.ONE});
  }

  /** The dimension of a product. */
  public Dimension times(Dimension other) {
    if (other.isNone()) {
      return this;
    }
    if (isNone()) {
      return other;
    }
    Memo memo = lastProduct;
    if (memo != null && memo.operand == other) {
      return memo.result;
    }
    Dimension result = combine(other, false);
    lastProduct = new Memo(other, result);
    return result;
  }

  /** The dimension of a quotient. */
  public Dimension over(Dimension other) {
    if (other.isNone()) {
      return this;
    }
    if (this == other) {
      return NONE;
    }
    Memo memo = lastQuotient;
    if (memo != null && memo.operand == other) {
      return memo.result;
    }
    Dimension result = combine(other, true);
    lastQuotient = new Memo(other, result);
    return result;
  }

  /** The dimension of a power. */
  public Dimension power(Rational exponent) {
    if (exponent.isOne() || isNone()) {
      return this;
    }
    if (exponent.isZero()) {
      return NONE;
    }
    Rational[] raised = new Rational[exponents.length];
    for (int i = 0; i < raised.length; i++) {
      raised[i] = exponents[i].times(exponent);
    }
    return new Dimension(bases, raised);
  }

  /** The dimension of one over such a quantity. */
  public Dimension inverse() {
    return NONE.over(this);
  }

  /** Whether this is the dimension of a pure number. */
  public boolean isNone() {
    return bases.length == 0;
  }

  /** The base dimensions that take part, each with its exponent, which is not zero. */
  public SortedMap<BaseDimension, Rational> exponents() {
    TreeMap<BaseDimension, Rational> map = new TreeMap<>();
    for (int i = 0; i < bases.length; i++) {
      map.put(bases[i], exponents[i]);
    }
    return Collections.unmodifiableSortedMap(map);
  }

  /** The exponent of {@code base}, zero if it takes no part. */
  Rational exponentOf(BaseDimension base) {
    for (int i = 0; i < bases.length; i++) {
      if (bases[i] == base) {
        return exponents[i];
      }
    }
    return Rational.ZERO;
  }

  /**
   * In the words of the field: {@code money / information}, {@code 1 / time}, {@code energy /
   * token}, {@code a pure number}.
   */
  public String describe() {
    if (isNone()) {
      return "a pure number";
    }
    StringBuilder above = new StringBuilder();
    StringBuilder below = new StringBuilder();
    Dimension rest = this;
    Dimension mechanics = mechanics();
    if (!mechanics.isNone()) {
      Rational mass = exponentOf(StandardUnits.MASS);
      rest = over(mechanics.power(mass));
      word(above, below, mechanics == StandardUnits.POWER ? "power" : "energy", mass);
    }
    for (int i = 0; i < rest.bases.length; i++) {
      word(above, below, rest.bases[i].name(), rest.exponents[i]);
    }
    return (above.length() == 0 ? "1" : above.toString()).concat(below.toString());
  }

  /**
   * Energy or power, whichever this is better described by: it takes part to the power that mass
   * does, and what is left has neither mass nor length. {@link #NONE} if neither does that.
   */
  Dimension mechanics() {
    Rational mass = exponentOf(StandardUnits.MASS);
    if (mass.isZero()) {
      return NONE;
    }
    Dimension rest = over(StandardUnits.ENERGY.power(mass));
    if (!rest.exponentOf(StandardUnits.LENGTH).isZero()) {
      return NONE;
    }
    boolean perTime = rest.exponentOf(StandardUnits.DURATION).signum() == -mass.signum();
    return perTime ? StandardUnits.POWER : StandardUnits.ENERGY;
  }

  @Override
  public boolean equals(Object object) {
    if (this == object) {
      return true;
    }
    if (!(object instanceof Dimension other)
        || hash != other.hash
        || bases.length != other.bases.length) {
      return false;
    }
    for (int i = 0; i < bases.length; i++) {
      if (bases[i] != other.bases[i] || !exponents[i].equals(other.exponents[i])) {
        return false;
      }
    }
    return true;
  }

  @Override
  public int hashCode() {
    return hash;
  }

  /** As {@link #describe}. */
  @Override
  public String toString() {
    return describe();
  }

  private static void word(
      StringBuilder above, StringBuilder below, String name, Rational exponent) {
    StringBuilder side = exponent.signum() > 0 ? above : below;
    if (side == below) {
      side.append(" / ");
    } else if (side.length() > 0) {
      side.append(" * ");
    }
    side.append(name);
    Rational size = exponent.abs();
    if (!size.isOne()) {
      side.append('^');
      if (size.isInteger()) {
        side.append(size);
      } else {
        side.append('(').append(size).append(')');
      }
    }
  }

  private Dimension combine(Dimension other, boolean divide) {
    int limit = bases.length + other.bases.length;
    BaseDimension[] newBases = new BaseDimension[limit];
    Rational[] newExponents = new Rational[limit];
    int count = 0;
    int i = 0;
    int j = 0;
    while (i < bases.length || j < other.bases.length) {
      int order =
          i == bases.length ? 1 : j == other.bases.length ? -1 : bases[i].compareTo(other.bases[j]);
      BaseDimension base = order <= 0 ? bases[i] : other.bases[j];
      Rational exponent = order <= 0 ? exponents[i++] : Rational.ZERO;
      if (order >= 0) {
        Rational more = other.exponents[j++];
        exponent = divide ? exponent.minus(more) : exponent.plus(more);
      }
      if (!exponent.isZero()) {
        newBases[count] = base;
        newExponents[count++] = exponent;
      }
    }
    if (count == 0) {
      return NONE;
    }
    return new Dimension(Arrays.copyOf(newBases, count), Arrays.copyOf(newExponents, count));
  }
}
