package org.tidemark.quantity;

import java.util.Optional;

/**
 * An exact fraction of two longs, in lowest terms with a positive denominator. Used for the
 * exponents of dimensions and units.
 *
 * <p>Operations throw {@link ArithmeticException} where a result does not fit.
 */
public final class Rational implements Comparable<Rational> {
  /** Zero. */
  public static final Rational ZERO = new Rational(0, 1);

  /** One. */
  public static final Rational ONE = new Rational(1, 1);

  /** Minus one. */
  static final Rational MINUS_ONE = new Rational(-1, 1);

  private static final long LARGEST_DENOMINATOR = 64;
  private static final double LARGEST_NUMERATOR = 1 << 30;

  private final long numerator;
  private final long denominator;

  private Rational(long numerator, long denominator) {
    this.numerator = numerator;
    this.denominator = denominator;
  }

  /** The whole number {@code n}. */
  public static Rational of(long n) {
    if (n == 1) {
      return ONE;
    }
    if (n == 0) {
      return ZERO;
    }
    return n == -1 ? MINUS_ONE : new Rational(n, 1);
  }

  /**
   * The fraction {@code n / d}.
   *
   * @throws ArithmeticException if {@code d} is zero, or the reduced fraction does not fit in longs
   */
  public static Rational of(long n, long d) {
    if (d == 0) {
      throw new ArithmeticException("a fraction cannot have denominator 0");
    }
    long divisor = gcd(n, d);
    long numerator = n / divisor;
    long denominator = d / divisor;
    if (denominator < 0) {
      numerator = Math.negateExact(numerator);
      denominator = Math.negateExact(denominator);
    }
    return denominator == 1 ? of(numerator) : new Rational(numerator, denominator);
  }

  /**
   * The simplest fraction that a double stands for: the one with the smallest denominator, at most
   * 64, whose nearest double is within one unit in the last place of {@code v}. So 0.5, 0.25 and
   * the double nearest to 1/3 are recognised, and 0.23 as 23/100 is not.
   *
   * @return empty if there is none, or {@code v} is not finite, or its numerator exceeds 2^30
   */
  public static Optional<Rational> fromDouble(double v) {
    if (Double.isNaN(v) || Double.isInfinite(v)) {
      return Optional.empty();
    }
    for (long d = 1; d <= LARGEST_DENOMINATOR; d++) {
      double n = Math.rint(v * d);
      if (Math.abs(n) > LARGEST_NUMERATOR) {
        return Optional.empty();
      }
      if (n == 0 ? v == 0 : Math.abs(n / d - v) <= Math.ulp(v)) {
        return Optional.of(of((long) n, d));
      }
    }
    return Optional.empty();
  }

  /** The numerator, which carries the sign. */
  public long numerator() {
    return numerator;
  }

  /** The denominator, at least 1. */
  public long denominator() {
    return denominator;
  }

  /** This plus {@code other}. */
  public Rational plus(Rational other) {
    if (denominator == 1 && other.denominator == 1) {
      return of(Math.addExact(numerator, other.numerator));
    }
    return of(
        Math.addExact(
            Math.multiplyExact(numerator, other.denominator),
            Math.multiplyExact(other.numerator, denominator)),
        Math.multiplyExact(denominator, other.denominator));
  }

  /** This minus {@code other}. */
  public Rational minus(Rational other) {
    return plus(other.negate());
  }

  /** This times {@code other}. */
  public Rational times(Rational other) {
    if (other.isOne()) {
      return this;
    }
    return isOne()
        ? other
        : of(
            Math.multiplyExact(numerator, other.numerator),
            Math.multiplyExact(denominator, other.denominator));
  }

  /** Minus this. */
  public Rational negate() {
    long negated = Math.negateExact(numerator);
    return denominator == 1 ? of(negated) : new Rational(negated, denominator);
  }

  /** The absolute value. */
  Rational abs() {
    return numerator < 0 ? negate() : this;
  }

  /** -1, 0 or 1. */
  int signum() {
    return Long.signum(numerator);
  }

  /** Whether this is 0. */
  public boolean isZero() {
    return numerator == 0;
  }

  /** Whether this is 1. */
  public boolean isOne() {
    return numerator == 1 && denominator == 1;
  }

  /** Whether this is a whole number. */
  public boolean isInteger() {
    return denominator == 1;
  }

  /** The nearest double (for numerators and denominators up to 2^53). */
  public double toDouble() {
    return (double) numerator / denominator;
  }

  @Override
  public int compareTo(Rational other) {
    if (denominator == other.denominator) {
      return Long.compare(numerator, other.numerator);
    }
    int high =
        Long.compare(
            Math.multiplyHigh(numerator, other.denominator),
            Math.multiplyHigh(other.numerator, denominator));
    return high != 0
        ? high
        : Long.compareUnsigned(numerator * other.denominator, other.numerator * denominator);
  }

  @Override
  public boolean equals(Object object) {
    return object instanceof Rational other
        && numerator == other.numerator
        && denominator == other.denominator;
  }

  @Override
  public int hashCode() {
    return 31 * Long.hashCode(numerator) + Long.hashCode(denominator);
  }

  /** {@code 3} or {@code 1/2}. */
  @Override
  public String toString() {
    String whole = Long.toString(numerator);
    return denominator == 1 ? whole : whole.concat("/").concat(Long.toString(denominator));
  }

  private static long gcd(long a, long b) {
    while (b != 0) {
      long rest = a % b;
      a = b;
      b = rest;
    }
    return a == 0 ? 1 : a < 0 && a != Long.MIN_VALUE ? -a : a;
  }
}
