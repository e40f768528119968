package org.tidemark.render.chart;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** Labels of ticks: plain where that is short, otherwise with a power of ten. */
final class TickText {
  private static final int SMALLEST_PLAIN = -5;
  private static final int LARGEST_PLAIN = 6;
  private static final String RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹";

  private TickText() {}

  /** The double nearest to a whole number times a power of ten. */
  static double value(long whole, int exponent) {
    return BigDecimal.valueOf(whole, -exponent).doubleValue();
  }

  /** Labels with as many decimal places as the step between them needs. */
  static List<Tick> of(List<Ticks.Multiple> ticks, boolean ascii) {
    int largest = Integer.MIN_VALUE;
    int finest = Integer.MAX_VALUE;
    for (Ticks.Multiple tick : ticks) {
      if (tick.whole() != 0) {
        BigDecimal number = number(tick);
        largest = Math.max(largest, number.precision() - number.scale() - 1);
        finest = Math.min(finest, -number.stripTrailingZeros().scale());
      }
    }
    boolean plain = largest <= LARGEST_PLAIN && finest >= SMALLEST_PLAIN;
    List<Tick> labelled = new ArrayList<>();
    for (Ticks.Multiple tick : ticks) {
      String label =
          tick.whole() == 0
              ? "0"
              : plain
                  ? number(tick).setScale(Math.max(0, -finest)).toPlainString()
                  : power(number(tick), Math.floorDiv(largest, 3) * 3, ascii);
      labelled.add(new Tick(tick.value(), sign(label, ascii)));
    }
    return labelled;
  }

  /** One number by itself, such as a decade. */
  static String of(Ticks.Multiple tick, boolean ascii) {
    BigDecimal number = number(tick);
    int exponent = number.precision() - number.scale() - 1;
    return exponent <= LARGEST_PLAIN - 1 && exponent >= SMALLEST_PLAIN + 2
        ? number.toPlainString()
        : power(number, exponent, ascii);
  }

  private static BigDecimal number(Ticks.Multiple tick) {
    return new BigDecimal(BigDecimal.valueOf(tick.whole(), -tick.exponent()).toPlainString());
  }

  /** {@code 2×10⁹}, or {@code 2e9}. */
  private static String power(BigDecimal number, int exponent, boolean ascii) {
    BigDecimal mantissa = number.scaleByPowerOfTen(-exponent).stripTrailingZeros();
    String digits = mantissa.toPlainString();
    if (ascii) {
      return digits.concat("e").concat(Integer.toString(exponent));
    }
    String power = "10".concat(raised(exponent));
    return digits.equals("1") ? power : digits.concat("×").concat(power);
  }

  private static String raised(int exponent) {
    StringBuilder text = new StringBuilder(exponent < 0 ? "⁻" : "");
    for (char digit : Integer.toString(Math.abs(exponent)).toCharArray()) {
      text.append(RAISED.charAt(digit - '0'));
    }
    return text.toString();
  }

  private static String sign(String label, boolean ascii) {
    return !ascii && label.startsWith("-") ? "−".concat(label.substring(1)) : label;
  }
}
