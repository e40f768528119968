package org.tidemark.vocab.industry;

import java.util.List;
import java.util.Optional;
import org.tidemark.quantity.Quantity;
import org.tidemark.spi.Accept;
import org.tidemark.spi.DeclarationCheck;
import org.tidemark.spi.DeclaredFields;
import org.tidemark.spi.FieldSpec;
import org.tidemark.spi.Kind;
import org.tidemark.spi.Problem;
import org.tidemark.spi.type.BasicType;
import org.tidemark.spi.type.ObjectType;
import org.tidemark.spi.type.QuantityType;
import org.tidemark.spi.type.Type;
import org.tidemark.spi.value.DateValue;
import org.tidemark.spi.value.RunningValue;
import org.tidemark.spi.value.Value;
import org.tidemark.vocab.processes.TrajectoryType;
import org.tidemark.vocab.processes.TrajectoryValue;

/** {@code crossing name when curve <= threshold}. */
final class CrossingKind implements Kind {
  static final String RELEASES = "releases";

  /** What is read does not depend on the date, so that any will do to find out. */
  private static final DateValue ANY_DATE = new DateValue(2000);

  private static final List<FieldSpec> FIELDS =
      List.of(
          FieldSpec.optional(
              RELEASES,
              new Accept(
                  "a list of { at: a date or time, lowers: an amount }", Fall::isList, false),
              "none",
              "Falls of the threshold that nobody foresees, each with its date, or the time since"
                  + " the start, and the cumulative output by which it lowers the threshold."));

  @Override
  public String name() {
    return "crossing";
  }

  @Override
  public String doc() {
    return """
    The point at which a comparison first holds. In it, a curve stands for its cost at the
    running cumulative output; `.threshold` is the cumulative output from which on it holds.

    A comparison of trajectories, the states and helpers of processes, is located in time: where
    it first changes from false to true. Its crossing has `.time` since the start and `.date`, both
    `never` where that does not happen within the horizon. `>=` is a rise above, `<=` a fall below.

    One curve against a value is solved by the curve's inverse; anything else that reads one
    curve by a search over cumulative output. Two different curves are refused, since nothing
    says how far along each would be.

    The comparison may read `t`, the time since the market's start: the threshold then moves, and
    `.threshold` is that of the start, or of a time when it is called. It may read `now`, the date,
    in its place; `.threshold` is then called with a date. `releases` lists falls that nobody
    foresees.

    `falls below` and `rises above` may be written for `<` and `>`. `plot` of a crossing draws its
    curve with the threshold on it, or both sides of a comparison in time.\
    """;
  }

  @Override
  public List<FieldSpec> fields() {
    return FIELDS;
  }

  @Override
  public Header header() {
    return new Header(Optional.empty(), false, true, Optional.empty(), true, false);
  }

  @Override
  public Optional<String> clock() {
    return Optional.of("t");
  }

  @Override
  public Optional<String> calendar() {
    return Optional.of("now");
  }

  @Override
  public Optional<String> example() {
    return Optional.of(
        """
        curve hbm = wright(cost: 12 USD/GB, at: 2.49 EB, learning_rate: 14.7 %)
        param rival = 4 USD/GB

        crossing parity when hbm <= 5 USD/GB
        crossing with_margin when 1.1 * hbm + 0.2 USD/GB <= rival
        show parity.threshold, with_margin.threshold

        process adoption {
          state share = 1 %
          der share = 0.8 /year * share * (1 - share)
          start = date(2026)
          horizon = 30 year
        }
        crossing tipping when adoption.share >= 40 %
        show tipping.date
        """);
  }

