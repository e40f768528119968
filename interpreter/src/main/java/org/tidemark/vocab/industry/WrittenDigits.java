package org.tidemark.vocab.industry;

import java.math.BigDecimal;
import java.util.OptionalInt;

/** How precisely a number is written, which its value alone does not tell: 3.80 is not 3.8. */
final class WrittenDigits {
  /** From here on a number is written with an exponent, or its zeros say nothing. */
  private static final BigDecimal LARGEST_PLAIN = BigDecimal.valueOf(10_000_000);

  private WrittenDigits() {}

  /**
   * The decimals of the one number in a text, {@code "3.80 year"} has two; negative where the last
   * digit stands for tens or more. Empty where there is no number, more than one, or a large one.
   */
  static OptionalInt decimals(String text) {
    BigDecimal found = null;
    for (int i = 0; i < text.length(); ) {
      char c = text.charAt(i);
      if (Character.isLetter(c) || c == '_') {
        i = skipName(text, i);
      } else if (Character.isDigit(c)) {
        int end = endOfNumber(text, i);
        if (found != null) {
          return OptionalInt.empty();
        }
        found = new BigDecimal(text.substring(i, end).replace("_", ""));
        i = end;
      } else {
        i++;
      }
    }
    return found == null || (found.scale() == 0 && found.compareTo(LARGEST_PLAIN) >= 0)
        ? OptionalInt.empty()
        : OptionalInt.of(found.scale());
  }

  private static int skipName(String text, int start) {
    int i = start;
    while (i < text.length()
        && (Character.isLetterOrDigit(text.charAt(i)) || text.charAt(i) == '_')) {
      i++;
    }
    return i;
  }

  private static int endOfNumber(String text, int start) {
    int i = digits(text, start);
    if (i + 1 < text.length() && text.charAt(i) == '.' && Character.isDigit(text.charAt(i + 1))) {
      i = digits(text, i + 1);
    }
    if (i < text.length() && (text.charAt(i) == 'e' || text.charAt(i) == 'E')) {
      int sign = i + 1;
      if (sign < text.length() && (text.charAt(sign) == '-' || text.charAt(sign) == '+')) {
        sign++;
      }
      if (sign < text.length() && Character.isDigit(text.charAt(sign))) {
        return digits(text, sign);
      }
    }
    return i;
  }

  private static int digits(String text, int start) {
    int i = start;
    while (i < text.length() && (Character.isDigit(text.charAt(i)) || text.charAt(i) == '_')) {
      i++;
    }
    return i;
  }
}
