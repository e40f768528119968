package org.tidemark.vocab.industry;

import java.util.List;
import java.util.Optional;
import org.tidemark.quantity.Quantity;
import org.tidemark.spi.plot.Axis;
import org.tidemark.spi.plot.Drawing;
import org.tidemark.spi.value.IntervalValue;

/** A curve as a chart takes it: cost along cumulative output. */
final class CurveCourse {
  /** So many times its reference a curve is drawn. */
  private static final double REACH = 20;

  /** So many times a threshold, so that one sees where the curve goes from there. */
  private static final double PAST = 2;

  /** So often an end moves halfway to a threshold before it is given up. */
  private static final int MOST_HALVINGS = 20;

  private final CurveValue curve;

  CurveCourse(CurveValue curve) {
    this.curve = curve;
  }

  /** From its reference point on; where it has none the script has to say. */
  Drawing.Course of() {
    return course(curve.reference().map(at -> Values.interval(at, times(at, REACH))), List.of());
  }

  /** From its reference point past a threshold. */
  Drawing.Course crossedAt(Quantity threshold, List<Drawing.Landmark> landmarks) {
    Optional<Quantity> at = curve.reference();
    Quantity low = at.orElseGet(() -> times(threshold, 1 / REACH));
    Quantity high = at.map(from -> times(from, REACH)).orElse(threshold);
    if (!(low.magnitude() < threshold.magnitude())) {
      low = times(threshold, 1 / PAST);
    }
    if (high.magnitude() < PAST * threshold.magnitude()) {
      high = times(threshold, PAST);
    }
    return course(
        Optional.of(Values.interval(defined(low, threshold), defined(high, threshold))), landmarks);
  }

  private Drawing.Course course(Optional<IntervalValue> natural, List<Drawing.Landmark> landmarks) {
    Axis.Scale scale = curve.isScaleFree() ? Axis.Scale.LOG : Axis.Scale.LINEAR;
    return new Drawing.Course(
        "cumulative output", "cost", curve::call, natural, scale, scale, landmarks);
  }

  private static Quantity times(Quantity quantity, double factor) {
    return new Quantity(factor * quantity.magnitude(), quantity.unit());
  }

  /** An end at which the curve has a cost, as near to the one given as need be. */
  private Quantity defined(Quantity end, Quantity threshold) {
    Quantity at = end;
    for (int i = 0; i < MOST_HALVINGS; i++) {
      if (hasCost(at)) {
        return at;
      }
      at = new Quantity((at.magnitude() + threshold.magnitude()) / 2, end.unit());
    }
    return threshold;
  }

  /** Whether it has a cost at a cumulative output. */
  boolean hasCost(Quantity at) {
    try {
      return Double.isFinite(curve.cost(at).magnitude());
    } catch (RuntimeException undefined) {
      // which exception it is, is up to whoever evaluates the function
      return false;
    }
  }
}
