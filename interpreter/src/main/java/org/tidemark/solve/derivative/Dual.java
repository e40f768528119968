package org.tidemark.solve.derivative;

/**
 * A number and its partial derivatives in a few inputs: forward differentiation for formulas that
 * have no derivative written out. Immutable; all operands of an expression have as many partials.
 *
 * <p>Source: A. Griewank and A. Walther, Evaluating Derivatives, 2nd ed., SIAM 2008, ch. 3.
 */
public final class Dual {
  private final double value;
  private final double[] partials;

  private Dual(double value, double[] partials) {
    this.value = value;
    this.partials = partials;
  }

  /** A number that depends on none of the inputs. */
  public static Dual constant(double value, int inputs) {
    return new Dual(value, new double[inputs]);
  }

  /** Input number {@code index} of so many. */
  public static Dual input(double value, int index, int inputs) {
    double[] partials = new double[inputs];
    partials[index] = 1;
    return new Dual(value, partials);
  }

  /** The number. */
  public double value() {
    return value;
  }

  /** Its derivative in one input. */
  public double partial(int index) {
    return partials[index];
  }

  /** This plus another. */
  public Dual plus(Dual other) {
    return with(value + other.value, 1, other, 1);
  }

  /** This less another. */
  public Dual minus(Dual other) {
    return with(value - other.value, 1, other, -1);
  }

  /** This times another. */
  public Dual times(Dual other) {
    return with(value * other.value, other.value, other, value);
  }

  /** This over another. */
  public Dual over(Dual other) {
    double quotient = value / other.value;
    return with(quotient, 1 / other.value, other, -quotient / other.value);
  }

  /** This to the power of another; the base must be positive. */
  public Dual power(Dual exponent) {
    double power = StrictMath.pow(value, exponent.value);
    return with(
        power,
        exponent.value * StrictMath.pow(value, exponent.value - 1),
        exponent,
        power * StrictMath.log(value));
  }

  /** e to this. */
  public Dual exp() {
    double power = StrictMath.exp(value);
    return of(power, power);
  }

  /** The natural logarithm. */
  public Dual log() {
    return of(StrictMath.log(value), 1 / value);
  }

  /** The square root. */
  public Dual squareRoot() {
    double root = Math.sqrt(value);
    return of(root, 0.5 / root);
  }

  /** A function of this, given its value and its derivative here. */
  public Dual of(double function, double derivative) {
    double[] chained = new double[partials.length];
    for (int i = 0; i < chained.length; i++) {
      chained[i] = derivative * partials[i];
    }
    return new Dual(function, chained);
  }

  private Dual with(double result, double byThis, Dual other, double byOther) {
    double[] combined = new double[partials.length];
    for (int i = 0; i < combined.length; i++) {
      combined[i] = byThis * partials[i] + byOther * other.partials[i];
    }
    return new Dual(result, combined);
  }
}
