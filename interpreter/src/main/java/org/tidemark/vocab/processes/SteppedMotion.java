package org.tidemark.vocab.processes;

import java.util.Arrays;
import java.util.List;

/** How the states of a map move with the input that is followed: step by step, as they do. */
final class SteppedMotion implements Motion {
  private final SystemRun run;
  private final SteppedCourse moves;

  private SteppedMotion(SystemRun run, SteppedCourse moves) {
    this.run = run;
    this.moves = moves;
  }

  /** That of a run, at its start; unknown where the step itself is what is followed. */
  static SteppedMotion of(SystemRun run, double step) {
    double[] initial = run.initialMoves().clone();
    if (run.members().stream().anyMatch(member -> member.pace(ProcessKind.STEP) != 0)) {
      Arrays.fill(initial, Double.NaN);
    }
    SteppedMotion motion = new SteppedMotion(run, new SteppedCourse(step));
    motion.add(initial);
    return motion;
  }

  /** The derivatives after the next step. */
  double[] next(List<SystemRun.Law> laws, double years, double[] states) {
    double[] now = moves.at(years);
    double[] next = now.clone();
    SystemMoment moment = run.moment(years, states, now, 0);
    for (SystemRun.Law law : laws) {
      next[law.place()] = law.tangent().applyAsDouble(moment);
    }
    return next;
  }

  /** Adds those that hold from the next step on. */
  void add(double[] next) {
    moves.add(next);
  }

  @Override
  public double[] at(double years, double pace) {
    return years <= 0 ? run.initialMoves() : moves.at(years);
  }

  @Override
  public Passage passage(double years) {
    double[] after = at(years, 0);
    return new Passage(years, 0, null, after, after);
  }
}
