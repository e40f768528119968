package org.tidemark.solve.threshold;

import org.tidemark.solve.RemainingDistanceSolution;
import org.tidemark.solve.SymmetricGame;

/** Who decides on output, and for whose sake. */
public enum Conduct {
  /** Each firm for itself: the Markov perfect equilibrium. */
  COMPETITIVE,
  /** The firms together, for their joint value. */
  COOPERATIVE,
  /** A planner, for total surplus. */
  PLANNER;

  /** The solution while the threshold stands still. */
  RemainingDistanceSolution still(SymmetricGame game) {
    return switch (this) {
      case COMPETITIVE -> game.markovPerfectEquilibrium();
      case COOPERATIVE -> game.cooperativeOutcome();
      case PLANNER -> game.plannerOutcome();
    };
  }
}
