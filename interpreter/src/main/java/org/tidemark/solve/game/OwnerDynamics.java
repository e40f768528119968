package org.tidemark.solve.game;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * What maximises the joint value of unequal firms, or total surplus. Whoever decides has the
 * cheapest firms produce first. With W what is maximised, p = W', and C(Q) the cost of Q in order
 * of merit,
 *
 * <pre>
 *   r W = max_Q P Q - C(Q) - p Q            together,
 *   r W = max_Q int_0^Q P - C(Q) - p Q      for society.
 * </pre>
 *
 * <p>Where firms of cost c are neither idle nor full, the first-order condition turns the right
 * side into Y(Q) + sum over the cheaper of (c - c_i) k_i, with Y = -P' Q^2 together and the
 * consumer surplus for society. Between two costs output stands at the capacity of the cheaper.
 * Firms of one cost share in proportion to their capacities; those without a limit share equally
 * what the others of that cost cannot make.
 */
final class OwnerDynamics extends CollocatedDynamics {
  private static final int NEWTON = 80;

  /** Beside what is to come a value this small changes nothing; its square root neither. */
  private static final double NOTHING = 1e-34;

  private final boolean together;

  OwnerDynamics(InverseDemand demand, FirmGroups groups, Objective objective) {
    this(demand, groups, objective, 0);
  }

  private OwnerDynamics(
      InverseDemand demand, FirmGroups groups, Objective objective, int extraDegree) {
    super(demand, groups, extraDegree);
    this.together = objective == Objective.JOINT_VALUE;
  }

  @Override
  public Dynamics finer() {
    return new OwnerDynamics(demand, groups, objective(), 6);
  }

  @Override
  public Objective objective() {
    return together ? Objective.JOINT_VALUE : Objective.TOTAL_SURPLUS;
  }

  /** r W. */
  private double worth(double[] state) {
    double sum = together ? 0 : state[groups.count() + 1];
    for (int i = 0; i < groups.count(); i++) {
      sum += groups.size(i) * state[i];
    }
    return groups.commonRate() * sum;
  }

  private double cost(int group, double x) {
    return groups.kind(group).cost().at(x);
  }

  private double capacity(int group) {
    return groups.size(group) * groups.kind(group).capacity();
  }

  /** Y(Q). */
  private double rent(double output) {
    return together ? -demand.slope(output) * output * output : demand.consumerSurplus(output);
  }

  private double rentSlope(double output) {
    return together
        ? -output * (demand.curvature(output) * output + 2 * demand.slope(output))
        : -demand.slope(output) * output;
  }

  /** Groups of one cost that share in one way. */
  private record Tier(double cost, boolean limited, List<Integer> groups, double capacity) {}

  private List<Tier> tiers(double x) {
    List<Integer> order = new ArrayList<>();
    for (int i = 0; i < groups.count(); i++) {
      order.add(i);
    }
    order.sort(
        Comparator.comparingDouble((Integer i) -> cost(i, x))
            .thenComparing(i -> Double.isInfinite(capacity(i))));
    List<Tier> tiers = new ArrayList<>();
    for (int i : order) {
      Tier last = tiers.isEmpty() ? null : tiers.get(tiers.size() - 1);
      boolean limited = !Double.isInfinite(capacity(i));
      if (last != null && last.cost == cost(i, x) && last.limited == limited) {
        last.groups.add(i);
        tiers.set(
            tiers.size() - 1,
            new Tier(last.cost, limited, last.groups, last.capacity + capacity(i)));
      } else {
        tiers.add(new Tier(cost(i, x), limited, new ArrayList<>(List.of(i)), capacity(i)));
      }
    }
    return tiers;
  }

  @Override
  double aggregate(double x, double[] state, Activity[] regime, double guess) throws Undefined {
    double full = 0;
    double price = Double.NaN;
    for (int i = 0; i < regime.length; i++) {
      if (regime[i] == Activity.AT_CAPACITY) {
        full += capacity(i);
      } else if (regime[i] == Activity.INTERIOR) {
        price = cost(i, x);
      }
    }
    if (Double.isNaN(price)) {
      return full;
    }
    double wanted = worth(state);
    for (int i = 0; i < regime.length; i++) {
      if (regime[i] == Activity.AT_CAPACITY) {
        wanted -= (price - cost(i, x)) * capacity(i);
      }
    }
    double output = guess;
    double before = Double.POSITIVE_INFINITY;
    for (int round = 0; round < NEWTON; round++) {
      double step = (wanted - rent(output)) / rentSlope(output);
      double size = Math.abs(step);
      if (size <= 1e-16 * output || size < 1e-13 * output && size >= before) {
        if (!(rentSlope(output) > 0)) {
          break;
        }
        return output;
      }
      if (Double.isNaN(step)) {
        break;
      }
      output = output + step > output / 8 ? Math.min(output + step, 8 * output) : output / 8;
      before = size;
    }
    throw new Undefined(none(x, output));
  }

  private static NoEquilibrium none(double x, double output) {
    return NoEquilibrium.at(
        x,
        NoEquilibrium.NO_FIRM,
        output,
        "marginal revenue does not fall with output, so there is no best output",
        "give a demand that is more elastic than 1, or firms without a joint purpose");
  }

  @Override
  double guess(double x, double[] state, Activity[] regime) {
    double full = 0;
    for (int i = 0; i < regime.length; i++) {
      if (regime[i] == Activity.AT_CAPACITY) {
        full += capacity(i);
      }
    }
    return Math.max(full, demand.typicalOutput());
  }

