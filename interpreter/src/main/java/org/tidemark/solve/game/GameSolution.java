package org.tidemark.solve.game;

import java.util.ArrayList;
import java.util.List;
import org.tidemark.solve.PresentValues;

/**
 * A solution of an {@link UnequalGame} as a function of the remaining distance. It is followed from
 * the crossing as far as it is asked for; the answers do not depend on what was asked before.
 * Immutable to those who use it, and safe to share between threads.
 */
public final class GameSolution {
  private static final double LAST_STEP = 1e-15;

  private final UnequalGame game;
  private final FirmGroups groups;
  private final Dynamics dynamics;
  private final Scales scales;
  private final Trajectory trajectory;

  /** Made where consumer surplus is asked for; the first one where that follows it already. */
  private volatile Trajectory withSurplus;

  GameSolution(UnequalGame game, FirmGroups groups, Dynamics dynamics) {
    this.game = game;
    this.groups = groups;
    this.dynamics = dynamics;
    this.scales = dynamics.scales();
    this.trajectory = new Trajectory(dynamics);
  }

  /** The game solved. */
  public UnequalGame game() {
    return game;
  }

  /** How it was solved, in words. */
  public String method() {
    return dynamics.method();
  }

  /** How many groups of firms that are alike were solved for. */
  public int groups() {
    return groups.count();
  }

  /**
   * Everything at one remaining distance.
   *
   * @throws NoEquilibrium if the distance is negative or not finite, or no solution reaches it
   */
  public MarketOutcome at(double remaining) {
    double x = scaled(remaining);
    Piece piece = trajectory.at(x);
    int n = groups.count();
    double[] state = new double[dynamics.size()];
    double[] slopes = new double[dynamics.size()];
    double[] outputs = new double[n];
    piece.evaluate(x, state, null);
    double output = dynamics.outputs(x, state, piece.regime(), outputs);
    if (output > 0) {
      dynamics.slopes(x, state, piece.regime(), slopes);
    } else {
      piece.evaluate(x, state, slopes);
    }
    double quantity = output * scales.output();
    double price = quantity > 0 ? game.demand().price(quantity) : game.demand().choke();
    FirmOutcome[] ofGroup = new FirmOutcome[n];
    for (int i = 0; i < n; i++) {
      double own = outputs[i] * scales.output();
      ofGroup[i] =
          new FirmOutcome(
              own,
              worth(state[i] * scales.value()),
              own == 0 ? 0 : (price - groups.kind(i).cost().at(remaining)) * own,
              slopes[i] * (scales.value() / scales.distance()),
              piece.regime()[i]);
    }
    List<FirmOutcome> firms = new ArrayList<>(groups.firms());
    for (int i = 0; i < groups.firms(); i++) {
      firms.add(ofGroup[groups.of(i)]);
    }
    return new MarketOutcome(
        remaining,
        quantity,
        price,
        game.demand().consumerSurplus(quantity),
        state[n] * scales.time(),
        List.copyOf(firms));
  }

  /** What has died away below the normal numbers is rounding of nothing, whatever its sign. */
  private static double worth(double value) {
    return Math.abs(value) < Double.MIN_NORMAL ? 0 : value;
  }

  /** Time until the crossing from a remaining distance. */
  public double timeToCrossing(double remaining) {
    double x = scaled(remaining);
    return time(trajectory.at(x), x) * scales.time();
  }

  private double time(Piece piece, double x) {
    double[] state = new double[dynamics.size()];
    piece.evaluate(x, state, null);
    return state[groups.count()];
  }

  /**
   * Present values at one remaining distance.
   *
   * @throws NoEquilibrium where firms discount at different rates, so that buyers' rate is unknown,
   *     or where consumer surplus is infinite
   */
  public PresentValues presentValues(double remaining) {
    if (Double.isNaN(groups.commonRate())) {
      throw NoEquilibrium.input(
          "discountRate",
          NoEquilibrium.NO_FIRM,
          groups.kind(1).discountRate(),
          groups.kind(0).discountRate(),
          "firms discount at different rates, and none of them is the buyers'",
          "give all the same discount rate");
    }
    double x = scaled(remaining);
    int n = groups.count();
    double[] state = new double[dynamics.size()];
    withSurplus().at(x).evaluate(x, state, null);
    double surplus = state[n + 1] * scales.value();
    if (!Double.isFinite(game.demand().consumerSurplus(game.demand().typicalOutput()))) {
      throw NoEquilibrium.input(
          "demand",
          NoEquilibrium.NO_FIRM,
          Double.POSITIVE_INFINITY,
          Double.NaN,
          "buyers would pay any price for the first units, so consumer surplus is infinite",
          "give a demand that is bounded near zero output, or more elastic than 1");
    }
    double worth = 0;
    double continuation = 0;
    double discount = StrictMath.exp(-groups.commonRate() * state[n] * scales.time());
    for (int i = 0; i < n; i++) {
      worth += groups.size(i) * state[i] * scales.value();
      continuation += groups.size(i) * groups.kind(i).continuationValue() * discount;
    }
    return new PresentValues(worth - continuation, continuation, surplus, 0);
  }

  private Trajectory withSurplus() {
    Trajectory made = withSurplus;
    if (made == null) {
      Dynamics more = dynamics.withSurplus();
      made = more == dynamics ? trajectory : new Trajectory(more);
      withSurplus = made;
    }
    return made;
  }

