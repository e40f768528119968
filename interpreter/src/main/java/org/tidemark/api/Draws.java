package org.tidemark.api;

import java.util.Objects;
import java.util.Optional;
import org.tidemark.quantity.Quantity;
import org.tidemark.spi.Problem;
import org.tidemark.spi.value.ListValue;
import org.tidemark.spi.value.ObjectValue;
import org.tidemark.spi.value.QuantityValue;
import org.tidemark.spi.value.Spread;
import org.tidemark.spi.value.Value;

/**
 * An answer at many draws of the uncertain inputs, or an uncertain input itself. Numbers are in the
 * unit that is asked for; dates are decimal years in {@code "year"}. Immutable.
 *
 * <pre>{@code
 * Program program = Tide.builder().build().compile("""
 *     cost = 10 to 20 USD
 *     mc = sample({ twice: 2 * cost }, draws: 1000, seed: 7)
 *     """);
 * Draws twice = program.draws("mc.twice");
 * assert twice.values("USD").length == 1000;
 * assert twice.quantile(0.05, "USD") < twice.mean("USD");
 * }</pre>
 */
public final class Draws {
  private final Value value;
  private final Units units;

  private Draws(Value value, Units units) {
    this.value = value;
    this.units = units;
  }

  /** The draws behind a value; empty where it is certain. */
  static Optional<Draws> of(Value value, Units units) {
    boolean spread =
        value instanceof Spread && value instanceof ObjectValue
            || value instanceof QuantityValue quantity && quantity.distribution().isPresent();
    return spread ? Optional.of(new Draws(value, units)) : Optional.empty();
  }

  /**
   * The value below which a part of the probability lies; infinity for never.
   *
   * @param probability from 0 to 1
   * @throws TideException where it has none
   */
  public double quantile(double probability, String unit) {
    Objects.requireNonNull(unit, "unit");
    if (!(probability >= 0 && probability <= 1)) {
      throw TideException.of(
          "E0912", "a probability is from 0 to 1, and not " + probability, "0.05 for 5 %");
    }
    if (value instanceof QuantityValue quantity) {
      double magnitude = quantity.distribution().orElseThrow().quantile(probability);
      return units.in(new Quantity(magnitude, quantity.quantity().unit()), unit);
    }
    try {
      return PlainValues.number(((Spread) value).quantile(probability), unit, units);
    } catch (Problem refused) {
      throw TideException.of(refused);
    }
  }

  /**
   * The mean.
   *
   * @throws TideException where a draw is never, or it is an uncertain input and not a sample
   */
  public double mean(String unit) {
    return number("mean", unit);
  }

  /**
   * The standard deviation; that of dates is a time.
   *
   * @throws TideException as {@link #mean} does
   */
  public double sd(String unit) {
    return number("sd", unit);
  }

  /**
   * All draws that have a value, in their order; infinity for never.
   *
   * @throws TideException where it is an uncertain input and not a sample
   */
  public double[] values(String unit) {
    Objects.requireNonNull(unit, "unit");
    return ((ListValue) member("values"))
        .elements().stream().mapToDouble(draw -> PlainValues.number(draw, unit, units)).toArray();
  }

  /** How many draws there are. */
  public int count() {
    return (int) number("draws", "1");
  }

  /** How many of them are never. */
  public int never() {
    return (int) number("never", "1");
  }

  /** How many of them have no solution. */
  public int failed() {
    return (int) number("failed", "1");
  }

  private double number(String name, String unit) {
    Objects.requireNonNull(unit, "unit");
    return PlainValues.number(member(name), unit, units);
  }

  private Value member(String name) {
    if (!(value instanceof ObjectValue object)) {
      throw TideException.of(
          "E0910", "an uncertain input has no draws", "sample it: sample({ x: … })");
    }
    try {
      return object.member(name);
    } catch (Problem refused) {
      throw TideException.of(refused);
    }
  }
}
