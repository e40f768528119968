package org.tidemark.quantity;

import java.util.LinkedHashMap;
import java.util.Map;

/** The built-in dimensions and units. */
final class StandardUnits {
  static final BaseDimension MONEY = new BaseDimension("money", "USD");
  static final BaseDimension EUROS = new BaseDimension("money in EUR", "EUR");
  static final BaseDimension INFORMATION = new BaseDimension("information", "B");
  static final BaseDimension TOKENS = new BaseDimension("tokens", "token");
  static final BaseDimension COMPUTATION = new BaseDimension("computation", "FLOP");
  static final BaseDimension PARAMETERS = new BaseDimension("parameters", "parameter");
  static final BaseDimension GPUS = new BaseDimension("gpus", "gpu");
  static final BaseDimension MASS = new BaseDimension("mass", "kg");
  static final BaseDimension LENGTH = new BaseDimension("length", "m");
  static final BaseDimension DURATION = BaseDimension.last("time", "s");

  static final Dimension TIME = Dimension.of(DURATION);
  static final Dimension RATE = TIME.inverse();
  static final Dimension ENERGY =
      Dimension.of(MASS)
          .times(Dimension.of(LENGTH).power(Rational.of(2)))
          .times(TIME.power(Rational.of(-2)));
  static final Dimension POWER = ENERGY.over(TIME);

  static final double SECONDS_PER_DAY = 86400;
  static final double SECONDS_PER_YEAR = 31557600;
  static final double SECONDS_PER_MONTH = 2629800;

  private static final int[] BINARY_SHIFTS = {10, 20, 30, 40};

  private final Map<String, Unit> units = new LinkedHashMap<>(512);

  private StandardUnits() {}

  /** All built-in units by name, in the order in which a reference would list them. */
  static Map<String, Unit> create() {
    StandardUnits all = new StandardUnits();
    all.addEveryday();
    all.addMechanical();
    all.addDigital();
    all.addMoney("USD", "US dollar", "US dollars", Dimension.of(MONEY));
    all.addMoney("EUR", "euro", "euros", Dimension.of(EUROS));
    return all.units;
  }

  private void addEveryday() {
    units.put("%", new Unit("%", Dimension.NONE, 1, 100, true, "Per cent: one hundredth."));
    add("s", TIME, 1, 1, "Second, the base unit of time.");
    add("ms", TIME, 1, 1e3, "Millisecond: 0.001 s.");
    add("us", TIME, 1, 1e6, "Microsecond: 1e-6 s.");
    add("ns", TIME, 1, 1e9, "Nanosecond: 1e-9 s.");
    add("minute", TIME, 60, 1, "Minute: 60 s.");
    add("hour", TIME, 3600, 1, "Hour: 60 minutes.");
    add("day", TIME, SECONDS_PER_DAY, 1, "Day: 24 hours.");
    add("week", TIME, 7 * SECONDS_PER_DAY, 1, "Week: 7 days.");
    add("month", TIME, SECONDS_PER_MONTH, 1, "Month: a twelfth of a year, 30.4375 days.");
    add("year", TIME, SECONDS_PER_YEAR, 1, "Year: 365.25 days.");
    add("decade", TIME, 10 * SECONDS_PER_YEAR, 1, "Decade: 10 years.");
    addPrefixed("Hz", "hertz", "one per second", RATE, 1, " kMGT");
  }

  // single letters that a model is likely to use for its own names (N, K, A, V) are left to it
  private void addMechanical() {
    Dimension length = Dimension.of(LENGTH);
    add("m", length, 1, 1, "Metre, the base unit of length.");
    add("nm", length, 1, 1e9, "Nanometre: 1e-9 m.");
    add("um", length, 1, 1e6, "Micrometre: 1e-6 m.");
    add("mm", length, 1, 1e3, "Millimetre: 0.001 m.");
    add("cm", length, 1, 100, "Centimetre: 0.01 m.");
    add("km", length, 1e3, 1, "Kilometre: 1000 m.");
    Dimension mass = Dimension.of(MASS);
    add("kg", mass, 1, 1, "Kilogram, the base unit of mass.");
    add("g", mass, 1, 1e3, "Gram: 0.001 kg.");
    add("mg", mass, 1, 1e6, "Milligram: 1e-6 kg.");
    add("tonne", mass, 1e3, 1, "Metric ton: 1000 kg.");
    addPrefixed("W", "watt", "one joule per second", POWER, 1, "m kMGT");
    addPrefixed("J", "joule", "one watt for a second", ENERGY, 1, " kMGT");
    addPrefixed("Wh", "watt hour", "3600 J", ENERGY, 3600, " kMGT");
  }

