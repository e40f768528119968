package org.tidemark.solve.ode;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.tidemark.solve.ode.IntegrationRefused.Cause;

/**
 * A solution over one stretch together with its derivatives with respect to parameters.
 *
 * <p>The derivatives S = dy/dp satisfy the variational equations S' = f_y S + f_p, integrated along
 * with the state under the same error control (Hairer, Nørsett, Wanner, Solving Ordinary
 * Differential Equations I, I.14). An initial value is a parameter whose column in the derivatives
 * at the start is a unit vector. Where a switch g(t, y, p) fires, its time moves by dT = -(g_y S +
 * g_p) / (g_y f + g_t), and across the event the derivatives jump to r_y S + r_p + (r_y f + r_t -
 * f_after) dT, with r what the event makes of the state (M. Aizerman, F. Gantmacher, Q. J. Mech.
 * Appl. Math. 11, 1958; I. Hiskens, M. Pai, IEEE Trans. Circuits Syst. I 47, 2000).
 *
 * <p>Rates that jump on the way without an event do not say where, so their derivatives are
 * refused: state the jump as a switch, and go on after it with {@link #across}.
 */
public final class Sensitivities {
  /** Switches whose value changes slower than this, relative, meet zero tangentially. */
  private static final double TANGENT = 1e-9;

  private final ParametricRates rates;
  private final double[] parameters;
  private final List<? extends ParametricSwitch> switches;
  private final Stretch both;
  private final int dimension;

  private Sensitivities(
      ParametricRates rates,
      double[] parameters,
      List<? extends ParametricSwitch> switches,
      Stretch both) {
    this.rates = rates;
    this.parameters = parameters;
    this.switches = switches;
    this.both = both;
    dimension = rates.dimension();
  }

  /**
   * Integrates a stretch and its derivatives, to its end or to the first event.
   *
   * @param derivatives of the state at the start, held at that time: one row for each component,
   *     one column for each parameter
   * @throws IntegrationRefused where there is no solution, or it has no derivatives
   */
  public static Sensitivities run(
      ParametricRates rates,
      double[] parameters,
      double from,
      double[] state,
      double[][] derivatives,
      double to,
      List<? extends ParametricSwitch> switches,
      Settings settings) {
    int n = rates.dimension();
    int m = parameters.length;
    if (state.length != n || derivatives.length != n) {
      throw IntegrationRefused.inadmissible(
          "a state of " + state.length + " with " + derivatives.length + " rows of derivatives",
          "give " + n + " of both");
    }
    if (settings.history() != null) {
      throw IntegrationRefused.inadmissible(
          "rates that read the past have derivatives that do so too, which are not followed",
          "take differences of solutions");
    }
    double[] start = Arrays.copyOf(state, n * (1 + m));
    for (int i = 0; i < n; i++) {
      if (derivatives[i].length != m) {
        throw IntegrationRefused.inadmissible(
            derivatives[i].length + " derivatives of component " + i,
            "give one for each parameter");
      }
      for (int k = 0; k < m; k++) {
        start[n * (1 + k) + i] = derivatives[i][k];
      }
    }
    double[] given = parameters.clone();
    List<Switch> plain = new ArrayList<>();
    List<Switch> watched = new ArrayList<>();
    for (ParametricSwitch each : switches) {
      plain.add((time, alone) -> each.value(time, alone, given));
      watched.add((time, all) -> each.value(time, Arrays.copyOf(all, n), given));
    }
    Variational variational = new Variational(rates, given);
    Stretch alone = Integration.run(variational.alone(), from, state, to, plain, settings);
    requireSmooth(alone);
    Settings all = settings.with(variational.tolerance(settings.tolerance(), alone));
    Stretch both = Integration.run(variational, from, start, to, watched, all);
    return new Sensitivities(rates, given, List.copyOf(switches), both);
  }

  private static void requireSmooth(Stretch alone) {
    if (alone.jumps().length > 0) {
      throw new IntegrationRefused(
          Cause.INADMISSIBLE,
          alone.jumps()[0],
          -1,
          "the rates jump where no event says so, and derivatives jump with them by an amount that"
              + " depends on the condition",
          "state the condition as an event");
    }
  }

  /**
   * The solution: its first components are the state, then come the derivatives with respect to
   * each parameter in turn.
   */
  public Stretch stretch() {
    return both;
  }

  /** The state at a time. */
  public double[] state(double time) {
    return Arrays.copyOf(both.at(time), dimension);
  }

  /** The derivatives of the state at a time, held fixed; a row for each component. */
  public double[][] derivatives(double time) {
    return matrix(both.at(time));
  }

  /** The derivatives with respect to one parameter at a time. */
  private double[] column(double[] all, int parameter) {
    int first = dimension * (1 + parameter);
    return Arrays.copyOfRange(all, first, first + dimension);
  }

