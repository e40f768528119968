package org.tidemark.vocab.industry;

import org.tidemark.spi.Registry;
import org.tidemark.spi.TidePlugin;

/** Adds the kinds and functions with which industries are described and solved. */
public final class IndustryPlugin implements TidePlugin {
  @Override
  public String name() {
    return "industry";
  }

  @Override
  public String version() {
    return "0.1.0";
  }

  @Override
  public String doc() {
    return "Learning curves, firms, markets and the crossings that they race or drift towards.";
  }

  @Override
  public void register(Registry registry) {
    registry.kind(new CurveKind());
    registry.kind(new CrossingKind());
    registry.kind(new FirmKind());
    registry.kind(new MarketKind());
    registry.kind(new MultiplierKind());
    registry.kind(new DataKind());
    registry.kind(new ClaimKind());
    registry.function(WrightFunction.spec());
    registry.function(LinearFunction.spec());
    registry.function(IsoelasticFunction.spec());
    registry.function(SolutionFunction.spec(Concept.EQUILIBRIUM));
    registry.function(SolutionFunction.spec(Concept.COOPERATIVE));
    registry.function(SolutionFunction.spec(Concept.PLANNER));
    registry.function(ValueLossFunction.spec());
    registry.function(SpotFunction.spec());
  }
}
