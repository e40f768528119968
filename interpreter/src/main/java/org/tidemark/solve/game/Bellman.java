package org.tidemark.solve.game;

/** How far values, slopes and outputs at a state are from satisfying their Bellman equations. */
final class Bellman {
  /** Of prices and costs, four roundings of each. */
  private static final double ROUNDING = 4 * Math.ulp(1.0);

  private final InverseDemand demand;
  private final FirmGroups groups;
  private final Objective objective;
  private final double remaining;
  private final double output;
  private final double price;
  private final double slope;
  private double worst;

  // of the firms together
  private double missing;
  private double size;
  private double marginalFirm = Double.NaN;
  private double marginalLevel;

  Bellman(
      InverseDemand demand,
      FirmGroups groups,
      Objective objective,
      double remaining,
      double output) {
    this.demand = demand;
    this.groups = groups;
    this.objective = objective;
    this.remaining = remaining;
    this.output = output;
    this.price = demand.price(output);
    this.slope = demand.slope(output);
  }

  /** Takes one firm of a group into account. */
  void add(int group, double own, double value, double marginal, Activity activity) {
    Firm firm = groups.kind(group);
    double margin = price - firm.cost().at(remaining);
    double flow = margin * own;
    double worth = firm.discountRate() * value;
    double spent = marginal * output;
    // a shadow price is a difference of prices and costs, and known as well as those are
    double level = Math.abs(price) + Math.abs(slope * output) + Math.abs(firm.cost().at(remaining));
    double wrong = Math.abs(worth - flow + spent) - ROUNDING * level * output;
    relative(Math.max(0, wrong), worth + level * own + Math.abs(spent));
    if (objective == Objective.OWN_VALUE) {
      double reply = margin + slope * own - marginal;
      double terms = level + Math.abs(slope * own) + Math.abs(marginal);
      double miss =
          switch (activity) {
            case INTERIOR -> Math.abs(reply);
            case AT_CAPACITY -> Math.max(0, -reply);
            case SHUT_DOWN -> Math.max(0, reply);
          };
      relative(miss, terms);
    } else {
      missing += groups.size(group) * marginal;
      size += groups.size(group) * Math.abs(marginal);
      if (activity == Activity.INTERIOR) {
        marginalFirm = margin;
        marginalLevel = level;
      }
    }
  }

  /** Takes the present value of consumer surplus into account, and its slope. */
  void addSurplus(double value, double marginal) {
    double flow = demand.consumerSurplus(output);
    double worth = groups.commonRate() * value;
    relative(worth - flow + marginal * output, worth + flow + Math.abs(marginal * output));
    missing += marginal;
    size += Math.abs(marginal);
  }

  private void relative(double wrong, double terms) {
    if (terms > 0) {
      worst = Math.max(worst, Math.abs(wrong) / terms);
    }
  }

  /** The worst of what was added. */
  double residual() {
    if (objective != Objective.OWN_VALUE && !Double.isNaN(marginalFirm)) {
      double revenue = objective == Objective.JOINT_VALUE ? slope * output : 0;
      relative(marginalFirm + revenue - missing, marginalLevel + Math.abs(revenue) + size);
    }
    return worst;
  }
}
