package org.tidemark.model;

import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import org.tidemark.spi.Moment;
import org.tidemark.spi.NumericFunction;

/**
 * A law of a body that runs, at the moment at which its kind has put it: the states of other
 * bodies, the past and curves may be read in it, which are not among its arguments. It is evaluated
 * where it reads them, and compiled where it does not.
 */
final class EvaluatedLaw implements NumericFunction {
  private final int arity;
  private final Supplier<Moment> present;
  private final ToDoubleFunction<Moment> evaluated;
  private final CompiledLaws compiled;
  private final int place;

  /**
   * A law.
   *
   * @param present the moment
   * @param evaluated what the evaluator gives at one
   * @param compiled the laws of the body
   * @param place of this one among them
   */
  EvaluatedLaw(
      int arity,
      Supplier<Moment> present,
      ToDoubleFunction<Moment> evaluated,
      CompiledLaws compiled,
      int place) {
    this.arity = arity;
    this.present = present;
    this.evaluated = evaluated;
    this.compiled = compiled;
    this.place = place;
  }

  @Override
  public int arity() {
    return arity;
  }

  @Override
  public double at(double... point) {
    Moment moment = present.get();
    if (compiled.answers(place, moment, point)) {
      return compiled.value(place);
    }
    try {
      return evaluated.applyAsDouble(moment);
    } finally {
      compiled.evaluated(place, moment);
    }
  }

  @Override
  public boolean isCompiled() {
    return compiled.isCompiled(place);
  }

  @Override
  public Optional<String> obstacle() {
    return compiled.obstacle(place);
  }
}
