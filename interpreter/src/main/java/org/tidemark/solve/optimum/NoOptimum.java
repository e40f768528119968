package org.tidemark.solve.optimum;

import java.util.List;
import org.tidemark.solve.equation.Box;

/** A programme that has no best point: why, and what would have one. */
public final class NoOptimum extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  /** What is the matter. */
  public enum Kind {
    /** No point meets the constraints. */
    INFEASIBLE,
    /** There is always a better point further out. */
    UNBOUNDED,
    /** The objective or a constraint has no value anywhere that was tried. */
    UNDEFINED,
    /** The box has no end, and the programme is not linear. */
    UNBOUNDED_BOX
  }

  private final Kind kind;
  private final String reason;
  private final String cure;
  private final List<String> names;
  private final double[] nearest;

  private NoOptimum(Kind kind, String reason, String cure, List<String> names) {
    this(kind, reason, cure, names, new double[0]);
  }

  private NoOptimum(Kind kind, String reason, String cure, List<String> names, double[] nearest) {
    super(reason + "; " + cure);
    this.nearest = nearest.clone();
    this.kind = kind;
    this.reason = reason;
    this.cure = cure;
    this.names = List.copyOf(names);
  }

  /** Constraints none of which can be dropped without the others being met. */
  static NoOptimum clash(List<String> names) {
    boolean one = names.size() == 1;
    return new NoOptimum(
        Kind.INFEASIBLE,
        one
            ? "nothing in the box meets " + names.get(0)
            : "nothing in the box meets all of " + String.join(", ", names) + " together",
        one
            ? "widen the box or relax it"
            : "relax one of them or widen the box; any of them alone can go",
        names);
  }

  /**
   * Constraints that are still broken at the point that breaks them least; none of them where the
   * search fails without one.
   */
  static NoOptimum broken(List<String> names, double[] nearest) {
    if (names.isEmpty()) {
      return new NoOptimum(
          Kind.INFEASIBLE,
          "no best point was found in the box; the search got stuck",
          "narrow the box, so that what is sought is not lost beside its size",
          names,
          nearest);
    }
    return new NoOptimum(
        Kind.INFEASIBLE,
        "no point was found that meets the constraints; the nearest still breaks "
            + String.join(", ", names),
        "relax what it breaks, or widen the box",
        names,
        nearest);
  }

  static NoOptimum unbounded(List<String> names) {
    return new NoOptimum(
        Kind.UNBOUNDED,
        "there is always a better point further out along " + String.join(", ", names),
        "bound what runs away, in the box or by a constraint",
        names);
  }

  static NoOptimum undefined(Box box, int tried) {
    return new NoOptimum(
        Kind.UNDEFINED,
        "the objective or a constraint has no value at any of "
            + tried
            + " points tried for "
            + String.join(", ", box.names())
            + " in the box",
        "move the box to where they are defined",
        box.names());
  }

  static NoOptimum unboundedBox(Box box) {
    return new NoOptimum(
        Kind.UNBOUNDED_BOX,
        "the box of "
            + String.join(", ", box.names())
            + " has no end, and a programme that is not linear cannot be searched without one",
        "give both bounds as finite numbers",
        box.names());
  }

  /** The point that breaks the constraints least; empty where none was looked for. */
  public double[] nearest() {
    return nearest.clone();
  }

  /** What is the matter. */
  public Kind kind() {
    return kind;
  }

  /** Why there is no best point. */
  public String reason() {
    return reason;
  }

  /** What would have one. */
  public String cure() {
    return cure;
  }

  /** The constraints that clash or are broken, or the unknowns that run away. */
  public List<String> names() {
    return names;
  }
}
