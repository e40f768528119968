package org.tidemark.vocab.fits;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.tidemark.check.plugin.Blame;
import org.tidemark.quantity.UnitExpression;
import org.tidemark.solve.fit.NonlinearRegression;
import org.tidemark.solve.fit.Regression;
import org.tidemark.solve.fit.Start;
import org.tidemark.spi.CallCheck;
import org.tidemark.spi.FitFormSpec;
import org.tidemark.spi.Problem;
import org.tidemark.spi.type.BasicType;
import org.tidemark.spi.type.ObjectType;
import org.tidemark.spi.type.QuantityType;
import org.tidemark.spi.type.Type;
import org.tidemark.spi.value.ObjectValue;

/** A curve of one column that a plugin adds. */
record AddedForm(FitFormSpec form) implements FitForm {
  @Override
  public Type type(CallCheck call, CallCheck.FormulaCheck formula) {
    String name = form.name();
    if (!FitForm.takes(call, formula, 1, "one column")) {
      return BasicType.UNKNOWN;
    }
    QuantityType response =
        FitForm.quantity(
            call,
            formula.response(),
            name + " explains a quantity",
            "for example cost ~ " + name + "(units)");
    Type regressor = formula.arguments().get(0);
    if (response == null) {
      return BasicType.UNKNOWN;
    }
    if (!Axis.takes(regressor)) {
      call.problem(
          FORMULA,
          "E0415",
          name + " takes a quantity or a date, and this is " + regressor.describe(),
          "give it a column of quantities or dates");
      return BasicType.UNKNOWN;
    }
    Map<String, Type> members = Fit.types(response, null);
    for (FitFormSpec.Coefficient coefficient : form.coefficients()) {
      members.put(
          coefficient.name(),
          Coefficient.type(
              switch (coefficient.measure()) {
                case NUMBER -> QuantityType.PURE;
                case RESPONSE -> response;
                case REGRESSOR -> Axis.distance(regressor);
                case PER_REGRESSOR -> Axis.rate(regressor);
              }));
    }
    ObjectType.Builder type =
        ObjectType.named("fit").attribute("response", response).callable(regressor, response);
    members.forEach(type::member);
    return type.plotted().build();
  }

  @Override
  public ObjectValue fit(Observations observations) {
    Axis response = observations.response();
    Axis regressor = observations.argument(0);
    double[] x = regressor.numbers();
    Regression found =
        observations.aside(
            () ->
                NonlinearRegression.fitWithin(
                    (at, predictions) -> {
                      for (int i = 0; i < predictions.length; i++) {
                        predictions[i] = form.curve().at(at, x[i]);
                      }
                    },
                    starts(x, response.numbers()),
                    response.numbers()));
    Fit fit =
        Fit.of(
            form.name(),
            found,
            terms(response, regressor),
            at -> Map.of(),
            response.unit(),
            new Fit.Series(response, regressor, () -> null, observations.leftOut()));
    return new FitObject(fit, (at, where) -> form.curve().at(at, where));
  }

  private List<Start> starts(double[] x, double[] y) {
    double[] at = form.start() == null ? null : form.start().of(x.clone(), y.clone());
    if (at == null || at.length != form.coefficients().size()) {
      throw Problem.of(
              "E0745",
              "the plugin "
                  + Blame.owner(form.curve()).orElse("that adds " + form.name())
                  + " gives for "
                  + form.name()
                  + " no start for each of its "
                  + form.coefficients().size()
                  + " coefficients")
          .withHelp("this is a mistake in the plugin, not in the script; tell its makers");
    }
    List<Start> starts = new ArrayList<>();
    for (int i = 0; i < at.length; i++) {
      FitFormSpec.Coefficient coefficient = form.coefficients().get(i);
      boolean bounded = Double.isFinite(coefficient.low()) || Double.isFinite(coefficient.high());
      starts.add(
          bounded
              ? new Start(coefficient.name(), at[i], coefficient.low(), coefficient.high())
              : Start.at(coefficient.name(), at[i]));
    }
    return starts;
  }

  private List<Term> terms(Axis response, Axis regressor) {
    List<Term> terms = new ArrayList<>();
    for (FitFormSpec.Coefficient coefficient : form.coefficients()) {
      String name = coefficient.name();
      int place = terms.size();
      terms.add(
          switch (coefficient.measure()) {
            case NUMBER -> Term.of(name, place, UnitExpression.NONE);
            case RESPONSE -> Term.of(name, place, response.unit());
            case REGRESSOR ->
                new Term(name, place, false, regressor.distanceFactor(), regressor.distanceUnit());
            case PER_REGRESSOR ->
                new Term(name, place, false, regressor.rateFactor(), regressor.rateUnit());
          });
    }
    return terms;
  }
}
