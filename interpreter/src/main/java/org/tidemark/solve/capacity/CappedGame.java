package org.tidemark.solve.capacity;

import org.apache.commons.math3.analysis.solvers.BrentSolver;
import org.tidemark.solve.CrossingRegime;
import org.tidemark.solve.MarkovPerfectEquilibrium;
import org.tidemark.solve.OutcomeAtDistance;
import org.tidemark.solve.SymmetricGame;

/**
 * The Markov perfect equilibrium of firms alike that can make no more than a capacity k each, for
 * good.
 *
 * <p>Where the crossing is feared, a firm wants to make the more the farther it is away. So the
 * capacity binds beyond a switching distance x_s, on which, with K = N k,
 *
 * <pre>
 *   T = T(x_s) + (x - x_s)/K,   V = V_inf + (V(x_s) - V_inf) exp(-r (x - x_s)/K),
 *   V_inf = (a - b K) k/r,
 * </pre>
 *
 * <p>and everywhere if it is below what the firm would make at the crossing itself.
 */
public final class CappedGame {
  private final SymmetricGame game;
  private final MarkovPerfectEquilibrium free;
  private final double capacity;
  private final double switching;

  /**
   * A game.
   *
   * @param capacity of one firm, above 0; infinite for none
   * @throws InadmissibleCapacity if the capacity is not above 0, or binds near the crossing only,
   *     which happens where the crossing is desired
   */
  public CappedGame(SymmetricGame game, double capacity) {
    InadmissibleCapacity.positive(
        "capacity", capacity, "without capacity nothing is produced", "give a capacity above 0");
    this.game = game;
    this.free = game.markovPerfectEquilibrium();
    this.capacity = capacity;
    double far = game.choke() / (game.slope() * (game.firms() + 1));
    double near = free.output(0);
    if (capacity >= Math.max(near, far)) {
      this.switching = Double.POSITIVE_INFINITY;
    } else if (capacity <= Math.min(near, far)) {
      this.switching = 0;
    } else if (free.regime() == CrossingRegime.DESIRED) {
      throw new InadmissibleCapacity(
          "capacity",
          capacity,
          far,
          "the firms want the crossing, so that this capacity would bind next to it and not far"
              + " from it",
          "give a capacity up to that of the static equilibrium, or above that wanted at the"
              + " crossing");
    } else {
      this.switching = switching();
    }
  }

  private double switching() {
    double scale = game.choke() / game.slope() / game.discountRate();
    double high = scale;
    while (free.output(high) < capacity && high < 1e3 * scale) {
      high *= 2;
    }
    if (free.output(high) < capacity) {
      return Double.POSITIVE_INFINITY;
    }
    return new BrentSolver(0x1p-52, Double.MIN_NORMAL, 0)
        .solve(400, x -> free.output(x) - capacity, 0, high);
  }

  /** The game without the capacity. */
  public SymmetricGame game() {
    return game;
  }

  /** Of one firm. */
  public double capacity() {
    return capacity;
  }

  /** The distance beyond which the capacity binds: zero where always, infinite where never. */
  public double bindsBeyond() {
    return switching;
  }

  /** Output of one firm at a remaining distance. */
  public double output(double remaining) {
    return binds(remaining) ? capacity : free.output(remaining);
  }

  /** Time to the crossing. */
  public double timeToCrossing(double remaining) {
    return binds(remaining)
        ? free.timeToCrossing(switching) + (remaining - switching) / total()
        : free.timeToCrossing(remaining);
  }

  /** The distance a time after it was {@code initial}. */
  public double remainingAfter(double time, double initial) {
    if (!binds(initial)) {
      return free.remainingAfter(time, initial);
    }
    double capped = (initial - switching) / total();
    return time <= capped
        ? Math.max(0, initial - time * total())
        : switching == 0 ? 0 : free.remainingAfter(time - capped, switching);
  }

  /** Present value of one firm. */
  public double value(double remaining) {
    if (!binds(remaining)) {
      return free.value(remaining);
    }
    double forever = forever();
    double start = free.value(switching);
    return start - (forever - start) * StrictMath.expm1(-decay(remaining));
  }

  /** V'(x). */
  public double marginalValue(double remaining) {
    if (!binds(remaining)) {
      return free.marginalValue(remaining);
    }
    double rate = game.discountRate() / total();
    return (forever() - free.value(switching)) * rate * StrictMath.exp(-decay(remaining));
  }

  /** What r V misses (a - b Q) q - V' Q by, relative to the larger side. */
  public double residual(double remaining) {
    if (!binds(remaining)) {
      OutcomeAtDistance outcome = free.at(remaining);
      return outcome.residual();
    }
    double worth = game.discountRate() * value(remaining);
    double earned = forever() * game.discountRate() - marginalValue(remaining) * total();
    return Math.abs(worth - earned) / Math.max(worth, Math.abs(forever() * game.discountRate()));
  }

  private boolean binds(double remaining) {
    return remaining > switching || switching == 0;
  }

  private double total() {
    return game.firms() * capacity;
  }

  private double forever() {
    return (game.choke() - game.slope() * total()) * capacity / game.discountRate();
  }

  private double decay(double remaining) {
    return game.discountRate() * (remaining - switching) / total();
  }
}
