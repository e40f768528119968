package org.tidemark.spi.plot;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.tidemark.spi.value.IntervalValue;
import org.tidemark.spi.value.Value;

/** What a value looks like, before it stands in one chart with others. */
public sealed interface Drawing permits Chart, Drawing.Course {
  /**
   * A function of a quantity or a date, which a chart samples over an interval of its own.
   *
   * @param across what it is a function of, in words: {@code "cumulative output"}
   * @param along what it is, in words: {@code "cost"}
   * @param at its value, a quantity, at a quantity or a date; where it throws a {@link
   *     org.tidemark.spi.Problem}, the chart has a gap. Asked hundreds of times, by one thread
   * @param natural the interval where the script names none; absent where one has to be named
   * @param acrossScale how its arguments are best laid out
   * @param alongScale how its values are best laid out
   * @param landmarks what is worth pointing out on it
   */
  record Course(
      String across,
      String along,
      Function<Value, Value> at,
      Optional<IntervalValue> natural,
      Axis.Scale acrossScale,
      Axis.Scale alongScale,
      List<Landmark> landmarks)
      implements Drawing {
    /** Copies its list. */
    public Course {
      landmarks = List.copyOf(landmarks);
    }
  }

  /**
   * A point of a function that is worth pointing out: where it crosses a threshold.
   *
   * @param across its argument there, a quantity or a date; absent where only the level is known
   * @param level the threshold, a quantity
   * @param label what happens there, {@code "parity"}
   */
  record Landmark(Optional<Value> across, Value level, String label) {}
}
