package org.tidemark.vocab.processes;

import org.tidemark.solve.ode.Extremum;

/** What a system of processes went through: its states as functions of the time in years. */
interface Course {
  /** One state at a time; where it jumps, just after. */
  double component(int index, double time);

  /** All states at a time. */
  double[] at(double time);

  /** The times between which it is smooth, and enough of them to see where it turns. */
  double[] times();

  /** When within a span a state is largest or smallest, and how large; also just before a jump. */
  Extremum extremum(int index, double from, double to, boolean largest);

  /** The names of the methods used. */
  String method();

  /** By how much the states miss their laws, relative to their size. */
  double residual();

  /** The sum of the errors estimated in each step, relative to the size of the states. */
  double errorEstimate();
}
