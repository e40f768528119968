package org.tidemark.vocab.processes;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleFunction;
import org.tidemark.quantity.CalendarDate;
import org.tidemark.solve.ode.History;
import org.tidemark.solve.ode.Integration;
import org.tidemark.solve.ode.IntegrationRefused;
import org.tidemark.solve.ode.RightHandSide;
import org.tidemark.solve.ode.Settings;
import org.tidemark.solve.ode.Stretch;
import org.tidemark.solve.ode.Tolerance;

/**
 * How the states of a flow move with the input that is followed: the variational equations, S' =
 * f_y S + f_p, along the solution (Hairer, Nørsett, Wanner, Solving Ordinary Differential Equations
 * I, I.14). The laws themselves give the right side, asked where the states carry S.
 *
 * <p>Across what happens at a time T, the states move on by S_after = D - f_after T', with D what
 * the events make of S_before + f_before T', and T' from the condition (M. Aizerman, F. Gantmacher,
 * Q. J. Mech. Appl. Math. 11, 1958). Where rates jump as a state passes a value, and after events
 * whose past is read again, nothing is known of S.
 */
final class Variations implements Motion {
  /** A part of the horizon that is no time. */
  private static final double HAIR = 1e-12;

  private static final double NEGLIGIBLE = 1e-6;

  private final SystemRun run;
  private final List<SystemRun.Law> laws;
  private final List<TimeBreaks.Break> breaks;
  private final Rates rates;
  private final double hair;
  private final List<Piece> pieces = new ArrayList<>();
  private final List<Passage> passages = new ArrayList<>();
  private final History history;
  private Course course;
  private double reached;
  private double[] now;

  /** The rates of change of the states. */
  interface Rates {
    double[] at(double years, double[] states);
  }

  /** A smooth part; without a stretch nothing is known there. */
  private record Piece(double from, Stretch stretch) {}

  Variations(SystemRun run, List<SystemRun.Law> laws, List<TimeBreaks.Break> breaks, Rates rates) {
    this.run = run;
    this.laws = laws;
    this.breaks = breaks;
    this.rates = rates;
    this.hair = HAIR * run.horizon();
    this.now = run.initialMoves();
    this.history = History.constant(0, now);
  }

  /** The course whose states these are of. */
  void of(Course found) {
    course = found;
  }

  // ---- smooth parts

  /** Goes along the next stretch of the solution. */
  void along(Stretch stretch, Settings settings) {
    double from = stretch.from();
    for (TimeBreaks.Break each : inside(stretch)) {
      go(stretch, from, each.years(), settings);
      from = each.years();
      turn(stretch, each);
    }
    go(stretch, from, stretch.end(), settings);
  }

  private List<TimeBreaks.Break> inside(Stretch stretch) {
    return breaks.stream()
        .filter(each -> each.years() > stretch.from() + hair && each.years() < stretch.end() - hair)
        .sorted((a, b) -> Double.compare(a.years(), b.years()))
        .toList();
  }

  private void go(Stretch along, double from, double to, Settings settings) {
    Stretch found = null;
    double jump =
        Arrays.stream(along.jumps()).filter(at -> at >= from && at <= to).min().orElse(to + hair);
    if (jump <= to) {
      if (jump - hair > from) {
        go(along, from, jump - hair, settings);
      }
      lose();
    }
    if (isKnown(now)) {
      try {
        Variational variational = new Variational(along, from, to);
        Settings all = settings.with(variational.tolerance(settings.tolerance().relative()));
        found = Integration.run(variational, from, now, to, List.of(), all);
      } catch (IntegrationRefused refused) {
        // unknown then
        found = null;
      }
    }
    pieces.add(new Piece(jump <= to ? Math.max(from, jump - hair) : from, found));
    now = found == null ? unknown() : found.endState();
    reached = to;
  }

  private boolean isKnown(double[] moves) {
    return Arrays.stream(moves).allMatch(Double::isFinite);
  }

  private double[] unknown() {
    double[] unknown = new double[now.length];
    Arrays.fill(unknown, Double.NaN);
    return unknown;
  }

  private final class Variational implements RightHandSide {
    private final Stretch along;
    private final double first;
    private final double last;

    /** Along a part of a stretch, at whose ends rates may jump: they are those within. */
    Variational(Stretch along, double from, double to) {
      boolean narrow = to - from <= 2 * hair;
      this.along = along;
      this.first = narrow ? from : from + hair;
      this.last = narrow ? to : to - hair;
    }

