package org.tidemark.vocab.processes;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.tidemark.spi.Accept;
import org.tidemark.spi.DeclarationCheck;
import org.tidemark.spi.DeclaredFields;
import org.tidemark.spi.FieldSpec;
import org.tidemark.spi.Kind;
import org.tidemark.spi.RunningCheck;
import org.tidemark.spi.RunningWords;
import org.tidemark.spi.type.ListType;
import org.tidemark.spi.type.ObjectType;
import org.tidemark.spi.type.Type;
import org.tidemark.spi.type.Types;
import org.tidemark.spi.value.Value;

/** {@code process name { state x = ...; der x = ...; when ... { } }}. */
final class ProcessKind implements Kind {
  static final String START = "start";
  static final String HORIZON = "horizon";
  static final String STEP = "step";
  static final String METHOD = "method";
  static final String TOLERANCE = "tolerance";
  static final String DRIVES = "drives";
  static final String PRODUCED = "produced";
  private static final String RATE = "der";
  private static final String NEXT = "next";

  private static final Accept CURVES =
      new Accept("a curve, or a list of curves", ProcessKind::isCurves, false);
  private static final Accept OUTPUTS =
      new Accept(
          "a cumulative output, or a list of them, one for each curve",
          type ->
              Types.quantity(type).isPresent()
                  || (type instanceof ListType list && Types.quantity(list.element()).isPresent()),
          false);

  private static boolean isCurves(Type type) {
    Type one = type instanceof ListType list ? list.element() : type;
    return one instanceof ObjectType object
        && object.running().isPresent()
        && object.parameter().isPresent()
        && !object.name().equals(TrajectoryType.NAME);
  }

  @Override
  public String name() {
    return "process";
  }

  @Override
  public String doc() {
    return """
    Something that moves in time. `state x = e` is a state with its value at the start, `der x = e`
    its rate of change, or `next x = e` its value one step later; a state without a law holds
    between events. `when condition { x = e }` happens at each crossing of the condition from false
    to true, which is located; its right sides see the values just before, and `once` before or
    behind the condition lets it happen once. Helpers are written `let`. In the body `t` is the
    time since the start and `now` the date; `x(t - 1 year)` is a value of the past, before the
    start the one at the start.

    Outside, a state or helper is a trajectory: it is called with a date or a time since the start,
    has `final`, `min`, `max`, `argmax`, `argmin` and `over(from..to)`, and becomes a table with
    `|> table(every: 1 year)`. The process has `events`, `method`, `residual` and `error_estimate`.
    `plot` of a trajectory draws it with its events, of a process all that measures what its first
    state does.

    Rates are integrated by the explicit pair of Dormand and Prince of order 8, and where that
    would take too small steps by Radau IIA (Hairer, Norsett, Wanner: Solving Ordinary Differential
    Equations I and II). Processes that read each other's states are integrated as one.\
    """;
  }

  @Override
  public List<FieldSpec> fields() {
    return List.of(
        FieldSpec.optional(
            START, Accept.DATE, "no date: times count from the start", "When it starts."),
        FieldSpec.required(HORIZON, Accept.TIME, "How long it runs, such as 30 year."),
        FieldSpec.optional(STEP, Accept.TIME, "1 year", "The time between two values of next."),
        FieldSpec.optional(
            METHOD,
            Accept.oneOf(List.of("explicit", "stiff")),
            "whichever takes fewer steps",
            "How rates are integrated: \"explicit\" or \"stiff\"."),
        FieldSpec.optional(
            TOLERANCE,
            Accept.NUMBER,
            "1e-11",
            "The error allowed in one step, as a share of each state."),
        FieldSpec.optional(
            DRIVES,
            CURVES,
            "none",
            "The curves that stand for their cost now, each at its cumulative output."),
        FieldSpec.optional(
            PRODUCED,
            OUTPUTS,
            "none",
            "The cumulative output along drives, of states and the time."));
  }

  @Override
  public Header header() {
    return Header.fields();
  }

  @Override
  public Optional<RunningWords> running() {
    return Optional.of(new RunningWords("state", RATE, NEXT, "t", "now", START, Set.of(PRODUCED)));
  }

  @Override
  public Optional<String> example() {
    return Optional.of(
        """
        process adoption {
          state share = 1 %
          state kappa = 0.6 /year
          let R0 = 1.2 /year * 1.5 / (kappa + 0.3 /year)
          der share = (1.2 /year * 1.5 * (1 - share) - kappa - 0.3 /year) * share
          when share >= 40 % { kappa = kappa / 2 }
          start = date(2026)
          horizon = 30 year
        }
        crossing tipping when adoption.share >= 40 %
        show tipping.date, adoption.share(date(2030)), adoption.share.final
        """);
  }

  @Override
  public Type check(DeclarationCheck declaration) {
    RunningCheck body = declaration.body().orElseThrow();
    if (declaration.constant(HORIZON).filter(time -> !(time > 0)).isPresent()) {
      declaration.problem(HORIZON, "E0406", "a horizon is above zero", "for example 30 year");
    }
    if (declaration.constant(STEP).filter(time -> !(time > 0)).isPresent()) {
      declaration.problem(STEP, "E0406", "a step is above zero", "for example 1 month");
    }
    if (declaration.has(STEP) && !body.hasLaw(NEXT)) {
      declaration.problem(
          STEP,
          "E0439",
          "a step is for states that move by next, and none does",
          "leave it out: the integration chooses its steps by the tolerance");
    }
    for (String field : List.of(METHOD, TOLERANCE)) {
      if (declaration.has(field) && body.hasLaw(NEXT)) {
        declaration.problem(
            field,
            "E0439",
            field + " is for states that move by der, and these move in steps",
            "leave it out");
      }
    }
    if (declaration.has(DRIVES) != declaration.has(PRODUCED)) {
      declaration.problem(
          declaration.has(DRIVES) ? DRIVES : PRODUCED,
          "E0402",
          "drives and produced go together: a curve, and the cumulative output along it",
          "for example drives = hbm; produced = Q, where Q is a state");
    }
    return ProcessType.of(body, declaration.has(START));
  }

  @Override
  public Value create(DeclaredFields fields) {
    return new ProcessValue(fields);
  }
}
