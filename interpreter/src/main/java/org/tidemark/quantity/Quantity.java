package org.tidemark.quantity;

import java.util.Objects;

/**
 * A number with a unit. The magnitude is in coherent base units and follows plain double
 * arithmetic; the unit is the one to show it in and has no influence on the magnitude. Immutable.
 *
 * <p>Dimensions are checked before a script runs; the checks here, which throw {@link
 * IllegalArgumentException}, guard against callers that did not. A pure 0 may be added to and
 * compared with anything. Positive infinity is {@code never} where a time is meant.
 */
public final class Quantity {
  private final double magnitude;
  private final UnitExpression unit;
  private final double tangent;

  /** Whether it is the literal 0 times something, which has any dimension, as the literal has. */
  private final boolean zeroOfAny;

  /**
   * A quantity from what is stored.
   *
   * @param magnitude in coherent base units
   * @param unit to show it in
   */
  public Quantity(double magnitude, UnitExpression unit) {
    this(magnitude, unit, 0);
  }

  /**
   * A quantity that moves with an input.
   *
   * @param magnitude in coherent base units
   * @param unit to show it in
   * @param tangent the derivative of the magnitude with respect to that input, both in base units
   */
  public Quantity(double magnitude, UnitExpression unit, double tangent) {
    this(magnitude, unit, tangent, false);
  }

  private Quantity(double magnitude, UnitExpression unit, double tangent, boolean zeroOfAny) {
    this.magnitude = magnitude;
    this.unit = Objects.requireNonNull(unit);
    this.tangent = tangent;
    this.zeroOfAny = zeroOfAny;
  }

  /** Whether it fits every dimension: the literal 0, and what it is multiplied or divided by. */
  public boolean fitsAnything() {
    return magnitude == 0 && (zeroOfAny || unit.isNone());
  }

  /**
   * The derivative of the magnitude with respect to the input that is being followed, 0 where none
   * is (forward differentiation, a dual number).
   */
  public double tangent() {
    return tangent;
  }

  /** The same with another tangent. */
  public Quantity withTangent(double derivative) {
    return new Quantity(magnitude, unit, derivative);
  }

  /** {@code v} of {@code unit}: {@code of(12, USD/GB)} is 12 USD/GB. */
  public static Quantity of(double v, UnitExpression unit) {
    return new Quantity(unit.toBase(v), unit);
  }

  /** A pure number. */
  public static Quantity pure(double v) {
    return new Quantity(v, UnitExpression.NONE);
  }

  /** The value in coherent base units. */
  public double magnitude() {
    return magnitude;
  }

  /** The unit that it is shown in. */
  public UnitExpression unit() {
    return unit;
  }

  /** What it measures. */
  public Dimension dimension() {
    return unit.dimension();
  }

  /**
   * The value in {@code other}.
   *
   * @throws IllegalArgumentException if {@code other} measures something else
   */
  public double in(UnitExpression other) {
    requireSame(other.dimension(), "express", "in");
    return Decimals.shortest(magnitude, other);
  }

  /**
   * The same quantity, shown in {@code other}.
   *
   * @throws IllegalArgumentException if {@code other} measures something else
   */
  public Quantity as(UnitExpression other) {
    if (!fitsAnything()) {
      requireSame(other.dimension(), "show", "in");
    }
    return new Quantity(magnitude, other, tangent);
  }

  /**
   * The sum, in this quantity's unit unless this is a pure 0.
   *
   * @throws IllegalArgumentException if {@code other} measures something else
   */
  public Quantity plus(Quantity other) {
    return new Quantity(
        magnitude + other.magnitude, common(other, "add", "and"), tangent + other.tangent);
  }

  /**
   * The difference, in this quantity's unit unless this is a pure 0.
   *
   * @throws IllegalArgumentException if {@code other} measures something else
   */
  public Quantity minus(Quantity other) {
    return new Quantity(
        magnitude - other.magnitude, common(other, "subtract", "and"), tangent - other.tangent);
  }

  /** The product, in {@link UnitExpression#ofProduct}. */
  public Quantity times(Quantity other) {
    return new Quantity(
        magnitude * other.magnitude,
        UnitExpression.ofProduct(unit, other.unit),
        moves(other) ? tangent * other.magnitude + magnitude * other.tangent : 0,
        fitsAnything() || other.fitsAnything());
  }

