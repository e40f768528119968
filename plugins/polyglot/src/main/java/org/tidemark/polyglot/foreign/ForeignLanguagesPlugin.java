package org.tidemark.polyglot.foreign;

import org.tidemark.spi.Registry;
import org.tidemark.spi.TidePlugin;

/** Functions in JavaScript, and in Python where its package is present. */
public final class ForeignLanguagesPlugin implements TidePlugin {
  @Override
  public String name() {
    return "polyglot";
  }

  @Override
  public String version() {
    String version = ForeignLanguagesPlugin.class.getPackage().getImplementationVersion();
    return version == null ? "development" : version;
  }

  @Override
  public String doc() {
    return "Foreign functions: JavaScript, and Python where its package is present.";
  }

  @Override
  public void register(Registry registry) {
    Engines engines = new Engines();
    registry.engine(new GuestEngine(new JavaScript(), engines));
    registry.engine(new GuestEngine(new Python(), engines));
  }
}
