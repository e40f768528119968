package org.tidemark.vocab.fits;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.Supplier;
import org.tidemark.quantity.Quantity;
import org.tidemark.solve.fit.CostWalk;
import org.tidemark.solve.fit.ErrorLaw;
import org.tidemark.solve.fit.InadmissibleFit;
import org.tidemark.solve.fit.LogForecast;
import org.tidemark.spi.Accept;
import org.tidemark.spi.CallCheck;
import org.tidemark.spi.CallValues;
import org.tidemark.spi.Problem;
import org.tidemark.spi.Registry;
import org.tidemark.spi.type.BasicType;
import org.tidemark.spi.type.ObjectType;
import org.tidemark.spi.type.Type;
import org.tidemark.spi.type.Types;
import org.tidemark.spi.value.QuantityValue;
import org.tidemark.spi.value.Value;
import org.tidemark.vocab.common.BuiltIn;
import org.tidemark.vocab.industry.FittedCurve;

/** {@code forecast}: a cost to come, with the errors that a random walk has. */
final class ForecastFunction extends BuiltIn {
  /** What the hindcasts of the series of Farmer and Lafond tell; see the decision on fits. */
  static final double USUAL_THETA = 0.62;

  private static final String FIT = "fit";
  private static final String AT = "at";
  private static final String STEPS = "steps";
  private static final String THETA = "theta";

  private static final Accept FITS =
      new Accept("a fit of moore or wright", ForecastFunction::isForecast, false);

  private ForecastFunction() {
    super("forecast");
  }

  static void register(Registry registry) {
    ForecastFunction forecast = new ForecastFunction();
    registry.function(
        forecast
            .spec(
                """
                What a cost will be, an uncertain value. The logarithm of cost is taken for a random
                walk with drift, in time (`moore`) or along cumulative output (`wright`): the
                forecast starts from the last row and its error grows with the horizon by the law of
                Farmer and Lafond (2016) and Lafond and others (2018), Student's t. Rows are in
                order, at equal steps of time. `hindcast` checks the law on data.
                `plot` draws the fan that leads there, with intervals of 50, 80 and 95 %.\
                """)
            .required(FIT, FITS, "a fit of moore or wright")
            .required(
                AT,
                new Accept("a date or a quantity", Axis::takes, true),
                "the date, or the cumulative output")
            .optional(
                STEPS,
                Accept.NUMBER,
                "as past growth would take",
                "how many steps of time lie between the last row and that cumulative output")
            .optional(
                THETA, Accept.NUMBER, "0.62", "how much of a disturbance carries over to the next")
            .example(
                "forecast(fit(table(on: date, usd: USD) { 2020, 9; 2021, 8; 2022, 6.5; 2023, 6;"
                    + " 2024, 5.2 }, usd ~ moore(on)), date(2030))")
            .body(forecast));
  }

  private static boolean isForecast(Type type) {
    return type instanceof ObjectType object
        && object.member("r_squared").isPresent()
        && (object.name().equals("trend") || object.name().equals("curve"));
  }

  @Override
  public Type of(CallCheck call) {
    if (!(call.type(FIT) instanceof ObjectType fit)) {
      return BasicType.UNKNOWN;
    }
    boolean trend = fit.name().equals("trend");
    Type axis = trend ? fit.attribute("time") : fit.attribute("output");
    if (!Types.fits(axis, call.type(AT))) {
      call.problem(
          AT,
          "E0308",
          "this fit runs along " + axis.describe() + ", and this is " + call.type(AT).describe(),
          trend ? "for example date(2030)" : "ask at a cumulative output");
      return BasicType.UNKNOWN;
    }
    if (trend && call.has(STEPS)) {
      call.problem(STEPS, "E0311", "the date says how many steps there are", "leave out steps:");
    }
    return fit.attribute("cost");
  }

  @Override
  public Value of(CallValues call) {
    try {
      ErrorLaw law = new ErrorLaw(call.has(THETA) ? call.magnitude(THETA) : USUAL_THETA);
      Value fit = call.value(FIT);
      if (fit instanceof FittedCurve curve) {
        Fit.Series data = ((WrightFitted) curve.fit()).fit().data();
        return alongOutput(call, data, law);
      }
      Fit.Series data = ((FitObject) fit).fit().data();
      double step = step(data.regressor());
      double horizon = data.regressor().number(call.value(AT), name) - data.regressor().last();
      CostWalk walk = CostWalk.inTime(data.response().numbers(), law);
      double last = data.regressor().last();
      return value(
          walk.after(horizon / step),
          data,
          () ->
              ForecastFan.steps(
                  data, part -> last + part * horizon, part -> walk.after(part * horizon / step)));
    } catch (InadmissibleFit refused) {
      throw FitFunction.refusal(refused);
    }
  }

  /** The step between rows, which must all be as far apart. */
  static double step(Axis time) {
    double[] at = time.numbers();
    if (at.length < 2) {
      throw Problem.of("E0541", "one row has no step of time")
          .withHelp("give at least four rows, at equal steps");
    }
    double step = (at[at.length - 1] - at[0]) / (at.length - 1);
    for (int i = 1; i < at.length; i++) {
      // a month is a twelfth of a year, and a day may be missing in some
      if (!(step > 0) || Math.abs(at[i] - at[i - 1] - step) > 0.02 * step) {
        throw Problem.of(
                "E0541",
                "the errors of a forecast are those of equal steps, and rows "
                    + i
                    + " and "
                    + (i + 1)
                    + " are not as far apart as the others")
            .withHelp("sort the rows by time, or keep those at equal steps with filter");
      }
    }
    return step;
  }

  private Value alongOutput(CallValues call, Fit.Series data, ErrorLaw law) {
    double[] output = data.regressor().numbers();
    double ahead =
        StrictMath.log(data.regressor().number(call.value(AT), name) / data.regressor().last());
    double pace = StrictMath.log(data.regressor().last() / output[0]) / (output.length - 1);
    double steps = call.has(STEPS) ? call.magnitude(STEPS) : Math.max(1, Math.rint(ahead / pace));
    if (!(ahead > 0) || steps != Math.rint(steps) || steps < 1 || steps > 10_000) {
      throw Problem.of(
              "E0541",
              "a forecast is of a cumulative output above the last one, a whole number of steps on")
          .withHelp("for example forecast(w, 500 GWh, steps: 5)");
    }
    double[] growth = new double[(int) steps];
    Arrays.fill(growth, ahead / steps);
    CostWalk walk = CostWalk.withExperience(data.response().numbers(), output, law);
    double last = data.regressor().last();
    return value(
        walk.along(growth),
        data,
        () ->
            ForecastFan.whole(
                data,
                growth.length,
                step -> last * StrictMath.exp(ahead * step / growth.length),
                step -> walk.along(Arrays.copyOf(growth, step))));
  }

  private static Value value(LogForecast forecast, Fit.Series data, Supplier<ForecastFan> fan) {
    Quantity median = new Quantity(forecast.median(), data.response().unit());
    if (!(forecast.scale() > 0)) {
      return new QuantityValue(median);
    }
    return new QuantityValue(
        median,
        Optional.of(
            new ForecastSpread(
                new StudentSpread(
                    forecast.logMedian(), forecast.scale(), forecast.degreesOfFreedom(), true),
                fan)));
  }
}
