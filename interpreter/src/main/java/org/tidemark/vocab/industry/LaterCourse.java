package org.tidemark.vocab.industry;

import java.util.List;
import java.util.Optional;
import org.tidemark.spi.plot.Axis;
import org.tidemark.spi.plot.Drawing;
import org.tidemark.spi.value.ObjectValue;

/** What is called with the time since a start, as a chart takes it. */
final class LaterCourse {
  /** So many years are drawn where nothing else is asked. */
  private static final double YEARS = 10;

  private LaterCourse() {}

  /** The course of something that moves, under what it is in words. */
  static Drawing of(String along, ObjectValue moving) {
    return new Drawing.Course(
        "time since the start",
        along,
        moving::call,
        Optional.of(
            Values.interval(
                DisplayUnits.years(0), DisplayUnits.years(DisplayUnits.YEAR.toBase(YEARS)))),
        Axis.Scale.LINEAR,
        Axis.Scale.LINEAR,
        List.of());
  }
}
