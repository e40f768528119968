package org.tidemark.model.chart;

import java.util.List;
import java.util.Optional;
import org.tidemark.quantity.Quantity;
import org.tidemark.spi.plot.Axis;
import org.tidemark.spi.plot.Drawing.Course;
import org.tidemark.spi.plot.Drawing.Landmark;
import org.tidemark.spi.value.IntervalValue;
import org.tidemark.spi.value.QuantityValue;
import org.tidemark.spi.value.Value;

/** How far a course goes by itself: past the furthest thing that is pointed out on it. */
public final class Reach {
  /** So many times its place a landmark is passed along factors. */
  private static final double TIMES = 2;

  /** So much of the way to it along differences. */
  private static final double PART = 0.1;

  private Reach() {}

  /** The interval of a course with landmarks. */
  public static Optional<IntervalValue> of(Course course, List<Landmark> landmarks) {
    if (course.natural().isEmpty()
        || !(course.natural().get().from() instanceof QuantityValue from)
        || !(course.natural().get().to() instanceof QuantityValue to)) {
      return course.natural();
    }
    double start = from.quantity().magnitude();
    double end = to.quantity().magnitude();
    for (Landmark landmark : landmarks) {
      if (landmark.across().orElse(null) instanceof QuantityValue at) {
        double place = at.quantity().magnitude();
        double past =
            course.acrossScale() == Axis.Scale.LOG ? TIMES * place : place + PART * (place - start);
        end = place > end ? past : end;
      }
    }
    Value last = new QuantityValue(new Quantity(end, to.quantity().unit()));
    return Optional.of(new IntervalValue(from, last, Optional.empty()));
  }
}
