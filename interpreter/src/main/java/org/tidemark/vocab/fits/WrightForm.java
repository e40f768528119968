package org.tidemark.vocab.fits;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tidemark.quantity.Quantity;
import org.tidemark.quantity.UnitExpression;
import org.tidemark.quantity.UnitTable;
import org.tidemark.solve.fit.Interval;
import org.tidemark.solve.fit.WrightFit;
import org.tidemark.spi.CallCheck;
import org.tidemark.spi.type.BasicType;
import org.tidemark.spi.type.QuantityType;
import org.tidemark.spi.type.Type;
import org.tidemark.spi.value.ObjectValue;
import org.tidemark.spi.value.QuantityValue;
import org.tidemark.spi.value.Value;
import org.tidemark.vocab.industry.FittedCurve;

/** {@code price ~ wright(cumulative)}. */
final class WrightForm implements FitForm {
  static final UnitExpression PERCENT =
      UnitExpression.of(UnitTable.standard().find("%").orElseThrow());
  private static final double LN_2 = StrictMath.log(2);

  @Override
  public Type type(CallCheck call, CallCheck.FormulaCheck formula) {
    if (!FitForm.takes(call, formula, 1, "one column, cumulative output")) {
      return BasicType.UNKNOWN;
    }
    QuantityType cost = cost(call, formula.response());
    QuantityType output = output(call, formula.arguments().get(0));
    if (cost == null || output == null) {
      return BasicType.UNKNOWN;
    }
    Map<String, Type> members = Fit.types(QuantityType.PURE, output);
    members.put("elasticity", Coefficient.type(QuantityType.PURE));
    members.put("learning_rate", Coefficient.type(QuantityType.PURE));
    members.put("progress_ratio", Coefficient.type(QuantityType.PURE));
    members.put("cost", Coefficient.type(cost));
    members.put("at", output);
    return FittedCurve.type(cost, output, members);
  }

  static QuantityType cost(CallCheck call, Type response) {
    return FitForm.quantity(
        call,
        response,
        "what falls is a cost or a price",
        "for example price ~ wright(cumulative)");
  }

  static QuantityType output(CallCheck call, Type argument) {
    if (argument == BasicType.DATE) {
      call.problem(
          FORMULA,
          "E0415",
          "wright takes cumulative output, and this is a date",
          "data without a column of cumulative output tell a rate per year and no elasticity:"
              + " write moore(...) of the date");
      return null;
    }
    return FitForm.quantity(
        call,
        argument,
        "wright takes cumulative output",
        "give it the column that adds up what was produced");
  }

  @Override
  public ObjectValue fit(Observations observations) {
    Axis cost = observations.response();
    Axis output = observations.argument(0);
    WrightFit fit = observations.aside(() -> WrightFit.of(cost.numbers(), output.numbers()));
    Fit found =
        Fit.of(
            "Wright's law",
            fit.regression(),
            List.of(
                new Term("cost", 0, true, 1, cost.unit()),
                Term.of("elasticity", 1, UnitExpression.NONE)),
            at -> derived(fit, at, output),
            UnitExpression.NONE,
            new Fit.Series(
                cost, output, () -> observations.aside(fit::breakTest), observations.leftOut()));
    return FittedCurve.of(
        new WrightFitted(found, fit.referenceQuantity()), cost.unit(), output.unit());
  }

  private static Map<String, Value> derived(WrightFit fit, double[] at, Axis output) {
    double ratio = StrictMath.exp(-LN_2 * at[1]);
    Interval rates = fit.learningRate(0.95);
    Map<String, Value> derived = new LinkedHashMap<>();
    derived.put(
        "learning_rate",
        new Coefficient(
            "learning_rate",
            -StrictMath.expm1(-LN_2 * at[1]),
            fit.learningRate().value(),
            fit.learningRate().standardError(),
            rates,
            null,
            PERCENT));
    derived.put(
        "progress_ratio",
        new Coefficient(
            "progress_ratio",
            ratio,
            fit.progressRatio().value(),
            fit.progressRatio().standardError(),
            new Interval(1 - rates.high(), 1 - rates.low()),
            null,
            UnitExpression.NONE));
    derived.put("at", new QuantityValue(new Quantity(fit.referenceQuantity(), output.unit())));
    return derived;
  }
}
