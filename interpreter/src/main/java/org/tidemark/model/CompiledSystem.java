package org.tidemark.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.tidemark.grammar.source.Location;
import org.tidemark.kernel.Kernel;
import org.tidemark.spi.EvaluatedSystem;
import org.tidemark.spi.NumericSystem;
import org.tidemark.spi.type.Type;
import org.tidemark.spi.value.Value;

/** Several functions of the script as a solver calls them, compiled after some calls. */
final class CompiledSystem implements NumericSystem {
  private final Compilation compilation;
  private final EvaluatedSystem evaluated;

  /**
   * A system.
   *
   * @param location where problems are that have no place of their own
   * @param atOnce whether it is compiled after a single call
   */
  CompiledSystem(
      Evaluation evaluation,
      List<? extends Value> functions,
      List<? extends Type> parameters,
      Location location,
      boolean atOnce) {
    this.compilation =
        new Compilation(evaluation, List.copyOf(functions), List.copyOf(parameters), atOnce);
    this.evaluated = evaluated(evaluation, functions, parameters, location);
  }

  static EvaluatedSystem evaluated(
      Evaluation evaluation,
      List<? extends Value> functions,
      List<? extends Type> parameters,
      Location location) {
    List<Function<List<Value>, Value>> calls = new ArrayList<>();
    for (Value function : functions) {
      calls.add(arguments -> Members.call(function, arguments, evaluation, location));
    }
    return new EvaluatedSystem(calls, parameters);
  }

  @Override
  public int arity() {
    return evaluated.arity();
  }

  @Override
  public int size() {
    return evaluated.size();
  }

  @Override
  public void at(double[] point, double[] values) {
    Kernel kernel = compilation.kernel();
    if (kernel != null && kernel.at(point, values)) {
      return;
    }
    try {
      evaluated.at(point, values);
    } finally {
      compilation.evaluated();
    }
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
