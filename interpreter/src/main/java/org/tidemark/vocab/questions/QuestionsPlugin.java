package org.tidemark.vocab.questions;

import org.tidemark.spi.Registry;
import org.tidemark.spi.TidePlugin;

/** Adds the questions that are put to a model in many variations. */
public final class QuestionsPlugin implements TidePlugin {
  @Override
  public String name() {
    return "questions";
  }

  @Override
  public String version() {
    return "0.1.0";
  }

  @Override
  public String doc() {
    return "Samples, probabilities, sweeps and rankings of inputs.";
  }

  @Override
  public void register(Registry registry) {
    SampleFunction.register(registry);
    ProbabilityFunction.register(registry);
    SweepFunction.register(registry);
    TornadoFunction.register(registry);
    SobolFunction.register(registry);
    MorrisFunction.register(registry);
    SensitivityFunction.register(registry);
  }
}
