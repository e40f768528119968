package org.tidemark.model;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.tidemark.quantity.Quantity;
import org.tidemark.spi.DeclaredFields;
import org.tidemark.spi.Moment;
import org.tidemark.spi.value.RunningValue;
import org.tidemark.spi.value.Value;

/** The comparison in {@code when} of a declaration at run time. */
final class DeclaredComparison implements DeclaredFields.Comparison {
  private final Evaluation evaluation;
  private final LoweredDeclaration lowered;
  private final Frame frame;
  private final Runnable helpers;

  /**
   * A comparison.
   *
   * @param helpers works out the declaration's helpers, where that has not been done
   */
  DeclaredComparison(
      Evaluation evaluation, LoweredDeclaration lowered, Frame frame, Runnable helpers) {
    this.evaluation = evaluation;
    this.lowered = lowered;
    this.frame = frame;
    this.helpers = helpers;
  }

  @Override
  public String operator() {
    return lowered.operator;
  }

  @Override
  public Optional<RunningValue> leftRunning() {
    return raw(lowered.left);
  }

  @Override
  public Optional<RunningValue> rightRunning() {
    return raw(lowered.right);
  }

  private Optional<RunningValue> raw(LoweredDeclaration.Side side) {
    return side.raw() != null && side.raw().evaluate(frame) instanceof RunningValue running
        ? Optional.of(running)
        : Optional.empty();
  }

  @Override
  public Value left(Moment moment) {
    return at(lowered.left, moment, null);
  }

  @Override
  public Value right(Moment moment) {
    return at(lowered.right, moment, null);
  }

  private Value at(LoweredDeclaration.Side side, Moment moment, Set<RunningValue> readers) {
    helpers.run();
    return evaluation.at(moment, readers, () -> side.running().evaluate(frame.local(0)));
  }

  @Override
  public Quantity left(Quantity progress) {
    return at(lowered.left, progress, Evaluation.readers());
  }

  @Override
  public Quantity right(Quantity progress) {
    return at(lowered.right, progress, Evaluation.readers());
  }

  private Quantity at(LoweredDeclaration.Side side, Quantity progress, Set<RunningValue> readers) {
    Value value = at(side, Moment.along(progress), readers);
    return Members.quantity(value)
        .orElseThrow(
            () ->
                evaluation.fail(
                    lowered.conditionLocation,
                    "E0302",
                    "a crossing compares quantities, and this is " + value.describe(),
                    "compare a curve with a threshold"));
  }

  @Override
  public List<RunningValue> running() {
    Set<RunningValue> readers = Evaluation.readers();
    leftRunning().ifPresent(readers::add);
    rightRunning().ifPresent(readers::add);
    for (LoweredDeclaration.Side side : List.of(lowered.left, lowered.right)) {
      try {
        at(side, Quantity.pure(1), readers);
      } catch (EvaluationFailure notWithoutUnit) {
        // what was read before it failed is noted all the same
        continue;
      }
    }
    return List.copyOf(readers);
  }

  @Override
  public String text() {
    return lowered.comparison;
  }
}
