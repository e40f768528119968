package org.tidemark.vocab.equations;

import java.util.ArrayList;
import java.util.List;
import org.tidemark.check.plugin.Blame;
import org.tidemark.quantity.Spelling;
import org.tidemark.solve.equation.Box;
import org.tidemark.solve.optimum.Constraint;
import org.tidemark.solve.optimum.Optimiser;
import org.tidemark.solve.optimum.Optimum;
import org.tidemark.solve.optimum.Programme;
import org.tidemark.spi.Extensions;
import org.tidemark.spi.OptimumMethod;
import org.tidemark.spi.Problem;

/** A search for an optimum that a plugin adds. */
record AddedSearch(OptimumMethod method) {
  private static final String UNKNOWN = "E0747";
  private static final String WRONG_POINT = "E0745";

  static AddedSearch of(String name, Extensions extensions) {
    return new AddedSearch(
        extensions.optimumMethod(name).orElseThrow(() -> unknown(name, extensions)));
  }

  /** What is told of a method that nobody adds. */
  static Problem unknown(String name, Extensions extensions) {
    List<String> known = new ArrayList<>(extensions.names(OptimumMethod.class));
    Problem problem = Problem.of(UNKNOWN, "there is no method called " + name);
    for (String near : Spelling.closest(name, known, 1)) {
      problem = problem.withHelp("did you mean " + near + "?");
    }
    return problem
        .withHelp("leave it out, and the form of the problem tells how it is solved")
        .withHelp(
            known.isEmpty()
                ? "no plugin that is loaded adds methods; tide plugins lists them"
                : "plugins add " + String.join(", ", known))
        .about("method");
  }

  Optimum best(Programme programme, boolean largest) {
    Box box = programme.box();
    for (int i = 0; i < box.size(); i++) {
      if (!Double.isFinite(box.width(i))) {
        throw Problem.of("E0531", method.name() + " searches boxes with ends on both sides")
            .withHelp("give each unknown a lower and an upper end")
            .about(UnknownBox.UNKNOWNS);
      }
    }
    double[] point = method.search(new Search(programme, largest));
    if (point == null || point.length != box.size() || !isInside(point, box)) {
      throw Problem.of(
              WRONG_POINT,
              "the plugin "
                  + Blame.owner(method).orElse("that adds " + method.name())
                  + " gave no point of the box for the method "
                  + method.name())
          .withHelp("this is a mistake in the plugin, not in the script; tell its makers");
    }
    return Optimiser.foundBy(programme, largest, point, method.name());
  }

  private static boolean isInside(double[] point, Box box) {
    for (int i = 0; i < point.length; i++) {
      if (!(point[i] >= box.lower(i) && point[i] <= box.upper(i))) {
        return false;
      }
    }
    return true;
  }

  /** The programme as a plugin sees it. */
  private record Search(Programme programme, boolean largest) implements OptimumMethod.Task {
    @Override
    public int size() {
      return programme.box().size();
    }

    @Override
    public double low(int unknown) {
      return programme.box().lower(unknown);
    }

    @Override
    public double high(int unknown) {
      return programme.box().upper(unknown);
    }

    @Override
    public double objective(double[] point) {
      programme.checkpoint().run();
      double value = programme.objective().applyAsDouble(point.clone());
      return largest ? -value : value;
    }

    @Override
    public double breach(double[] point) {
      double sum = 0;
      for (Constraint constraint : programme.constraints()) {
        double[] sides = constraint.sides().at(point.clone());
        double slack =
            switch (constraint.relation()) {
              case EQUAL -> -Math.abs(sides[1] - sides[0]);
              case AT_MOST -> sides[1] - sides[0];
              case AT_LEAST -> sides[0] - sides[1];
            };
        if (slack < 0) {
          sum -= slack / Math.max(Math.max(Math.abs(sides[0]), Math.abs(sides[1])), -slack);
        }
      }
      return sum;
    }
  }
}
