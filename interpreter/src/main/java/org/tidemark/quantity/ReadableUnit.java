package org.tidemark.quantity;

import java.util.Map;

/** Default display units of dimensions. */
final class ReadableUnit {
  private ReadableUnit() {}

  /** A readable unit of {@code dimension}. */
  static UnitExpression of(Dimension dimension) {
    UnitExpression result = UnitExpression.NONE;
    Dimension rest = dimension;
    Dimension mechanics = dimension.mechanics();
    if (!mechanics.isNone()) {
      Rational mass = dimension.exponentOf(StandardUnits.MASS);
      rest = dimension.over(mechanics.power(mass));
      result = named(mechanics == StandardUnits.POWER ? "kW" : "kWh").power(mass);
    }
    for (Map.Entry<BaseDimension, Rational> entry : rest.exponents().entrySet()) {
      result = result.times(unitOf(entry.getKey()).power(entry.getValue()));
    }
    return result;
  }

  private static UnitExpression unitOf(BaseDimension base) {
    if (base == StandardUnits.DURATION) {
      return named("year");
    }
    if (base == StandardUnits.INFORMATION) {
      return named("GB");
    }
    Unit known = UnitTable.standard().find(base.unitSymbol()).orElse(null);
    return known != null && known.dimension().equals(Dimension.of(base))
        ? known.expression()
        : UnitTable.baseUnit(base, "").expression();
  }

  private static UnitExpression named(String symbol) {
    return UnitTable.standard().find(symbol).orElseThrow().expression();
  }
}
