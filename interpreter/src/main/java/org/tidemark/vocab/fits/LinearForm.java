package org.tidemark.vocab.fits;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tidemark.quantity.UnitExpression;
import org.tidemark.solve.fit.BreakTest;
import org.tidemark.solve.fit.LinearDesign;
import org.tidemark.solve.fit.LinearRegression;
import org.tidemark.solve.fit.Regression;
import org.tidemark.spi.CallCheck;
import org.tidemark.spi.Formula;
import org.tidemark.spi.type.BasicType;
import org.tidemark.spi.type.ObjectType;
import org.tidemark.spi.type.QuantityType;
import org.tidemark.spi.type.Type;
import org.tidemark.spi.value.BoolValue;
import org.tidemark.spi.value.ObjectValue;

/** {@code y ~ linear(x1, x2)}: an intercept b0 and slopes b1, b2 and so on. */
final class LinearForm implements FitForm {
  private static final String INTERCEPT = "intercept";

  @Override
  public Type type(CallCheck call, CallCheck.FormulaCheck formula) {
    QuantityType response =
        FitForm.quantity(
            call,
            formula.response(),
            "linear explains a quantity",
            "for example cost ~ linear(output)");
    boolean named =
        formula.named().isEmpty()
            || (formula.named().keySet().equals(java.util.Set.of(INTERCEPT))
                && formula.named().get(INTERCEPT) == BasicType.BOOL);
    if (formula.arguments().isEmpty() || !named) {
      call.problem(
          FORMULA,
          "E0415",
          "linear takes the columns that explain, and intercept: false where there is none",
          "for example cost ~ linear(output, age)");
      return BasicType.UNKNOWN;
    }
    if (response == null) {
      return BasicType.UNKNOWN;
    }
    Map<String, Type> members = Fit.types(response, null);
    if (formula.named().isEmpty()) {
      members.put("b0", Coefficient.type(response));
    }
    for (int j = 0; j < formula.arguments().size(); j++) {
      QuantityType x =
          FitForm.quantity(
              call,
              formula.arguments().get(j),
              "linear takes quantities",
              "take a date from another: (year - date(2020)) / (1 year)");
      if (x == null) {
        return BasicType.UNKNOWN;
      }
      members.put("b" + (j + 1), Coefficient.type(response.over(x)));
    }
    ObjectType.Builder type = ObjectType.named("fit").attribute("response", response);
    members.forEach(type::member);
    return type.plotted().build();
  }

  @Override
  public ObjectValue fit(Observations observations) {
    Axis response = observations.response();
    Formula formula = observations.formula();
    LinearDesign design = LinearDesign.of(observations.rows().size());
    List<Term> terms = new ArrayList<>();
    Formula.Part given = formula.named().get(INTERCEPT);
    if (given == null || given.function().call(observations.rows().get(0)) == BoolValue.of(true)) {
      design = design.withIntercept("b0");
      terms.add(Term.of("b0", 0, response.unit()));
    }
    Axis only = null;
    for (int j = 0; j < formula.arguments().size(); j++) {
      Axis x = observations.argument(j);
      only = formula.arguments().size() == 1 ? x : null;
      String name = "b" + (j + 1);
      design = design.with(name, x.numbers());
      UnitExpression unit = UnitExpression.ofQuotient(response.unit(), x.unit());
      terms.add(Term.of(name, terms.size(), unit));
    }
    LinearDesign whole = design;
    Regression found = observations.aside(() -> LinearRegression.fit(whole, response.numbers()));
    Fit.Series series =
        new Fit.Series(response, only, () -> (BreakTest) null, observations.leftOut());
    FitObject.Prediction line = (at, x) -> at.length == 1 ? at[0] * x : at[0] + at[1] * x;
    return new FitObject(
        Fit.of("linear", found, terms, at -> new LinkedHashMap<>(), response.unit(), series),
        only == null ? null : line);
  }
}
