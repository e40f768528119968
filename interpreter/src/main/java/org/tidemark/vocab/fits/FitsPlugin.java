package org.tidemark.vocab.fits;

import org.tidemark.spi.Registry;
import org.tidemark.spi.TidePlugin;

/** Adds fits to data and forecasts. */
public final class FitsPlugin implements TidePlugin {
  @Override
  public String name() {
    return "fits";
  }

  @Override
  public String version() {
    return "0.1.0";
  }

  @Override
  public String doc() {
    return "Curves told by data, and forecasts with their errors.";
  }

  @Override
  public void register(Registry registry) {
    FitFunction.register(registry);
    ForecastFunction.register(registry);
    HindcastFunction.register(registry);
  }
}
