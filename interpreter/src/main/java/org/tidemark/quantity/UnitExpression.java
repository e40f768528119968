package org.tidemark.quantity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * A product of named units to rational powers, such as USD/GB: what a quantity is shown in.
 *
 * <p>{@link #times}, {@link #over} and {@link #power} are purely symbolic and merge only equal
 * units, which is right for units that somebody wrote. {@link #ofProduct}, {@link #ofQuotient} and
 * {@link #ofPower} choose the unit in which the result of an arithmetic operation reads best.
 *
 * <p>Immutable. The order in which units were written is kept and counts for equality, so that
 * equal expressions have equal texts.
 */
public final class UnitExpression {
  private static final int CACHE_SIZE = 4096;
  private static final AtomicReferenceArray<Combined> CACHE =
      new AtomicReferenceArray<>(CACHE_SIZE);

  /** The unit of a pure number. */
  public static final UnitExpression NONE = new UnitExpression(new Unit[0], new Rational[0]);

  private final Unit[] units;

  /** None of them zero. */
  private final Rational[] exponents;

  private final Dimension dimension;
  private final double numerator;
  private final double denominator;
  private final int hash;
  private String text;

  /** A remembered product, or quotient. */
  private static final class Combined {
    final UnitExpression left;
    final UnitExpression right;
    final boolean quotient;
    final UnitExpression result;

    Combined(UnitExpression left, UnitExpression right, boolean quotient, UnitExpression result) {
      this.left = left;
      this.right = right;
      this.quotient = quotient;
      this.result = result;
    }
  }

  private UnitExpression(Unit[] units, Rational[] exponents) {
    this.units = units;
    this.exponents = exponents;
    Dimension product = Dimension.NONE;
    double above = 1;
    double below = 1;
    int h = 1;
    for (int i = 0; i < units.length; i++) {
      product = product.times(units[i].dimension().power(exponents[i]));
      Rational size = exponents[i].abs();
      double unitAbove = Factor.power(units[i].numerator(), size);
      double unitBelow = Factor.power(units[i].denominator(), size);
      boolean positive = exponents[i].signum() > 0;
      above *= positive ? unitAbove : unitBelow;
      below *= positive ? unitBelow : unitAbove;
      h = 31 * (31 * h + units[i].hashCode()) + exponents[i].hashCode();
    }
    this.dimension = product;
    this.numerator = above;
    this.denominator = below;
    this.hash = h;
  }

  /** Whether this is another unit times per cent, as %/year is of 1/year. */
  public boolean isPercentOf(UnitExpression other) {
    if (units.length == 0 || !dimension.equals(other.dimension) || equals(other)) {
      return false;
    }
    boolean percent = false;
    int rest = 0;
    for (int i = 0; i < units.length; i++) {
      if (units[i].isPercent()) {
        percent = exponents[i].isOne();
      } else if (other.exponentOf(units[i]).equals(exponents[i])) {
        rest++;
      }
    }
    return percent && rest == units.length - 1 && rest == other.units.length;
  }

  /** The expression that {@code unit} keeps of itself. */
  static UnitExpression ofOne(Unit unit) {
    return new UnitExpression(new Unit[] {unit}, new Rational[] {Rational.ONE});
  }

  /** One unit. */
  public static UnitExpression of(Unit unit) {
    return unit.expression();
  }

  /** The symbolic product. */
  public UnitExpression times(UnitExpression other) {
    return other.isNone() ? this : isNone() ? other : new Terms(this).add(other, false).build();
  }

  /** The symbolic quotient. */
  public UnitExpression over(UnitExpression other) {
    return other.isNone() ? this : new Terms(this).add(other, true).build();
  }

  /** The symbolic power. */
  public UnitExpression power(Rational exponent) {
    return exponent.isOne() || isNone() ? this : new Terms(this).raise(exponent).build();
  }

  /** What the unit measures. */
  public Dimension dimension() {
    return dimension;
  }

  /**
   * Converts a value in this unit to coherent base units: {@code v * numerator / denominator}, each
   * step rounded once and steps with 1 without effect.
   */
  public double toBase(double v) {
    double scaled = numerator == 1 ? v : v * numerator;
    return denominator == 1 ? scaled : scaled / denominator;
  }

  /** Converts a value in coherent base units to this unit; the inverse of {@link #toBase}. */
  public double fromBase(double v) {
    double scaled = denominator == 1 ? v : v * denominator;
    return numerator == 1 ? scaled : scaled / numerator;
  }

  /** Whether this is the unit of a pure number, without so much as a {@code %}. */
  public boolean isNone() {
    return units.length == 0;
  }

  /** The units that take part, in the order written. */
  public List<Unit> units() {
    return Collections.unmodifiableList(Arrays.asList(units));
  }

  /** The exponent of {@code unit}, zero if it takes no part. */
  public Rational exponentOf(Unit unit) {
    for (int i = 0; i < units.length; i++) {
      if (units[i].equals(unit)) {
        return exponents[i];
      }
    }
    return Rational.ZERO;
  }

  /**
   * Parsable Tide: {@code USD/GB}, {@code %/year}, {@code 1/year}, {@code USD/GB/(EB/year)}, {@code
   * USD*kg/(GB*m)}, {@code m/s^2}, {@code USD^(1/2)}; empty for {@link #NONE}.
   */
  public String text() {
    String t = text;
    if (t == null) {
      t = UnitText.of(units, exponents);
      text = t;
    }
    return t;
  }

  /**
   * The display unit of a product. Units of equal dimension merge (EB * USD/GB is USD), and so do
   * named products (kW * hour is kWh); {@code %} is dropped unless all that is left is {@code %} or
   * {@code %} per time. The dimension is that of the product.
   *
   * <p>Remembers recent answers, since this runs on every multiplication.
   */
  public static UnitExpression ofProduct(UnitExpression a, UnitExpression b) {
    if (a.isNone()) {
      if (b.isNone()) {
        return NONE;
      }
    } else if (b.isNone() && a.units.length == 1 && a.exponents[0].isOne()) {
      return a;
    }
    return combined(a, b, false);
  }

  /** The display unit of a quotient, by the rules of {@link #ofProduct}. */
  public static UnitExpression ofQuotient(UnitExpression a, UnitExpression b) {
    if (b.isNone()) {
      return ofProduct(a, b);
    }
    return combined(a, b, true);
  }

  /** The display unit of a power, by the rules of {@link #ofProduct}. */
  public static UnitExpression ofPower(UnitExpression a, Rational exponent) {
    return a.isNone() || exponent.isOne() ? a : new Terms(a).raise(exponent).simplified();
  }

  /**
   * A readable unit for results that nobody gave one: years for times and rates, GB for
   * information, kWh and kW for energy and power, and the base unit otherwise.
   */
  public static UnitExpression coherent(Dimension dimension) {
    return ReadableUnit.of(dimension);
  }

  /** Whether the same units to the same powers are written in the same order. */
  @Override
  public boolean equals(Object object) {
    return this == object
        || object instanceof UnitExpression other
            && hash == other.hash
            && Arrays.equals(units, other.units)
            && Arrays.equals(exponents, other.exponents);
  }

  @Override
  public int hashCode() {
    return hash;
  }

  /** As {@link #text}. */
  @Override
  public String toString() {
    return text();
  }

  private static UnitExpression combined(UnitExpression a, UnitExpression b, boolean quotient) {
    int h = 31 * (31 * a.hash + b.hash) + (quotient ? 1 : 0);
    h ^= h >>> 16;
    int slot = (h ^ h >>> 12) & CACHE_SIZE - 1;
    Combined found = CACHE.get(slot);
    if (found != null
        && found.quotient == quotient
        && found.left.equals(a)
        && found.right.equals(b)) {
      return found.result;
    }
    UnitExpression result = new Terms(a).add(b, quotient).simplified();
    CACHE.set(slot, new Combined(a, b, quotient, result));
    return result;
  }

  /** An expression under construction. */
  private static final class Terms {
    private final List<Unit> units;
    private final List<Rational> exponents;

    Terms(UnitExpression start) {
      units = new ArrayList<>(Arrays.asList(start.units));
      exponents = new ArrayList<>(Arrays.asList(start.exponents));
    }

    Terms add(UnitExpression other, boolean inverted) {
      for (int i = 0; i < other.units.length; i++) {
        Rational exponent = other.exponents[i];
        exponent = inverted ? exponent.negate() : exponent;
        int known = units.indexOf(other.units[i]);
        if (known < 0) {
          units.add(other.units[i]);
          exponents.add(exponent);
        } else {
          change(known, exponent);
        }
      }
      return this;
    }

    Terms raise(Rational exponent) {
      if (exponent.isZero()) {
        units.clear();
        exponents.clear();
      }
      for (int i = 0; i < exponents.size(); i++) {
        exponents.set(i, exponents.get(i).times(exponent));
      }
      return this;
    }

    UnitExpression build() {
      return units.isEmpty()
          ? NONE
          : new UnitExpression(units.toArray(new Unit[0]), exponents.toArray(new Rational[0]));
    }

    UnitExpression simplified() {
      Unit percent = removePercent();
      cancelOpposites();
      gatherNumerators();
      putTimeLast();
      UnitExpression plain = build();
      if (units.size() > 1) {
        plain = shortened(plain);
      }
      return percent != null && (plain.isNone() || isPerTime(plain))
          ? percent.expression().times(plain)
          : plain;
    }

    /** Takes {@code %} out; returns it if it had a positive exponent. */
    private Unit removePercent() {
      Unit kept = null;
      for (int i = units.size() - 1; i >= 0; i--) {
        if (units.get(i).isPercent()) {
          if (exponents.get(i).signum() > 0) {
            kept = units.get(i);
          }
          remove(i);
        }
      }
      return kept;
    }

    /** Merges a unit above the line with one below, as EB with GB. */
    private void cancelOpposites() {
      int above = 0;
      while (above < units.size()) {
        int below = exponents.get(above).signum() > 0 ? opposite(above) : -1;
        if (below < 0) {
          above++;
          continue;
        }
        Rational rest = exponents.get(above).plus(exponents.get(below));
        if (rest.signum() >= 0) {
          exponents.set(above, rest);
          remove(below);
        } else {
          exponents.set(below, rest);
          remove(above);
        }
        above = 0;
        for (int i = units.size() - 1; i >= 0; i--) {
          if (exponents.get(i).isZero()) {
            remove(i);
          }
        }
      }
    }

    private int opposite(int above) {
      Dimension dimension = units.get(above).dimension();
      for (int i = units.size() - 1; i >= 0; i--) {
        if (exponents.get(i).signum() < 0 && units.get(i).dimension().equals(dimension)) {
          return i;
        }
      }
      return -1;
    }

    /** Merges units of equal dimension above the line, as m and cm; below it both stay. */
    private void gatherNumerators() {
      for (int i = units.size() - 1; i > 0; i--) {
        for (int j = 0; j < i; j++) {
          if (exponents.get(i).signum() > 0
              && exponents.get(j).signum() > 0
              && units.get(i).dimension().equals(units.get(j).dimension())) {
            change(j, exponents.get(i));
            remove(i);
            break;
          }
        }
      }
    }

    /** Writes USD/GB/year rather than USD/year/GB. */
    private void putTimeLast() {
      int left = units.size();
      for (int i = 0; left > 0; left--) {
        if (exponents.get(i).signum() < 0 && units.get(i).dimension().equals(StandardUnits.TIME)) {
          units.add(units.remove(i));
          exponents.add(exponents.remove(i));
        } else {
          i++;
        }
      }
    }

    /** Replaces {@code plain} where one unit says it all, or where its units hide what it is. */
    private UnitExpression shortened(UnitExpression plain) {
      Dimension total = plain.dimension;
      if (total.isNone()) {
        return NONE;
      }
      for (int i = 0; i < units.size(); i++) {
        if (units.get(i).dimension().power(exponents.get(i)).equals(total)) {
          return new UnitExpression(new Unit[] {units.get(i)}, new Rational[] {exponents.get(i)});
        }
      }
      for (Unit unit : UnitTable.standard().fitting(total)) {
        if (unit.numerator() * plain.denominator == plain.numerator * unit.denominator()) {
          return unit.expression();
        }
      }
      return distinctDimensions() > total.exponents().size() ? coherent(total) : plain;
    }

    private int distinctDimensions() {
      int count = 0;
      for (int i = 0; i < units.size(); i++) {
        boolean isNew = true;
        for (int j = 0; j < i; j++) {
          isNew &= !units.get(j).dimension().equals(units.get(i).dimension());
        }
        count += isNew ? 1 : 0;
      }
      return count;
    }

    private static boolean isPerTime(UnitExpression plain) {
      return plain.units.length == 1
          && plain.exponents[0].equals(Rational.MINUS_ONE)
          && plain.dimension.equals(StandardUnits.RATE);
    }

    private void change(int index, Rational by) {
      Rational changed = exponents.get(index).plus(by);
      if (changed.isZero()) {
        remove(index);
      } else {
        exponents.set(index, changed);
      }
    }

    private void remove(int index) {
      units.remove(index);
      exponents.remove(index);
    }
  }
}
