package org.tidemark.vocab.processes;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import org.tidemark.quantity.CalendarDate;
import org.tidemark.quantity.NumberText;
import org.tidemark.quantity.Quantity;
import org.tidemark.solve.ode.History;
import org.tidemark.solve.ode.Integration;
import org.tidemark.solve.ode.IntegrationRefused;
import org.tidemark.solve.ode.RightHandSide;
import org.tidemark.solve.ode.Settings;
import org.tidemark.solve.ode.Stepping;
import org.tidemark.solve.ode.Stretch;
import org.tidemark.solve.ode.Tolerance;
import org.tidemark.spi.Problem;
import org.tidemark.spi.Progress;
import org.tidemark.spi.Surroundings;
import org.tidemark.spi.value.TextValue;

/** Processes whose states have rates of change, or hold between events. */
final class Flow {
  /** No step is longer than this part of the horizon, so that short events are not missed. */
  private static final int LEAST_STEPS = 64;

  /** A look this part of the horizon ahead tells where a comparison at zero is going. */
  private static final double AHEAD = 1e-9;

  /** A part of the horizon by which a stretch may start late. */
  private static final double HAIR = 1e-12;

  private static final double COARSEST = 0.1;

  /** What is kept of a run: its steps, and the numbers in them. */
  private static final int MOST_STEPS = 1_000_000;

  private static final int MOST_NUMBERS = 4_000_000;
  private static final int MOST_ATTEMPTS = 20;
  private static final int MOST_LAGS = 8;

  /** In so many parts of the horizon it is told how far the integration has come. */
  private static final long HORIZON = 10_000;

  private final SystemRun run;
  private final double[] initial;
  private final double end;
  private final Surroundings surroundings;
  private final List<Double> lags = new ArrayList<>();
  private double shortest = Double.POSITIVE_INFINITY;
  private SystemMoment present;
  private List<SystemRun.Law> laws;
  private List<TimeBreaks.Break> found;
  private double[] breaks;
  private Variations variations;
  private int stepsLeft;
  private History history;
  private RuntimeException failure;
  private Progress progress = Progress.NONE;
  private double asked;
  private long reached;

  Flow(SystemRun run, double[] initial) {
    this.run = run;
    this.initial = initial;
    this.end = run.horizon();
    this.surroundings = run.members().get(0).fields().surroundings();
  }

  Outcome run() {
    try (Progress told = surroundings.progress("integrating ".concat(run.words()), HORIZON, "")) {
      progress = told;
      return integrated();
    }
  }

  private Outcome integrated() {
    present = run.moment(0, initial);
    laws = run.laws(() -> present);
    history = History.constant(0, initial);
    run.remember(this::past);
    found = new TimeBreaks(run).find();
    breaks = found.stream().mapToDouble(TimeBreaks.Break::years).toArray();
    try {
      // the lags that the laws read show themselves at the start
      rates(0, initial, new double[initial.length]);
    } catch (LagTooShort impossible) {
      throw new IllegalStateException(impossible);
    }
    for (int attempt = 0; ; attempt++) {
      try {
        Outcome outcome = attempt();
        run.remember((years, lag) -> outcome.at(Math.max(0, years)));
        return outcome;
      } catch (LagTooShort tooShort) {
        if (attempt == MOST_ATTEMPTS || tooShort.lag() < 1e-7 * end) {
          throw Problem.noSolution(
                  "E0631",
                  run.words()
                      + " reads a past that is only "
                      + Years.time(tooShort.lag()).text()
                      + " ago, too little to be told from the present")
              .withHelp("read the present value, or one further back");
        }
        shortest = Math.min(shortest, tooShort.lag());
      }
    }
  }

  private Outcome attempt() {
    Events events = new Events(run);
    stepsLeft = Math.min(MOST_STEPS, MOST_NUMBERS / initial.length);
    ContinuousCourse course = new ContinuousCourse();
    history = History.constant(0, initial);
    variations = run.isFollowed() ? new Variations(run, laws, found, this::rates) : null;
    if (variations != null) {
      variations.of(course);
      run.remember(variations);
    }
    double[] states = initial.clone();
    events.begin(states);
    double years = 0;
    if (events.isOpen()) {
      states = settle(events, 0, states, List.of());
    }
    while (true) {
      Stretch stretch = smooth(years, states, events);
      course.add(stretch);
      stepsLeft -= stretch.steps();
      vary(stretch);
      years = stretch.end();
      states = stretch.endState();
      if (stretch.fired().isEmpty()) {
        break;
      }
      events.crossed(stretch.fired(), years);
      states = settle(events, years, states, stretch.fired());
      if (years >= end) {
        break;
      }
    }
    course.end(states);
    return new Outcome(run, course, events.happened(), variations);
  }

