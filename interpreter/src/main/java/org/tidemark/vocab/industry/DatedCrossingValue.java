package org.tidemark.vocab.industry;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.tidemark.quantity.Quantity;
import org.tidemark.spi.plot.Axis;
import org.tidemark.spi.plot.Drawing;
import org.tidemark.spi.plot.Plottable;
import org.tidemark.spi.type.BasicType;
import org.tidemark.spi.value.DateValue;
import org.tidemark.spi.value.IntervalValue;
import org.tidemark.spi.value.ObjectValue;
import org.tidemark.spi.value.TextValue;
import org.tidemark.spi.value.Value;

/**
 * Where a comparison of a curve and something that depends on the date first holds. A market that
 * says when it starts makes of it a crossing whose threshold moves in time.
 *
 * @param name of the declaration
 * @param condition as it is written
 * @param curve what runs in it
 * @param at the cumulative output from which on it holds, as of a date
 * @param falls of it that nobody foresees
 */
record DatedCrossingValue(
    String name,
    String condition,
    CurveValue curve,
    Function<DateValue, Quantity> at,
    List<Fall> falls)
    implements ObjectValue, Plottable {
  /** So long from the curve's date on the threshold is drawn where nothing else is asked. */
  private static final double YEARS = 10;

  /** The threshold along the date. */
  @Override
  public Drawing drawing(String label) {
    return new Drawing.Course(
        "date",
        "cumulative output at the crossing",
        date -> Values.of(at.apply((DateValue) date)),
        curve
            .asOf()
            .map(
                from ->
                    new IntervalValue(from, new DateValue(from.year() + YEARS), Optional.empty())),
        Axis.Scale.DATES,
        Axis.Scale.LINEAR,
        List.of());
  }

  /** The crossing of a market that starts on a date. */
  CrossingValue from(DateValue start) {
    return new CrossingValue(
        name,
        condition,
        curve,
        at.apply(start),
        Optional.of(seconds -> at.apply(Dates.after(start, seconds))),
        falls);
  }

  @Override
  public Value member(String member) {
    return switch (member) {
      case "threshold" ->
          new CallableValue(
              "the threshold of " + name,
              () -> BasicType.DATE,
              date -> Values.of(at.apply((DateValue) date)));
      case "curve" -> curve;
      case "condition" -> new TextValue(condition);
      default -> throw Refusal.missing("a crossing has no " + member);
    };
  }

  @Override
  public String summary() {
    return condition + ", as of a date";
  }

  @Override
  public String describe() {
    return "a crossing";
  }
}
