package org.tidemark.spi.value;

/**
 * A point in time.
 *
 * @param year decimal years, so that whole years and months are exact
 */
public record DateValue(double year) implements Value {
  @Override
  public String describe() {
    return "a date";
  }
}
