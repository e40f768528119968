package org.tidemark.vocab.industry;

import java.util.List;
import java.util.Optional;
import java.util.function.DoubleFunction;
import org.tidemark.quantity.Quantity;
import org.tidemark.spi.plot.Drawing;
import org.tidemark.spi.plot.Plottable;
import org.tidemark.spi.plot.Pointing;
import org.tidemark.spi.value.ObjectValue;
import org.tidemark.spi.value.TextValue;
import org.tidemark.spi.value.Value;

/**
 * Where a comparison of a curve first holds.
 *
 * @param name of the declaration
 * @param condition as it is written
 * @param curve what runs in it
 * @param threshold the cumulative output from which on it holds, at the start
 * @param moving the threshold at a time in seconds since the start, where it moves
 * @param falls of it that nobody foresees
 */
record CrossingValue(
    String name,
    String condition,
    CurveValue curve,
    Quantity threshold,
    Optional<DoubleFunction<Quantity>> moving,
    List<Fall> falls)
    implements ObjectValue, Plottable, Pointing {

  /** The curve with the threshold on it. */
  @Override
  public Drawing drawing(String name) {
    return new CurveCourse(curve).crossedAt(threshold, landmarks(curve));
  }

  /** The place on its own curve. */
  @Override
  public List<Drawing.Landmark> landmarks(Value on) {
    if (!(on instanceof CurveValue other)
        || !other.sameAs(curve)
        || !new CurveCourse(other).hasCost(threshold)) {
      return List.of();
    }
    Quantity level = curve.cost(threshold);
    // the curve of another copy of the model is there as dear only by chance
    if (other.cost(threshold).magnitude() != level.magnitude()) {
      return List.of();
    }
    return List.of(
        new Drawing.Landmark(
            Optional.of(Values.of(threshold)),
            Values.of(level),
            changes() ? name + " (at the start)" : name));
  }

  /** Whether anything about it changes in time. */
  boolean changes() {
    return moving.isPresent() || !falls.isEmpty();
  }

  /** By how much the threshold has moved, releases included, a time after the market's start. */
  double risen(double seconds, MarketValue market) {
    double risen =
        moving
            .map(level -> level.apply(seconds).magnitude() - level.apply(0).magnitude())
            .orElse(0.0);
    for (Fall fall : falls) {
      if (fall.release(market).time() <= seconds) {
        risen -= fall.lowers().magnitude();
      }
    }
    return risen;
  }

  @Override
  public Value member(String member) {
    return switch (member) {
      case "threshold" ->
          moving.isPresent() ? new MovingLevelValue(threshold, moving.get()) : Values.of(threshold);
      case "curve" -> curve;
      case "condition" -> new TextValue(condition);
      default -> throw Refusal.missing("a crossing has no " + member);
    };
  }

  @Override
  public String summary() {
    return condition
        + " from "
        + threshold.text()
        + " on"
        + (moving.isPresent() ? " at the start" : "");
  }

  @Override
  public String describe() {
    return "a crossing";
  }
}
