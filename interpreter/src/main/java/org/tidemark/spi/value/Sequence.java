package org.tidemark.spi.value;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.RandomAccess;
import java.util.function.IntFunction;
import org.tidemark.quantity.CalendarDate;
import org.tidemark.quantity.Quantity;
import org.tidemark.quantity.UnitExpression;
import org.tidemark.spi.Problem;

/** The values of an interval with a step. */
public final class Sequence {
  /** The most values that a sequence or a list may have. */
  public static final int MOST = 1_000_000;

  private Sequence() {}

  /**
   * The values from one end to the other. Each is computed from the start, not by adding up, so
   * that a step of 0.1 does not drift, and an end that is missed by rounding alone counts. Without
   * a step, pure numbers go up by one of their unit and dates by a year.
   *
   * @throws Problem where there is no step, it leads away from the end, or the values are too many
   */
  public static List<Value> of(IntervalValue interval) {
    return new ArrayList<>(seen(interval));
  }

  /**
   * The same values, each made when somebody looks at it.
   *
   * @throws Problem where there is no step, it leads away from the end, or the values are too many
   */
  public static List<Value> seen(IntervalValue interval) {
    if (interval.from() instanceof DateValue from && interval.to() instanceof DateValue to) {
      double each =
          interval
              .step()
              .map(step -> quantity(step).magnitude() / CalendarDate.SECONDS_PER_YEAR)
              .orElse(1.0);
      int count = count(to.year() - from.year(), each);
      return new Seen(count, i -> new DateValue(from.year() + i * each));
    }
    Quantity from = quantity(interval.from());
    Quantity to = quantity(interval.to());
    UnitExpression unit = to.unit().isNone() ? from.unit() : to.unit();
    double each = step(interval, from, to, unit);
    double start = from.dimension().equals(unit.dimension()) ? from.in(unit) : from.magnitude();
    int count = count(to.in(unit) - start, each);
    return new Seen(count, i -> new QuantityValue(Quantity.of(start + i * each, unit)));
  }

  /** Values that are made when they are looked at. */
  private static final class Seen extends AbstractList<Value> implements RandomAccess {
    private final int size;
    private final IntFunction<Value> at;

    Seen(int size, IntFunction<Value> at) {
      this.size = size;
      this.at = at;
    }

    @Override
    public Value get(int index) {
      return at.apply(Objects.checkIndex(index, size));
    }

    @Override
    public int size() {
      return size;
    }
  }

  private static double step(
      IntervalValue interval, Quantity from, Quantity to, UnitExpression unit) {
    if (interval.step().isPresent()) {
      Quantity step = quantity(interval.step().get());
      if (!step.dimension().equals(unit.dimension()) && step.magnitude() != 0) {
        throw Problem.of("E0313", "the step of a sequence is unlike its ends")
            .withHelp("give the step the dimension of the ends");
      }
      return unit.fromBase(step.magnitude());
    }
    if (unit.dimension().isNone()) {
      return 1;
    }
    throw Problem.of("E0505", "a sequence of quantities needs a step")
        .withHelp(
            "write " + from.text() + " .. " + to.text() + " by " + Quantity.of(1, unit).text());
  }

  private static Quantity quantity(Value value) {
    if (value instanceof QuantityValue quantity) {
      return quantity.quantity();
    }
    throw Problem.of("E0313", "a sequence goes from a number to a number, or from date to date")
        .withHelp("for example 1..10 or date(2024) .. date(2030)");
  }

  private static int count(double span, double each) {
    double steps = span / each;
    if (each == 0 || Double.isNaN(steps) || steps < 0) {
      throw Problem.of("E0505", "this sequence never reaches its end")
          .withHelp("give it a step in the direction of its end");
    }
    steps = Math.floor(steps * (1 + 4 * Math.ulp(1.0)));
    if (!(steps < MOST)) {
      throw Problem.of("E0505", "a sequence of more than " + MOST + " values")
          .withHelp("take a larger step");
    }
    return (int) steps + 1;
  }
}
