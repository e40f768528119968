package org.tidemark.render.progress;

import org.tidemark.quantity.NumberText;
import org.tidemark.render.PlainText;

/** How far some work has come, on one line. */
final class ProgressLine {
  private static final int LONGEST_BAR = 20;
  private static final int SHORTEST_BAR = 8;
  private static final int SHORTEST_NAME = 12;
  private static final String GAP = "  ";

  private ProgressLine() {}

  /**
   * With a bar: {@code sampling nash.time ██████░░░░ 62 % 61,842 of 100,000 draws 7,100/s 5 s
   * left}. Where that is too wide, the rate goes first, then the count, then the end of the name.
   *
   * @param width columns that it may take
   */
  static String bar(Reading reading, int width) {
    String count = count(reading);
    String rate = rate(reading);
    String end = end(reading);
    int bar = Double.isNaN(reading.share()) ? 0 : width >= 80 ? LONGEST_BAR : SHORTEST_BAR;
    String what = PlainText.lines(reading.what()).replace('\n', ' ').replace('\t', ' ');
    String line = joined(what, bar(reading.share(), bar), count, rate, end);
    if (PlainText.width(line) > width) {
      line = joined(what, bar(reading.share(), bar), count, "", end);
    }
    if (PlainText.width(line) > width) {
      line = joined(what, bar(reading.share(), bar), "", "", end);
    }
    int over = PlainText.width(line) - width;
    if (over > 0) {
      int room = Math.max(SHORTEST_NAME, PlainText.width(what) - over);
      line = joined(PlainText.elided(what, room), bar(reading.share(), bar), "", "", end);
    }
    return PlainText.elided(line, width);
  }

  /** Without: {@code sampling nash.time: 62 % (61,842 of 100,000 draws), 5 s left}. */
  static String plain(Reading reading) {
    String what = PlainText.lines(reading.what()).replace('\n', ' ');
    String count = count(reading);
    String share = percent(reading.share());
    String told =
        share.isEmpty() || count.isEmpty()
            ? share.concat(count).concat(share.isEmpty() && !count.isEmpty() ? " so far" : "")
            : share.concat(" (").concat(count).concat(")");
    return what.concat(": ").concat(told).concat(told.isEmpty() ? "" : ", ").concat(end(reading));
  }

  private static String joined(String... parts) {
    StringBuilder line = new StringBuilder();
    for (String part : parts) {
      if (!part.isEmpty()) {
        line.append(line.length() == 0 ? "" : GAP).append(part);
      }
    }
    return line.toString();
  }

  private static String bar(double share, int width) {
    if (width == 0) {
      return "";
    }
    int full = (int) (share * width);
    return "█"
        .repeat(full)
        .concat("░".repeat(width - full))
        .concat(" ")
        .concat(PlainText.padLeft(percent(share), "100 %".length()));
  }

  /** Rounded down, so that all is only said of all. */
  private static String percent(double share) {
    return Double.isNaN(share) ? "" : Integer.toString((int) (100 * share)).concat(" %");
  }

  private static String count(Reading reading) {
    if (reading.unit().isEmpty() || reading.done() == 0 && reading.total() == 0) {
      return "";
    }
    String of = reading.total() > 0 ? " of ".concat(NumberText.grouped(reading.total())) : "";
    return NumberText.grouped(reading.done()).concat(of).concat(" ").concat(reading.unit());
  }

  private static String rate(Reading reading) {
    return reading.unit().isEmpty() || !(reading.rate() > 0)
        ? ""
        : rounded(reading.rate()).concat("/s");
  }

  /** Two digits; more of a rate is noise. */
  private static String rounded(double rate) {
    if (rate < 10) {
      return NumberText.significant(rate, 2);
    }
    long size = 1;
    while (rate / size >= 100) {
      size *= 10;
    }
    return NumberText.grouped(Math.round(rate / size) * size);
  }

  private static String end(Reading reading) {
    double left = reading.left();
    return Double.isNaN(left)
        ? duration(Math.floor(reading.seconds()))
        : duration(Math.ceil(left)).concat(" left");
  }

  private static String duration(double seconds) {
    long s = (long) Math.min(seconds, 1e15);
    if (s < 60) {
      return s + " s";
    }
    if (s < 600) {
      return s / 60 + " min" + (s % 60 == 0 ? "" : " " + s % 60 + " s");
    }
    if (s < 3600) {
      return s / 60 + " min";
    }
    return s < 86_400 ? s / 3600 + " h " + s / 60 % 60 + " min" : s / 86_400 + " days";
  }
}
