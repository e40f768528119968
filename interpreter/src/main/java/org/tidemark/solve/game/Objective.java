package org.tidemark.solve.game;

/** Who decides on output, and what for. */
enum Objective {
  /** Each firm for itself. */
  OWN_VALUE,
  /** The firms together. */
  JOINT_VALUE,
  /** Whoever cares for buyers and firms alike. */
  TOTAL_SURPLUS
}
