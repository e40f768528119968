package org.tidemark.model;

import java.util.ArrayList;
import java.util.List;
import org.tidemark.kernel.Graph;
import org.tidemark.kernel.Kernel;
import org.tidemark.spi.NumericArgument;
import org.tidemark.spi.NumericResult;
import org.tidemark.spi.NumericShortcut;
import org.tidemark.spi.value.Value;

/** A short cut by a kernel, made after some calls. */
final class CompiledShortcut implements NumericShortcut {
  private final Compilation compilation;

  CompiledShortcut(
      Evaluation evaluation,
      List<? extends Value> functions,
      List<? extends NumericArgument> arguments,
      List<NumericResult> results) {
    List<Value> called = List.copyOf(functions);
    List<NumericArgument> taken = List.copyOf(arguments);
    List<NumericResult> given = List.copyOf(results);
    this.compilation =
        new Compilation(
            evaluation,
            translation -> {
              List<Graph.Node> outputs = new ArrayList<>();
              for (int i = 0; i < called.size(); i++) {
                outputs.addAll(translation.outputs(called.get(i), taken, given.get(i)));
              }
              return outputs;
            },
            taken.stream().mapToInt(NumericArgument::size).sum());
  }

  @Override
  public boolean at(double[] point, double[] values) {
    Kernel kernel = compilation.kernel();
    return kernel != null && kernel.at(point, values);
  }

  @Override
  public void called() {
    compilation.evaluated();
  }
}
