package org.tidemark.solve.game;

/** What a firm does at a state. */
public enum Activity {
  /** It produces, and less than it could. */
  INTERIOR,
  /** It produces all that it can. */
  AT_CAPACITY,
  /** It produces nothing. */
  SHUT_DOWN
}
