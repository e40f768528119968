package org.tidemark.api;

import java.time.Duration;
import java.util.Objects;
import org.tidemark.model.WrittenNumber;
import org.tidemark.quantity.Quantity;

/**
 * A number with what it measures. Immutable.
 *
 * <pre>{@code
 * QuantityAnswer cost = Tide.builder().build().compile("cost = 12 USD/GB").quantity("cost");
 * assert cost.in("USD/TB") == 12_000;
 * assert cost.magnitude() == 12 && cost.unit().equals("USD/GB");
 * }</pre>
 */
public final class QuantityAnswer {
  private final Quantity quantity;
  private final Units units;

  QuantityAnswer(Quantity quantity, Units units) {
    this.quantity = quantity;
    this.units = units;
  }

  /**
   * The number in a unit.
   *
   * @param unit as a script would write it, {@code "USD/GB"}; {@code "1"} for a pure number
   * @return infinity for a time that is never
   * @throws TideException where there is no such unit, or it measures something else
   */
  public double in(String unit) {
    Objects.requireNonNull(unit, "unit");
    return units.in(quantity, unit);
  }

  /** The number in its own {@link #unit()}: that which the script wrote, annotated or asked for. */
  public double magnitude() {
    return quantity.in(quantity.unit());
  }

  /** The unit in which a script would show it, {@code "USD/GB"}; empty for a pure number. */
  public String unit() {
    return quantity.unit().text();
  }

  /** What it measures, in words: {@code "money / information"}. */
  public String dimension() {
    return quantity.dimension().describe();
  }

  /** Whether it is a time without end. */
  public boolean isNever() {
    return WrittenNumber.isNever(quantity);
  }

  /**
   * It as a duration, to the nanosecond.
   *
   * @throws TideException where it is no time, or is never or too long
   */
  public Duration duration() {
    double seconds = in("s");
    double whole = Math.floor(seconds);
    if (!(Math.abs(whole) < 1e15)) {
      throw TideException.of(
          "E0911",
          quantity.text() + " is too long for a duration",
          "ask isNever() first, or take the number in a unit");
    }
    return Duration.ofSeconds((long) whole, Math.round((seconds - whole) * 1e9));
  }

  /** The quantity as plugins see it. */
  public Quantity quantity() {
    return quantity;
  }

  /** Whether both are the same number, to the last bit, in the same unit. */
  @Override
  public boolean equals(Object other) {
    return other instanceof QuantityAnswer that && quantity.equals(that.quantity);
  }

  @Override
  public int hashCode() {
    return Objects.hash(quantity);
  }

  /** As a script shows it, {@code "12 USD/GB"}. */
  @Override
  public String toString() {
    return quantity.text();
  }
}