  @Override
  void outputs(double x, double[] state, Activity[] regime, double output, double[] outputs) {
    double full = 0;
    double limited = 0;
    double firms = 0;
    for (int i = 0; i < regime.length; i++) {
      if (regime[i] == Activity.AT_CAPACITY) {
        full += capacity(i);
      } else if (regime[i] == Activity.INTERIOR) {
        limited += capacity(i);
        firms += groups.size(i);
      }
    }
    for (int i = 0; i < regime.length; i++) {
      double most = groups.kind(i).capacity();
      outputs[i] =
          switch (regime[i]) {
            case INTERIOR ->
                Double.isInfinite(limited)
                    ? (output - full) / firms
                    : (output - full) * (most / limited);
            case AT_CAPACITY -> most;
            case SHUT_DOWN -> 0;
          };
    }
  }

  @Override
  void valueSlopes(
      double x,
      double[] state,
      Activity[] regime,
      double output,
      double[] outputs,
      double[] slopes) {
    double price = demand.price(output);
    for (int i = 0; i < regime.length; i++) {
      double margin = price - cost(i, x);
      slopes[i] = (margin * outputs[i] - groups.kind(i).discountRate() * state[i]) / output;
    }
  }

  @Override
  double margin(double x, double[] state, Activity[] regime, double output) {
    double full = 0;
    double free = 0;
    double highestFull = Double.NEGATIVE_INFINITY;
    double inside = Double.NaN;
    double lowestIdle = Double.POSITIVE_INFINITY;
    double spent = 0;
    for (int i = 0; i < regime.length; i++) {
      double cost = cost(i, x);
      switch (regime[i]) {
        case AT_CAPACITY -> {
          full += capacity(i);
          spent += cost * capacity(i);
          highestFull = Math.max(highestFull, cost);
        }
        case INTERIOR -> {
          free += capacity(i);
          inside = cost;
        }
        case SHUT_DOWN -> lowestIdle = Math.min(lowestIdle, cost);
      }
    }
    double per = -demand.slope(output);
    if (!Double.isNaN(inside)) {
      double order = Math.min(inside - highestFull, lowestIdle - inside);
      return Math.min(order / per, Math.min(output - full, full + free - output));
    }
    // at the capacity of some: one more unit is worth between what they and the next cost
    double price = demand.price(output);
    double revenue = together ? price + demand.slope(output) * output : price;
    double earned = together ? price * output : demand.consumerSurplus(output) + price * output;
    double marginal = (earned - spent - worth(state)) / output;
    double net = revenue - marginal;
    return Math.min(net - highestFull, lowestIdle - net) / per;
  }

  @Override
  Activity[] regime(double x, double[] state, double output) throws Undefined {
    Activity[] regime = new Activity[groups.count()];
    Arrays.fill(regime, Activity.SHUT_DOWN);
    double worth = worth(state);
    double full = 0;
    double spent = 0;
    for (Tier tier : tiers(x)) {
      double wanted = worth - tier.cost * full + spent;
      if (full > 0 && wanted <= rent(full)) {
        return regime;
      }
      double all = full + tier.capacity;
      boolean inside = Double.isInfinite(all) || wanted < rent(all);
      for (int i : tier.groups) {
        regime[i] = inside ? Activity.INTERIOR : Activity.AT_CAPACITY;
      }
      if (inside) {
        return regime;
      }
      full = all;
      spent += tier.cost * tier.capacity;
    }
    return regime;
  }

  @Override
  void verify(double x, double[] state, Activity[] regime, double output) throws Undefined {
    if (!(rentSlope(output) > 0)) {
      throw new Undefined(none(x, output));
    }
  }

  @Override
  public Piece first() {
    int n = groups.count();
    double[] state = new double[size()];
    double worth = 0;
    for (int i = 0; i < n; i++) {
      state[i] = groups.kind(i).continuationValue();
      worth += state[i];
    }
    if (!together && Double.isInfinite(demand.consumerSurplus(demand.typicalOutput()))) {
      throw NoEquilibrium.input(
          "demand",
          NoEquilibrium.NO_FIRM,
          Double.POSITIVE_INFINITY,
          Double.NaN,
          "buyers would pay any price for the first units, so total surplus is infinite",
          "give a demand that is bounded near zero output, or more elastic than 1");
    }
    double output = demand.typicalOutput();
    if (worth == 0) {
      output = startFromNothing(state);
    }
    try {
      Activity[] regime = regime(0, state, output);
      output = aggregate(0, state, regime, Math.max(output, guess(0, state, regime)));
      verify(0, state, regime, output);
      return begin(state, regime, output);
    } catch (Undefined undefined) {
      throw undefined.reason();
    }
  }

  /** Output starts from zero: a value next to nothing leads to the same solution. */
  private double startFromNothing(double[] state) {
    Tier cheapest = tiers(0).get(0);
    double gain = demand.choke() - cheapest.cost;
    if (!(gain > 0) || Double.isInfinite(gain)) {
      throw NoEquilibrium.at(
          0,
          NoEquilibrium.NO_FIRM,
          0,
          gain > 0
              ? "the price rises without a bound as output vanishes, and nobody gains by the"
                  + " crossing, so it is put off for ever"
              : "nobody buys at a price that covers any firm's marginal cost, so nothing is ever"
                  + " produced",
          "give a continuation value, or a demand with a choke price above the lowest cost");
    }
    double nothing = NOTHING * gain * demand.typicalOutput() / groups.commonRate();
    for (int i = 0; i < state.length - 2; i++) {
      state[i] = nothing;
    }
    return demand.typicalOutput() * StrictMath.sqrt(NOTHING);
  }
}
