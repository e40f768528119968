package org.tidemark.render.chart;

/** The data of a path in tenths of a pixel, each step relative to the last, which is shortest. */
final class SvgPath {
  private final StringBuilder text = new StringBuilder();
  private long x;
  private long y;
  private boolean inLine;

  SvgPath move(double toX, double toY) {
    x = tenths(toX);
    y = tenths(toY);
    text.append('M').append(SvgText.tenths(x));
    append(SvgText.tenths(y));
    inLine = false;
    return this;
  }

  SvgPath line(double toX, double toY) {
    long nextX = tenths(toX);
    long nextY = tenths(toY);
    if (nextY == y) {
      text.append('h').append(SvgText.tenths(nextX - x));
      inLine = false;
    } else if (nextX == x) {
      text.append('v').append(SvgText.tenths(nextY - y));
      inLine = false;
    } else {
      if (inLine) {
        append(SvgText.tenths(nextX - x));
      } else {
        text.append('l').append(SvgText.tenths(nextX - x));
      }
      append(SvgText.tenths(nextY - y));
      inLine = true;
    }
    x = nextX;
    y = nextY;
    return this;
  }

  SvgPath close() {
    text.append('z');
    inLine = false;
    return this;
  }

  /** A rectangle of two corners; nothing where it has no area at all. */
  SvgPath box(double left, double top, double right, double bottom) {
    return move(left, top).line(right, top).line(right, bottom).line(left, bottom).close();
  }

  /** Steps written by the caller, relative to where the path is. */
  SvgPath raw(String steps) {
    text.append(steps);
    inLine = false;
    return this;
  }

  boolean isEmpty() {
    return text.length() == 0;
  }

  /** A space unless the sign separates the numbers. */
  private void append(String number) {
    if (number.charAt(0) != '-') {
      text.append(' ');
    }
    text.append(number);
  }

  private static long tenths(double pixels) {
    return Math.round(pixels * 10);
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