  private double[][] matrix(double[] all) {
    double[][] matrix = new double[dimension][parameters.length];
    for (int k = 0; k < parameters.length; k++) {
      for (int i = 0; i < dimension; i++) {
        matrix[i][k] = all[dimension * (1 + k) + i];
      }
    }
    return matrix;
  }

  /**
   * The derivatives of the time of the event at the end.
   *
   * @throws IntegrationRefused if none fired, or the condition is met tangentially
   */
  public double[] eventTimeDerivatives() {
    if (both.fired().isEmpty()) {
      throw IntegrationRefused.inadmissible(
          "no event ended the stretch, so there is no time of one",
          "ask for the derivatives at a time");
    }
    ParametricSwitch fired = switches.get(both.fired().get(0));
    double time = both.end();
    double[] all = both.endState();
    double[] state = Arrays.copyOf(all, dimension);
    double[] rate = rate(rates, time, state);
    double[] still = new double[parameters.length];
    double passing = change(fired, time, state, 1, rate, still);
    double[] moves = new double[parameters.length];
    for (int k = 0; k < moves.length; k++) {
      moves[k] = -change(fired, time, state, 0, column(all, k), unit(k)) / passing;
      if (!Double.isFinite(moves[k])) {
        throw tangential(time);
      }
    }
    double span = Math.max(Math.abs(time - both.from()), Math.ulp(time));
    double size = Math.abs(fired.value(both.from(), state(both.from()), parameters));
    if (!(Math.abs(passing) * span > TANGENT * size)) {
      throw tangential(time);
    }
    return moves;
  }

  /**
   * The derivatives just after the event at the end, at its time held fixed: to go on from.
   *
   * @param reset what the event makes of the state
   * @param after the rates from here on
   */
  public double[][] across(Reset reset, ParametricRates after) {
    double time = both.end();
    double[] all = both.endState();
    double[] before = Arrays.copyOf(all, dimension);
    double[] rate = rate(rates, time, before);
    double[] rateAfter = rate(after, time, reset.after(time, before.clone(), parameters));
    double[] moves = eventTimeDerivatives();
    double[][] derivatives = new double[dimension][parameters.length];
    for (int k = 0; k < moves.length; k++) {
      double moved = moves[k];
      double[] direction = column(all, k);
      for (int i = 0; i < dimension; i++) {
        direction[i] += rate[i] * moved;
      }
      double[] shift = unit(k);
      double[] total =
          along((t, y, p) -> reset.after(t, y, p), time, before, moved, direction, shift);
      for (int i = 0; i < dimension; i++) {
        derivatives[i][k] = total[i] - rateAfter[i] * moved;
      }
    }
    return derivatives;
  }

  private double change(
      ParametricSwitch of, double time, double[] state, double pace, double[] way, double[] shift) {
    return along((t, y, p) -> new double[] {of.value(t, y, p)}, time, state, pace, way, shift)[0];
  }

  /** The derivative of a function of time, state and parameters as all of them move. */
  private double[] along(
      Reset function, double time, double[] state, double pace, double[] way, double[] shift) {
    double span = both.end() - both.from();
    double reach =
        Direction.reach(state, way, parameters, shift, new double[] {span}, new double[] {pace});
    if (reach == 0) {
      return new double[function.after(time, state.clone(), parameters.clone()).length];
    }
    double[] derivative =
        Direction.derivative(
            distance ->
                function.after(
                    time + distance * pace,
                    Variational.moved(state, distance, way),
                    Variational.moved(parameters, distance, shift)),
            reach);
    if (CountedRates.firstNotFinite(derivative) >= 0) {
      throw new IntegrationRefused(
          Cause.NOT_FINITE,
          time,
          -1,
          "the condition or what the event does has no finite derivative",
          "state them so that they are smooth around the event");
    }
    return derivative;
  }

  private double[] rate(ParametricRates of, double time, double[] state) {
    double[] rate = new double[dimension];
    of.rates(time, state, parameters, rate);
    int wrong = CountedRates.firstNotFinite(rate);
    if (wrong >= 0) {
      throw new IntegrationRefused(
          Cause.NOT_FINITE,
          time,
          wrong,
          "changes at a rate of " + rate[wrong] + " at the event",
          "let the event leave a state with finite rates");
    }
    return rate;
  }

  private double[] unit(int parameter) {
    double[] unit = new double[parameters.length];
    unit[parameter] = 1;
    return unit;
  }

  private static IntegrationRefused tangential(double time) {
    return new IntegrationRefused(
        Cause.INADMISSIBLE,
        time,
        -1,
        "the condition only touches its threshold, so its time does not change smoothly",
        "move the threshold, or ask where the solution passes through it");
  }
}