  /**
   * A stretch up to the next event or the end. Where rates jump at the very event with which it
   * starts, it starts a hair later, behind the jump.
   */
  private Stretch smooth(double from, double[] states, Events events) {
    try {
      return stretch(from, states, events);
    } catch (IntegrationRefused refused) {
      double hair = HAIR * end;
      boolean atOnce =
          refused.kind() == IntegrationRefused.Cause.STEP_VANISHED && refused.time() <= from + hair;
      if (!atOnce || from == 0 || !lags.isEmpty() || from + hair >= end) {
        throw refusal(refused);
      }
      try {
        return stretch(from + hair, moved(from, states, hair), events);
      } catch (IntegrationRefused again) {
        throw refusal(again);
      }
    }
  }

  /** Goes along with the derivatives of the states. */
  private void vary(Stretch stretch) {
    if (variations == null) {
      return;
    }
    Settings settings = settings().with(Stepping.AUTOMATIC);
    if (!lags.isEmpty()) {
      double[] known = lags.stream().mapToDouble(Double::doubleValue).toArray();
      settings =
          settings
              .with(variations.history())
              .withBreaks(variations.history().breaks(stretch.from(), stretch.end(), known));
    }
    variations.along(stretch, settings);
  }

  /** Lets events happen, and follows what they make of the derivatives. */
  private double[] settle(Events events, double years, double[] before, List<Integer> fired) {
    if (variations == null) {
      return events.settle(years, before, null, this::ahead);
    }
    double pace = variations.pace(events, fired, years, before);
    events.follow(variations.before(years, before, pace), pace);
    int happened = events.happened().size();
    double[] after = events.settle(years, before, null, this::ahead);
    if (events.happened().size() > happened) {
      variations.pass(years, before, after, pace, events.moves());
      if (!lags.isEmpty()) {
        variations.lose();
      }
    }
    return after;
  }

  private Settings settings() {
    return Settings.standard()
        .with(tolerance())
        .with(method())
        .with((Runnable) this::checkpoint)
        .withMaximumStep(Math.min(end / LEAST_STEPS, shortest * (1 - 1e-9)))
        .withStepLimit(Math.max(1, stepsLeft));
  }

  private void checkpoint() {
    surroundings.checkpoint();
    long covered = (long) (HORIZON * (asked / end));
    if (covered > reached) {
      progress.add(covered - reached);
      reached = covered;
    }
  }

  private Stretch stretch(double from, double[] states, Events events) {
    double[] known = lags.stream().mapToDouble(Double::doubleValue).toArray();
    double[] jumps = breaks;
    Settings settings = settings();
    if (!lags.isEmpty()) {
      settings = settings.with(history);
      jumps =
          DoubleStream.concat(
                  Arrays.stream(breaks), Arrays.stream(history.breaks(from, end, known)))
              .toArray();
    }
    // a jump at the start lies behind it
    double start = from + 3 * Math.ulp(from);
    boolean atJump = Arrays.stream(jumps).anyMatch(at -> Math.abs(at - from) <= 8 * Math.ulp(at));
    return Integration.run(
        new Rates(),
        atJump && start < end ? start : from,
        states,
        end,
        events.switches(),
        settings.withBreaks(jumps));
  }

  /** The finest that one of the processes asks for. */
  private Tolerance tolerance() {
    double finest = Double.POSITIVE_INFINITY;
    for (ProcessValue member : run.members()) {
      Optional<Quantity> given = member.fields().quantity(ProcessKind.TOLERANCE);
      double tolerance = given.map(Quantity::magnitude).orElse(Tolerance.strict().relative());
      if (!(tolerance >= Tolerance.FINEST && tolerance <= COARSEST)) {
        throw Problem.of(
                "E0501",
                "the tolerance of "
                    + member.name()
                    + " is "
                    + given.orElseThrow().text()
                    + ", and has to lie between "
                    + NumberText.sensible(Tolerance.FINEST)
                    + " and "
                    + NumberText.sensible(COARSEST))
            .withHelp("leave it out for 1e-11")
            .about(ProcessKind.TOLERANCE);
      }
      finest = Math.min(finest, tolerance);
    }
    return Tolerance.relative(finest);
  }

