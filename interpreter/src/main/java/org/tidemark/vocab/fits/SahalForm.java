package org.tidemark.vocab.fits;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tidemark.quantity.UnitExpression;
import org.tidemark.solve.fit.Estimate;
import org.tidemark.solve.fit.Interval;
import org.tidemark.solve.fit.Regression;
import org.tidemark.solve.fit.SahalFit;
import org.tidemark.solve.fit.WrightFit;
import org.tidemark.spi.CallCheck;
import org.tidemark.spi.type.BasicType;
import org.tidemark.spi.type.ObjectType;
import org.tidemark.spi.type.QuantityType;
import org.tidemark.spi.type.Type;
import org.tidemark.spi.value.ObjectValue;
import org.tidemark.spi.value.TextValue;
import org.tidemark.spi.value.Value;

/** {@code price ~ sahal(cumulative, year)}: Wright's law beside Moore's. */
final class SahalForm implements FitForm {
  @Override
  public Type type(CallCheck call, CallCheck.FormulaCheck formula) {
    if (!FitForm.takes(call, formula, 2, "two columns, cumulative output and time")) {
      return BasicType.UNKNOWN;
    }
    QuantityType cost = WrightForm.cost(call, formula.response());
    QuantityType output = WrightForm.output(call, formula.arguments().get(0));
    Type time = formula.arguments().get(1);
    if (cost == null || output == null || !MooreForm.time(call, "sahal", time)) {
      return BasicType.UNKNOWN;
    }
    Map<String, Type> members = Fit.types(QuantityType.PURE, output);
    members.put("cost", Coefficient.type(cost));
    members.put("elasticity", Coefficient.type(QuantityType.PURE));
    members.put("implied_elasticity", Coefficient.type(QuantityType.PURE));
    for (String rate : List.of("rate", "implied_rate", "growth")) {
      members.put(rate, Coefficient.type(Axis.rate(time)));
    }
    ObjectType.Builder type = ObjectType.named("fit").attribute("cost", cost);
    members.forEach(type::member);
    return type.plotted().build();
  }

  @Override
  public ObjectValue fit(Observations observations) {
    Axis cost = observations.response();
    Axis output = observations.argument(0);
    Axis time = observations.argument(1);
    SahalFit fit =
        observations.aside(() -> SahalFit.of(cost.numbers(), output.numbers(), time.numbers()));
    WrightFit wright = fit.wright();
    Fit found =
        Fit.of(
            "Wright's law beside Moore's",
            wright.regression(),
            List.of(
                new Term("cost", 0, true, 1, cost.unit()),
                Term.of("elasticity", 1, UnitExpression.NONE)),
            at -> beside(fit, time),
            UnitExpression.NONE,
            new Fit.Series(
                cost, output, () -> observations.aside(wright::breakTest), observations.leftOut()));
    return new FitObject(found, null);
  }

  private static Map<String, Value> beside(SahalFit fit, Axis time) {
    Map<String, Value> beside = new LinkedHashMap<>();
    double factor = time.rateFactor();
    UnitExpression unit = time.rateUnit();
    Regression moore = fit.moore().regression();
    put(beside, "rate", fit.moore().rate(), moore, factor, unit);
    put(beside, "implied_rate", fit.impliedRate(), moore, factor, unit);
    put(beside, "growth", fit.growthRate(), fit.growth(), factor, unit);
    put(beside, "implied_elasticity", fit.impliedElasticity(), moore, 1, UnitExpression.NONE);
    beside.put(
        "untold_form",
        new TextValue(
            fit.untold().isEmpty() ? "" : "experience from the passing of time: " + fit.untold()));
    return beside;
  }

  private static void put(
      Map<String, Value> all,
      String name,
      Estimate estimate,
      Regression regression,
      double factor,
      UnitExpression unit) {
    double value = factor * estimate.value();
    double error = factor * estimate.standardError();
    double half = regression.halfWidth(0.95) * error;
    all.put(
        name,
        new Coefficient(
            name, value, value, error, new Interval(value - half, value + half), null, unit));
  }
}
