package org.tidemark.model;

import java.util.Optional;
import java.util.function.DoubleSupplier;
import org.tidemark.spi.NumericFunction;

/**
 * A law of a body that runs, evaluated at the moment at which its kind has put it: the states of
 * other bodies, the past and curves may be read in it, which are not among its arguments.
 */
final class EvaluatedLaw implements NumericFunction {
  private final int arity;
  private final DoubleSupplier now;

  EvaluatedLaw(int arity, DoubleSupplier now) {
    this.arity = arity;
    this.now = now;
  }

  @Override
  public int arity() {
    return arity;
  }

  @Override
  public double at(double... point) {
    return now.getAsDouble();
  }

  @Override
  public boolean isCompiled() {
    return false;
  }

  @Override
  public Optional<String> obstacle() {
    return Optional.of("it reads what holds at a moment");
  }
}
