package org.tidemark.solve.optimum;

/**
 * Finds the best point of a programme. What form it has is found out first: a linear programme and
 * a convex quadratic one are solved as such, and their optimum is known to be global; others are
 * searched.
 */
public final class Optimiser {
  private Optimiser() {}

  /**
   * The point that makes the objective smallest.
   *
   * @throws NoOptimum where the constraints clash, there is always a better point, or nothing has a
   *     value
   */
  public static Optimum minimise(Programme programme) {
    return best(new Posed(programme, false));
  }

  /**
   * The point that makes the objective largest.
   *
   * @throws NoOptimum as for {@link #minimise}
   */
  public static Optimum maximise(Programme programme) {
    return best(new Posed(programme, true));
  }

  /**
   * A point that somebody else found: put back into the programme, and searched around for how much
   * a better one nearby would gain, which is its residual.
   *
   * @param point within the bounds
   * @param method by whom it was found
   * @throws NoOptimum where the objective has no value there, or a constraint is broken
   */
  public static Optimum foundBy(
      Programme programme, boolean largest, double[] point, String method) {
    return FoundPoint.told(new Posed(programme, largest), point, method);
  }

  private static Optimum best(Posed posed) {
    PolynomialForm form = PolynomialForm.of(posed);
    if (form != null && form.isLinear()) {
      Optimum optimum = new LinearProgramme(posed, form).solve();
      if (optimum != null) {
        return optimum;
      }
    }
    if (!posed.box().isFinite()) {
      throw NoOptimum.unboundedBox(posed.given());
    }
    MultiStart search = new MultiStart(posed);
    PolynomialForm.Quadratic quadratic =
        form != null && form.constraintsAffine() ? form.quadratic() : null;
    if (quadratic != null && quadratic.isConvex()) {
      Optimum optimum = new ConvexQuadratic(posed, form, quadratic).solve(search.variation());
      if (optimum != null) {
        return optimum;
      }
    }
    return posed.unknowns() == 1 ? new OneUnknown(posed).solve() : search.solve();
  }
}