  /** The quotient, in {@link UnitExpression#ofQuotient}. */
  public Quantity over(Quantity other) {
    return new Quantity(
        magnitude / other.magnitude,
        UnitExpression.ofQuotient(unit, other.unit),
        moves(other)
            ? (tangent - magnitude / other.magnitude * other.tangent) / other.magnitude
            : 0,
        fitsAnything());
  }

  /** Minus this. */
  public Quantity negate() {
    return new Quantity(-magnitude, unit, -tangent, zeroOfAny);
  }

  /**
   * This to a power, in {@link UnitExpression#ofPower}. The magnitude is {@code
   * StrictMath.pow(magnitude, exponent)}, which is the same on every machine.
   *
   * @param exponent the exponent
   * @param exact the exponent as a fraction, or null where it is not known exactly, which only a
   *     dimensionless base allows
   * @throws IllegalArgumentException if this has a dimension and {@code exact} is null
   */
  public Quantity power(double exponent, Rational exact) {
    return power(exponent, exact, 0);
  }

  /** The same where the exponent has a tangent of its own. */
  public Quantity power(double exponent, Rational exact, double exponentTangent) {
    if (exact == null && !dimension().isNone()) {
      throw new IllegalArgumentException(
          text().concat(" has a dimension, so its exponent must be a constant fraction"));
    }
    UnitExpression shown =
        exact == null ? UnitExpression.NONE : UnitExpression.ofPower(unit, exact);
    double power = StrictMath.pow(magnitude, exponent);
    double derivative = 0;
    if (tangent != 0) {
      derivative += exponent * StrictMath.pow(magnitude, exponent - 1) * tangent;
    }
    if (exponentTangent != 0 && power != 0) {
      derivative += power * StrictMath.log(magnitude) * exponentTangent;
    }
    return new Quantity(power, shown, derivative);
  }

  private boolean moves(Quantity other) {
    return tangent != 0 || other.tangent != 0;
  }

  /**
   * Negative, zero or positive as this is less than, equal to or greater than {@code other}; not a
   * number comes last, and the two zeros are equal.
   *
   * @throws IllegalArgumentException if {@code other} measures something else
   */
  public int compare(Quantity other) {
    common(other, "compare", "and");
    if (magnitude < other.magnitude) {
      return -1;
    }
    if (magnitude > other.magnitude) {
      return 1;
    }
    return magnitude == other.magnitude ? 0 : Double.compare(magnitude, other.magnitude);
  }

  /** The value and its unit in a sensible number of digits: {@code 12 USD/GB}, {@code 34.1 %}. */
  public String text() {
    return withUnit(NumberText.sensible(in(unit)));
  }

  /** The value and its unit in at most so many significant digits. */
  public String text(int significantDigits) {
    return withUnit(NumberText.significant(in(unit), significantDigits));
  }

  /** Whether the magnitudes have the same bits and are shown in the same unit. */
  @Override
  public boolean equals(Object object) {
    return object instanceof Quantity other
        && Double.doubleToLongBits(magnitude) == Double.doubleToLongBits(other.magnitude)
        && unit.equals(other.unit);
  }

  @Override
  public int hashCode() {
    return 31 * Double.hashCode(magnitude) + unit.hashCode();
  }

  /** As {@link #text()}. */
  @Override
  public String toString() {
    return text();
  }

  private String withUnit(String number) {
    if (magnitude == Double.POSITIVE_INFINITY && dimension().equals(StandardUnits.TIME)) {
      return "never";
    }
    String symbol = unit.text();
    if (symbol.isEmpty()) {
      return number;
    }
    return number.concat(" ").concat(symbol.startsWith("1/") ? symbol.substring(1) : symbol);
  }

  private UnitExpression common(Quantity other, String verb, String joint) {
    if (fitsAnything()) {
      return other.unit;
    }
    if (!other.fitsAnything()) {
      requireSame(other.dimension(), verb, joint);
    }
    return unit;
  }

  private void requireSame(Dimension other, String verb, String joint) {
    if (!dimension().equals(other)) {
      throw new IllegalArgumentException(
          new StringBuilder("cannot ")
              .append(verb)
              .append(' ')
              .append(dimension().describe())
              .append(' ')
              .append(joint)
              .append(' ')
              .append(other.describe())
              .toString());
    }
  }
}
