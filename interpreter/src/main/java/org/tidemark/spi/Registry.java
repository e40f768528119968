package org.tidemark.spi;

import org.tidemark.spi.foreign.ForeignEngine;

/**
 * What a plugin adds to. A name that is taken already is left out and reported; the rest of the
 * plugin is used. Only Tidemark implements this.
 */
public interface Registry {
  /** Adds a kind of declaration. */
  void kind(Kind kind);

  /** Adds a function. */
  void function(FunctionSpec function);

  /** Adds a constant. */
  void constant(Constant constant);

  /** Adds a distribution of uncertain inputs. */
  default void distribution(DistributionSpec distribution) {
    function(distribution.function());
  }

  /** Adds a unit. It may be defined by units that were added before it. */
  default void unit(UnitSpec unit) {}

  /** Adds a curve that {@code fit} can fit. */
  default void fitForm(FitFormSpec form) {}

  /** Adds a way to search for an optimum. */
  default void optimumMethod(OptimumMethod method) {}

  /** Adds what reads tables. */
  default void reader(TableReader reader) {}

  /** Adds what writes exports. */
  default void writer(ValueWriter writer) {}

  /** Adds a format of results. */
  default void renderer(Renderer renderer) {}

  /**
   * Adds library modules: the files {@code ROOT/….tide} that lie in the plugin's jars are imported
   * as {@code import ROOT.…}.
   *
   * @param root the first part of their names, {@code "acme"}; {@code std} is taken
   */
  default void library(String root) {}

  /** Adds what runs the functions of another language. */
  default void engine(ForeignEngine engine) {}
}
