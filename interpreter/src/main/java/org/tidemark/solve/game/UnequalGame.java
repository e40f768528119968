package org.tidemark.solve.game;

import java.util.List;

/**
 * Firms, each with its own cost, capacity, discount rate and continuation value, that deplete a
 * remaining distance to a crossing by what they produce together.
 *
 * <p>Firm i is worth V_i(x) at remaining distance x, with dx/dt = -Q, V_i(0) = S_i and
 *
 * <pre>  r_i V_i = max (P(Q) - c_i(x)) q_i - V_i' Q   over 0 &lt;= q_i &lt;= k_i.</pre>
 *
 * <p>Units are the caller's, but must be coherent: see {@link org.tidemark.solve.SymmetricGame}.
 *
 * @param demand what buyers pay
 * @param firms at least one
 */
public record UnequalGame(InverseDemand demand, List<Firm> firms) {
  /** Beyond this, squares leave the range of a double. */
  private static final double RANGE = 1e100;

  /**
   * Checks the parameters.
   *
   * @throws NoEquilibrium naming the first firm and parameter outside its domain
   */
  public UnequalGame {
    firms = List.copyOf(firms);
    if (firms.isEmpty()) {
      throw NoEquilibrium.input(
          "firms",
          NoEquilibrium.NO_FIRM,
          0,
          1,
          "a market needs somebody to produce",
          "give at least one firm");
    }
    for (int i = 0; i < firms.size(); i++) {
      check(i, firms.get(i));
    }
    if (demand instanceof LinearDemand linear) {
      check(linear, firms);
    }
  }

  private static void check(int index, Firm firm) {
    if (firm.cost() instanceof MarginalCost.Constant constant
        && !Double.isFinite(constant.cost())) {
      throw NoEquilibrium.input(
          "cost",
          index,
          constant.cost(),
          Double.NaN,
          "it is not a finite number",
          "give a finite marginal cost");
    }
    if (!(firm.capacity() > 0)) {
      throw NoEquilibrium.input(
          "capacity",
          index,
          firm.capacity(),
          0,
          "a firm that can make nothing is not in the market",
          "give a capacity above zero, or leave the firm out");
    }
    if (!(firm.discountRate() > 0) || Double.isInfinite(firm.discountRate())) {
      throw NoEquilibrium.input(
          "discountRate",
          index,
          firm.discountRate(),
          0,
          "without discounting, profits put off for ever have no finite value",
          "give a positive discount rate");
    }
    if (!(firm.continuationValue() >= 0) || Double.isInfinite(firm.continuationValue())) {
      throw NoEquilibrium.input(
          "continuationValue",
          index,
          firm.continuationValue(),
          0,
          "a firm that loses by the crossing would rather stop short of it",
          "give zero or more; a firm free to leave is worth at least zero");
    }
  }

  private static void check(LinearDemand demand, List<Firm> firms) {
    if (!(demand.choke() > 0) || Double.isInfinite(demand.choke())) {
      throw NoEquilibrium.input(
          "choke",
          NoEquilibrium.NO_FIRM,
          demand.choke(),
          0,
          "nobody buys at a price above zero",
          "give a choke price above zero");
    }
    if (!(demand.fall() > 0) || Double.isInfinite(demand.fall())) {
      throw NoEquilibrium.input(
          "slope",
          NoEquilibrium.NO_FIRM,
          demand.fall(),
          0,
          "demand that does not fall with the price leaves output without a bound",
          "give an inverse demand that falls with output");
    }
    double largest = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < firms.size(); i++) {
      if (!(firms.get(i).cost() instanceof MarginalCost.Constant constant)) {
        return;
      }
      double margin = demand.choke() - constant.cost();
      largest = Math.max(largest, margin);
      if (!(margin > 0) && firms.get(i).continuationValue() > 0) {
        throw NoEquilibrium.input(
            "cost",
            i,
            constant.cost(),
            demand.choke(),
            "nobody buys at a price that covers its cost, and yet it gains by the crossing: whether"
                + " it produces at a loss to get there has more than one answer",
            "give it a cost below the choke price, or no continuation value");
      }
    }
    if (!(largest > 0)) {
      throw NoEquilibrium.input(
          "choke",
          NoEquilibrium.NO_FIRM,
          demand.choke(),
          demand.choke() - largest,
          "nobody buys at a price that covers any firm's marginal cost, so nothing is ever produced",
          "raise the choke price above the lowest marginal cost");
    }
    for (int i = 0; i < firms.size(); i++) {
      double rate = firms.get(i).discountRate();
      double worth = largest / demand.fall() * (largest / rate);
      if (!(worth >= Double.MIN_NORMAL && worth <= Double.MAX_VALUE)
          || firms.get(i).continuationValue() > RANGE * worth) {
        throw NoEquilibrium.input(
            "continuationValue",
            i,
            firms.get(i).continuationValue(),
            RANGE * worth,
            "it exceeds what the market could pay by more than a hundred orders of magnitude, or"
                + " that is outside a double's range",
            "check the units of the value, the slope and the choke price");
      }
    }
  }

  /**
   * The Markov perfect equilibrium in continuous strategies: each firm maximises its own value
   * given the others' strategies.
   *
   * @throws NoEquilibrium where there is none at the crossing
   */
  public GameSolution markovPerfectEquilibrium() {
    FirmGroups groups = new FirmGroups(firms);
    Dynamics dynamics =
        demand instanceof LinearDemand linear && groups.constantCosts()
            ? new LinearDynamics(new ScaledFirms(linear, groups))
            : new RivalDynamics(demand, groups);
    return new GameSolution(this, groups, dynamics);
  }

  /**
   * What the firms do that maximises their joint value: the cheapest produce first.
   *
   * @throws NoEquilibrium where the discount rates differ, or there is no solution at the crossing
   */
  public GameSolution cooperativeOutcome() {
    return owned(Objective.JOINT_VALUE);
  }

  /**
   * What maximises consumer surplus, profits and the firms' continuation values.
   *
   * @throws NoEquilibrium where the discount rates differ, or there is no solution at the crossing
   */
  public GameSolution plannerOutcome() {
    return owned(Objective.TOTAL_SURPLUS);
  }

  private GameSolution owned(Objective objective) {
    FirmGroups groups = new FirmGroups(firms);
    if (Double.isNaN(groups.commonRate())) {
      double rate = firms.get(0).discountRate();
      for (int i = 1; i < firms.size(); i++) {
        if (firms.get(i).discountRate() != rate) {
          throw NoEquilibrium.input(
              "discountRate",
              i,
              firms.get(i).discountRate(),
              rate,
              "firms that discount at different rates have no joint value to maximise",
              "give all the same discount rate");
        }
      }
    }
    return new GameSolution(this, groups, new OwnerDynamics(demand, groups, objective));
  }

  /** The market of these firms at one moment, with nothing to wait for. */
  public UnequalMarket market(double remaining) {
    return new UnequalMarket(
        demand,
        firms.stream().mapToDouble(firm -> firm.cost().at(remaining)).toArray(),
        firms.stream().mapToDouble(Firm::capacity).toArray());
  }
}
