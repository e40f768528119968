package org.tidemark.render.chart;

import java.util.ArrayList;
import java.util.List;
import org.tidemark.spi.plot.Axis;

/**
 * The places of an axis where something is written, in rising order, and between them those that
 * only get a small stroke.
 *
 * @param labelled at most as many as were asked for
 * @param small without labels, on axes of logarithms
 */
record Ticks(List<Tick> labelled, List<Double> small) {
  private static final int[] STEPS = {1, 2, 5};

  /** The smallest step that is tried has so many decimal places more than the range. */
  private static final int FINER = 2;

  Ticks {
    labelled = List.copyOf(labelled);
    small = List.copyOf(small);
  }

  /**
   * Ticks for a range.
   *
   * @param most how many labels at most, two or more
   * @param ascii whether labels keep to ASCII
   */
  static Ticks of(Axis axis, Range range, int most, boolean ascii) {
    return switch (axis.scale()) {
      case CATEGORIES -> new Ticks(categories(axis.categories(), most), List.of());
      case DATES -> new Ticks(DateTicks.of(range, most, ascii), List.of());
      case LOG -> LogTicks.of(range, most, ascii);
      case LINEAR -> new Ticks(linear(range, most, ascii), List.of());
    };
  }

  /** Every name, or every second, third … where there are too many. */
  private static List<Tick> categories(List<String> names, int most) {
    int stride = Math.max(1, (names.size() + most - 1) / most);
    List<Tick> ticks = new ArrayList<>();
    for (int i = 0; i < names.size(); i += stride) {
      ticks.add(new Tick(i, names.get(i)));
    }
    return ticks;
  }

  /** Multiples of 1, 2 or 5 times a power of ten. */
  static List<Tick> linear(Range range, int most, boolean ascii) {
    double span = range.high() - range.low();
    double finite = Double.isInfinite(span) ? Double.MAX_VALUE : span;
    int exponent = (int) Math.floor(StrictMath.log10(finite / most)) - FINER;
    List<Multiple> finer = List.of();
    for (int i = 0; ; i++) {
      Step step = new Step(STEPS[i % STEPS.length], exponent + i / STEPS.length);
      double parts = finite / step.size();
      if (parts > 4.0 * most + FINER) {
        continue;
      }
      List<Multiple> ticks = step.within(range);
      if (ticks.size() > most) {
        finer = ticks;
        continue;
      }
      List<Multiple> enough =
          ticks.size() >= 2 || finer.size() < 2
              ? ticks
              : List.of(finer.get(0), finer.get(finer.size() - 1));
      return TickText.of(enough, ascii);
    }
  }

  /** {@code factor · 10^exponent}, a step from one tick to the next. */
  private record Step(int factor, int exponent) {
    double size() {
      return TickText.value(factor, exponent);
    }

    List<Multiple> within(Range range) {
      List<Multiple> ticks = new ArrayList<>();
      double size = size();
      long first = (long) Math.ceil(range.low() / size - 1e-9);
      for (long k = first; ; k++) {
        Multiple tick = new Multiple(Math.multiplyExact(k, factor), exponent);
        if (!(tick.value() <= range.high())) {
          return ticks;
        }
        if (tick.value() >= range.low()) {
          ticks.add(tick);
        }
      }
    }
  }

  /** {@code whole · 10^exponent}, exactly what is meant, which a binary number is not. */
  record Multiple(long whole, int exponent) {
    double value() {
      return TickText.value(whole, exponent);
    }
  }
}
