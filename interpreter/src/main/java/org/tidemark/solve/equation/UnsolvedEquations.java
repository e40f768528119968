package org.tidemark.solve.equation;

import java.util.ArrayList;
import java.util.List;

/** Equations that have no answer of the kind asked for: why, and what would have one. */
public final class UnsolvedEquations extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  /** How many solutions a message lists. */
  private static final int LISTED = 6;

  /** What is the matter. */
  public enum Kind {
    /** Nothing in the box solves them. */
    NONE,
    /** More than one point does. */
    SEVERAL,
    /** A whole stretch does. */
    NOT_ISOLATED,
    /** More equations than unknowns, or fewer. */
    NOT_SQUARE,
    /** The equations cannot be evaluated anywhere that was tried. */
    UNDEFINED,
    /** The box has no end. */
    UNBOUNDED_BOX
  }

  private final Kind kind;
  private final String reason;
  private final String cure;
  private final transient List<double[]> found;

  private UnsolvedEquations(Kind kind, String reason, String cure, List<double[]> found) {
    super(reason + "; " + cure);
    this.kind = kind;
    this.reason = reason;
    this.cure = cure;
    this.found = found;
  }

  static UnsolvedEquations none(Solutions searched) {
    return new UnsolvedEquations(
        Kind.NONE,
        "no "
            + named(searched.box())
            + " in the box solves the equation"
            + (searched.box().size() == 1 ? "" : "s")
            + " (searched: "
            + searched.search()
            + "; nearest is "
            + point(searched.box(), searched.nearest())
            + ", where the sides differ by "
            + searched.nearestResidual()
            + " of their size)",
        "widen the box, or look at what keeps the sides apart there",
        List.of(searched.nearest()));
  }

  static UnsolvedEquations several(Solutions searched) {
    List<double[]> found = new ArrayList<>();
    StringBuilder listed = new StringBuilder();
    for (Solution solution : searched.all()) {
      found.add(solution.values());
      if (found.size() <= LISTED) {
        listed.append(found.size() == 1 ? "" : " or ");
        listed.append(point(searched.box(), solution.values()));
      }
    }
    return new UnsolvedEquations(
        Kind.SEVERAL,
        found.size() + " solutions are in the box: " + listed + (found.size() > LISTED ? " …" : ""),
        "narrow the box to the one that is meant, or ask for all of them",
        found);
  }

  static UnsolvedEquations notIsolated(Box box, List<double[]> ends, String where) {
    return new UnsolvedEquations(
        Kind.NOT_ISOLATED,
        "the solutions are not isolated: " + where,
        "add what decides between them, or fix one of " + String.join(", ", box.names()),
        ends);
  }

  static UnsolvedEquations notSquare(Equations equations) {
    int unknowns = equations.box().size();
    boolean few = equations.count() < unknowns;
    String named = " (" + named(equations.box()) + ")";
    return new UnsolvedEquations(
        Kind.NOT_SQUARE,
        few
            ? counted(equations.count(), "equation")
                + (equations.count() == 1 ? " leaves " : " leave ")
                + counted(unknowns, "unknown")
                + named
                + " undetermined"
            : counted(equations.count(), "equation")
                + " ask too much of "
                + counted(unknowns, "unknown")
                + named,
        few
            ? "add " + counted(unknowns - equations.count(), "equation") + ", or minimise instead"
            : "drop "
                + counted(equations.count() - unknowns, "equation")
                + ", add unknowns, or calibrate to them instead",
        List.of());
  }

  static UnsolvedEquations undefined(Box box, int tried) {
    return new UnsolvedEquations(
        Kind.UNDEFINED,
        "the equations have no value at any of "
            + tried
            + " points tried for "
            + named(box)
            + " in the box",
        "move the box to where they are defined",
        List.of());
  }

  static UnsolvedEquations unboundedBox(Box box) {
    return new UnsolvedEquations(
        Kind.UNBOUNDED_BOX,
        "the box of " + named(box) + " has no end, so it cannot be searched",
        "give both bounds as finite numbers",
        List.of());
  }

  /** What is the matter. */
  public Kind kind() {
    return kind;
  }

  /** Why there is no answer. */
  public String reason() {
    return reason;
  }

  /** What would have one. */
  public String cure() {
    return cure;
  }

  /** The points found: the solutions, or the one nearest to solving. */
  public List<double[]> found() {
    return found.stream().map(double[]::clone).toList();
  }

  private static String counted(int count, String what) {
    return count + " " + what + (count == 1 ? "" : "s");
  }

  private static String named(Box box) {
    return String.join(", ", box.names());
  }

  static String point(Box box, double[] values) {
    StringBuilder text = new StringBuilder();
    for (int j = 0; j < values.length; j++) {
      text.append(j == 0 ? "" : ", ").append(box.name(j)).append(" = ").append(values[j]);
    }
    return text.toString();
  }
}
