package org.tidemark.vocab.fits;

import java.util.List;
import java.util.Map;
import org.tidemark.quantity.UnitExpression;
import org.tidemark.solve.fit.AdoptionFits;
import org.tidemark.solve.fit.Bass;
import org.tidemark.solve.fit.Regression;
import org.tidemark.spi.CallCheck;
import org.tidemark.spi.Problem;
import org.tidemark.spi.type.BasicType;
import org.tidemark.spi.type.ObjectType;
import org.tidemark.spi.type.QuantityType;
import org.tidemark.spi.type.Type;
import org.tidemark.spi.type.Types;
import org.tidemark.spi.value.ObjectValue;

/** Curves of adoption in time: logistic, Gompertz's and Bass's. */
enum AdoptionForm implements FitForm {
  /** {@code share ~ logistic(year)}. */
  LOGISTIC("logistic"),
  /** {@code share ~ gompertz(year)}. */
  GOMPERTZ("gompertz"),
  /** {@code sales ~ bass(year)}, sales per time. */
  BASS("bass"),
  /** {@code sales ~ bass_periods(year)}, sales of whole periods. */
  BASS_PERIODS("bass_periods"),
  /** {@code sold ~ bass_cumulative(year)}, all sales so far. */
  BASS_CUMULATIVE("bass_cumulative");

  private final String form;

  AdoptionForm(String form) {
    this.form = form;
  }

  String form() {
    return form;
  }

  private boolean isSigmoid() {
    return this == LOGISTIC || this == GOMPERTZ;
  }

  @Override
  public Type type(CallCheck call, CallCheck.FormulaCheck formula) {
    if (!FitForm.takes(call, formula, 1, "one column, of dates or times")) {
      return BasicType.UNKNOWN;
    }
    QuantityType response =
        FitForm.quantity(
            call,
            formula.response(),
            form + " explains a quantity",
            "for example sales ~ " + form + "(year)");
    Type time = formula.arguments().get(0);
    if (response == null || !MooreForm.time(call, form, time)) {
      return BasicType.UNKNOWN;
    }
    Map<String, Type> members = Fit.types(response, null);
    Type rate = Coefficient.type(Axis.rate(time));
    if (isSigmoid()) {
      members.put("ceiling", Coefficient.type(response));
      members.put("rate", rate);
      members.put("midpoint", time);
    } else {
      members.put("market", Coefficient.type(market(response, time)));
      members.put("innovation", rate);
      members.put("imitation", rate);
      members.put("peak", time);
    }
    ObjectType.Builder type =
        ObjectType.named("fit")
            .attribute("response", response)
            .attribute("time", time)
            .callable(time, response);
    members.forEach(type::member);
    return type.plotted().build();
  }

  private Type market(QuantityType response, Type time) {
    return this == BASS
        ? Types.quantity(Axis.distance(time)).<Type>map(response::times).orElse(BasicType.UNKNOWN)
        : response;
  }

  @Override
  public ObjectValue fit(Observations observations) {
    Axis response = observations.response();
    Axis time = observations.argument(0);
    double step = step(time);
    // adoption begins one step before the first dates, and at zero where times are counted
    double launch = isSigmoid() || !time.dates() ? 0 : time.numbers()[0] - step;
    double[] since = time.numbers().clone();
    for (int i = 0; i < since.length; i++) {
      since[i] -= launch;
    }
    double[] values = response.numbers();
    Regression found =
        observations.aside(
            () ->
                switch (this) {
                  case LOGISTIC -> AdoptionFits.logistic(since, values);
                  case GOMPERTZ -> AdoptionFits.gompertz(since, values);
                  case BASS -> AdoptionFits.bassRate(since, values);
                  case BASS_PERIODS -> AdoptionFits.bassPeriods(since, values, step);
                  case BASS_CUMULATIVE -> AdoptionFits.bassCumulative(since, values);
                });
    Fit fit =
        Fit.of(
            form,
            found,
            terms(response, time),
            at -> point(at, time, launch),
            response.unit(),
            new Fit.Series(response, time, () -> null, observations.leftOut()));
    return new FitObject(fit, (at, when) -> prediction(at, when - launch, step));
  }

  private static double step(Axis time) {
    double[] numbers = time.numbers();
    if (numbers.length < 2 || !(numbers[1] > numbers[0])) {
      throw Problem.of("E0541", "adoption is fitted to rows in the order of time")
          .withHelp("sort them first: data |> sort(by: year)");
    }
    return numbers[1] - numbers[0];
  }

  private List<Term> terms(Axis response, Axis time) {
    double factor = time.rateFactor();
    UnitExpression rate = time.rateUnit();
    if (isSigmoid()) {
      return List.of(
          Term.of("ceiling", 0, response.unit()),
          new Term("rate", 1, false, factor, rate),
          new Term("midpoint", 2, false, time.distanceFactor(), time.distanceUnit()));
    }
    Term market =
        this == BASS
            ? new Term(
                "market",
                0,
                false,
                time.distanceFactor(),
                UnitExpression.ofProduct(response.unit(), time.distanceUnit()))
            : Term.of("market", 0, response.unit());
    return List.of(
        market,
        new Term("innovation", 1, false, factor, rate),
        new Term("imitation", 2, false, factor, rate));
  }

  private Map<String, org.tidemark.spi.value.Value> point(double[] at, Axis time, double launch) {
    return isSigmoid()
        ? Map.of("midpoint", time.value(launch + at[2]))
        : Map.of("peak", time.value(launch + Bass.peakTime(at[1], at[2])));
  }

  private double prediction(double[] at, double since, double step) {
    return switch (this) {
      case LOGISTIC -> at[0] * AdoptionFits.logisticAt(at[1] * (since - at[2]));
      case GOMPERTZ -> at[0] * AdoptionFits.gompertzAt(at[1] * (since - at[2]));
      case BASS -> at[0] * Bass.density(at[1], at[2], since);
      case BASS_PERIODS ->
          at[0] * (Bass.share(at[1], at[2], since) - Bass.share(at[1], at[2], since - step));
      case BASS_CUMULATIVE -> at[0] * Bass.share(at[1], at[2], since);
    };
  }
}
