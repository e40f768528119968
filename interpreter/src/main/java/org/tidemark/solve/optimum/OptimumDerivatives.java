package org.tidemark.solve.optimum;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.tidemark.solve.equation.Box;
import org.tidemark.solve.equation.Differentiation;
import org.tidemark.solve.equation.ImplicitDerivatives;

/**
 * How a best point moves with the parameters of its programme: the conditions of Karush, Kuhn and
 * Tucker with what binds as equations, differentiated as an implicit function (A. V. Fiacco, 1983,
 * Introduction to Sensitivity and Stability Analysis in Nonlinear Programming, chapter 3). The
 * objective's own derivative is that of the Lagrangian, by the envelope theorem.
 */
public final class OptimumDerivatives {
  private final double[][] values;
  private final double[][] errors;
  private final double[] objective;

  private OptimumDerivatives(double[][] values, double[][] errors, double[] objective) {
    this.values = values;
    this.errors = errors;
    this.objective = objective;
  }

  /** The derivative of unknown j with respect to parameter k. */
  public double value(int j, int k) {
    return values[j][k];
  }

  /** An estimate of its absolute error. */
  public double error(int j, int k) {
    return errors[j][k];
  }

  /** The derivative of the optimal objective with respect to parameter k. */
  public double objective(int k) {
    return objective[k];
  }

  /**
   * At an optimum found.
   *
   * @param family the programme that parameters make; bounds may depend on them too
   * @param parameters where the parameters may go
   * @param at the parameters of the optimum
   * @param optimum what was found there, smallest or largest
   * @param largest whether it is the largest
   * @throws ArithmeticException where what binds changes with the parameters right here, or more
   *     binds than the unknowns can answer to, so that there is no derivative
   */
  public static OptimumDerivatives of(
      Function<double[], Programme> family,
      Box parameters,
      double[] at,
      Optimum optimum,
      boolean largest) {
    Posed posed = new Posed(family.apply(at.clone()), largest);
    double[] y = posed.fractions(optimum.values());
    Conditions conditions = Conditions.at(posed, y);
    if (conditions == null) {
      throw new ArithmeticException("the programme is not smooth at the optimum");
    }
    List<Integer> free = free(posed, conditions);
    List<Integer> tight = tight(posed, conditions);
    int n = free.size();
    int m = tight.size();
    double[] unknowns = new double[n + m];
    double[] low = new double[n + m];
    double[] high = new double[n + m];
    for (int j = 0; j < n; j++) {
      unknowns[j] = y[free.get(j)];
      low[j] = posed.box().lower(free.get(j));
      high[j] = posed.box().upper(free.get(j));
    }
    for (int i = 0; i < m; i++) {
      unknowns[n + i] = conditions.multiplier(tight.get(i));
      double reach = Math.max(1, 10 * Math.abs(unknowns[n + i]));
      low[n + i] = -reach;
      high[n + i] = reach;
    }
    String[] names = new String[n + m];
    Arrays.setAll(names, k -> k < n ? posed.box().name(free.get(k)) : "multiplier " + (k - n + 1));
    ImplicitDerivatives moves =
        ImplicitDerivatives.of(
            z -> conditions(family, largest, y, free, tight, z),
            new Box(List.of(names), low, high),
            parameters,
            unknowns,
            at);
    return assembled(family, parameters, at, largest, y, free, conditions, moves);
  }

  private static List<Integer> free(Posed posed, Conditions conditions) {
    List<Integer> free = new ArrayList<>();
    for (int j = 0; j < posed.unknowns(); j++) {
      double y = conditions.y()[j];
      boolean bound = y <= posed.box().lower(j) || y >= posed.box().upper(j);
      if (bound && conditions.boundMultiplier(j) == 0 && posed.box().width(j) > 0) {
        throw new ArithmeticException(
            posed.box().name(j) + " is just at its bound, so it moves to one side only");
      }
      if (!bound) {
        free.add(j);
      }
    }
    return free;
  }

  private static List<Integer> tight(Posed posed, Conditions conditions) {
    List<Integer> tight = new ArrayList<>();
    for (int i = 0; i < posed.constraints(); i++) {
      if (posed.isEquality(i) || conditions.multiplier(i) > 0) {
        tight.add(i);
      }
    }
    return tight;
  }

  /** What must vanish: free slopes of the Lagrangian, and the slacks of what binds. */
  private static double[] conditions(
      Function<double[], Programme> family,
      boolean largest,
      double[] y,
      List<Integer> free,
      List<Integer> tight,
      double[] z) {
    int n = free.size();
    int m = tight.size();
    Posed posed = new Posed(family.apply(Arrays.copyOfRange(z, n + m, z.length)), largest);
    double[] there = y.clone();
    for (int j = 0; j < n; j++) {
      there[free.get(j)] = z[j];
    }
    double[] values = posed.all().at(there);
    double[][] slopes = new Differentiation(posed.all(), posed.box()).jacobian(there).values();
    double[] conditions = new double[n + m];
    for (int j = 0; j < n; j++) {
      conditions[j] = slopes[0][free.get(j)];
      for (int i = 0; i < m; i++) {
        conditions[j] -= z[n + i] * slopes[tight.get(i) + 1][free.get(j)];
      }
    }
    for (int i = 0; i < m; i++) {
      conditions[n + i] = values[tight.get(i) + 1];
    }
    return conditions;
  }

  /** From fractions of the box, which may itself move, to the unknowns. */
  private static OptimumDerivatives assembled(
      Function<double[], Programme> family,
      Box parameters,
      double[] at,
      boolean largest,
      double[] y,
      List<Integer> free,
      Conditions conditions,
      ImplicitDerivatives moves) {
    int unknowns = y.length;
    Posed here = new Posed(family.apply(at.clone()), largest);
    Differentiation.Jacobian frame =
        new Differentiation(
                p -> {
                  Posed posed = new Posed(family.apply(p), largest);
                  double[] values = posed.all().at(y);
                  double lagrangian = values[0];
                  for (int i = 0; i < posed.constraints(); i++) {
                    lagrangian -= conditions.multiplier(i) * values[i + 1];
                  }
                  double[] all = Arrays.copyOf(posed.point(y), unknowns + 1);
                  all[unknowns] = posed.sign() * lagrangian;
                  return all;
                },
                parameters)
            .jacobian(at);
    double[][] values = frame.values();
    double[][] errors = frame.errors();
    for (int k = 0; k < at.length; k++) {
      for (int j = 0; j < free.size(); j++) {
        values[free.get(j)][k] += here.unit(free.get(j)) * moves.value(j, k);
        errors[free.get(j)][k] += here.unit(free.get(j)) * moves.error(j, k);
      }
    }
    return new OptimumDerivatives(
        Arrays.copyOf(values, unknowns), Arrays.copyOf(errors, unknowns), values[unknowns]);
  }
}