  @Override
  public Type check(DeclarationCheck declaration) {
    List<ObjectType> running = declaration.running();
    if (running.isEmpty()) {
      declaration.problem(
          null,
          "E0406",
          "nothing in this comparison runs, so it never comes to hold",
          "compare a curve with a value: when hbm <= 5 USD/GB");
      return BasicType.UNKNOWN;
    }
    if (running.stream().allMatch(each -> each.name().equals(TrajectoryType.NAME))) {
      boolean dated =
          running.stream().anyMatch(each -> each.attribute(TrajectoryType.TIME) == BasicType.DATE);
      if (declaration.readsCalendar() && !dated) {
        declaration.problem(
            null,
            "E0406",
            "now is the date, and no process that this comparison reads says when it starts",
            "set start in the process: start = date(2026)",
            "or read t, the time since the start");
        return BasicType.UNKNOWN;
      }
      return TimedCrossingType.of(dated);
    }
    if (declaration.readsCalendar() && declaration.readsClock()) {
      declaration.problem(
          null,
          "E0406",
          "this comparison reads both t and now, and one of them says it all",
          "for the time since some date write now - date(2024)");
      return BasicType.UNKNOWN;
    }
    ObjectType curve = running.get(0);
    for (ObjectType other : running) {
      if (!other.name().equals(CurveType.NAME)) {
        declaration.problem(
            null,
            "E0406",
            "this comparison reads "
                + curve.describe()
                + " and "
                + other.describe()
                + ", and nothing says how far along each is",
            "call the curve at a cumulative output, such as a state: hbm(rollout.output)");
        return BasicType.UNKNOWN;
      }
      if (other != curve) {
        declaration.problem(
            null,
            "E0406",
            "this comparison reads several curves, and nothing says how far along each is",
            "compare one curve with a value",
            "call the others at a cumulative output: dram(10 EB)");
        return BasicType.UNKNOWN;
      }
    }
    Type output = curve.attribute(CurveType.OUTPUT);
    if (declaration.has(RELEASES)
        && output instanceof QuantityType stock
        && !Fall.fits(declaration.type(RELEASES), stock)) {
      declaration.problem(
          RELEASES,
          "E0406",
          "a release lowers the threshold by " + stock.describe() + " at a date or a time",
          "releases = [{ at: date(2027, 6), lowers: 20 EB }]");
    }
    if (declaration.readsCalendar()) {
      return CrossingType.dated(output, curve);
    }
    return CrossingType.of(output, curve, declaration.readsClock());
  }

  @Override
  public Value create(DeclaredFields fields) {
    List<RunningValue> running =
        fields.asOf(ANY_DATE, () -> List.copyOf(fields.comparison().running()));
    if (running.stream().anyMatch(TrajectoryValue.class::isInstance)) {
      return new TimedCrossingSearch(fields, running).find();
    }
    if (fields.readsCalendar()) {
      return new DatedCrossingValue(
          fields.name(),
          fields.comparison().text(),
          fields.asOf(ANY_DATE, () -> search(fields).curve()),
          date -> threshold(fields, date),
          Fall.list(fields.value(RELEASES)));
    }
    CrossingValue atStart = search(fields).find();
    return new CrossingValue(
        atStart.name(),
        atStart.condition(),
        atStart.curve(),
        atStart.threshold(),
        fields.readsClock() ? Optional.of(seconds -> threshold(fields, seconds)) : Optional.empty(),
        Fall.list(fields.value(RELEASES)));
  }

  /** The threshold as of a time since the start. */
  private static Quantity threshold(DeclaredFields fields, double seconds) {
    Quantity time = DisplayUnits.years(seconds);
    try {
      return fields.asOf(time, () -> search(fields).find().threshold());
    } catch (Problem problem) {
      throw outOfReach("at t = " + time.text(), problem);
    }
  }

  /** The threshold as of a date. */
  private static Quantity threshold(DeclaredFields fields, DateValue date) {
    try {
      return fields.asOf(date, () -> search(fields).find().threshold());
    } catch (Problem problem) {
      throw outOfReach("on " + Dates.text(date), problem);
    }
  }

  private static CrossingSearch search(DeclaredFields fields) {
    return new CrossingSearch(fields.name(), fields.comparison(), fields.surroundings());
  }

  private static Problem outOfReach(String when, Problem problem) {
    return Problem.noSolution("E0602", when + " " + problem.getMessage())
        .withHelp("let the threshold be one that the curve reaches at all times");
  }
}
