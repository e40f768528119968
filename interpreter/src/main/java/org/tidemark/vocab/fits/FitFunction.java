package org.tidemark.vocab.fits;

import java.util.LinkedHashMap;
import java.util.Map;
import org.tidemark.solve.fit.InadmissibleFit;
import org.tidemark.spi.Accept;
import org.tidemark.spi.CallCheck;
import org.tidemark.spi.CallValues;
import org.tidemark.spi.Extensions;
import org.tidemark.spi.Problem;
import org.tidemark.spi.Registry;
import org.tidemark.spi.type.BasicType;
import org.tidemark.spi.type.Type;
import org.tidemark.spi.value.RecordValue;
import org.tidemark.spi.value.TableValue;
import org.tidemark.spi.value.Value;
import org.tidemark.vocab.common.BuiltIn;

/** {@code fit}: a curve with its coefficients told by data. */
final class FitFunction extends BuiltIn {
  private static final String DATA = "data";
  private static final String START = "start";
  private static final Map<String, FitForm> FORMS = forms();

  private FitFunction() {
    super("fit");
  }

  private static Map<String, FitForm> forms() {
    Map<String, FitForm> forms = new LinkedHashMap<>();
    forms.put("wright", new WrightForm());
    forms.put("moore", new MooreForm());
    forms.put("sahal", new SahalForm());
    for (AdoptionForm form : AdoptionForm.values()) {
      forms.put(form.form(), form);
    }
    forms.put("linear", new LinearForm());
    forms.put("polynomial", new PolynomialForm());
    return Map.copyOf(forms);
  }

  static void register(Registry registry) {
    FitFunction fit = new FitFunction();
    registry.function(
        fit.spec(
                """
                Least squares: the coefficients of a curve that data tell. Forms are
                `wright(cumulative)`, `moore(date)` and `sahal(cumulative, date)` on logarithms;
                `bass(date)`, `bass_periods(date)`, `bass_cumulative(date)`, `logistic(date)` and
                `gompertz(date)`; `linear(x, …)` and `polynomial(x, degree)`; and any expression of
                columns and unknowns that the third argument names with a box or a start each.

                A coefficient has `.estimate .se .low .high .t` and is uncertain: Student's t,
                correlated with the others as the data say. Of every fit there are `.r_squared
                .adjusted_r_squared .rss .residual_sd .residuals .durbin_watson
                .residual_autocorrelation .leverages .cooks_distances .aic .aicc .bic .condition
                .untold .coefficients`; of the forms in logarithms `.break_test`. Rows with an empty
                cell are left out. `plot` draws the data, the curve and the 95 % interval of a
                further observation.\
                """)
            .required(DATA, Accept.TABLE, "the observations")
            .formula(
                FitForm.FORMULA,
                DATA,
                START,
                FORMS.keySet(),
                "what is explained ~ a form or an expression")
            .unknowns(START, false, "the unknowns of an expression, { b1: 0..500, b2: 0.1 }")
            .example(
                "fit(table(usd: USD/GB, eb: EB) { 15, 1; 12, 2; 9.8, 4; 7.9, 8 },"
                    + " usd ~ wright(eb)).learning_rate")
            .body(fit));
  }

  @Override
  public Type of(CallCheck call) {
    CallCheck.FormulaCheck formula = call.formula(FitForm.FORMULA);
    if (formula == null) {
      return BasicType.UNKNOWN;
    }
    if (formula.form().isEmpty()) {
      return FreeForm.type(call, formula, call.unknowns(START));
    }
    if (call.has(START)) {
      call.problem(
          START,
          "E0415",
          formula.form().get() + " finds its own start",
          "leave the unknowns out, or write an expression of them");
      return BasicType.UNKNOWN;
    }
    return form(formula.form().get(), call.extensions()).type(call, formula);
  }

  @Override
  public Value of(CallValues call) {
    Map<String, Value> unknowns =
        call.has(START) ? ((RecordValue) call.value(START)).fields() : Map.of();
    Observations observations =
        new Observations(
            (TableValue) call.value(DATA),
            call.formula(FitForm.FORMULA),
            unknowns.size(),
            call.surroundings()::checkpoint);
    try {
      return observations.formula().form().isPresent()
          ? form(observations.formula().form().get(), call.surroundings().extensions())
              .fit(observations)
          : FreeForm.fit(observations, unknowns, call.surroundings());
    } catch (InadmissibleFit refused) {
      throw refusal(refused);
    }
  }

  /** The form of a name; what is built in first. */
  private static FitForm form(String name, Extensions extensions) {
    FitForm own = FORMS.get(name);
    return own != null ? own : new AddedForm(extensions.fitForm(name).orElseThrow());
  }

  static Problem refusal(InadmissibleFit refused) {
    String words = refused.reason();
    return (refused.isWithoutSolution()
            ? Problem.noSolution("E0615", words)
            : Problem.of("E0541", words))
        .withHelp(refused.cure());
  }
}
