package org.tidemark.model;

import java.util.List;
import java.util.Optional;
import org.tidemark.grammar.source.Location;
import org.tidemark.kernel.Kernel;
import org.tidemark.spi.EvaluatedSystem;
import org.tidemark.spi.NumericFunction;
import org.tidemark.spi.type.Type;
import org.tidemark.spi.value.Value;

/** A function of the script as a solver calls it, compiled after some calls. */
final class CompiledFunction implements NumericFunction {
  private final int arity;
  private final Compilation compilation;
  private final EvaluatedSystem evaluated;

  /**
   * A function.
   *
   * @param location where problems are that have no place of their own
   * @param atOnce whether it is compiled after a single call
   */
  CompiledFunction(
      Evaluation evaluation,
      Value function,
      List<? extends Type> parameters,
      Location location,
      boolean atOnce) {
    this.arity = parameters.size();
    this.compilation =
        new Compilation(evaluation, List.of(function), List.copyOf(parameters), atOnce);
    this.evaluated = CompiledSystem.evaluated(evaluation, List.of(function), parameters, location);
  }

  @Override
  public int arity() {
    return arity;
  }

  @Override
  public double at(double... point) {
    if (point.length != arity) {
      throw new IllegalArgumentException(point.length + " numbers for " + arity);
    }
    Kernel kernel = compilation.kernel();
    if (kernel != null) {
      double value = kernel.at(point);
      if (Double.isFinite(value)) {
        return value;
      }
    }
    return evaluated(point);
  }

  @Override
  public double at1(double x) {
    Kernel kernel = compilation.kernel();
    if (kernel != null && arity == 1) {
      double value = kernel.at1(x);
      if (Double.isFinite(value)) {
        return value;
      }
    }
    return evaluated(x);
  }

  @Override
  public double at2(double x, double y) {
    Kernel kernel = compilation.kernel();
    if (kernel != null && arity == 2) {
      double value = kernel.at2(x, y);
      if (Double.isFinite(value)) {
        return value;
      }
    }
    return evaluated(x, y);
  }

  private double evaluated(double... point) {
    double[] value = new double[1];
    try {
      evaluated.at(point, value);
    } finally {
      compilation.evaluated();
    }
    return value[0];
  }

  @Override
  public boolean isCompiled() {
    return compilation.isCompiled();
  }

  @Override
  public Optional<String> obstacle() {
    return compilation.obstacle();
  }
}
