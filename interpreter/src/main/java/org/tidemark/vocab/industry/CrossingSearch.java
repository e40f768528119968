package org.tidemark.vocab.industry;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tidemark.quantity.Quantity;
import org.tidemark.quantity.UnitExpression;
import org.tidemark.spi.DeclaredFields.Comparison;
import org.tidemark.spi.Problem;
import org.tidemark.spi.Surroundings;
import org.tidemark.spi.value.RunningValue;

/** Finds the cumulative output at which a comparison first holds. */
final class CrossingSearch {
  private final String name;
  private final Comparison comparison;
  private final Surroundings surroundings;
  private final CurveValue curve;

  CrossingSearch(String name, Comparison comparison, Surroundings surroundings) {
    this.name = name;
    this.comparison = comparison;
    this.surroundings = surroundings;
    this.curve = onlyCurve(comparison.running());
  }

  private CurveValue onlyCurve(List<RunningValue> running) {
    CurveValue first = null;
    List<String> names = new ArrayList<>();
    for (RunningValue value : running) {
      if (!(value instanceof CurveValue found)) {
        throw Refusal.notYet("a crossing of " + value.describe());
      }
      if (first == null || !first.sameAs(found)) {
        names.add(found.label().name());
      }
      first = first == null ? found : first;
    }
    if (first == null) {
      throw Problem.of("E0406", comparison.text() + " reads no curve, so it never comes to hold")
          .withHelp("compare a curve with a value: when hbm <= 5 USD/GB");
    }
    if (names.size() > 1) {
      throw Problem.of(
              "E0406",
              comparison.text()
                  + " reads "
                  + Values.words(names)
                  + ", and nothing says how far along each is")
          .withHelp("compare one curve with a value")
          .withHelp("call the others at a cumulative output: " + names.get(1) + "(...)");
    }
    return first;
  }

  CurveValue curve() {
    return curve;
  }

  CrossingValue find() {
    Quantity threshold = byInverse().orElseGet(this::bySearch);
    return new CrossingValue(
        name, comparison.text(), curve, threshold, Optional.empty(), List.of());
  }

  // ---- one curve against a value

  private Optional<Quantity> byInverse() {
    boolean left = comparison.leftRunning().isPresent();
    if (left == comparison.rightRunning().isPresent() || !falls()) {
      return Optional.empty();
    }
    Quantity unit = curve.reference().orElseThrow();
    Quantity bound = other(left, unit);
    Quantity elsewhere = other(left, new Quantity(unit.magnitude() * 2, unit.unit()));
    if (bound.magnitude() != elsewhere.magnitude()) {
      return Optional.empty();
    }
    if (left != isAtMost()) {
      throw holdsFromTheStart();
    }
    try {
      return Optional.of(curve.inverse(bound));
    } catch (Problem never) {
      throw neverHolds(never.getMessage());
    }
  }

  /** Wright's curves fall everywhere and have a closed inverse. */
  private boolean falls() {
    return curve instanceof WrightCurveValue;
  }

  private Quantity other(boolean curveIsLeft, Quantity progress) {
    return curveIsLeft ? comparison.right(progress) : comparison.left(progress);
  }

  private boolean isAtMost() {
    return comparison.operator().startsWith("<");
  }

  // ---- anything else

  private Quantity bySearch() {
    UnitExpression unit = outputUnit();
    LogSearch.Result result = new LogSearch(x -> gap(new Quantity(x, unit))).run();
    return switch (result.outcome()) {
      case FOUND -> found(result, unit);
      case FROM_THE_START -> throw holdsFromTheStart();
      case NEVER -> throw neverHolds("at no cumulative output do the two sides meet");
      case UNDEFINED -> throw neverHolds("one of its sides has no value at any cumulative output");
    };
  }

  private Quantity found(LogSearch.Result result, UnitExpression unit) {
    Quantity at = new Quantity(result.at(), unit);
    if (!result.isFound(Math.abs(comparison.left(at).magnitude()))) {
      throw neverHolds("the two sides come ever nearer and never meet");
    }
    return curve.reference().isPresent()
        ? at
        : at.as(DisplayUnits.prefixed(surroundings.units(), unit, result.at()));
  }

  /** Positive while the comparison does not hold. */
  private double gap(Quantity progress) {
    try {
      double difference =
          comparison.left(progress).magnitude() - comparison.right(progress).magnitude();
      return isAtMost() ? difference : -difference;
    } catch (RuntimeException undefined) {
      // which exception it is, is up to whoever evaluates the sides
      surroundings.checkpoint();
      return Double.NaN;
    }
  }

  private UnitExpression outputUnit() {
    return curve
        .outputUnit()
        .or(() -> Stocks.find(surroundings, this::difference, found -> true))
        .orElseThrow(() -> neverHolds("its sides cannot be compared at any cumulative output"));
  }

  private Quantity difference(Quantity progress) {
    return comparison.left(progress).minus(comparison.right(progress));
  }

  // ---- no threshold

  private Problem neverHolds(String why) {
    return Problem.noSolution("E0602", comparison.text() + " never holds: " + why)
        .withHelp("compare with a cost that the curve reaches");
  }

  private Problem holdsFromTheStart() {
    String opposite = isAtMost() ? ">=" : "<=";
    return Problem.noSolution(
            "E0602", comparison.text() + " holds from the first unit on, so it never comes to hold")
        .withHelp("to find where it ceases to hold, turn it round: write " + opposite);
  }
}
