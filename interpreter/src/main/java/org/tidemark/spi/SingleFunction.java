package org.tidemark.spi;

import java.util.Optional;

/** The only function of a system. */
record SingleFunction(NumericSystem system) implements NumericFunction {
  @Override
  public int arity() {
    return system.arity();
  }

  @Override
  public double at(double... point) {
    double[] value = new double[1];
    system.at(point, value);
    return value[0];
  }

  @Override
  public boolean isCompiled() {
    return system.isCompiled();
  }

  @Override
  public Optional<String> obstacle() {
    return system.obstacle();
  }
}
