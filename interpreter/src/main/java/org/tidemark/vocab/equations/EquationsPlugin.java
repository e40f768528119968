package org.tidemark.vocab.equations;

import org.tidemark.spi.Registry;
import org.tidemark.spi.TidePlugin;

/** Adds what looks for unknowns: equations, optima, calibration. */
public final class EquationsPlugin implements TidePlugin {
  @Override
  public String name() {
    return "equations";
  }

  @Override
  public String version() {
    return "0.1.0";
  }

  @Override
  public String doc() {
    return "Equations in boxes, optima under constraints, calibration to targets.";
  }

  @Override
  public void register(Registry registry) {
    SolveFunction.register(registry);
    OptimiseFunction.register(registry);
    CalibrateFunction.register(registry);
  }
}
