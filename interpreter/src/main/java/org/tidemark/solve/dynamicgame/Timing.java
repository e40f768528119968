package org.tidemark.solve.dynamicgame;

/** How time passes in a game. */
public enum Timing {
  /** The law of motion gives the state's rate of change; a discount is a rate, above 0. */
  CONTINUOUS,

  /** The law of motion gives the next state; a discount is a factor, between 0 and 1. */
  STEPS
}
