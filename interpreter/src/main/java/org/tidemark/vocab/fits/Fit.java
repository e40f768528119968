package org.tidemark.vocab.fits;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.tidemark.quantity.Quantity;
import org.tidemark.quantity.UnitExpression;
import org.tidemark.solve.fit.BreakTest;
import org.tidemark.solve.fit.JointDraw;
import org.tidemark.solve.fit.Regression;
import org.tidemark.solve.fit.Untold;
import org.tidemark.spi.Problem;
import org.tidemark.spi.type.BasicType;
import org.tidemark.spi.type.ListType;
import org.tidemark.spi.type.QuantityType;
import org.tidemark.spi.type.RecordType;
import org.tidemark.spi.type.TableType;
import org.tidemark.spi.type.Type;
import org.tidemark.spi.value.ListValue;
import org.tidemark.spi.value.QuantityValue;
import org.tidemark.spi.value.RecordValue;
import org.tidemark.spi.value.TableValue;
import org.tidemark.spi.value.TextValue;
import org.tidemark.spi.value.UncertainObject;
import org.tidemark.spi.value.Value;
import org.tidemark.spi.value.ValueText;

/** What a fit found, as a script sees it: members, and coefficients that can be drawn. */
final class Fit {
  private static final List<String> COLUMNS = List.of("name", "estimate", "se", "low", "high", "t");

  private final String title;
  private final Regression regression;
  private final double[] at;
  private final List<Term> terms;
  private final Function<double[], Map<String, Value>> extras;
  private final UnitExpression residualUnit;
  private final Series data;

  /**
   * What the fit rests on.
   *
   * @param response what was explained
   * @param regressor what explains it; null where that is no single thing
   * @param breaks looks for a break; null where there is no test
   * @param leftOut rows with an empty cell
   */
  record Series(Axis response, Axis regressor, Supplier<BreakTest> breaks, int leftOut) {}

  private Fit(
      String title,
      Regression regression,
      double[] at,
      List<Term> terms,
      Function<double[], Map<String, Value>> extras,
      UnitExpression residualUnit,
      Series data) {
    this.title = title;
    this.regression = regression;
    this.at = at;
    this.terms = terms;
    this.extras = extras;
    this.residualUnit = residualUnit;
    this.data = data;
  }

  /**
   * A fit.
   *
   * @param title what was fitted, in words
   * @param regression what was found
   * @param terms its parameters
   * @param extras members of this form alone, for the parameters given
   * @param residualUnit in which residuals are shown; none where they are of logarithms
   * @param data what it rests on
   */
  static Fit of(
      String title,
      Regression regression,
      List<Term> terms,
      Function<double[], Map<String, Value>> extras,
      UnitExpression residualUnit,
      Series data) {
    return new Fit(title, regression, regression.estimates(), terms, extras, residualUnit, data);
  }

  Regression regression() {
    return regression;
  }

  Series data() {
    return data;
  }

  /** Whether the logarithm of what was explained was fitted. */
  boolean isOfLogarithm() {
    return terms.stream().anyMatch(Term::ofLogarithm);
  }

  /** The parameters of the regression where they lie here. */
  double[] at() {
    return at;
  }

  // ---- types

  /** The types of the members that every fit has. */
  static Map<String, Type> types(Type residual, Type regressor) {
    Map<String, Type> types = new LinkedHashMap<>();
    for (String name :
        List.of(
            "r_squared",
            "adjusted_r_squared",
            "aic",
            "aicc",
            "bic",
            "log_likelihood",
            "durbin_watson",
            "residual_autocorrelation",
            "condition",
            "residual",
            "error_estimate",
            "n",
            "left_out",
            "degrees_of_freedom")) {
      types.put(name, QuantityType.PURE);
    }
    types.put("residual_sd", residual);
    types.put(
        "rss",
        residual instanceof QuantityType quantity ? quantity.times(quantity) : BasicType.UNKNOWN);
    types.put("residuals", new ListType(residual));
    types.put("leverages", new ListType(QuantityType.PURE));
    types.put("cooks_distances", new ListType(QuantityType.PURE));
    types.put("untold", new ListType(BasicType.TEXT));
    types.put("method", BasicType.TEXT);
    Map<String, Type> columns = new LinkedHashMap<>();
    for (String column : COLUMNS) {
      columns.put(column, column.equals("t") ? QuantityType.PURE : BasicType.TEXT);
    }
    types.put("coefficients", new TableType(columns));
    if (regressor != null) {
      Map<String, Type> fields = new LinkedHashMap<>();
      fields.put("statistic", QuantityType.PURE);
      fields.put("at", regressor);
      fields.put("p_value", QuantityType.PURE);
      fields.put("places", QuantityType.PURE);
      types.put("break_test", new RecordType(fields));
    }
    return types;
  }

  // ---- members

