package org.tidemark.render;

import org.tidemark.spi.value.Distribution;
import org.tidemark.spi.value.Spread;

/** Histograms of one line: {@code ▁▃▇█▅▂▁}. */
final class Sparks {
  private static final int PARTS = 10;
  private static final String HEIGHTS = "▁▂▃▄▅▆▇█";
  private static final double LOWEST = 0.01;

  private Sparks() {}

  /** Empty where everything lies in one place. */
  static String of(Spread spread) {
    return of(spread.shares(PARTS));
  }

  /** Empty where everything lies in one place. */
  static String of(Distribution distribution) {
    double low = distribution.quantile(LOWEST);
    double high = distribution.quantile(1 - LOWEST);
    if (!(high > low) || Double.isInfinite(high - low)) {
      return "";
    }
    double[] shares = new double[PARTS];
    double before = distribution.cumulative(low);
    for (int i = 0; i < PARTS; i++) {
      double upTo = distribution.cumulative(low + (high - low) * (i + 1) / PARTS);
      shares[i] = upTo - before;
      before = upTo;
    }
    return of(shares);
  }

  private static String of(double[] shares) {
    double most = 0;
    for (double share : shares) {
      most = Math.max(most, share);
    }
    StringBuilder text = new StringBuilder();
    for (double share : shares) {
      int height = most > 0 ? (int) Math.round(share / most * (HEIGHTS.length() - 1)) : 0;
      text.append(HEIGHTS.charAt(Math.max(0, height)));
    }
    return text.toString();
  }
}
