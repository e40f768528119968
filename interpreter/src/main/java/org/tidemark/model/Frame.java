package org.tidemark.model;

import org.tidemark.spi.value.Value;

/** Where an expression is evaluated: the instance around it and, in functions, local values. */
final class Frame {
  private static final Value[] NONE = new Value[0];

  final Evaluation evaluation;
  final Instance self;
  final Layer layer;
  final Frame outer;
  final Value[] slots;

  private Frame(Evaluation evaluation, Instance self, Layer layer, Frame outer, Value[] slots) {
    this.evaluation = evaluation;
    this.self = self;
    this.layer = layer;
    this.outer = outer;
    this.slots = slots;
  }

  /** The frame in which a structure's own definitions are evaluated. */
  static Frame of(Instance self, Layer layer) {
    return new Frame(self.evaluation(), self, layer, null, NONE);
  }

  /** A frame like another in another evaluation. */
  static Frame transplanted(Instance self, Layer layer, Frame outer, Value[] slots) {
    return new Frame(self.evaluation(), self, layer, outer, slots);
  }

  /** A frame for local names inside this one. */
  Frame local(int size) {
    return new Frame(evaluation, self, layer, this, size == 0 ? NONE : new Value[size]);
  }

  /** The frame of the structure that is some structures out. */
  Frame out(int structures) {
    Frame at = this;
    for (int i = 0; i < structures; i++) {
      at = at.layer.enclosing();
    }
    return at;
  }

  /**
   * This frame with an amended copy of a model in the place of that model: {@code null} where the
   * copy is of none of the models around.
   */
  Frame rebased(Instance variation) {
    if (self.structure() == variation.structure()) {
      Layer same = variation.layerOf(layer.structure());
      return replaced(variation, same == null ? layer : same);
    }
    Frame enclosing = layer.enclosing();
    Frame moved = enclosing == null ? null : enclosing.rebased(variation);
    if (moved == null) {
      return null;
    }
    Instance copy = self.within(moved, variation);
    return replaced(copy, copy.layerOf(layer.structure()));
  }

  private Frame replaced(Instance instance, Layer itsLayer) {
    Frame around = outer == null ? null : outer.replaced(instance, itsLayer);
    return new Frame(evaluation, instance, itsLayer, around, slots);
  }
}
