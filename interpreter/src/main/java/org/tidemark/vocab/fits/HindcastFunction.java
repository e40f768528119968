package org.tidemark.vocab.fits;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.tidemark.quantity.Quantity;
import org.tidemark.solve.fit.ErrorLaw;
import org.tidemark.solve.fit.Hindcast;
import org.tidemark.solve.fit.InadmissibleFit;
import org.tidemark.spi.Accept;
import org.tidemark.spi.CallCheck;
import org.tidemark.spi.CallValues;
import org.tidemark.spi.Formula;
import org.tidemark.spi.Problem;
import org.tidemark.spi.Progress;
import org.tidemark.spi.Registry;
import org.tidemark.spi.type.BasicType;
import org.tidemark.spi.type.QuantityType;
import org.tidemark.spi.type.TableType;
import org.tidemark.spi.type.Type;
import org.tidemark.spi.value.QuantityValue;
import org.tidemark.spi.value.SpecialValue;
import org.tidemark.spi.value.TableValue;
import org.tidemark.spi.value.Value;
import org.tidemark.vocab.common.BuiltIn;
import org.tidemark.vocab.common.Columns;
import org.tidemark.vocab.common.Order;

/** {@code hindcast}: forecasts as they would have been made, and how often they held. */
final class HindcastFunction extends BuiltIn {
  private static final String DATA = "data";
  private static final String BY = "by";
  private static final String WINDOW = "window";
  private static final String FURTHEST = "furthest";
  private static final String THETA = "theta";
  private static final int USUAL_WINDOW = 5;
  private static final int USUAL_FURTHEST = 20;
  private static final int REPETITIONS = 200;
  private static final long SEED = 1;
  private static final double[] LEVELS = {0.5, 0.8, 0.9, 0.95};
  private static final List<String> COLUMNS =
      List.of("level", "forecasts", "held", "sampling_error", "by_the_law", "law_error", "theta");

  private HindcastFunction() {
    super("hindcast");
  }

  static void register(Registry registry) {
    HindcastFunction hindcast = new HindcastFunction();
    registry.function(
        hindcast
            .spec(
                """
                Forecasts by Moore's law as they would have been made at every time in the past from
                a window of changes before it, and how often their intervals held: a row for each
                level, with the share that held, its sampling error (series drawn anew), and the
                share that holds in series made up by the law itself, with its error. Where `theta`
                is left out it is the one under which the errors of all series are most likely, and
                0.62 for a single one, which cannot tell it. `plot` draws the shares that held against
                the levels.\
                """)
            .required(DATA, Accept.TABLE, "costs at equal steps of time")
            .formula(FitForm.FORMULA, DATA, "", Set.of("moore"), "cost ~ moore(date)")
            .column(BY, false, "the column that says which series a row belongs to")
            .optional(WINDOW, Accept.NUMBER, "5", "how many changes each forecast is made from")
            .optional(FURTHEST, Accept.NUMBER, "20", "the longest horizon, in steps")
            .optional(
                THETA,
                Accept.NUMBER,
                "estimated from the series",
                "how much of a disturbance carries over")
            .body(hindcast));
  }

  @Override
  public Type of(CallCheck call) {
    CallCheck.FormulaCheck formula = call.formula(FitForm.FORMULA);
    if (formula == null) {
      return BasicType.UNKNOWN;
    }
    if (formula.form().isEmpty()) {
      call.problem(
          FitForm.FORMULA, "E0415", "hindcast takes moore(...) of a date", "cost ~ moore(year)");
      return BasicType.UNKNOWN;
    }
    if (new MooreForm().type(call, formula) == BasicType.UNKNOWN) {
      return BasicType.UNKNOWN;
    }
    if (call.has(BY)) {
      Columns.type(call, BY, Columns.of(call.type(DATA)));
    }
    Map<String, Type> columns = new LinkedHashMap<>();
    COLUMNS.forEach(column -> columns.put(column, QuantityType.PURE));
    return new TableType(columns);
  }

