package org.tidemark.spi;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.tidemark.spi.type.Type;
import org.tidemark.spi.value.Numbers;
import org.tidemark.spi.value.Value;

/** Functions that are evaluated at each point, one after the other. */
public final class EvaluatedSystem implements NumericSystem {
  private final List<Function<List<Value>, Value>> functions;
  private final List<Numbers.Maker> parameters;

  /**
   * A system.
   *
   * @param functions each takes as many values as there are parameters
   * @param parameters what each number stands for
   */
  public EvaluatedSystem(
      List<Function<List<Value>, Value>> functions, List<? extends Type> parameters) {
    this.functions = List.copyOf(functions);
    this.parameters = parameters.stream().map(Numbers::maker).toList();
  }

  @Override
  public int arity() {
    return parameters.size();
  }

  @Override
  public int size() {
    return functions.size();
  }

  @Override
  public void at(double[] point, double[] values) {
    List<Value> arguments = new ArrayList<>(parameters.size());
    for (int i = 0; i < parameters.size(); i++) {
      arguments.add(parameters.get(i).of(point[i]));
    }
    for (int i = 0; i < functions.size(); i++) {
      values[i] = Numbers.of(functions.get(i).apply(arguments));
    }
  }

  @Override
  public boolean isCompiled() {
    return false;
  }

  @Override
  public Optional<String> obstacle() {
    return Optional.empty();
  }
}