  /**
   * The remaining distance from which the crossing is this time away.
   *
   * @throws NoEquilibrium if the time is negative or not finite
   */
  public double distanceCrossedIn(double time) {
    if (!(time >= 0) || Double.isInfinite(time)) {
      throw NoEquilibrium.input(
          "time",
          NoEquilibrium.NO_FIRM,
          time,
          0,
          "the crossing lies ahead",
          "ask for a time of zero or later");
    }
    double wanted = time / scales.time();
    Piece piece =
        trajectory.first(p -> Double.isInfinite(p.to()) || p.end()[groups.count()] >= wanted);
    double low = piece.from();
    double high = piece.to();
    double[] state = new double[dynamics.size()];
    double[] slopes = new double[dynamics.size()];
    double x = low;
    for (int i = 0; i < 200; i++) {
      piece.evaluate(x, state, slopes);
      double missing = wanted - state[groups.count()];
      if (missing > 0) {
        low = x;
      } else {
        high = x;
      }
      double pace = slopes[groups.count()];
      double next = Double.isInfinite(pace) ? Double.NaN : x + missing / pace;
      if (!(next >= low && next <= high)) {
        next = Double.isInfinite(high) ? 2 * x + 1 : low + (high - low) / 2;
      }
      if (Math.abs(next - x) <= LAST_STEP * next) {
        return next * scales.distance();
      }
      x = next;
    }
    return x * scales.distance();
  }

  /** The remaining distance, a time after it was {@code initial}; zero from the crossing on. */
  public double remainingAfter(double time, double initial) {
    if (!(time >= 0)) {
      throw NoEquilibrium.input(
          "time",
          NoEquilibrium.NO_FIRM,
          time,
          0,
          "paths start at the present",
          "ask for a time of zero or later");
    }
    double left = timeToCrossing(initial) - time;
    if (time == 0) {
      return initial;
    }
    return left > 0 ? Math.min(initial, distanceCrossedIn(left)) : 0;
  }

  /** Where firms change what they do, from the crossing up to a remaining distance. */
  public List<RegimeSwitch> switches(double remaining) {
    double x = scaled(remaining);
    List<RegimeSwitch> switches = new ArrayList<>();
    Piece before = null;
    for (Piece piece : trajectory.upTo(x)) {
      if (before != null && before.regime() != piece.regime() && piece.from() <= x) {
        add(before, piece, switches);
      }
      before = piece;
    }
    return switches;
  }

  private void add(Piece nearer, Piece farther, List<RegimeSwitch> switches) {
    for (int i = 0; i < groups.firms(); i++) {
      Activity was = nearer.regime()[groups.of(i)];
      Activity is = farther.regime()[groups.of(i)];
      if (was != is) {
        double x = farther.from();
        switches.add(
            new RegimeSwitch(x * scales.distance(), time(nearer, x) * scales.time(), i, was, is));
      }
    }
  }

  /**
   * By how much the solution, put back into what it solves, misses it, at most, between the
   * crossing and a remaining distance: the Bellman equations, and the first-order conditions of
   * those who are free to choose. Values come from the solution and their slopes from
   * differentiating its pieces, where they have been stretched farthest. Relative to the size of
   * the terms.
   */
  public double residual(double remaining) {
    double x = scaled(remaining);
    double worst = 0;
    for (Piece piece : trajectory.upTo(x)) {
      worst = Math.max(worst, residual(piece, Math.min(x, piece.to())));
    }
    return worst;
  }

  private double residual(Piece piece, double x) {
    double[] state = new double[dynamics.size()];
    double[] slopes = new double[dynamics.size()];
    double[] outputs = new double[groups.count()];
    piece.evaluate(x, state, slopes);
    double output = dynamics.outputs(x, state, piece.regime(), outputs) * scales.output();
    if (!(output > 0)) {
      return 0;
    }
    Bellman bellman =
        new Bellman(game.demand(), groups, dynamics.objective(), x * scales.distance(), output);
    for (int i = 0; i < groups.count(); i++) {
      bellman.add(
          i,
          outputs[i] * scales.output(),
          state[i] * scales.value(),
          slopes[i] * (scales.value() / scales.distance()),
          piece.regime()[i]);
    }
    if (dynamics.objective() == Objective.TOTAL_SURPLUS) {
      int surplus = groups.count() + 1;
      bellman.addSurplus(
          state[surplus] * scales.value(), slopes[surplus] * (scales.value() / scales.distance()));
    }
    return bellman.residual();
  }

  /**
   * An estimate of the relative error of values and times at a remaining distance: by how much they
   * change if it is solved again at a higher order.
   */
  public double errorEstimate(double remaining) {
    double x = scaled(remaining);
    Trajectory finer = new Trajectory(dynamics.finer());
    double[] state = new double[dynamics.size()];
    double[] other = new double[dynamics.size()];
    trajectory.at(x).evaluate(x, state, null);
    finer.at(x).evaluate(x, other, null);
    double worst = 0;
    for (int i = 0; i <= groups.count(); i++) {
      double size = Math.max(Math.abs(state[i]), Math.abs(other[i]));
      if (size * scales.value() >= Double.MIN_NORMAL && size >= Double.MIN_NORMAL) {
        worst = Math.max(worst, Math.abs(state[i] - other[i]) / size);
      }
    }
    return worst;
  }

  private double scaled(double remaining) {
    if (!(remaining >= 0) || Double.isInfinite(remaining)) {
      throw NoEquilibrium.input(
          "remaining",
          NoEquilibrium.NO_FIRM,
          remaining,
          0,
          "the crossing lies behind, or beyond reach",
          "ask at a finite remaining distance of zero or more");
    }
    return remaining / scales.distance();
  }
}
