package org.tidemark.vocab.fits;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tidemark.quantity.UnitExpression;
import org.tidemark.solve.fit.Interval;
import org.tidemark.solve.fit.MooreFit;
import org.tidemark.spi.CallCheck;
import org.tidemark.spi.type.BasicType;
import org.tidemark.spi.type.ObjectType;
import org.tidemark.spi.type.QuantityType;
import org.tidemark.spi.type.Type;
import org.tidemark.spi.value.ObjectValue;
import org.tidemark.spi.value.Value;

/** {@code price ~ moore(year)}. */
final class MooreForm implements FitForm {
  @Override
  public Type type(CallCheck call, CallCheck.FormulaCheck formula) {
    if (!FitForm.takes(call, formula, 1, "one column, of dates or times")) {
      return BasicType.UNKNOWN;
    }
    QuantityType cost = WrightForm.cost(call, formula.response());
    Type time = formula.arguments().get(0);
    if (cost == null || !time(call, "moore", time)) {
      return BasicType.UNKNOWN;
    }
    Map<String, Type> members = Fit.types(QuantityType.PURE, time);
    members.put("rate", Coefficient.type(Axis.rate(time)));
    members.put("halving_time", Coefficient.type(Axis.distance(time)));
    members.put("cost", Coefficient.type(cost));
    members.put("at", time);
    ObjectType.Builder type =
        ObjectType.named("trend")
            .attribute("cost", cost)
            .attribute("time", time)
            .callable(time, cost);
    members.forEach(type::member);
    return type.plotted().build();
  }

  /** Whether a form can run along a column; otherwise reported. */
  static boolean time(CallCheck call, String form, Type time) {
    if (Axis.takes(time)) {
      return true;
    }
    call.problem(
        FORMULA,
        "E0415",
        form + " takes dates or times, and this is " + time.describe(),
        "give it the column that says when");
    return false;
  }

  @Override
  public ObjectValue fit(Observations observations) {
    Axis cost = observations.response();
    Axis time = observations.argument(0);
    MooreFit fit = observations.aside(() -> MooreFit.of(cost.numbers(), time.numbers()));
    Fit found =
        Fit.of(
            "Moore's law",
            fit.regression(),
            List.of(
                new Term("cost", 0, true, 1, cost.unit()),
                new Term("rate", 1, false, time.rateFactor(), time.rateUnit())),
            at -> derived(fit, at, time),
            UnitExpression.NONE,
            new Fit.Series(
                cost, time, () -> observations.aside(fit::breakTest), observations.leftOut()));
    return new FitObject(
        found, (at, when) -> StrictMath.exp(at[0] - at[1] * (when - fit.referenceTime())));
  }

  private static Map<String, Value> derived(MooreFit fit, double[] at, Axis time) {
    double factor = time.distanceFactor();
    double estimate = factor * fit.halvingTime().value();
    double error = factor * fit.halvingTime().standardError();
    Interval rates = fit.regression().interval(1, 0.95);
    double ln2 = factor * StrictMath.log(2);
    // a rate that may be zero leaves the time without an upper end
    boolean signed = rates.low() > 0 || rates.high() < 0;
    Interval times =
        signed
            ? new Interval(
                Math.min(ln2 / rates.low(), ln2 / rates.high()),
                Math.max(ln2 / rates.low(), ln2 / rates.high()))
            : new Interval(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
    Map<String, Value> derived = new LinkedHashMap<>();
    derived.put(
        "halving_time",
        new Coefficient(
            "halving_time", ln2 / at[1], estimate, error, times, null, time.distanceUnit()));
    derived.put("at", time.value(fit.referenceTime()));
    return derived;
  }
}
