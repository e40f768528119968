package org.tidemark.solve.game;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.tidemark.solve.derivative.Dual;
import org.tidemark.solve.ode.Integration;
import org.tidemark.solve.ode.RightHandSide;
import org.tidemark.solve.ode.Settings;
import org.tidemark.solve.ode.Stepping;
import org.tidemark.solve.ode.Stretch;
import org.tidemark.solve.ode.Tolerance;

/**
 * How a Markov perfect equilibrium of unequal firms moves when its inputs move in one direction.
 *
 * <p>The values solve V_i' = p_i(V; theta) with V_i(0) = S_i, so their derivatives along the
 * direction solve the variational equations, dV_i' = sum_j (dp_i/dV_j) dV_j + (dp_i/dtheta) dtheta
 * with dV_i(0) = dS_i (Hairer, Nørsett and Wanner, Solving Ordinary Differential Equations I, §
 * I.14). Aggregate output follows from the equation that it solves, by the implicit function
 * theorem, and the time from dT' = -dQ/Q². Where a firm changes its regime p_i is continuous, so
 * the derivatives run through.
 *
 * <p>For linear demand and constant costs. Method: {@value #METHOD}.
 */
public final class EquilibriumTangent {
  /** How the derivatives were found. */
  public static final String METHOD = "variational equations along the equilibrium";

  private static final int ONE = 1;

  /** Where no output starts the depletion, the state at the crossing is a fixed point. */
  private static final double SLOWEST = 1e-6;

  /**
   * How one firm's inputs move.
   *
   * @param cost of its marginal cost
   * @param capacity of its capacity; 0 where it has none
   * @param discountRate of its discount rate
   * @param continuationValue of its continuation value
   */
  public record FirmMove(
      double cost, double capacity, double discountRate, double continuationValue) {
    /** It stands still. */
    public static final FirmMove NONE = new FirmMove(0, 0, 0, 0);

    double size(double choke, double value, Firm firm) {
      double relative = Math.abs(cost) / choke + Math.abs(continuationValue) / value;
      relative += Math.abs(discountRate) / firm.discountRate();
      return Double.isInfinite(firm.capacity())
          ? relative
          : relative + Math.abs(capacity) / firm.capacity();
    }
  }

  /**
   * A direction in which all inputs move.
   *
   * @param choke of the choke price
   * @param fall of the slope of the inverse demand
   * @param distance of the remaining distance
   * @param firms of each firm, in the order of the game
   */
  public record Direction(double choke, double fall, double distance, List<FirmMove> firms) {
    /** Copies its list. */
    public Direction {
      firms = List.copyOf(firms);
    }
  }

  /**
   * The derivatives along a direction.
   *
   * @param quantity of aggregate output
   * @param price of the price
   * @param time of the time to the crossing
   * @param values of each firm's value, in the order of the game
   * @param outputs of each firm's output
   */
  public record Motion(
      double quantity, double price, double time, double[] values, double[] outputs) {}

  private final LinearDemand demand;
  private final Direction direction;
  private final List<Firm> firms;
  private final int[] groupOf;
  private final int[] size;
  private final List<Integer> kinds;

  private EquilibriumTangent(LinearDemand demand, List<Firm> all, Direction direction) {
    this.demand = demand;
    this.direction = direction;
    this.firms = all;
    this.kinds = new ArrayList<>();
    this.groupOf = new int[all.size()];
    for (int i = 0; i < groupOf.length; i++) {
      groupOf[i] = -1;
      for (int g = 0; g < kinds.size(); g++) {
        int kind = kinds.get(g);
        if (all.get(kind).equals(all.get(i))
            && direction.firms().get(kind).equals(direction.firms().get(i))) {
          groupOf[i] = g;
        }
      }
      if (groupOf[i] < 0) {
        groupOf[i] = kinds.size();
        kinds.add(i);
      }
    }
    this.size = new int[kinds.size()];
    Arrays.stream(groupOf).forEach(g -> size[g]++);
  }

