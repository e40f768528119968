package org.tidemark.vocab.industry;

import java.util.Optional;
import org.tidemark.quantity.Dimension;
import org.tidemark.quantity.Quantity;
import org.tidemark.quantity.Rational;
import org.tidemark.quantity.Unit;
import org.tidemark.quantity.UnitExpression;
import org.tidemark.quantity.UnitTable;

/** Units in which results read well. */
final class DisplayUnits {
  /** Years, in which times are shown. */
  static final UnitExpression YEAR =
      UnitExpression.of(UnitTable.standard().find("year").orElseThrow());

  /** Prefixes from small to large; money has B and T, the rest G and beyond. */
  private static final String PREFIXES = "kMBGTPEZ";

  private DisplayUnits() {}

  /** A quantity shown in years. */
  static Quantity years(double seconds) {
    return new Quantity(seconds, YEAR);
  }

  /** The unit of a flow: {@code EB/year} for {@code EB}. */
  static UnitExpression perYear(UnitExpression stock) {
    return stock.over(YEAR);
  }

  /** The unit of a stock: {@code EB} for {@code EB/year}. */
  static UnitExpression stock(UnitExpression flow) {
    return UnitExpression.ofProduct(flow, timeOf(flow));
  }

  private static UnitExpression timeOf(UnitExpression flow) {
    for (Unit unit : flow.units()) {
      if (unit.dimension().equals(YEAR.dimension())
          && flow.exponentOf(unit).equals(Rational.of(-1))) {
        return UnitExpression.of(unit);
      }
    }
    return YEAR;
  }

  /** A readable unit of a dimension, with the prefix that suits a magnitude. */
  static UnitExpression readable(UnitTable units, Dimension dimension, double magnitude) {
    return prefixed(units, UnitExpression.coherent(dimension), magnitude);
  }

  /** The unit itself or a multiple of it, BUSD for USD, in which a magnitude is short. */
  static UnitExpression prefixed(UnitTable units, UnitExpression unit, double magnitude) {
    if (unit.units().size() != 1 || !unit.exponentOf(unit.units().get(0)).isOne()) {
      return unit;
    }
    Unit written = unit.units().get(0);
    String stem = stem(units, written);
    Unit best = null;
    for (int i = -1; i < PREFIXES.length(); i++) {
      String name = i < 0 ? stem : PREFIXES.charAt(i) + stem;
      Optional<Unit> found = units.find(name);
      if (found.isPresent() && found.get().dimension().equals(written.dimension())) {
        boolean isShort =
            Math.abs(magnitude) * found.get().denominator() >= found.get().numerator();
        if (best == null || isShort) {
          best = found.get();
        }
      }
    }
    return best == null ? unit : UnitExpression.of(best);
  }

  /** {@code B} for {@code GB}, {@code USD} for {@code MUSD}; itself for anything else. */
  private static String stem(UnitTable units, Unit unit) {
    String symbol = unit.symbol();
    if (symbol.length() < 2 || PREFIXES.indexOf(symbol.charAt(0)) < 0) {
      return symbol;
    }
    String rest = symbol.substring(1);
    Optional<Unit> found = units.find(rest);
    return found.isPresent() && found.get().dimension().equals(unit.dimension()) ? rest : symbol;
  }
}
