package org.tidemark.vocab.games;

import org.tidemark.spi.Registry;
import org.tidemark.spi.TidePlugin;

/** Adds the kind with which dynamic games are declared. */
public final class GamesPlugin implements TidePlugin {
  @Override
  public String name() {
    return "games";
  }

  @Override
  public String version() {
    return "0.1.0";
  }

  @Override
  public String doc() {
    return "Games over one state, in continuous time or in steps, solved numerically.";
  }

  @Override
  public void register(Registry registry) {
    registry.kind(new GameKind());
  }
}