  Value member(String name) {
    Value extra = extras.apply(at).get(name);
    if (extra != null) {
      return extra;
    }
    for (Term term : terms) {
      if (term.name().equals(name)) {
        return term.coefficient(regression, at);
      }
    }
    return switch (name) {
      case "r_squared" -> pure(regression.rSquared());
      case "adjusted_r_squared" -> pure(regression.adjustedRSquared());
      case "aic" -> pure(regression.aic());
      case "aicc" -> pure(regression.aicc());
      case "bic" -> pure(regression.bic());
      case "log_likelihood" -> pure(regression.logLikelihood());
      case "durbin_watson" -> pure(regression.durbinWatson());
      case "residual_autocorrelation" -> pure(regression.residualAutocorrelation());
      case "condition" -> pure(regression.condition());
      case "residual" -> pure(regression.residual());
      case "error_estimate" -> pure(regression.errorEstimate());
      case "n" -> pure(regression.observations());
      case "left_out" -> pure(data.leftOut());
      case "degrees_of_freedom" -> pure(regression.degreesOfFreedom());
      case "residual_sd" ->
          new QuantityValue(new Quantity(regression.residualStandardDeviation(), residualUnit));
      case "rss" ->
          new QuantityValue(
              new Quantity(
                  regression.residualSumOfSquares(),
                  UnitExpression.ofProduct(residualUnit, residualUnit)));
      case "residuals" -> list(regression.residuals(), residualUnit);
      case "leverages" -> list(regression.leverages(), UnitExpression.NONE);
      case "cooks_distances" -> list(regression.cooksDistances(), UnitExpression.NONE);
      case "untold" -> untold();
      case "method" -> new TextValue(regression.method());
      case "coefficients" -> coefficients();
      case "break_test" -> breakTest();
      default -> throw Problem.of("E0204", "a fit has no " + name);
    };
  }

  private static Value pure(double number) {
    if (!Double.isFinite(number)) {
      throw Problem.of("E0541", "the fit is exact or has too few rows, so this has no finite value")
          .withHelp("ask for the residuals, or give more rows");
    }
    return QuantityValue.pure(number);
  }

  private static Value list(double[] numbers, UnitExpression unit) {
    List<Value> values = new ArrayList<>(numbers.length);
    for (double number : numbers) {
      if (!Double.isFinite(number)) {
        throw Problem.of("E0541", "one row alone tells a coefficient, so its influence is infinite")
            .withHelp("the leverages say which");
      }
      values.add(new QuantityValue(new Quantity(number, unit)));
    }
    return new ListValue(values);
  }

  private Value untold() {
    List<Value> reasons = new ArrayList<>();
    for (Untold untold : regression.untold()) {
      reasons.add(new TextValue(untold.parameter() + ": " + untold.reason()));
    }
    if (extras.apply(at).get("untold_form") instanceof TextValue more && !more.text().isEmpty()) {
      reasons.add(more);
    }
    return new ListValue(reasons);
  }

  private Value coefficients() {
    List<List<Value>> rows = new ArrayList<>();
    for (Term term : terms) {
      Coefficient coefficient = term.coefficient(regression, at);
      boolean told = Double.isFinite(coefficient.error());
      rows.add(
          List.of(
              new TextValue(term.name()),
              text(coefficient.estimate(), term.unit()),
              told ? text(coefficient.error(), term.unit()) : new TextValue("not told"),
              told ? text(coefficient.interval().low(), term.unit()) : new TextValue(""),
              told ? text(coefficient.interval().high(), term.unit()) : new TextValue(""),
              QuantityValue.pure(
                  told && coefficient.error() > 0
                      ? coefficient.estimate() / coefficient.error()
                      : 0)));
    }
    return new TableValue(COLUMNS, rows);
  }

  private static Value text(double number, UnitExpression unit) {
    return new TextValue(new Quantity(number, unit).text(6));
  }

  private Value breakTest() {
    BreakTest test = data.breaks().get();
    if (test == null) {
      throw Problem.of(
              "E0541", regression.observations() + " rows are too few to look for a break in them")
          .withHelp("it takes twice the parameters on both sides of it, six rows at least");
    }
    Map<String, Value> fields = new LinkedHashMap<>();
    fields.put("statistic", pure(test.statistic()));
    fields.put("at", data.regressor().value(test.at()));
    fields.put("p_value", pure(test.pValue()));
    fields.put("places", pure(test.places()));
    return new RecordValue(fields);
  }

  // ---- uncertainty

  private List<Term> told() {
    return terms.stream().filter(term -> term.spread(regression) != null).toList();
  }

  List<UncertainObject.Part> uncertain() {
    return told().stream()
        .map(term -> new UncertainObject.Part(term.name(), term.spread(regression), term.unit()))
        .toList();
  }

  Fit drawn(double[] chances) {
    List<Integer> parameters = told().stream().map(Term::parameter).toList();
    double[] there = JointDraw.of(regression, parameters, chances);
    return new Fit(title, regression, there, terms, extras, residualUnit, data);
  }

  String summary() {
    StringBuilder text = new StringBuilder(title).append(": ");
    String separator = "";
    for (Term term : terms) {
      text.append(separator)
          .append(term.name())
          .append(' ')
          .append(term.coefficient(regression, at).summary());
      separator = ", ";
    }
    text.append(", R squared ")
        .append(org.tidemark.quantity.NumberText.significant(regression.rSquared(), 4))
        .append(", ")
        .append(ValueText.count(regression.observations(), "row"));
    for (Value reason : ((ListValue) untold()).elements()) {
      text.append("; the data cannot tell ").append(((TextValue) reason).text());
    }
    return text.toString();
  }
}
