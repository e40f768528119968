package org.tidemark.vocab.processes;

import org.tidemark.spi.Registry;
import org.tidemark.spi.TidePlugin;

/** Adds the kind with which processes in time are described. */
public final class ProcessesPlugin implements TidePlugin {
  @Override
  public String name() {
    return "processes";
  }

  @Override
  public String version() {
    return "0.1.0";
  }

  @Override
  public String doc() {
    return "What moves in time: states, their laws, and events.";
  }

  @Override
  public void register(Registry registry) {
    registry.kind(new ProcessKind());
  }
}
