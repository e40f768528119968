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

  /**
   * A moment.
   *
   * @param years since the start
   * @param states of the whole system, in base units; null while they are found at the start
   */
  SystemMoment(SystemRun run, double years, double[] states) {
    this.run = run;
    this.years = years;
    this.states = states;
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
    return new QuantityValue(
        states == null
            ? shown
            : new Quantity(states[run.index(process, name, element)], shown.unit()));
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
