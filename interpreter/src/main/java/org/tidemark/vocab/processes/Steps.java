package org.tidemark.vocab.processes;

import java.util.ArrayList;
import java.util.List;
import org.tidemark.quantity.NumberText;
import org.tidemark.spi.NoValue;
import org.tidemark.spi.Problem;
import org.tidemark.spi.Progress;
import org.tidemark.spi.Surroundings;

/** Processes whose states have laws for their next values. */
final class Steps {
  private static final int MOST_NUMBERS = 20_000_000;

  private final SystemRun run;
  private final double[] initial;
  private final double step;
  private final SteppedMotion motion;
  private SystemMoment present;

  Steps(SystemRun run, double[] initial) {
    this.run = run;
    this.initial = initial;
    this.step = run.members().get(0).positive(ProcessKind.STEP).orElse(1.0);
    this.motion = run.isFollowed() ? SteppedMotion.of(run, step) : null;
  }

  Outcome run() {
    long count = (long) Math.floor(run.horizon() / step + 1e-9);
    if (count * initial.length > MOST_NUMBERS) {
      throw Problem.of(
              "E0505",
              run.words()
                  + " would take "
                  + NumberText.sensible(count)
                  + " steps of "
                  + Years.time(step).text()
                  + ", which is more than is kept")
          .withHelp("take longer steps, or a shorter horizon");
    }
    Surroundings surroundings = run.members().get(0).fields().surroundings();
    SteppedCourse course = new SteppedCourse(step);
    run.remember((years, lag) -> years <= 0 ? initial : course.at(years));
    run.remember(motion);
    present = run.moment(0, initial);
    List<SystemRun.Law> laws = new ArrayList<>(run.laws(() -> present));
    Events events = new Events(run);
    double[] states = initial.clone();
    course.add(states);
    events.begin(states);
    try (Progress progress =
        surroundings.progress("stepping ".concat(run.words()), count, "steps")) {
      for (long i = 1; i <= count; i++) {
        surroundings.checkpoint();
        progress.add(1);
        double[] next = states.clone();
        double[][] points = run.points((i - 1) * step, states);
        present = run.moment((i - 1) * step, states);
        for (SystemRun.Law law : laws) {
          try {
            next[law.place()] = law.function().at(points[law.process()]);
          } catch (NoValue undefined) {
            throw run.during(undefined, (i - 1) * step);
          }
          requireFinite(next[law.place()], law.place(), i * step);
        }
        if (motion != null) {
          events.follow(motion.next(laws, (i - 1) * step, states), 0);
        }
        states = events.settle(i * step, next, states, null);
        course.add(states);
        if (motion != null) {
          motion.add(events.moves());
        }
      }
    }
    return new Outcome(run, course, events.happened(), motion);
  }

  private void requireFinite(double value, int place, double years) {
    if (!Double.isFinite(value)) {
      throw Problem.noSolution(
              "E0631",
              run.words()
                  + " has no solution up to its horizon: "
                  + run.when(years)
                  + ", "
                  + run.name(place)
                  + " is no finite number")
          .withHelp("look at what its law does for large values, or shorten the horizon");
    }
  }
}
