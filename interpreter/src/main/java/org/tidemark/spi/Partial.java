package org.tidemark.spi;

import org.tidemark.quantity.NumberText;

/**
 * How far some work came that was ended early and is of use all the same.
 *
 * @param done how much was done
 * @param total out of how much; 0 where that is not known
 * @param unit what is counted, {@code "draws"}
 */
public record Partial(long done, long total, String unit) {
  /** In words: {@code stopped after 61,842 of 100,000 draws}. */
  public String words() {
    String of = total > 0 ? " of ".concat(NumberText.grouped(total)) : "";
    return "stopped after ".concat(NumberText.grouped(done)).concat(of).concat(" ").concat(unit);
  }
}
