package org.tidemark.vocab.industry;

import java.util.Optional;
import java.util.function.UnaryOperator;
import org.tidemark.quantity.Quantity;
import org.tidemark.spi.plot.Drawing;
import org.tidemark.spi.plot.Plottable;
import org.tidemark.spi.type.Type;
import org.tidemark.spi.type.Types;
import org.tidemark.spi.value.ObjectValue;
import org.tidemark.spi.value.Timed;
import org.tidemark.spi.value.Value;

/**
 * The factor of a multiplier that moves: its value at the start, and a function of the time since
 * then.
 *
 * @param atStart its value at the start
 * @param later its value at a time
 */
record MovingFactorValue(Quantity atStart, UnaryOperator<Quantity> later)
    implements ObjectValue, Timed, Plottable {
  /** It along the time. */
  @Override
  public Drawing drawing(String name) {
    return LaterCourse.of("factor", this);
  }

  @Override
  public Quantity at(Quantity time) {
    return later.apply(time);
  }

  @Override
  public Type parameter() {
    return Types.DURATION;
  }

  @Override
  public Value call(Value argument) {
    return Values.of(at(Values.quantity(argument, "a time since the start")));
  }

  @Override
  public Optional<Quantity> quantity() {
    return Optional.of(atStart);
  }

  @Override
  public Value member(String name) {
    throw Refusal.missing("a factor has no " + name);
  }

  @Override
  public String summary() {
    return "factor that moves: " + atStart.text() + " at the start";
  }

  @Override
  public String describe() {
    return "a factor that moves";
  }
}
