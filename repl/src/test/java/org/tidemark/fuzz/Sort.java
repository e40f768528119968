package org.tidemark.fuzz;

/** What a made-up expression is to be, with a unit in which it can be written. */
enum Sort {
  NUMBER("1", ""),
  PRICE("USD/GB", " USD/GB"),
  DATA("GB", " GB"),
  MONEY("USD", " USD"),
  TIME("year", " year"),
  RATE("1/year", " /year"),
  DATE("date", ""),
  TEXT("text", ""),
  BOOL("bool", ""),
  NUMBERS("[1]", ""),
  PRICES("[USD/GB]", " USD/GB");

  private final String type;
  private final String suffix;

  Sort(String type, String suffix) {
    this.type = type;
    this.suffix = suffix;
  }

  /** As an annotation. */
  String type() {
    return type;
  }

  /** What follows a number of it. */
  String suffix() {
    return suffix;
  }

  boolean isQuantity() {
    return ordinal() <= RATE.ordinal();
  }
}