  private Stepping method() {
    Stepping stepping = Stepping.AUTOMATIC;
    for (ProcessValue member : run.members()) {
      if (member.fields().value(ProcessKind.METHOD).orElse(null) instanceof TextValue text) {
        stepping =
            switch (text.text()) {
              case "explicit" -> Stepping.EXPLICIT;
              case "stiff" -> Stepping.STIFF;
              default ->
                  throw Problem.of("E0501", "there is no method called \"" + text.text() + "\"")
                      .withHelp("the methods are \"explicit\" and \"stiff\"")
                      .withHelp("leave it out to let the integration choose")
                      .about(ProcessKind.METHOD);
            };
      }
    }
    return stepping;
  }

  private RuntimeException refusal(IntegrationRefused refused) {
    if (refused.kind() == IntegrationRefused.Cause.INADMISSIBLE) {
      return Problem.of("E0501", run.words() + ": " + refused.reason()).withHelp(refused.cure());
    }
    if (refused.kind() == IntegrationRefused.Cause.NOT_FINITE && failure != null) {
      return failure;
    }
    String who = refused.component() < 0 ? "" : run.name(refused.component()) + " ";
    String when = Double.isNaN(refused.time()) ? "" : run.when(refused.time()) + ", ";
    return Problem.noSolution(
            "E0631",
            run.words() + " has no solution up to its horizon: " + when + who + refused.reason())
        .withHelp(refused.cure());
  }

  // ---- rates

  private final class Rates implements RightHandSide {
    @Override
    public int dimension() {
      return initial.length;
    }

    @Override
    public void rates(double time, double[] state, double[] rates) {
      Flow.this.rates(time, state, rates);
    }
  }

  private void rates(double years, double[] states, double[] rates) {
    asked = years;
    present = run.moment(years, states);
    double[][] points = run.points(years, states);
    Arrays.fill(rates, 0);
    for (SystemRun.Law law : laws) {
      rates[law.place()] = rate(law, points[law.process()], years);
    }
  }

  /**
   * A rate per year; not a number where the law has no value there, which a shorter step avoids.
   */
  private double rate(SystemRun.Law law, double[] point, double years) {
    try {
      return law.function().at(point) * CalendarDate.SECONDS_PER_YEAR;
    } catch (Coupled | LagTooShort unwinding) {
      throw unwinding;
    } catch (RuntimeException undefined) {
      // which exception it is, is up to whoever evaluates the law
      surroundings.checkpoint();
      if (years == 0) {
        throw undefined;
      }
      failure = run.during(undefined, years);
      return Double.NaN;
    }
  }

  private SystemMoment ahead(double years, double[] states) {
    return run.moment(years + AHEAD * end, moved(years, states, AHEAD * end));
  }

  private double[] rates(double years, double[] states) {
    double[] rates = new double[states.length];
    rates(years, states, rates);
    return rates;
  }

  private double[] moved(double years, double[] states, double step) {
    double[] rates = rates(years, states);
    double[] next = states.clone();
    for (int i = 0; i < next.length; i++) {
      next[i] += step * rates[i];
    }
    return next;
  }

  // ---- the past

  private double[] past(double years, double lag) {
    note(lag);
    double reached = history.latest();
    if (years > reached + 1e-12 * Math.max(1, reached)) {
      throw new LagTooShort(lag);
    }
    double[] states = new double[initial.length];
    double at = Math.min(years, reached);
    for (int i = 0; i < states.length; i++) {
      states[i] = at <= 0 ? initial[i] : history.component(i, at);
    }
    return states;
  }

  private void note(double lag) {
    shortest = Math.min(shortest, lag);
    boolean known = lags.stream().anyMatch(other -> Math.abs(other - lag) <= 1e-9 * Math.abs(lag));
    if (!known && lags.size() < MOST_LAGS) {
      lags.add(lag);
    }
  }
}