  /**
   * The derivatives at a remaining distance; absent where demand is not linear, a cost depends on
   * the distance, or output starts from nothing at the crossing, so that values have no derivative
   * there.
   *
   * @throws NoEquilibrium where there is no solution at that distance
   */
  public static Optional<Motion> of(GameSolution solution, Direction direction, double remaining) {
    UnequalGame game = solution.game();
    if (!(game.demand() instanceof LinearDemand linear)
        || game.firms().stream().anyMatch(f -> !(f.cost() instanceof MarginalCost.Constant))) {
      return Optional.empty();
    }
    double there = solution.at(remaining).quantity();
    if (!(solution.at(0).quantity() > SLOWEST * there)) {
      return Optional.empty();
    }
    return Optional.of(
        new EquilibriumTangent(linear, game.firms(), direction).along(solution, remaining));
  }

  private Motion along(GameSolution solution, double remaining) {
    int n = kinds.size();
    double choke = demand.choke();
    double worth = choke * choke / demand.fall();
    double slowest = Double.POSITIVE_INFINITY;
    for (Firm firm : firms) {
      slowest = Math.min(slowest, firm.discountRate());
    }
    double value = worth / slowest;
    for (Firm firm : firms) {
      value = Math.max(value, firm.continuationValue());
    }
    double time = Math.max(solution.timeToCrossing(remaining), remaining * demand.fall() / choke);
    double unit = unit(choke, value);
    double[] state = new double[2 * n + 1];
    double[] absolute = new double[state.length];
    for (int g = 0; g < n; g++) {
      state[g] = firms.get(kinds.get(g)).continuationValue();
      state[n + g] = direction.firms().get(kinds.get(g)).continuationValue() / unit;
      absolute[g] = Tolerance.FINEST * value;
      absolute[n + g] = Tolerance.FINEST * value;
    }
    absolute[2 * n] = Tolerance.FINEST * time;
    Settings settings =
        Settings.standard()
            .with(new Tolerance(Tolerance.FINEST, absolute))
            .with(Stepping.AUTOMATIC);
    double from = 0;
    for (double to : ends(solution, remaining)) {
      Activity[] regime = regime(solution, from + (to - from) / 2);
      Stretch stretch =
          Integration.run(
              new Variation(regime, remaining, unit),
              from / remaining,
              state,
              to / remaining,
              List.of(),
              settings);
      state = stretch.endState();
      from = to;
    }
    return motion(state, regime(solution, remaining), unit);
  }

  /** The largest relative move, so that the derivatives are of the size of what they are of. */
  private double unit(double choke, double value) {
    double unit = Math.abs(direction.choke()) / choke + Math.abs(direction.fall()) / demand.fall();
    for (int i = 0; i < firms.size(); i++) {
      unit = Math.max(unit, direction.firms().get(i).size(choke, value, firms.get(i)));
    }
    return unit == 0 ? 1 : unit;
  }

  private static List<Double> ends(GameSolution solution, double remaining) {
    List<Double> ends = new ArrayList<>();
    for (RegimeSwitch change : solution.switches(remaining)) {
      double at = change.remaining();
      if (at > 0 && at < remaining && (ends.isEmpty() || at > ends.get(ends.size() - 1))) {
        ends.add(at);
      }
    }
    if (remaining > 0) {
      ends.add(remaining);
    }
    return ends;
  }

  private Activity[] regime(GameSolution solution, double x) {
    List<FirmOutcome> outcomes = solution.at(x).firms();
    return kinds.stream().map(kind -> outcomes.get(kind).activity()).toArray(Activity[]::new);
  }

  private Motion motion(double[] state, Activity[] regime, double unit) {
    int n = kinds.size();
    Point here = new Point(state, regime, unit);
    double[] ahead = state.clone();
    Point still = new Point(state, regime, 0);
    for (int g = 0; g < n; g++) {
      ahead[n + g] = still.marginalValue(g).value();
    }
    Point moved = new Point(ahead, regime, 0);
    double dx = direction.distance();
    double quantity = unit * here.output().partial(0) + dx * moved.output().partial(0);
    double[] values = new double[firms.size()];
    double[] outputs = new double[firms.size()];
    for (int i = 0; i < values.length; i++) {
      int g = groupOf[i];
      values[i] = unit * state[n + g] + dx * ahead[n + g];
      outputs[i] = unit * here.output(g).partial(0) + dx * moved.output(g).partial(0);
    }
    return new Motion(
        quantity,
        direction.choke() - direction.fall() * here.output().value() - demand.fall() * quantity,
        unit * state[2 * n] + dx / here.output().value(),
        values,
        outputs);
  }

