package org.tidemark.vocab.industry;

import java.util.List;
import java.util.Optional;
import org.tidemark.spi.Problem;
import org.tidemark.spi.plot.Drawing;
import org.tidemark.spi.plot.Plottable;
import org.tidemark.spi.plot.Pointing;
import org.tidemark.spi.value.DateValue;
import org.tidemark.spi.value.ObjectValue;
import org.tidemark.spi.value.SpecialValue;
import org.tidemark.spi.value.TextValue;
import org.tidemark.spi.value.Value;
import org.tidemark.vocab.processes.TrajectoryValue;

/**
 * When a comparison of trajectories comes to hold.
 *
 * @param condition as it is written
 * @param seconds since the start; infinite where it never does within the horizon
 * @param tangent how that moves with the input that is followed
 * @param start of the process, where it has a date
 * @param search how it was found
 */
record TimedCrossingValue(
    String condition,
    double seconds,
    double tangent,
    Optional<DateValue> start,
    TimedCrossingSearch search)
    implements ObjectValue, Plottable, Pointing {

  @Override
  public Drawing drawing(String name) {
    return new TimedCrossingChart(search, this).of(name);
  }

  /** The place on each trajectory that it reads. */
  @Override
  public List<Drawing.Landmark> landmarks(Value on) {
    if (Double.isInfinite(seconds)
        || !(on instanceof TrajectoryValue trajectory)
        || !search.reads(trajectory)) {
      return List.of();
    }
    Value when =
        start
            .<Value>map(from -> Dates.after(from, seconds))
            .orElseGet(() -> Values.of(DisplayUnits.years(seconds)));
    try {
      return List.of(new Drawing.Landmark(Optional.of(when), trajectory.call(when), search.name()));
    } catch (Problem outside) {
      // over a part of its time the trajectory may not reach so far
      return List.of();
    }
  }

  @Override
  public Value member(String member) {
    return switch (member) {
      case "time" ->
          Double.isInfinite(seconds)
              ? SpecialValue.NEVER
              : Values.of(DisplayUnits.years(seconds).withTangent(tangent));
      case "date" -> date();
      case "condition" -> new TextValue(condition);
      default -> throw Refusal.missing("a crossing in time has no " + member);
    };
  }

  private Value date() {
    if (Double.isInfinite(seconds)) {
      return SpecialValue.NEVER;
    }
    return Dates.after(start.orElseThrow(), seconds);
  }

  @Override
  public String summary() {
    if (Double.isInfinite(seconds)) {
      return condition + " never within the horizon";
    }
    return condition
        + (start.isPresent()
            ? " from " + Dates.text(Dates.after(start.get(), seconds)) + " on"
            : " after " + DisplayUnits.years(seconds).text());
  }

  @Override
  public String describe() {
    return "a crossing in time";
  }
}
