package org.tidemark.vocab.industry;

import java.util.Optional;
import org.tidemark.spi.value.DateValue;
import org.tidemark.spi.value.ObjectValue;
import org.tidemark.spi.value.SpecialValue;
import org.tidemark.spi.value.TextValue;
import org.tidemark.spi.value.Value;

/**
 * When a comparison of trajectories comes to hold.
 *
 * @param condition as it is written
 * @param seconds since the start; infinite where it never does within the horizon
 * @param tangent how that moves with the input that is followed
 * @param start of the process, where it has a date
 */
record TimedCrossingValue(
    String condition, double seconds, double tangent, Optional<DateValue> start)
    implements ObjectValue {
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
