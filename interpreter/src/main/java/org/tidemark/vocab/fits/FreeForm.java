package org.tidemark.vocab.fits;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tidemark.quantity.Quantity;
import org.tidemark.quantity.UnitExpression;
import org.tidemark.solve.fit.Curve;
import org.tidemark.solve.fit.NonlinearRegression;
import org.tidemark.solve.fit.Regression;
import org.tidemark.solve.fit.Start;
import org.tidemark.spi.CallCheck;
import org.tidemark.spi.Formula;
import org.tidemark.spi.NumericResult;
import org.tidemark.spi.NumericShortcut;
import org.tidemark.spi.Progress;
import org.tidemark.spi.Surroundings;
import org.tidemark.spi.type.BasicType;
import org.tidemark.spi.type.ObjectType;
import org.tidemark.spi.type.QuantityType;
import org.tidemark.spi.type.Type;
import org.tidemark.spi.type.Types;
import org.tidemark.spi.value.FunctionValue;
import org.tidemark.spi.value.IntervalValue;
import org.tidemark.spi.value.ObjectValue;
import org.tidemark.spi.value.QuantityValue;
import org.tidemark.spi.value.Value;
import org.tidemark.vocab.common.Magnitudes;

/** Any expression of columns and unknowns. */
final class FreeForm {
  private FreeForm() {}

  static Type type(CallCheck call, CallCheck.FormulaCheck formula, Map<String, Type> unknowns) {
    if (unknowns.isEmpty()) {
      call.problem(
          FitForm.FORMULA,
          "E0415",
          "an expression needs unknowns that the data are to tell",
          "name them with a box or a start: fit(d, y ~ a * x^b, { a: 0..10, b: 1 })");
      return BasicType.UNKNOWN;
    }
    QuantityType response =
        FitForm.quantity(
            call, formula.response(), "fit explains a quantity", "for example sales ~ a * price^b");
    if (response == null) {
      return BasicType.UNKNOWN;
    }
    if (!Types.fits(response, formula.explanation())) {
      call.problem(
          FitForm.FORMULA,
          "E0415",
          "the left side is "
              + response.describe()
              + ", and the right side is "
              + formula.explanation().describe(),
          "give the unknowns units with which both are the same");
      return BasicType.UNKNOWN;
    }
    Map<String, Type> members = Fit.types(response, null);
    for (Map.Entry<String, Type> unknown : unknowns.entrySet()) {
      if (Types.quantity(unknown.getValue()).isEmpty() && unknown.getValue() != BasicType.UNKNOWN) {
        call.problem(
            FitForm.FORMULA,
            "E0415",
            unknown.getKey() + " is no single quantity",
            "give each unknown a box of its own");
        return BasicType.UNKNOWN;
      }
      members.put(unknown.getKey(), Coefficient.type(unknown.getValue()));
    }
    ObjectType.Builder type = ObjectType.named("fit").attribute("response", response);
    members.forEach(type::member);
    return type.plotted().build();
  }

  static ObjectValue fit(
      Observations observations, Map<String, Value> unknowns, Surroundings surroundings) {
    Axis response = observations.response();
    List<Start> starts = new ArrayList<>();
    List<Term> terms = new ArrayList<>();
    for (Map.Entry<String, Value> unknown : unknowns.entrySet()) {
      String name = unknown.getKey();
      terms.add(Term.of(name, terms.size(), unit(unknown.getValue())));
      starts.add(start(name, unknown.getValue()));
    }
    Formula.Part explanation = observations.formula().explanation().orElseThrow();
    Curve curve =
        new RowByRow(
            explanation.function(),
            observations.rows(),
            terms.stream().map(Term::unit).toList(),
            surroundings);
    Regression found;
    try (Progress progress =
        surroundings.progress("fitting ".concat(explanation.text()), 0, "curves tried")) {
      found = NonlinearRegression.fitWithin(counted(curve, progress), starts, response.numbers());
    }
    Fit fit =
        Fit.of(
            explanation.text(),
            found,
            terms,
            at -> Map.of(),
            response.unit(),
            new Fit.Series(response, null, () -> null, observations.leftOut()));
    return new FitObject(fit, null);
  }

  private static Curve counted(Curve curve, Progress progress) {
    return (parameters, predictions) -> {
      progress.add(1);
      curve.predict(parameters, predictions);
    };
  }

  private static UnitExpression unit(Value box) {
    if (box instanceof IntervalValue interval) {
      return Magnitudes.commonUnit(
          List.of(
              Magnitudes.quantity(interval.to(), "fit"),
              Magnitudes.quantity(interval.from(), "fit")));
    }
    return Magnitudes.quantity(box, "fit").unit();
  }

  private static Start start(String name, Value box) {
    if (box instanceof IntervalValue interval) {
      double low = Magnitudes.quantity(interval.from(), "fit").magnitude();
      double high = Magnitudes.quantity(interval.to(), "fit").magnitude();
      return new Start(name, low + (high - low) / 2, low, high);
    }
    return Start.at(name, Magnitudes.quantity(box, "fit").magnitude());
  }

  /** The expression, row by row. */
  private static final class RowByRow implements Curve {
    private final FunctionValue function;
    private final List<List<Value>> rows;
    private final List<UnitExpression> units;
    private final Surroundings surroundings;
    private final Optional<RowNumbers> numbers;
    private final NumericShortcut shortcut;

    RowByRow(
        FunctionValue function,
        List<List<Value>> rows,
        List<UnitExpression> units,
        Surroundings surroundings) {
      this.function = function;
      this.rows = rows;
      this.units = units;
      this.surroundings = surroundings;
      this.numbers = RowNumbers.of(rows, units);
      this.shortcut =
          numbers
              .map(
                  each ->
                      surroundings.shortcut(
                          List.of(function), each.arguments(), List.of(NumericResult.quantity())))
              .orElse(NumericShortcut.NONE);
    }

    @Override
    public void predict(double[] parameters, double[] predictions) {
      double[] prediction = new double[1];
      for (int i = 0; i < predictions.length; i++) {
        boolean known =
            numbers.isPresent() && shortcut.at(numbers.get().point(i, parameters), prediction);
        predictions[i] = known ? prediction[0] : called(i, parameters);
      }
    }

    private double called(int row, double[] parameters) {
      List<Value> tail = new ArrayList<>(parameters.length);
      for (int j = 0; j < parameters.length; j++) {
        tail.add(new QuantityValue(new Quantity(parameters[j], units.get(j))));
      }
      List<Value> arguments = new ArrayList<>(rows.get(row));
      arguments.addAll(tail);
      double value = value(arguments);
      shortcut.called();
      return value;
    }

    private double value(List<Value> arguments) {
      try {
        return Magnitudes.quantity(function.call(arguments), "fit").magnitude();
      } catch (RuntimeException undefined) {
        // which exception it is, is up to whoever evaluates the expression
        surroundings.checkpoint();
        return Double.NaN;
      }
    }
  }
}
