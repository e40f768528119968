package org.tidemark.vocab.industry;

import java.util.Optional;
import java.util.function.DoubleFunction;
import org.tidemark.quantity.Quantity;
import org.tidemark.spi.Problem;
import org.tidemark.spi.plot.Drawing;
import org.tidemark.spi.plot.Plottable;
import org.tidemark.spi.type.Type;
import org.tidemark.spi.type.Types;
import org.tidemark.spi.value.ObjectValue;
import org.tidemark.spi.value.Value;

/**
 * A threshold that moves: its level at the start, and a function of the time since then.
 *
 * @param atStart its level at the start
 * @param at its level at a time in seconds
 */
record MovingLevelValue(Quantity atStart, DoubleFunction<Quantity> at)
    implements ObjectValue, Plottable {
  /** It along the time. */
  @Override
  public Drawing drawing(String name) {
    return LaterCourse.of("cumulative output at the crossing", this);
  }

  @Override
  public Type parameter() {
    return Types.DURATION;
  }

  @Override
  public Value call(Value argument) {
    Quantity time = Values.quantity(argument, "a time since the start");
    if (!(time.magnitude() >= 0) || Double.isInfinite(time.magnitude())) {
      throw Problem.of(
              "E0501", "a threshold is asked for at " + time.text() + ", before the start or never")
          .withHelp("ask for a time of zero or later");
    }
    return Values.of(at.apply(time.magnitude()));
  }

  @Override
  public Optional<Quantity> quantity() {
    return Optional.of(atStart);
  }

  @Override
  public Value member(String name) {
    throw Refusal.missing("a threshold has no " + name);
  }

  @Override
  public String summary() {
    return "threshold that moves: " + atStart.text() + " at the start";
  }

  @Override
  public String describe() {
    return "a threshold";
  }
}