    /** Derivatives go by their own size down to a small part of what forces them. */
    Tolerance tolerance(double relative) {
      double[] absolute = new double[now.length];
      double[] forced = new double[now.length];
      for (double time : along.times()) {
        rates(time, new double[now.length], forced);
        for (int i = 0; i < forced.length; i++) {
          double size = Math.abs(forced[i]) * (last - first) * NEGLIGIBLE * relative;
          absolute[i] = Math.max(absolute[i], Double.isFinite(size) ? size : 0);
        }
      }
      return new Tolerance(relative, absolute);
    }

    @Override
    public int dimension() {
      return now.length;
    }

    @Override
    public void rates(double time, double[] moves, double[] into) {
      double there = Math.max(first, Math.min(time, last));
      SystemMoment moment = run.moment(there, along.at(there), moves.clone(), 0);
      Arrays.fill(into, 0);
      for (SystemRun.Law law : laws) {
        into[law.place()] = law.tangent().applyAsDouble(moment) * CalendarDate.SECONDS_PER_YEAR;
      }
    }
  }

  /** The history to write into, where laws read the past. */
  History history() {
    return history;
  }

  // ---- what happens

  /** Rates may jump at a time that the input moves. */
  private void turn(Stretch stretch, TimeBreaks.Break at) {
    double[] states = stretch.at(at.years());
    double[] before = rates.at(at.years() - hair, states);
    double[] after = rates.at(at.years(), states);
    if (Arrays.equals(before, after)) {
      return;
    }
    double pace =
        at.condition() instanceof org.tidemark.spi.RunningBody.Condition.Compared compared
            ? Passing.pace(
                moving ->
                    compared
                        .tangent()
                        .applyAsDouble(
                            run.moment(at.years(), states, new double[now.length], moving)))
            : Double.NaN;
    pass(at.years(), pace, states, before, after, moved(now, before, pace));
  }

  /**
   * Passes events at the end of a stretch.
   *
   * @param before the states before the events
   * @param after those after them
   */
  void pass(double years, double[] before, double[] after, double pace, double[] movesAfter) {
    double[] ratesBefore = rates.at(Math.max(0, years - hair), before);
    double[] ratesAfter = rates.at(Math.min(years + hair, run.horizon()), after);
    pass(years, pace, before, ratesBefore, ratesAfter, movesAfter);
  }

  private void pass(
      double years,
      double pace,
      double[] before,
      double[] ratesBefore,
      double[] ratesAfter,
      double[] movesAfter) {
    passages.add(new Passage(years, pace, before, moved(now, ratesBefore, pace), movesAfter));
    now = moved(movesAfter, ratesAfter, -pace);
  }

  /** Nothing is known from here on. */
  void lose() {
    now = unknown();
  }

  /** How the time of events moves. */
  double pace(Events events, List<Integer> fired, double years, double[] states) {
    return events.pace(fired, along(years, states));
  }

  /** The states just before events, along with their time. */
  double[] before(double years, double[] states, double pace) {
    return moved(now, rates.at(Math.max(0, years - hair), states), pace);
  }

  private DoubleFunction<SystemMoment> along(double years, double[] states) {
    double[] rate = rates.at(Math.max(0, years - hair), states);
    double[] still = now;
    return pace -> run.moment(years, states, moved(still, rate, pace), pace);
  }

  /** The derivatives at a time that moves at a pace. */
  private static double[] moved(double[] moves, double[] rates, double pace) {
    double[] moved = moves.clone();
    for (int i = 0; i < moved.length && pace != 0; i++) {
      moved[i] += rates[i] == 0 ? 0 : rates[i] * pace;
    }
    return moved;
  }

  // ---- asked

  @Override
  public double[] at(double years, double pace) {
    if (years <= 0 && (pieces.isEmpty() || years < 0)) {
      return run.initialMoves();
    }
    double[] moves = at(years);
    return pace == 0 || course == null
        ? pace == 0 ? moves : unknown()
        : moved(moves, rates.at(years, course.at(years)), pace);
  }

  private double[] at(double years) {
    if (years >= reached) {
      if (years <= reached + hair) {
        return now;
      }
      return underWay(years);
    }
    Piece piece = pieces.get(0);
    for (Piece each : pieces) {
      if (each.from() <= years) {
        piece = each;
      }
    }
    return piece.stretch() == null
        ? unknown()
        : piece
            .stretch()
            .at(Math.max(piece.stretch().from(), Math.min(years, piece.stretch().end())));
  }

  private double[] underWay(double years) {
    if (years > history.latest() + hair) {
      return unknown();
    }
    double[] moves = new double[now.length];
    for (int i = 0; i < moves.length; i++) {
      moves[i] = history.component(i, Math.min(years, history.latest()));
    }
    return moves;
  }

  @Override
  public Passage passage(double years) {
    for (Passage each : passages) {
      if (Math.abs(each.years() - years) <= hair) {
        return each;
      }
    }
    return null;
  }
}
