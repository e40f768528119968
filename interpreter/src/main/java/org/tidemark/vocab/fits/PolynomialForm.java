package org.tidemark.vocab.fits;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.tidemark.quantity.UnitExpression;
import org.tidemark.solve.fit.LinearDesign;
import org.tidemark.solve.fit.LinearRegression;
import org.tidemark.solve.fit.Regression;
import org.tidemark.spi.CallCheck;
import org.tidemark.spi.Problem;
import org.tidemark.spi.type.BasicType;
import org.tidemark.spi.type.ListType;
import org.tidemark.spi.type.ObjectType;
import org.tidemark.spi.type.QuantityType;
import org.tidemark.spi.type.Type;
import org.tidemark.spi.value.ListValue;
import org.tidemark.spi.value.ObjectValue;
import org.tidemark.spi.value.QuantityValue;
import org.tidemark.spi.value.Value;
import org.tidemark.vocab.common.Magnitudes;

/** {@code y ~ polynomial(x, 3)} of pure numbers, with the lists b and se. */
final class PolynomialForm implements FitForm {
  private static final int HIGHEST = 30;

  @Override
  public Type type(CallCheck call, CallCheck.FormulaCheck formula) {
    if (!FitForm.takes(call, formula, 2, "a column and a degree")) {
      return BasicType.UNKNOWN;
    }
    List<Type> all = new ArrayList<>(formula.arguments());
    all.add(formula.response());
    for (Type type : all) {
      QuantityType quantity =
          FitForm.quantity(call, type, "a polynomial is of pure numbers", "divide by a unit first");
      if (quantity == null) {
        return BasicType.UNKNOWN;
      }
      if (!quantity.fits(QuantityType.PURE)) {
        call.problem(
            FORMULA,
            "E0415",
            "a polynomial is of pure numbers, and this is " + quantity.describe(),
            "divide by a unit first: price / (1 USD)");
        return BasicType.UNKNOWN;
      }
    }
    Map<String, Type> members = Fit.types(QuantityType.PURE, null);
    members.put("b", new ListType(QuantityType.PURE));
    members.put("se", new ListType(QuantityType.PURE));
    ObjectType.Builder type =
        ObjectType.named("fit").callable(QuantityType.PURE, QuantityType.PURE);
    members.forEach(type::member);
    return type.plotted().build();
  }

  @Override
  public ObjectValue fit(Observations observations) {
    Axis response = observations.response();
    Axis x = observations.argument(0);
    Value degree =
        observations.formula().arguments().get(1).function().call(observations.rows().get(0));
    double wanted = Magnitudes.quantity(degree, "polynomial").magnitude();
    if (wanted != Math.rint(wanted) || wanted < 1 || wanted > HIGHEST) {
      throw Problem.of("E0503", "the degree of a polynomial is a whole number from 1 to " + HIGHEST)
          .withHelp("for example polynomial(x, 2)");
    }
    Regression found =
        observations.aside(
            () ->
                LinearRegression.fit(
                    LinearDesign.polynomial(x.numbers(), (int) wanted), response.numbers()));
    List<Term> terms = new ArrayList<>();
    for (int k = 0; k <= wanted; k++) {
      terms.add(Term.of("b" + k, k, UnitExpression.NONE));
    }
    Fit fit =
        Fit.of(
            "polynomial",
            found,
            terms,
            at -> Map.of("b", list(at), "se", list(found.standardErrors())),
            UnitExpression.NONE,
            new Fit.Series(response, x, () -> null, observations.leftOut()));
    return new FitObject(fit, PolynomialForm::horner);
  }

  private static double horner(double[] b, double x) {
    double sum = 0;
    for (int k = b.length - 1; k >= 0; k--) {
      sum = sum * x + b[k];
    }
    return sum;
  }

  private static Value list(double[] numbers) {
    List<Value> values = new ArrayList<>(numbers.length);
    for (double number : numbers) {
      values.add(QuantityValue.pure(number));
    }
    return new ListValue(values);
  }
}
