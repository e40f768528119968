package org.tidemark.vocab.questions;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.tidemark.quantity.UnitExpression;
import org.tidemark.spi.Partial;
import org.tidemark.spi.Problem;
import org.tidemark.spi.Study;
import org.tidemark.spi.value.RecordValue;
import org.tidemark.spi.value.Value;

/**
 * Takes the answers of many draws as plain numbers, from several threads at once, so that ten
 * million of them fit into memory.
 */
final class Gathering implements Study.Sink {
  private static final String ONE = "";

  private final int count;
  private final Map<String, double[]> numbers = new LinkedHashMap<>();
  private final Map<String, UnitAt> units = new LinkedHashMap<>();
  private volatile boolean single;
  private Study.Failure failure;
  private int failedFirst = Integer.MAX_VALUE;
  private int kept;
  private Optional<Partial> partial = Optional.empty();

  /** The unit of the first answer that has one, and which that is. */
  private record UnitAt(int number, UnitExpression unit, boolean dates) {}

  Gathering(int count) {
    this.count = count;
    this.kept = count;
  }

  @Override
  public void take(int number, Study.Trial trial) {
    if (trial.value().isEmpty()) {
      fail(number, trial.failure().orElseThrow());
      return;
    }
    Value value = trial.value().get();
    if (value instanceof RecordValue record) {
      record.fields().forEach((name, answer) -> put(name, number, answer));
    } else {
      single = true;
      put(ONE, number, value);
    }
  }

  private synchronized void fail(int number, Study.Failure why) {
    if (number < failedFirst) {
      failedFirst = number;
      failure = why;
    }
  }

  private void put(String name, int number, Value answer) {
    double[] all = column(name);
    Outcomes one = Outcomes.of(Optional.of(answer));
    all[number] = one.numbers()[0];
    if (!one.unit().isNone() || one.dates()) {
      note(name, new UnitAt(number, one.unit(), one.dates()));
    }
  }

  private synchronized double[] column(String name) {
    return numbers.computeIfAbsent(
        name,
        key -> {
          double[] all = new double[count];
          // what never comes is a draw without a solution
          Arrays.fill(all, Double.NaN);
          return all;
        });
  }

  private synchronized void note(String name, UnitAt unit) {
    units.merge(name, unit, (old, now) -> now.number() < old.number() ? now : old);
  }

  /** Leaves out what came behind the first so many draws. */
  void keep(int first, Optional<Partial> early) {
    kept = first;
    partial = early;
  }

  /** Whether a single expression was asked. */
  boolean isSingle() {
    return single;
  }

  /**
   * The answers under their names; of a single expression under none.
   *
   * @throws Problem where no draw has an answer
   */
  Map<String, SampledValue> answers() {
    if (numbers.isEmpty()) {
      throw Sampler.noAnswers(kept, failure);
    }
    Map<String, SampledValue> answers = new LinkedHashMap<>();
    numbers.forEach(
        (name, all) -> {
          UnitAt unit = units.get(name);
          double[] first = kept == count ? all : Arrays.copyOf(all, kept);
          answers.put(
              name,
              new SampledValue(
                  unit == null
                      ? new Outcomes(first, UnitExpression.NONE, false)
                      : new Outcomes(first, unit.unit(), unit.dates()),
                  partial));
        });
    return answers;
  }

  /** The answers of a single expression. */
  SampledValue answer() {
    return answers().get(ONE);
  }
}