  @Override
  public Value of(CallValues call) {
    TableValue table = (TableValue) call.value(DATA);
    List<double[]> series = new ArrayList<>();
    for (TableValue part : parts(table, call.has(BY) ? call.column(BY) : null)) {
      series.add(
          costs(
              new Observations(
                  part, call.formula(FitForm.FORMULA), 0, call.surroundings()::checkpoint)));
    }
    int window = whole(call, WINDOW, USUAL_WINDOW);
    int furthest = whole(call, FURTHEST, USUAL_FURTHEST);
    try {
      Hindcast hindcast = Hindcast.of(series, window, furthest);
      double theta =
          call.has(THETA)
              ? call.magnitude(THETA)
              : call.has(BY) ? hindcast.theta().value() : ForecastFunction.USUAL_THETA;
      try (Progress progress =
          call.surroundings().progress("hindcasting", REPETITIONS, "repetitions")) {
        Runnable each =
            () -> {
              call.surroundings().checkpoint();
              progress.add(1);
            };
        return table(
            hindcast,
            hindcast.coverage(new ErrorLaw(theta), LEVELS, 1, furthest, REPETITIONS, SEED, each),
            theta);
      }
    } catch (InadmissibleFit refused) {
      throw FitFunction.refusal(refused);
    }
  }

  private static int whole(CallValues call, String parameter, int usual) {
    if (!call.has(parameter)) {
      return usual;
    }
    double given = call.magnitude(parameter);
    if (given != Math.rint(given) || given < 1 || given > 10_000) {
      throw Problem.of("E0503", parameter + " is a whole number of steps")
          .withHelp("for example " + parameter + ": " + usual)
          .about(parameter);
    }
    return (int) given;
  }

  private static List<TableValue> parts(TableValue table, String by) {
    if (by == null) {
      return List.of(table);
    }
    int place = table.columns().indexOf(by);
    Map<Object, List<List<Value>>> groups = new LinkedHashMap<>();
    for (List<Value> row : table.rows()) {
      groups.computeIfAbsent(Order.key(row.get(place)), key -> new ArrayList<>()).add(row);
    }
    return groups.values().stream().map(rows -> new TableValue(table.columns(), rows)).toList();
  }

  /** The costs in the order of time, which must be at equal steps. */
  private static double[] costs(Observations observations) {
    Formula formula = observations.formula();
    Axis cost = observations.axis(formula.response());
    Axis time = observations.axis(formula.arguments().get(0));
    int[] order =
        IntStream.range(0, cost.numbers().length)
            .boxed()
            .sorted(Comparator.comparingDouble(i -> time.numbers()[i]))
            .mapToInt(Integer::intValue)
            .toArray();
    double[] sorted = IntStream.of(order).mapToDouble(i -> time.numbers()[i]).toArray();
    if (sorted.length > 1) {
      ForecastFunction.step(new Axis(sorted, time.unit(), time.dates(), time.name()));
    }
    return IntStream.of(order).mapToDouble(i -> cost.numbers()[i]).toArray();
  }

  private static Value table(Hindcast hindcast, List<Hindcast.Coverage> coverage, double theta) {
    List<List<Value>> rows = new ArrayList<>();
    for (Hindcast.Coverage row : coverage) {
      rows.add(
          List.of(
              percent(row.nominal()),
              QuantityValue.pure(hindcast.forecasts()),
              percent(row.observed()),
              Double.isInfinite(row.samplingError())
                  ? SpecialValue.MISSING
                  : percent(row.samplingError()),
              percent(row.expected()),
              percent(row.expectedError()),
              QuantityValue.pure(theta)));
    }
    return new TableValue(
        COLUMNS, rows, Optional.of(new HindcastPicture(coverage, hindcast.forecasts(), theta)));
  }

  private static Value percent(double share) {
    return new QuantityValue(new Quantity(share, WrightForm.PERCENT));
  }
}
