package org.tidemark.vocab.predictions;

import org.tidemark.spi.Registry;
import org.tidemark.spi.TidePlugin;

/** Adds predictions. */
public final class PredictionsPlugin implements TidePlugin {
  @Override
  public String name() {
    return "predictions";
  }

  @Override
  public String version() {
    return "0.1.0";
  }

  @Override
  public String doc() {
    return "Predictions with a window, set against what the model says.";
  }

  @Override
  public void register(Registry registry) {
    registry.kind(new PredictionKind());
  }
}
