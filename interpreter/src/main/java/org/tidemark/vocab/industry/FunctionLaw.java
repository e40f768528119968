package org.tidemark.vocab.industry;

import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.tidemark.quantity.Quantity;
import org.tidemark.quantity.UnitExpression;
import org.tidemark.spi.DeclaredFields;
import org.tidemark.spi.NumericFunction;
import org.tidemark.spi.type.QuantityType;
import org.tidemark.spi.value.Value;

/** A cost that a function of the script gives. */
final class FunctionLaw implements Law {
  private final Value function;
  private final DeclaredFields fields;
  private UnitExpression unit;
  private NumericFunction numeric;

  FunctionLaw(Value function, DeclaredFields fields) {
    this.function = function;
    this.fields = fields;
  }

  @Override
  public Quantity cost(Quantity cumulative) {
    return Values.quantity(fields.apply(function, List.of(Values.of(cumulative))), "a cost");
  }

  /** One function for all searches, so that they share what has been compiled. */
  @Override
  public DoubleUnaryOperator magnitudes(UnitExpression cumulative) {
    if (!cumulative.equals(unit)) {
      unit = cumulative;
      numeric = fields.surroundings().numeric(function, List.of(QuantityType.of(cumulative)));
    }
    NumericFunction found = numeric;
    return x -> {
      double cost = found.at1(x);
      // what is never is no cost
      return Double.isFinite(cost) ? cost : Double.NaN;
    };
  }
}
