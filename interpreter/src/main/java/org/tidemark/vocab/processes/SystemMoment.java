package org.tidemark.vocab.processes;

import java.util.Optional;
import java.util.OptionalDouble;
import org.tidemark.quantity.Quantity;
import org.tidemark.spi.Moment;
import org.tidemark.spi.value.DateValue;
import org.tidemark.spi.value.QuantityValue;
import org.tidemark.spi.value.RunningValue;
import org.tidemark.spi.value.Value;

/** Processes that run as one, at a time. */
final class SystemMoment implements Moment {
  private final SystemRun run;
  private final double years;
  private final double[] states;
  private final double[] moves;
  private final double pace;

  /**
   * A moment.
   *
   * @param years since the start
   * @param states of the whole system, in base units; null while they are found at the start
   */
  SystemMoment(SystemRun run, double years, double[] states) {
    this(run, years, states, null, 0);
  }

  /**
   * A moment that moves with the input that is followed.
   *
   * @param moves the derivatives of the states; null where none are followed
   * @param pace that of the time
   */
  SystemMoment(SystemRun run, double years, double[] states, double[] moves, double pace) {
    this.run = run;
    this.years = years;
    this.states = states;
    this.moves = moves;
    this.pace = pace;
  }

  /** Whether states carry their derivatives. */
  boolean isMoving() {
    return moves != null;
  }

  SystemRun run() {
    return run;
  }

  /** The years since the start. */
  double at() {
    return years;
  }

  /** A state or helper of one of the processes. */
  Value value(ProcessValue process, String name, int element) {
    if (!process.states().containsKey(name)) {
      return process.body().helper(name, this);
    }
    Quantity shown = process.initial(name, this).get(element);
    if (states == null) {
      return new QuantityValue(shown);
    }
    int place = run.index(process, name, element);
    return new QuantityValue(
        new Quantity(states[place], shown.unit(), moves == null ? 0 : moves[place]));
  }

  @Override
  public double pace() {
    return pace;
  }

  @Override
  public OptionalDouble years() {
    return OptionalDouble.of(years);
  }

  @Override
  public Optional<DateValue> start() {
    return run.start().map(DateValue::new);
  }

  @Override
  public Optional<Quantity> progress(RunningValue of) {
    return run.progress(of, this);
  }
}