  /** The variational equations, in parts of the whole distance. */
  private final class Variation implements RightHandSide {
    private final Activity[] regime;
    private final double distance;
    private final double unit;

    Variation(Activity[] regime, double distance, double unit) {
      this.regime = regime;
      this.distance = distance;
      this.unit = unit;
    }

    @Override
    public int dimension() {
      return 2 * kinds.size() + 1;
    }

    @Override
    public void rates(double part, double[] state, double[] rates) {
      int n = kinds.size();
      Point point = new Point(state, regime, unit);
      for (int g = 0; g < n; g++) {
        Dual p = point.marginalValue(g);
        rates[g] = p.value() * distance;
        rates[n + g] = p.partial(0) * distance;
      }
      double output = point.output().value();
      rates[2 * n] = -point.output().partial(0) / (output * output) * distance;
    }
  }

  /** Output and marginal values where values and inputs move. */
  private final class Point {
    private final double[] state;
    private final Activity[] regime;
    private final double unit;
    private final Dual fall;
    private final Dual total;

    /**
     * A point.
     *
     * @param unit by which moves are divided; 0 where inputs stand still
     */
    Point(double[] state, Activity[] regime, double unit) {
      this.state = state;
      this.regime = regime;
      this.unit = unit;
      this.fall = moving(demand.fall(), direction.fall());
      this.total = aggregate();
    }

    private Dual moving(double at, double move) {
      Dual still = Dual.constant(at, ONE);
      return unit == 0 || move == 0
          ? still
          : still.plus(Dual.input(0, 0, ONE).times(Dual.constant(move / unit, ONE)));
    }

    private Dual margin(int g) {
      Firm firm = firms.get(kinds.get(g));
      FirmMove move = direction.firms().get(kinds.get(g));
      return moving(demand.choke() - firm.cost().at(0), direction.choke() - move.cost());
    }

    private Dual capacity(int g) {
      return moving(
          firms.get(kinds.get(g)).capacity(), direction.firms().get(kinds.get(g)).capacity());
    }

    /** r V. */
    private Dual claim(int g) {
      Firm firm = firms.get(kinds.get(g));
      Dual rate = moving(firm.discountRate(), direction.firms().get(kinds.get(g)).discountRate());
      Dual value =
          Dual.constant(state[g], ONE)
              .plus(Dual.input(0, 0, ONE).times(Dual.constant(state[kinds.size() + g], ONE)));
      return rate.times(value);
    }

    /** The root of Phi in the regime: see {@link LinearAggregate}. */
    private Dual aggregate() {
      Dual h = Dual.constant(0, ONE);
      Dual r = Dual.constant(0, ONE);
      int interior = 0;
      for (int g = 0; g < regime.length; g++) {
        Dual many = Dual.constant(size[g], ONE);
        if (regime[g] == Activity.INTERIOR) {
          interior += size[g];
          h = h.plus(many.over(margin(g)));
          r = r.plus(many.times(claim(g)).over(margin(g)));
        } else if (regime[g] == Activity.AT_CAPACITY) {
          r = r.plus(many.times(capacity(g)));
        }
      }
      if (interior == 0) {
        return r;
      }
      Dual less = Dual.constant(interior - 1, ONE);
      Dual twice = Dual.constant(2, ONE).times(fall).times(h);
      Dual root = less.times(less).plus(twice.times(Dual.constant(2, ONE)).times(r)).squareRoot();
      return less.plus(root).over(twice);
    }

    Dual output() {
      return total;
    }

    Dual output(int g) {
      return switch (regime[g]) {
        case INTERIOR -> claim(g).minus(fall.times(total).times(total)).over(margin(g)).plus(total);
        case AT_CAPACITY -> capacity(g);
        default -> Dual.constant(0, ONE);
      };
    }

    /** p = V'. */
    Dual marginalValue(int g) {
      if (regime[g] == Activity.INTERIOR) {
        return margin(g).minus(fall.times(total.plus(output(g))));
      }
      Dual flow = margin(g).minus(fall.times(total)).times(output(g));
      return flow.minus(claim(g)).over(total);
    }
  }
}
