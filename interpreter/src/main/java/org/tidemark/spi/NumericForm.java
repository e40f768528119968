package org.tidemark.spi;

import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import java.util.function.ToDoubleFunction;
import org.tidemark.quantity.UnitExpression;

/**
 * What a function of the vocabulary does with plain numbers, so that calls of it can be compiled.
 *
 * <p>For finite magnitudes in base units it gives the bits of the magnitude of the function's
 * result. Where the function refuses, or its result is no finite quantity, it gives something that
 * is not finite; then the function itself is called and says what there is to say. It has no
 * effects and serves several threads.
 *
 * @param operator what it does; equal operators do the same
 * @param unit of the result
 * @param shown whether results are always shown in that unit, rather than in one of its dimension
 * @param countsInUnits whether the numbers depend on the units in which the arguments are shown, as
 *     rounding does
 */
public record NumericForm(
    Operator operator, UnitExpression unit, boolean shown, boolean countsInUnits) {
  /** What is done with the numbers. */
  public sealed interface Operator {}

  /** With one number. */
  public record One(DoubleUnaryOperator function) implements Operator {
    @Override
    public boolean equals(Object other) {
      return other instanceof One same && function.equals(same.function);
    }

    @Override
    public int hashCode() {
      return function.hashCode();
    }
  }

  /** With two numbers. */
  public record Two(DoubleBinaryOperator function) implements Operator {
    @Override
    public boolean equals(Object other) {
      return other instanceof Two same && function.equals(same.function);
    }

    @Override
    public int hashCode() {
      return function.hashCode();
    }
  }

  /**
   * With numbers from the left: with the first two, with that and the third, and so on.
   *
   * @param start what comes before the first, if anything does
   */
  public record Fold(DoubleBinaryOperator function, OptionalDouble start) implements Operator {
    @Override
    public boolean equals(Object other) {
      return other instanceof Fold same
          && function.equals(same.function)
          && start.equals(same.start);
    }

    @Override
    public int hashCode() {
      return function.hashCode();
    }
  }

  /** With all numbers at once. */
  public record Many(ToDoubleFunction<double[]> function) implements Operator {
    @Override
    public boolean equals(Object other) {
      return other instanceof Many same && function.equals(same.function);
    }

    @Override
    public int hashCode() {
      return function.hashCode();
    }
  }

  /** Tells forms for the units of a call's arguments. */
  @FunctionalInterface
  public interface Rule {
    /**
     * The form for arguments in these units; null where there is none. A list that is the only
     * argument is handed over as its elements. Among several values of one sort, the literal 0 is
     * in the unit of the others.
     */
    NumericForm of(List<UnitExpression> arguments);
  }

  /** Refuses what is incomplete. */
  public NumericForm {
    Objects.requireNonNull(operator);
    Objects.requireNonNull(unit);
  }

  /** A function of one number whose result is shown in a unit. */
  public static NumericForm one(DoubleUnaryOperator function, UnitExpression unit) {
    return new NumericForm(new One(function), unit, true, false);
  }

  /** A function of two numbers whose result is shown in a unit. */
  public static NumericForm two(DoubleBinaryOperator function, UnitExpression unit) {
    return new NumericForm(new Two(function), unit, true, false);
  }

  /** A function of all numbers whose result is shown in a unit. */
  public static NumericForm many(ToDoubleFunction<double[]> function, UnitExpression unit) {
    return new NumericForm(new Many(function), unit, true, false);
  }

  /** A function that works from the left. */
  public static NumericForm fold(DoubleBinaryOperator function, UnitExpression unit) {
    return new NumericForm(new Fold(function, OptionalDouble.empty()), unit, true, false);
  }

  /** A function that works from the left, beginning with a number of its own. */
  public static NumericForm fold(double start, DoubleBinaryOperator function, UnitExpression unit) {
    return new NumericForm(new Fold(function, OptionalDouble.of(start)), unit, true, false);
  }

  /** The same where the result may be shown in other units of the dimension. */
  public NumericForm inSomeUnit() {
    return new NumericForm(operator, unit, false, countsInUnits);
  }

  /** The same where the numbers depend on the units in which the arguments are shown. */
  public NumericForm countingInUnits() {
    return new NumericForm(operator, unit, shown, true);
  }
}
