package org.tidemark.solve.threshold;

import java.util.Comparator;
import java.util.List;
import org.tidemark.solve.SymmetricGame;

/**
 * A symmetric game whose threshold moves, and whose demand may grow.
 *
 * @param game with the slope of time zero for a demand factor of one
 * @param threshold how the threshold moves
 * @param demand by what the demand is multiplied
 * @param releases falls that nobody foresees: until each of them, everybody reckons with none. In
 *     the order of their times
 */
public record MovingThreshold(
    SymmetricGame game, ThresholdPath threshold, DemandGrowth demand, List<Release> releases) {

  /** Sorts the releases by time. */
  public MovingThreshold {
    releases = releases.stream().sorted(Comparator.comparingDouble(Release::time)).toList();
  }

  /** A threshold that moves, with nothing else. */
  public static MovingThreshold of(SymmetricGame game, ThresholdPath threshold) {
    return new MovingThreshold(game, threshold, DemandGrowth.NONE, List.of());
  }

  /** The same with releases. */
  public MovingThreshold with(Release... added) {
    return new MovingThreshold(game, threshold, demand, List.of(added));
  }

  /**
   * The exact solution, whose strategies depend on distance and time.
   *
   * @param initial the remaining distance at time zero
   * @throws InadmissibleThreshold where there is none, or none that is smooth
   */
  public MovingSolution exact(Conduct conduct, double initial) {
    return new ExactSolution(this, conduct, initial);
  }

  /**
   * What follows if everybody plays, at each time, the strategy of the game whose threshold and
   * demand stand still from then on.
   *
   * @param initial the remaining distance at time zero
   * @throws InadmissibleThreshold where an input is outside its domain
   */
  public MovingSolution quasiStatic(Conduct conduct, double initial) {
    return new QuasiStaticSolution(this, conduct, initial);
  }

  /** By how much the quasi-static treatment is off, as shares of the exact figures. */
  public TreatmentDifference difference(Conduct conduct, double initial) {
    return TreatmentDifference.between(quasiStatic(conduct, initial), exact(conduct, initial));
  }

  /**
   * How far ahead a crossing is looked for: fifty times the longer of the time by which firms
   * discount and the time to the crossing if the threshold stood still.
   */
  double horizon(Conduct conduct, double initial) {
    double still = conduct.still(game).timeToCrossing(initial);
    return 50 * Math.max(1 / game.discountRate(), still);
  }
}