  private void addDigital() {
    Dimension information = Dimension.of(INFORMATION);
    addPrefixed("B", "byte", "the base unit of information", information, 1, " kMGTPEZ");
    String prefixes = "KMGT";
    for (int i = 0; i < BINARY_SHIFTS.length; i++) {
      String symbol = prefixes.substring(i, i + 1).concat("iB");
      double factor = 1L << BINARY_SHIFTS[i];
      String power = Integer.toString(BINARY_SHIFTS[i]);
      add(symbol, information, factor, 1, "Binary multiple: 2^".concat(power).concat(" B."));
    }
    add("bit", information, 1, 8, "Bit: an eighth of a byte.");
    add("kbit", information, 125, 1, "Kilobit: 125 B.");
    add("Mbit", information, 125e3, 1, "Megabit: 125 kB.");
    add("Gbit", information, 125e6, 1, "Gigabit: 125 MB.");
    add("Tbit", information, 125e9, 1, "Terabit: 125 GB.");
    addPrefixed(
        "token",
        "token",
        "what a language model reads or writes",
        Dimension.of(TOKENS),
        1,
        " kMGT");
    addPrefixed(
        "FLOP", "FLOP", "one floating-point operation", Dimension.of(COMPUTATION), 1, " kMGTPEZY");
    Dimension parameters = Dimension.of(PARAMETERS);
    add("parameter", parameters, 1, 1, "Parameter: one weight of a model.");
    add("Mparameter", parameters, 1e6, 1, "1e6 parameters.");
    add("Bparameter", parameters, 1e9, 1, "1e9 parameters.");
    add("Tparameter", parameters, 1e12, 1, "1e12 parameters.");
    add("gpu", Dimension.of(GPUS), 1, 1, "Accelerator: one graphics processor or its like.");
  }

  private void addMoney(String symbol, String singular, String plural, Dimension dimension) {

    add(symbol, dimension, 1, 1, capital(singular).concat("."));
    add("k".concat(symbol), dimension, 1e3, 1, "Thousand ".concat(plural).concat("."));
    add("M".concat(symbol), dimension, 1e6, 1, "Million ".concat(plural).concat("."));
    add("B".concat(symbol), dimension, 1e9, 1, "Billion (1e9) ".concat(plural).concat("."));
    add("T".concat(symbol), dimension, 1e12, 1, "Trillion (1e12) ".concat(plural).concat("."));
  }

  /** A unit and its multiples; a blank among {@code prefixes} is the unit itself. */
  private void addPrefixed(
      String symbol,
      String name,
      String meaning,
      Dimension dimension,
      double factor,
      String prefixes) {
    for (int i = 0; i < prefixes.length(); i++) {
      switch (prefixes.charAt(i)) {
        case ' ' ->
            add(
                symbol,
                dimension,
                factor,
                1,
                capital(name).concat(": ").concat(meaning).concat("."));
        case 'm' -> addMultiple("m", "milli", "0.001 ", symbol, name, dimension, factor, 1e3);
        case 'k' -> addMultiple("k", "kilo", "1000 ", symbol, name, dimension, factor * 1e3, 1);
        case 'M' -> addMultiple("M", "mega", "1e6 ", symbol, name, dimension, factor * 1e6, 1);
        case 'G' -> addMultiple("G", "giga", "1e9 ", symbol, name, dimension, factor * 1e9, 1);
        case 'T' -> addMultiple("T", "tera", "1e12 ", symbol, name, dimension, factor * 1e12, 1);
        case 'P' -> addMultiple("P", "peta", "1e15 ", symbol, name, dimension, factor * 1e15, 1);
        case 'E' -> addMultiple("E", "exa", "1e18 ", symbol, name, dimension, factor * 1e18, 1);
        case 'Z' -> addMultiple("Z", "zetta", "1e21 ", symbol, name, dimension, factor * 1e21, 1);
        default -> addMultiple("Y", "yotta", "1e24 ", symbol, name, dimension, factor * 1e24, 1);
      }
    }
  }

  private void addMultiple(
      String prefix,
      String prefixName,
      String times,
      String symbol,
      String name,
      Dimension dimension,
      double numerator,
      double denominator) {
    String doc =
        capital(prefixName).concat(name).concat(": ").concat(times).concat(symbol).concat(".");
    add(prefix.concat(symbol), dimension, numerator, denominator, doc);
  }

  private void add(
      String symbol, Dimension dimension, double numerator, double denominator, String doc) {
    units.put(symbol, new Unit(symbol, dimension, numerator, denominator, false, doc));
  }

  private static String capital(String name) {
    return String.valueOf(Character.toUpperCase(name.charAt(0))).concat(name.substring(1));
  }
}
