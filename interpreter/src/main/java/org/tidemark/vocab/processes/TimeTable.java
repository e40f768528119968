package org.tidemark.vocab.processes;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tidemark.quantity.Quantity;
import org.tidemark.spi.Problem;
import org.tidemark.spi.type.Types;
import org.tidemark.spi.value.DateValue;
import org.tidemark.spi.value.QuantityValue;
import org.tidemark.spi.value.TableValue;
import org.tidemark.spi.value.Value;

/** Trajectories as a table: a row at the start, after every step, and at the end. */
final class TimeTable {
  private static final int MOST_ROWS = 100_000;

  private final ProcessValue process;
  private final double from;
  private final double to;

  TimeTable(ProcessValue process, double from, double to) {
    this.process = process;
    this.from = from;
    this.to = to;
  }

  /** The rows of some trajectories of the process. */
  TableValue of(List<TrajectoryValue> trajectories, Optional<Quantity> every) {
    double step = step(every);
    List<String> columns = new ArrayList<>();
    columns.add("t");
    process.start().ifPresent(date -> columns.add("date"));
    trajectories.forEach(each -> columns.add(each.name()));
    Outcome outcome = process.outcome(null);
    List<List<Value>> rows = new ArrayList<>();
    double room = 1e-9 * step;
    for (int i = 0; from + i * step < to - room; i++) {
      rows.add(row(trajectories, outcome, from + i * step));
    }
    rows.add(row(trajectories, outcome, to));
    return new TableValue(columns, rows);
  }

  private List<Value> row(List<TrajectoryValue> trajectories, Outcome outcome, double years) {
    process.fields().surroundings().checkpoint();
    List<Value> cells = new ArrayList<>();
    cells.add(new QuantityValue(Years.time(years)));
    process.start().ifPresent(start -> cells.add(new DateValue(start + years)));
    trajectories.forEach(each -> cells.add(each.value(outcome, years)));
    return cells;
  }

  private double step(Optional<Quantity> every) {
    if (every.isPresent() && !every.get().dimension().equals(Types.TIME)) {
      throw Problem.of(
              "E0308", "the step between rows is a time, and this is " + every.get().text())
          .withHelp("for example every: 1 year")
          .about("every");
    }
    double step = every.map(Years::of).orElse(1.0);
    if (!(step > 0)) {
      throw Problem.of(
              "E0501",
              "the time between rows is "
                  + every.map(Quantity::text).orElse("")
                  + ", and has to be above 0")
          .withHelp("for example every: 1 year")
          .about("every");
    }
    if ((to - from) / step > MOST_ROWS) {
      throw Problem.of(
              "E0501",
              process.name()
                  + " runs for "
                  + Years.time(to - from).text()
                  + ", which is more than "
                  + MOST_ROWS
                  + " rows")
          .withHelp("take longer steps")
          .about("every");
    }
    return step;
  }
}
